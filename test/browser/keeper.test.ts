import type {Page} from "playwright-core";
import {afterAll, describe, expect, it} from "vitest";
import {axeViolations, closeBrowser, openPage} from "./harness/openPage.ts";

afterAll(closeBrowser);

const rowsOf = async (page: Page, section: string): Promise<number> =>
  await page.locator(`${section} tbody tr`).count();
const titleOf = async (page: Page, section: string): Promise<string> =>
  await page.locator(`${section} h2`).first().innerText();
const leading = (words: string): number => Number(/^[\d.]+/.exec(words)?.[0].replaceAll(".", ""));

describe("Tiến độ nộp", () => {
  it("opens on the year's report: who sent it and who did not add up to everyone", async () => {
    await openPage("/tien-do-nop", async (page) => {
      const title = await page.locator("h1").innerText();
      const [, done = "", expected = "", missing = ""] =
        /^(\d+) trong (\d+) xã đã nộp báo cáo năm 2025, (\d+) xã chưa nộp$/.exec(title) ?? [];
      expect(Number(done) + Number(missing), title).toBe(Number(expected));
      expect(Number(expected)).toBe(166);
      await page.locator("#danh-sach tbody tr").first().waitFor();
    });
  });
  it("a number leads to its rows by keyboard alone, the address keeps it, back undoes it", async () => {
    await openPage("/tien-do-nop", async (page) => {
      const link = page.locator(".duty-words a", {hasText: "Chưa nộp"}).first();
      const count = Number(/\d+$/.exec((await link.innerText()).trim())?.[0]);
      await link.focus();
      await page.keyboard.press("Enter");
      await page.waitForURL(/tinh-trang=chua_nop/);
      expect(leading(await titleOf(page, "#danh-sach"))).toBe(count);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("danh-sach");
      await page.goBack();
      expect(await page.locator("h1").innerText()).toContain("trong 166 xã");
      expect(leading(await titleOf(page, "#danh-sach"))).toBe(166);
    });
  });
  it("a copied link shows the same rows in the same order", async () => {
    let first: string[] = [];
    let url = "";
    await openPage("/tien-do-nop", async (page) => {
      await page.locator("#danh-sach thead button", {hasText: "Xã, phường"}).click();
      await page.locator("#danh-sach input").fill("tho");
      await page.waitForURL(/tim=tho/);
      first = await page.locator("#danh-sach tbody th").allInnerTexts();
      url = page.url();
    });
    expect(first.length).toBeGreaterThan(2);
    await openPage(new URL(url).pathname + new URL(url).search, async (page) => {
      expect(await page.locator("#danh-sach tbody th").allInnerTexts()).toEqual(first);
      expect(await page.locator("#danh-sach input").inputValue()).toBe("tho");
    });
  });
  it("typing in the search keeps the focus and the words", async () => {
    await openPage("/tien-do-nop", async (page) => {
      await page.locator("#danh-sach input").focus();
      await page.keyboard.type("hac thanh", {delay: 60});
      await page.waitForURL(/tim=hac\+thanh/);
      expect(await page.locator("#danh-sach input").inputValue()).toBe("hac thanh");
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("INPUT");
      expect(await rowsOf(page, "#danh-sach")).toBe(1);
    });
  });
  it("a year of districts stands on the communes of its day, with their files", async () => {
    await openPage("/tien-do-nop?nam=2024", async (page) => {
      expect(await page.locator("h1").innerText()).toContain("547 xã cũ");
      const files = page.locator("#danh-sach tbody a[aria-label*=tệp]").first();
      await files.click();
      await page.waitForURL(/ma=\d+/);
      expect(await page.locator("#lich-su h2").innerText()).toMatch(/^1 tệp của .+ đã nhận năm 2024$/);
    });
  });
  it("pages of the list are turned by keyboard", async () => {
    await openPage("/tien-do-nop", async (page) => {
      const before = await page.locator("#danh-sach tbody th").first().innerText();
      await page.locator("#danh-sach .pager [name=sau]").focus();
      await page.keyboard.press("Enter");
      await page.waitForURL(/trang=2/);
      expect(await page.locator("#danh-sach tbody th").first().innerText()).not.toBe(before);
      expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("sau");
    });
  });
});

