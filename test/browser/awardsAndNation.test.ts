import type {Page} from "playwright-core";
import {afterAll, describe, expect, it} from "vitest";
import {axeViolations, closeBrowser, openPage} from "./harness/openPage.ts";

afterAll(closeBrowser);

const isWide = async (page: Page): Promise<boolean> =>
  await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

describe("Khen thưởng", () => {
  const AWARD = "/khen-thuong?danh-hieu=S1-A1";

  it("opens on an award, its candidates by what they lack; the count of a condition leads to its rows by keyboard", async () => {
    await openPage(AWARD, async (page) => {
      await page.locator("#danh-sach tbody tr").first().waitFor();
      const all = await page.locator("#danh-sach tbody tr").count();
      expect(await page.locator("h1").innerText()).toMatch(/xã/);
      const link = page.locator(".award-counts tbody tr").first().locator("a").first();
      const count = Number(await link.innerText());
      await link.focus();
      await page.keyboard.press("Enter");
      await page.waitForURL(/o=certified/);
      expect(await page.locator("#danh-sach tbody tr").count()).toBe(count);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("danh-sach");
      await page.goBack();
      expect(await page.locator("#danh-sach tbody tr").count()).toBe(all);
    });
  });
  it("a copied link shows the same rows", async () => {
    let first: string[] = [];
    let url = "";
    await openPage(AWARD, async (page) => {
      await page.locator("#danh-sach select").first().selectOption("thieu_1");
      await page.waitForURL(/tinh-trang=thieu_1/);
      first = await page.locator("#danh-sach tbody th").allInnerTexts();
      url = page.url();
    });
    expect(first.length).toBeGreaterThan(0);
    await openPage(new URL(url).pathname + new URL(url).search, async (page) => {
      await page.locator("#danh-sach tbody tr").first().waitFor();
      expect(await page.locator("#danh-sach tbody th").allInnerTexts()).toEqual(first);
    });
  });
  it("an award without candidates says why, and breaks no rule", async () => {
    await openPage(
      "/khen-thuong?danh-hieu=S2-A1",
      async (page) => {
        expect(await page.locator("h1").innerText()).toContain("không nêu điều kiện");
        expect(await page.locator("#danh-sach").isVisible()).toBe(false);
        expect(await axeViolations(page)).toEqual([]);
      },
      {bypassCSP: true}
    );
  });
  it.each([360, 390])("at %s px nothing stands outside the page, rows are blocks", async (width) => {
    await openPage(
      AWARD,
      async (page) => {
        await page.locator("#danh-sach tbody tr").first().waitFor();
        expect(await isWide(page)).toBe(false);
        expect(
          await page
            .locator("#danh-sach tbody tr")
            .first()
            .evaluate((row) => getComputedStyle(row).display)
        ).not.toBe("table-row");
        expect(await axeViolations(page)).toEqual([]);
      },
      {width, bypassCSP: true}
    );
  });
});

describe("Thay đổi", () => {
  it("compares with the edition before; the foot of another page says the same and leads here", async () => {
    let foot = "";
    await openPage("/", async (page) => {
      foot = await page.locator("#observablehq-footer").innerText();
      await page.locator("#observablehq-footer a").click();
      await page.waitForURL(/thay-doi/);
      await page.locator("#danh-sach tbody tr").first().waitFor();
      const [changed = ""] = /\d[\d.]* xã thay đổi/.exec(foot) ?? [];
      expect(changed).not.toBe("");
      expect(await page.locator("h1").innerText()).toContain(changed);
    });
    expect(foot).toMatch(/Bản số liệu \d{4}-\d{2}-\d{2}\.\d+/);
  });
  it("a cause leads to its figures by keyboard, and the address keeps it", async () => {
    let first: string[] = [];
    let url = "";
    await openPage("/thay-doi", async (page) => {
      const cause = page.locator(".changes-panels a[href*='quy-tac']").first();
      await cause.focus();
      await page.keyboard.press("Enter");
      await page.waitForURL(/quy-tac=/);
      first = await page.locator("#danh-sach tbody th").allInnerTexts();
      url = page.url();
    });
    expect(first.length).toBeGreaterThan(0);
    await openPage(new URL(url).pathname + new URL(url).search, async (page) => {
      await page.locator("#danh-sach tbody tr").first().waitFor();
      expect(await page.locator("#danh-sach tbody th").allInnerTexts()).toEqual(first);
    });
  });
  it.each([360, 1440])("at %s px it breaks no rule and stays within the page", async (width) => {
    await openPage(
      "/thay-doi",
      async (page) => {
        await page.locator("#danh-sach tbody tr").first().waitFor();
        expect(await isWide(page)).toBe(false);
        expect(await axeViolations(page)).toEqual([]);
      },
      {width, bypassCSP: true}
    );
  });
});

