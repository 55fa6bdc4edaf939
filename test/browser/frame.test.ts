import {readFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, describe, expect, inject, it} from "vitest";
import {closeBrowser, openPage} from "./harness/openPage.ts";
import {sitePages} from "../../src/publish/pages.ts";
import {CONTENT_SECURITY_POLICY} from "../../src/publish/serve.ts";

const paths = sitePages("src").map(({path}) => (path === "index" ? "/" : `/${path}`));

afterAll(closeBrowser);

describe.each(paths)("%s", (path) => {
  it("opens without a console error, a failed request or a request to another host", async () => {
    await openPage(path, async (page) => {
      expect(await page.locator(".observablehq--error").count()).toBe(0);
      expect(await page.locator("h1").count()).toBe(1);
    });
  });
  it("is Vietnamese, has a title of its own and marks itself in the menu", async () => {
    await openPage(path, async (page) => {
      expect(await page.locator("html").getAttribute("lang")).toBe("vi");
      expect(await page.title()).toMatch(/^.+ · Toàn dân bảo vệ an ninh Tổ quốc$/);
      expect(await page.locator(".menu [aria-current]").count()).toBe(1);
      await expect(page.locator(".masthead").innerText()).resolves.toContain("Số liệu mô phỏng");
    });
  });
  it.each([360, 390, 1024])("is read without scrolling sideways at %i px", async (width) => {
    await openPage(
      path,
      async (page) => {
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);
      },
      {width}
    );
  });
  it("has no script in it but in files", () => {
    const file = join(inject("siteFolder"), `${path === "/" ? "index" : path.slice(1)}.html`);
    const scripts = [...readFileSync(file, "utf8").matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)];
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.map(([, code]) => code)).toEqual(scripts.map(() => ""));
  });
});

describe("the frame", () => {
  it("is sent with the policy that allows nothing from elsewhere", async () => {
    for (const path of [...paths, "/khong/co"]) {
      const {headers} = await fetch(new URL(path, inject("siteUrl")));
      expect(headers.get("content-security-policy")).toBe(CONTENT_SECURITY_POLICY);
    }
  });
  it("says in Vietnamese that an address is not there, at any depth, with the whole frame", async () => {
    await openPage(
      "/khong/co/trang-nay",
      async (page) => {
        expect(await page.locator("h1").innerText()).toBe("Không có trang này");
        await page.locator(".menu a").first().click();
        await page.waitForURL(inject("siteUrl"));
      },
      {status: 404}
    );
  });
  it("finds an old name by keyboard alone and opens its successor", async () => {
    await openPage("/", async (page) => {
      await page.keyboard.press("/");
      await page.keyboard.type("dien bien");
      const option = page.locator("[role=option]", {hasText: "Điện Biên (phường cũ) → Phường Hạc Thành"});
      await option.waitFor();
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/xa\?ma=14797$/);
    });
  });
  it("fetches the names for the search only when someone searches", async () => {
    await openPage("/", async (page) => {
      const names = (): string[] => performance.getEntriesByType("resource").map(({name}) => name);
      expect((await page.evaluate(names)).filter((name) => name.includes("/search."))).toEqual([]);
      const index = page.waitForResponse(/\/search\.[^/]*json$/);
      await page.locator(".search input").focus();
      expect((await index).status()).toBe(200);
    });
  });
  it("leads the keyboard past the menu first", async () => {
    await openPage("/", async (page) => {
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Đến nội dung");
    });
  });
  it.each(["light", "dark"] as const)(
    "follows the system's %s setting until a person chooses, and keeps the choice",
    async (theme) => {
      await openPage(
        "/",
        async (page) => {
          const ground = async (): Promise<string> =>
            await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
          const [light, dark] = ["rgb(251, 250, 247)", "rgb(17, 22, 28)"];
          expect(await ground()).toBe(theme === "light" ? light : dark);
          await page.locator(".theme-switch").click();
          expect(await ground()).toBe(theme === "light" ? dark : light);
          await page.reload({waitUntil: "networkidle"});
          expect(await ground()).toBe(theme === "light" ? dark : light);
        },
        {theme}
      );
    }
  );
  it("folds its menu on a phone", async () => {
    await openPage(
      "/",
      async (page) => {
        const entry = page.locator(".menu a").first();
        expect(await entry.isVisible()).toBe(false);
        await page.locator(".menu-button").click();
        expect(await entry.isVisible()).toBe(true);
        expect(await page.locator(".search input").isVisible()).toBe(true);
        await page.keyboard.press("Escape");
        expect(await entry.isVisible()).toBe(false);
      },
      {width: 360}
    );
  });
  it("shows masthead, menu and foot without any script", async () => {
    await openPage(
      "/",
      async (page) => {
        expect(await page.locator(".menu a").first().isVisible()).toBe(true);
        expect(await page.locator("#observablehq-footer").innerText()).toContain("Số liệu tính đến");
      },
      {javaScriptEnabled: false, width: 360}
    );
  });
  it("writes its digits in one width, with the marks of Vietnamese from the same face", async () => {
    await openPage("/", async (page) => {
      const widths = await page.evaluate(async () => {
        await document.fonts.ready;
        const probe = document.createElement("span");
        document.body.append(probe);
        return ["0000", "1111", "8888"].map((text) => {
          probe.textContent = text;
          return probe.getBoundingClientRect().width;
        });
      });
      expect(new Set(widths).size).toBe(1);
      expect(await page.evaluate(() => document.fonts.check('16px "Be Vietnam Pro"', "Toàn dân bảo vệ ữ ặ"))).toBe(
        true
      );
    });
  });
});

it("the first view stays within 30 requests and 300 kB", async () => {
  await openPage("/", async (page) => {
    const sent = await page.evaluate(() =>
      [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")].map(
        (entry) => (entry as PerformanceResourceTiming).encodedBodySize
      )
    );
    const bytes = sent.reduce((sum, size) => sum + size, 0);
    console.log(`first view: ${sent.length} requests, ${Math.round(bytes / 1000)} kB gzip`);
    expect(sent.length).toBeLessThanOrEqual(30);
    expect(bytes).toBeLessThanOrEqual(300_000);
  });
});
