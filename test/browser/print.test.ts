import {afterAll, describe, expect, it} from "vitest";
import {closeBrowser, openPage} from "./harness/openPage.ts";
import {sitePages} from "../../src/publish/pages.ts";

afterAll(closeBrowser);

/** Width of A4 in PDF points, as Chromium writes it. */
const A4 = /\/MediaBox \[0 0 (59[4-6][\d.]*) (84[1-3][\d.]*)\]/;
const A4_LANDSCAPE = /\/MediaBox \[0 0 (84[1-3][\d.]*) (59[4-6][\d.]*)\]/;
/** More paper than this and a person would not print the page. */
const MOST_PAGES = 60;

const paths = [...sitePages("src").map(({path}) => (path === "index" ? "/" : `/${path}`)), "/xa?ma=14797"];

describe.each(paths)("%s on paper", (path) => {
  it("is A4, of a number of pages one would print, in the light tokens and without the menu, also from a dark screen", async () => {
    await openPage(
      path,
      async (page) => {
        const pdf = (await page.pdf({preferCSSPageSize: true, printBackground: true})).toString("latin1");
        const boxes = pdf.match(/\/MediaBox \[[^\]]*\]/g) ?? [];
        expect(boxes.length).toBeGreaterThan(0);
        expect(boxes.length).toBeLessThanOrEqual(MOST_PAGES);
        for (const box of boxes) expect(A4.test(box) || A4_LANDSCAPE.test(box), box).toBe(true);
        await page.emulateMedia({media: "print"});
        expect(await page.locator(".menu").isVisible()).toBe(false);
        const colours = await page.evaluate(() => {
          const {color, backgroundColor} = getComputedStyle(document.body);
          return {color, backgroundColor};
        });
        expect(colours).toEqual({color: "rgb(23, 32, 43)", backgroundColor: "rgb(255, 255, 255)"});
      },
      {theme: "dark"}
    );
  });
  it("repeats the heads of its tables and splits no row", async () => {
    await openPage(path, async (page) => {
      await page.emulateMedia({media: "print"});
      const {heads, rows} = await page.evaluate(() => {
        const styles = (selector: string, name: "display" | "breakInside"): string[] => [
          ...new Set(
            [...document.querySelectorAll<HTMLElement>(selector)]
              .filter((each) => each.offsetParent !== null && !each.closest("[hidden]"))
              .map((each) => getComputedStyle(each)[name])
          )
        ];
        return {heads: styles("thead", "display"), rows: styles("tbody tr", "breakInside")};
      });
      expect(heads.filter((value) => value !== "table-header-group")).toEqual([]);
      expect(rows.filter((value) => !value.startsWith("avoid"))).toEqual([]);
    });
  });
});