describe("Cả nước", () => {
  it("draws 34 provinces and names Hoàng Sa and Trường Sa, as map and as tiles, on a phone too", async () => {
    for (const width of [1440, 360]) {
      await openPage(
        "/ca-nuoc",
        async (page) => {
          for (const kind of ["Bản đồ", "Ô đều"]) {
            await page.locator(".segmented button", {hasText: kind}).click();
            expect(await page.locator(".nation-map a.commune").count()).toBe(34);
            const names = (await page.locator(".nation-island text").allTextContents()).join(" ");
            expect(names).toContain("Quần đảo Hoàng Sa");
            expect(names).toContain("Quần đảo Trường Sa");
            for (const name of await page.locator(".nation-island text", {hasText: /Hoàng Sa|Trường Sa/}).all())
              expect(await name.isVisible()).toBe(true);
          }
          expect(await isWide(page)).toBe(false);
        },
        {width}
      );
    }
  });
  it("is walked by arrow keys; Enter opens a province, back returns, its communes lead to their profiles", async () => {
    await openPage("/ca-nuoc?nam=2024", async (page) => {
      await page.locator('.nation-map a[data-code="08"]').focus();
      await page.keyboard.press("ArrowLeft");
      expect(await page.evaluate(() => document.activeElement?.getAttribute("data-code"))).not.toBe("08");
      await page.keyboard.press("ArrowRight");
      await page.locator('.nation-map a[data-code="08"]').focus();
      await page.keyboard.press("Enter");
      await page.waitForURL(/ma=08/);
      await page.locator(".commune-map a.commune[href]").first().waitFor();
      expect(await page.locator("h1").innerText()).toMatch(/^Tuyên Quang: \d+ trong 124 xã có số liệu năm 2024$/);
      const linked = await page.locator(".commune-map a.commune[href]").count();
      expect(linked).toBeGreaterThan(0);
      expect(linked).toBeLessThan(124);
      await page.goBack();
      expect(await page.locator(".nation-map a.commune").count()).toBe(34);
    });
  });
  it("the home province leads to its own pages, a silent one says so; neither breaks a rule", async () => {
    for (const [code, words] of [
      ["38", "địa bàn của bảng theo dõi này"],
      ["01", "Chưa có tệp nào của Hà Nội"],
      ["08", "Danh sách, thấp nhất trước"]
    ] as const) {
      await openPage(
        `/ca-nuoc?ma=${code}&nam=2024`,
        async (page) => {
          await page.getByText(words).first().waitFor();
          expect(await axeViolations(page)).toEqual([]);
        },
        {bypassCSP: true}
      );
    }
  });
  it("its first view is at most 300 kB packed and 30 requests", async () => {
    await openPage("/ca-nuoc", async (page) => {
      const sizes = await page.evaluate(() =>
        [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")].map(
          (entry) => (entry as PerformanceResourceTiming).encodedBodySize
        )
      );
      expect(sizes.length).toBeLessThanOrEqual(30);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(300 * 1024);
    });
  });
});
