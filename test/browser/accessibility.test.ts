import {afterAll, expect, it} from "vitest";
import {axeViolations, closeBrowser, openPage} from "./harness/openPage.ts";
import {sitePages} from "../../src/publish/pages.ts";

const paths = [...sitePages("src").map(({path}) => (path === "index" ? "/" : `/${path}`)), "/xa?ma=14797"];
const views = paths.flatMap((path) => [
  {path, theme: "light" as const, width: 1440},
  {path, theme: "dark" as const, width: 1440},
  {path, theme: "light" as const, width: 390}
]);

afterAll(closeBrowser);

it.each(views)("$path in $theme at $width px breaks no rule of accessibility", async ({path, theme, width}) => {
  await openPage(path, async (page) => expect(await axeViolations(page)).toEqual([]), {theme, width, bypassCSP: true});
});
