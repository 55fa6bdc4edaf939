import {afterAll, describe, expect, it} from "vitest";
import {axeViolations, closeBrowser, openPage, type PageOptions} from "./harness/openPage.ts";
import {sitePages} from "../../src/publish/pages.ts";
import {STATES} from "../gallery/states.ts";

afterAll(closeBrowser);

const VIEWS = [
  {theme: "light", width: 1440},
  {theme: "dark", width: 1024},
  {theme: "light", width: 360},
  {theme: "dark", width: 390}
] as const;

/** A page as it opens is tried in every view, its other states each in one, by turns. */
const isAsOpened = (path: string): boolean => !path.includes("?");
const cases = STATES.flatMap((state, at) =>
  VIEWS.filter((_, k) => (isAsOpened(state.path) && !state.prepare) || k === at % VIEWS.length).map((view) => ({
    state,
    ...view
  }))
);

it("every page of the menu is among the states tried", () => {
  const tried = new Set(STATES.map(({path}) => path));
  for (const {path} of sitePages("src")) expect(tried, path).toContain(path === "index" ? "/" : `/${path}`);
});

it.each(cases)(
  "$state.name breaks no rule of accessibility and stays in the window, $theme at $width px",
  async ({state, theme, width}) => {
    const options: PageOptions = {theme, width, bypassCSP: true};
    if (state.status) options.status = state.status;
    await openPage(
      state.path,
      async (page) => {
        await state.prepare?.(page);
        expect(await axeViolations(page)).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);
      },
      options
    );
  }
);

describe.each(STATES.filter(({path, status}) => isAsOpened(path) && status === undefined))("$name", ({path}) => {
  it("at 200 % needs no scrolling sideways", async () => {
    await openPage(
      path,
      async (page) => {
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);
      },
      {width: 720, height: 450}
    );
  });
  it("moves nothing for those who asked for less motion", async () => {
    await openPage(path, async (page) => {
      await page.emulateMedia({reducedMotion: "reduce"});
      const moving = await page.evaluate(() =>
        [...document.querySelectorAll("*")]
          .filter((each) => {
            const {transitionDuration, animationDuration} = getComputedStyle(each);
            return /[1-9]/.test(`${transitionDuration} ${animationDuration}`.replaceAll(/1e-\d+s/g, ""));
          })
          .map((each) => each.outerHTML.slice(0, 80))
      );
      expect(moving).toEqual([]);
    });
  });
});
