import type {Page} from "playwright-core";
import {afterAll, describe, expect, it} from "vitest";
import {axeViolations, closeBrowser, openPage} from "./harness/openPage.ts";

afterAll(closeBrowser);

const COMMUNE = "/xa?ma=14797&nam=2025";
const VET = "certified_of_eligible~14797~2025~all~current~all";
const panel = (page: Page) => page.locator(".trace-panel");
const fractionOf = async (page: Page): Promise<string> => {
  const parts = await panel(page).locator(".trace-part strong").allInnerTexts();
  return parts.slice(0, 2).join("/");
};

describe("the trace of a commune's figure", () => {
  it("opens by click, says the fraction of the page, and is in the address", async () => {
    await openPage(COMMUNE, async (page) => {
      const row = page.locator(".verdict-table tbody tr").first();
      const fraction = await row.locator("td").nth(2).innerText();
      await row.locator(".traced").click();
      await panel(page).locator(".trace-excerpt").waitFor();
      expect(await fractionOf(page)).toBe(fraction);
      expect(new URL(page.url()).searchParams.get("vet")).toBe(VET);
      expect(await panel(page).locator(".sheet .is-cell").count()).toBe(1);
    });
  });
  it("opens and closes by keyboard alone; Escape gives the focus back", async () => {
    await openPage(COMMUNE, async (page) => {
      await page.locator(".verdict-table .traced").first().focus();
      await page.keyboard.press("Enter");
      await panel(page).locator(".trace-excerpt").waitFor();
      expect(await page.evaluate(() => document.activeElement?.closest(".trace-panel") !== null)).toBe(true);
      await page.keyboard.press("Escape");
      await panel(page).waitFor({state: "hidden"});
      expect(await page.evaluate(() => document.activeElement?.getAttribute("data-vet"))).toBe(VET);
      expect(page.url()).not.toContain("vet=");
      await page.goBack();
      await panel(page).locator(".trace-excerpt").waitFor();
    });
  });
  it("the list holds as many rows as the denominator, and a row leads to its cell", async () => {
    await openPage(`${COMMUNE}&vet=${VET}`, async (page) => {
      const [, denominator = ""] = (await fractionOf(page)).split("/");
      const all = panel(page).locator(".trace-actions .button-dark");
      expect(await all.innerText()).toBe(`Xem ${denominator} đơn vị nguồn`);
      await all.click();
      const cell = panel(page).locator(".trace-cells tbody tr button").nth(3);
      const address = await cell.innerText();
      await cell.click();
      expect(await panel(page).locator(".trace-excerpt h3").innerText()).toContain(`Ô ${address}, `);
    });
  });
  it("a unit that lacks leads to its own row of the file", async () => {
    await openPage(COMMUNE, async (page) => {
      const row = page.locator(".open-units tbody tr").nth(1);
      const [name, address] = [await row.locator("th").innerText(), await row.locator(".traced").innerText()];
      await row.locator(".traced").click();
      const excerpt = panel(page).locator(".trace-excerpt");
      await excerpt.waitFor();
      expect(await excerpt.locator("h3").innerText()).toContain(`Ô ${address}, `);
      expect(await excerpt.locator("tr.is-chosen").innerText()).toContain(name);
    });
  });
  it("what a clause lacks leads to the units in its scope", async () => {
    await openPage(COMMUNE, async (page) => {
      const gap = page.locator(".verdict-table a[href='#don-vi']").first();
      await gap.focus();
      await page.keyboard.press("Enter");
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("don-vi");
      expect(await page.locator(".open-units-scope").innerText()).toMatch(/^.+: \d+ đơn vị chưa được công nhận/);
    });
  });
});

describe("the trace of a province's figure", () => {
  it("is a list of communes that leads on to a commune's cells", async () => {
    await openPage("/", async (page) => {
      const card = page.locator(".card").first();
      const fraction = await card.locator(".card-fraction").innerText();
      await card.locator(".traced").click();
      await panel(page).locator("tbody tr").first().waitFor();
      expect(await fractionOf(page)).toBe(fraction);
      await panel(page).locator("tbody .traced").first().click();
      await panel(page).locator(".trace-excerpt").waitFor();
    });
  });
});

it("fetches nothing before a figure is asked for, and then what is small", async () => {
  await openPage(COMMUNE, async (page) => {
    const files = (): {name: string; size: number}[] =>
      performance
        .getEntriesByType("resource")
        .filter(({name}) => name.includes("truy-vet"))
        .map((entry) => ({name: entry.name, size: (entry as PerformanceResourceTiming).encodedBodySize}));
    expect(await page.evaluate(files)).toEqual([]);
    await page.locator(".verdict-table .traced").first().click();
    await panel(page).locator(".trace-excerpt").waitFor();
    const fetched = await page.evaluate(files);
    expect(fetched.map(({name}) => name.split("/").at(-1))).toEqual(["index.json", "14797-2025.json"]);
    // Hạc Thành is the largest of all.
    expect(fetched.at(-1)?.size).toBeLessThanOrEqual(12_000);
  });
});

it("says what to do where a link names no number", async () => {
  await openPage("/?vet=certified_of_eligible~99999~2025~all~current~all", async (page) => {
    await panel(page).locator(".trace-empty").waitFor();
    expect(await panel(page).innerText()).toContain("Mở lại con số trên trang");
  });
});

describe.each([`${COMMUNE}&vet=${VET}`, "/?vet=certified_of_eligible~38~2025~all~current~all"])("%s", (path) => {
  it.each([
    {theme: "light", width: 1440},
    {theme: "dark", width: 1440},
    {theme: "light", width: 390}
  ] as const)("open, breaks no rule of accessibility, $theme at $width px", async ({theme, width}) => {
    await openPage(
      path,
      async (page) => {
        await panel(page).locator("table").first().waitFor();
        expect(await axeViolations(page)).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);
      },
      {theme, width, bypassCSP: true}
    );
  });
});
