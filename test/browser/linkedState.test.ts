import {afterAll, expect, it} from "vitest";
import {closeBrowser, openPage} from "./harness/openPage.ts";
import {sitePages} from "../../src/publish/pages.ts";

afterAll(closeBrowser);

it("what a person chose goes along by the menu, and back undoes it", async () => {
  await openPage("/?nam=2024&loai=co_quan", async (page) => {
    await page.locator('.menu a:has-text("Bản đồ")').click();
    await page.waitForURL(/ban-do/);
    const {searchParams} = new URL(page.url());
    expect([searchParams.get("nam"), searchParams.get("loai")]).toEqual(["2024", "co_quan"]);
    await page.waitForSelector(".map-page .filters select");
    await page.goBack();
    expect(new URL(page.url()).search).toBe("?nam=2024&loai=co_quan");
  });
});

it("says what of an address it does not heed, until a person closes the line", async () => {
  await openPage("/?nam=1999&xyz=1", async (page) => {
    const notice = page.locator(".ignored");
    expect(await notice.textContent()).toContain("“xyz”");
    expect(await notice.textContent()).toContain("nam=1999");
    await notice.locator("button").click();
    expect(await notice.count()).toBe(0);
  });
});

it.each(sitePages("src").map(({path}) => path))("%s says something where no script runs", async (path) => {
  await openPage(
    path === "index" ? "/" : `/${path}`,
    async (page) => {
      const words = await page.locator(".without-script").innerText();
      expect(words).toContain("JavaScript");
      if (path !== "index") return;
      expect(await page.locator(".without-script .card").count()).toBeGreaterThan(1);
      expect(words).toMatch(/\d+,\d+%/);
      expect(await page.locator(".without-script table.data tbody tr").count()).toBeGreaterThan(3);
    },
    {javaScriptEnabled: false}
  );
});