describe("Chất lượng", () => {
  it("fetches the long list only when it is looked at, and a count opens what it counts", async () => {
    await openPage("/chat-luong", async (page) => {
      const lists = (): string[] =>
        performance
          .getEntriesByType("resource")
          .map(({name}) => name)
          .filter((name) => name.includes("/loi-"));
      expect(await page.evaluate(lists)).toEqual([]);
      const link = page.locator(".rules tbody tr a").first();
      const count = leading(await link.innerText());
      await link.focus();
      await page.keyboard.press("Enter");
      await page.waitForURL(/quy-tac=/);
      await page.locator("#danh-sach tbody tr").first().waitFor();
      expect(leading(await titleOf(page, "#danh-sach"))).toBe(count);
      expect((await page.evaluate(lists)).length).toBe(1);
    });
  });
  it("filters add up: the chips are the list", async () => {
    await openPage("/chat-luong?pham-vi=tat-ca&muc=warning", async (page) => {
      await page.locator("#danh-sach tbody tr").first().waitFor();
      const chip = await page.locator("#danh-sach .chips [aria-pressed=true]").innerText();
      expect(Number(/\d+$/.exec(chip)?.[0])).toBe(leading(await titleOf(page, "#danh-sach")));
      await page.locator("#danh-sach .chips button", {hasText: "Tất cả"}).click();
      await page.waitForURL((url) => !url.search.includes("muc="));
    });
  });
  it("a file's name leads to its issues and to the command of its marked copy", async () => {
    await openPage("/chat-luong?muc=warning", async (page) => {
      const file = page.locator("#danh-sach tbody th a").first();
      await file.waitFor();
      await file.click();
      await page.waitForURL(/tep=[0-9a-f]{16}/);
      await page.locator(".file-panel").waitFor();
      expect(await page.locator(".file-panel code").innerText()).toMatch(
        /^npm run marked-copy -- --submission [0-9a-f]{16}$/
      );
    });
  });
  it("a cell of certified against class lists its units", async () => {
    await openPage("/chat-luong", async (page) => {
      const cell = page.locator(".cross tbody a").first();
      const count = leading(await cell.innerText());
      await cell.click();
      await page.waitForURL(/o=/);
      await page.locator("#don-vi tbody tr").first().waitFor();
      expect(leading(await titleOf(page, "#don-vi"))).toBe(count);
    });
  });
  it("former communes stand under their successors or as they reported", async () => {
    await openPage("/chat-luong?nam=2024", async (page) => {
      const total = page.locator(".quality-lists .pager [role=status]").nth(1);
      const now = leading((await total.innerText()).replace(/^.* trên /, ""));
      await page.locator(".filters select").nth(1).selectOption("as_reported");
      await page.waitForURL(/ranh-gioi=khi-bao-cao/);
      const then = leading((await total.innerText()).replace(/^.* trên /, ""));
      expect(then).toBeGreaterThan(now);
    });
  });
});

describe.each([
  "/tien-do-nop?tinh-trang=chua_nop",
  "/tien-do-nop?nam=2024&ma=14797",
  "/chat-luong?muc=warning",
  "/chat-luong?o=dat-kha&quy-tac=excluded_kind"
])("%s", (path) => {
  it.each([
    {theme: "light", width: 1440},
    {theme: "dark", width: 1024},
    {theme: "light", width: 360}
  ] as const)(
    "breaks no rule of accessibility and stays in the window, $theme at $width px",
    async ({theme, width}) => {
      await openPage(
        path,
        async (page) => {
          await page.locator("tbody tr").first().waitFor();
          expect(await axeViolations(page)).toEqual([]);
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          expect(overflow).toBeLessThanOrEqual(0);
        },
        {theme, width, bypassCSP: true}
      );
    }
  );
});

it.each(["/tien-do-nop", "/chat-luong"])("%s: the first view stays within 30 requests and 300 kB", async (path) => {
  await openPage(path, async (page) => {
    const sent = await page.evaluate(() =>
      [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")].map(
        (entry) => (entry as PerformanceResourceTiming).encodedBodySize
      )
    );
    const bytes = sent.reduce((sum, size) => sum + size, 0);
    console.log(`${path}: ${sent.length} requests, ${Math.round(bytes / 1000)} kB gzip`);
    expect(sent.length).toBeLessThanOrEqual(30);
    expect(bytes).toBeLessThanOrEqual(300_000);
  });
});

it.each(["/tien-do-nop", "/chat-luong"])("%s says without scripts that its lists need them", async (path) => {
  await openPage(
    path,
    async (page) => expect(await page.locator(".no-script").first().innerText()).toContain("JavaScript"),
    {
      javaScriptEnabled: false
    }
  );
});
