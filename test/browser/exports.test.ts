import {readFileSync} from "node:fs";
import {read} from "@e965/xlsx";
import type {Locator, Page} from "playwright-core";
import {afterAll, expect, it} from "vitest";
import {closeBrowser, openPage} from "./harness/openPage.ts";
import {sitePages} from "../../src/publish/pages.ts";

const paths = [...sitePages("src").map(({path}) => (path === "index" ? "/" : `/${path}`)), "/xa?ma=14797"];

afterAll(closeBrowser);

async function file(page: Page, menu: Locator, kind: string): Promise<{name: string; bytes: Buffer} | null> {
  await menu.locator("> button").click();
  const choice = menu.locator(`.download-list button[value=${kind}]`);
  if ((await choice.count()) === 0) {
    await page.keyboard.press("Escape");
    return null;
  }
  const [download] = await Promise.all([page.waitForEvent("download", {timeout: 30_000}), choice.click()]);
  return {name: download.suggestedFilename(), bytes: readFileSync(await download.path())};
}

it.each(paths)("every Tải về of %s gives the files it offers", {timeout: 300_000}, async (path) => {
  await openPage(path, async (page) => {
    const menus = page.locator(".download:visible");
    for (let i = 0; i < (await menus.count()); ++i) {
      const menu = menus.nth(i);
      const made = new Map<string, {name: string; bytes: Buffer}>();
      for (const kind of ["png", "svg", "csv", "xlsx"]) {
        const one = await file(page, menu, kind);
        if (one !== null) made.set(kind, one);
      }
      expect(made.size).toBeGreaterThanOrEqual(2);
      for (const {name} of made.values()) expect(name).toMatch(/^[a-z0-9_-]+\.(png|svg|csv|xlsx)$/);
      const png = made.get("png")?.bytes;
      if (png !== undefined) {
        expect(png.readUInt32BE(16)).toBe(1890);
        expect(png.toString("latin1", 37, 41)).toBe("pHYs");
        expect(png.readUInt32BE(41)).toBe(11811);
      }
      const svg = made.get("svg")?.bytes.toString("utf8");
      if (svg !== undefined) {
        expect(svg).not.toMatch(/<text|var\(|font-family/);
        expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(/https?:|url\((?!#)/);
        expect(svg).toContain("Số liệu mô phỏng");
      }
      const csv = made.get("csv")?.bytes;
      if (csv !== undefined) {
        expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
        expect(csv.toString("utf8").trim().split("\r\n").length).toBeGreaterThan(1);
      }
      const xlsx = made.get("xlsx")?.bytes;
      if (xlsx !== undefined) {
        const book = read(xlsx);
        expect(book.SheetNames[1]).toBe("Ghi chú");
        expect(JSON.stringify(book.Sheets["Ghi chú"])).toContain("Số liệu mô phỏng");
      }
    }
  });
});

it("loads nothing of it before the first click", async () => {
  await openPage("/", async (page) => {
    const names = await page.evaluate(() => performance.getEntriesByType("resource").map(({name}) => name));
    expect(names.filter((name) => /export/.test(name))).toEqual([]);
  });
});

it("opens by keyboard, closes with Escape and gives the focus back", async () => {
  await openPage("/", async (page) => {
    const button = page.locator(".download > button").first();
    await button.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowDown");
    expect(await page.evaluate(() => (document.activeElement as HTMLButtonElement).value)).toBe("svg");
    await page.keyboard.press("Escape");
    expect(await button.getAttribute("aria-expanded")).toBe("false");
    expect(await button.evaluate((node) => node === document.activeElement)).toBe(true);
  });
});
