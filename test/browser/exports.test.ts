import {readFileSync} from "node:fs";
import {read, utils} from "@e965/xlsx";
import type {Locator, Page} from "playwright-core";
import {afterAll, expect, it} from "vitest";
import {closeBrowser, openPage} from "./harness/openPage.ts";
import {sitePages} from "../../src/publish/pages.ts";

const paths = [
  ...sitePages("src").map(({path}) => (path === "index" ? "/" : `/${path}`)),
  "/xa?ma=14797",
  "/so-sanh?chon=14797,14818",
  "/ca-nuoc?ma=08&nam=2024"
];

/** Tables whose rows and heads are known: by page, the beginning of the file's name, its rows (null: some), heads it must have. */
const TABLES: readonly [path: string, name: string, rows: number | null, heads: readonly string[]][] = [
  [
    "/so-sanh",
    "so-sanh-cac-xa-theo-chi-tieu_thanh-hoa_20",
    166,
    ["Mã xã", "Năm", "Giai đoạn", "Đạt", "Phải xét", "Tỷ lệ", "Mức", "Kết luận", "Khu dân cư: đạt", "Giáo dục: tỷ lệ"]
  ],
  ["/so-sanh", "xep-hang-cac-xa-theo-ty-le_thanh-hoa_20", null, ["Hạng", "Mã xã", "Đạt", "Tỷ lệ", "Mức"]],
  ["/ca-nuoc", "dat-thuoc-dien_theo-tinh_ca-nuoc_20", 34, ["Mã tỉnh", "Đạt", "Phải xét", "Tỷ lệ", "Xã có số liệu"]],
  ["/thay-doi", "so-cua-xa-thay-doi_thanh-hoa_20", null, ["Mã địa bàn", "Bản trước: đạt", "Bản này: tỷ lệ", "Vì sao"]],
  [
    "/khen-thuong?danh-hieu=S1-A1",
    "danh-sach-xet-khen-thuong_",
    null,
    ["Nơi được xét", "Mã xã", "Tình trạng", "Còn thiếu (điều kiện)"]
  ],
  ["/bao-cao", "ty-le-duoc-cong-nhan_thanh-hoa_20", 166, ["Mã xã", "Đạt", "Phải xét", "Tỷ lệ", "Giai đoạn"]]
];

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

it.each(TABLES)(
  "%s gives %s… with counts and shares as numbers",
  {timeout: 60_000},
  async (path, name, count, heads) => {
    await openPage(path, async (page) => {
      const menus = page.locator(".download:visible");
      let found: {name: string; bytes: Buffer} | null = null;
      for (let i = 0; i < (await menus.count()) && !found?.name.startsWith(name); ++i) {
        found = await file(page, menus.nth(i), "xlsx");
      }
      expect(found?.name).toMatch(new RegExp(`^${name}`));
      const book = read(found?.bytes);
      const [head = [], ...rows] = utils.sheet_to_json<(string | number | null)[]>(
        book.Sheets[book.SheetNames[0] ?? ""] ?? {},
        {header: 1, defval: null}
      );
      expect(head).toEqual(expect.arrayContaining([...heads]));
      if (count === null) expect(rows.length).toBeGreaterThan(0);
      else expect(rows).toHaveLength(count);
      for (const [column, title] of head.entries()) {
        if (!/(^|: )(đạt|phải xét|tỷ lệ|mức)$/i.test(`${title}`)) continue;
        const values = rows.map((row) => row[column] ?? null).filter((value) => value !== null);
        expect(values.every((value) => typeof value === "number")).toBe(true);
      }
    });
  }
);

it("gives the same picture from a dark page as from a light one", {timeout: 120_000}, async () => {
  const pictures: (string | undefined)[] = [];
  for (const theme of ["light", "dark"] as const) {
    await openPage(
      "/",
      async (page) => {
        const svg = await file(page, page.locator(".panel-map .download"), "svg");
        pictures.push(svg?.bytes.toString("utf8"));
      },
      {theme}
    );
  }
  expect(pictures[0]).toContain("Số liệu mô phỏng");
  expect(pictures[1]).toBe(pictures[0]);
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
