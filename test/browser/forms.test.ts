import {readFileSync} from "node:fs";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Page} from "playwright-core";
import {afterAll, describe, expect, inject, it} from "vitest";
import {closeBrowser, openPage} from "./harness/openPage.ts";
import {SILENT} from "../../loaders/progress.ts";
import {openWorkspace} from "../../loaders/workspace.ts";
import {type TemplateOwners, writeTemplates} from "../../src/publish/writeTemplates.ts";
import {readBack} from "../loaders/template/build.ts";

const folder = mkdtempSync(join(tmpdir(), "forms-"));
afterAll(async () => {
  await closeBrowser();
  rmSync(folder, {recursive: true, force: true});
});

/** The file that the button gives. */
async function download(page: Page): Promise<{name: string; bytes: Buffer}> {
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator(".filters button").click()]);
  const path = join(folder, file.suggestedFilename());
  await file.saveAs(path);
  return {name: file.suggestedFilename(), bytes: readFileSync(path)};
}

/** The same form from the command line. */
async function written(owners: TemplateOwners, year: number): Promise<Buffer> {
  const out = join(folder, "command.xlsx");
  await writeTemplates(openWorkspace(inject("dataFolder")), {owners, year, out, progress: SILENT});
  return readFileSync(out);
}

describe("Biểu mẫu", () => {
  it("gives the chosen commune's form, the very bytes of the command, which the loaders read back", async () => {
    await openPage("/bieu-mau", async (page) => {
      const scripts = (): Promise<string[]> =>
        page.evaluate(() => performance.getEntriesByType("resource").map(({name}) => name));
      expect((await scripts()).filter((name) => name.includes("make-form"))).toEqual([]);
      await page.getByLabel("Xã, phường", {exact: true}).selectOption({label: "Phường Hạc Thành"});
      expect(page.url()).toContain("ma=14797");
      const year = Number(await page.getByLabel("Năm").inputValue());
      const {name, bytes} = await download(page);
      expect(name).toBe(`14797_hac-thanh_${year}.xlsx`);
      expect(bytes.equals(await written({kind: "commune", code: "14797"}, year))).toBe(true);
      const reading = readBack(new Uint8Array(bytes));
      expect(reading).toMatchObject({area_code: "14797", year, is_simulated: true});
      const [, count] = /có sẵn (\d+) đơn vị/.exec(await page.locator("h1").innerText()) ?? [];
      expect(reading.units).toHaveLength(Number(count));
      expect(reading.units.length).toBeGreaterThan(100);
      await expect(page.locator("[role=status].form-status").innerText()).resolves.toContain(`Đã lập ${name}`);
    });
  });

  it("gives the blank form and the province's, the bytes of the command too", async () => {
    await openPage("/bieu-mau", async (page) => {
      const blank = await download(page);
      const year = Number(/_(\d{4})\.xlsx$/.exec(blank.name)?.[1]);
      expect(blank.bytes.equals(await written({kind: "blank"}, year))).toBe(true);
    });
    await openPage("/bieu-mau?ma=tinh-38&nam=2026", async (page) => {
      const {name, bytes} = await download(page);
      expect(name).toBe("tinh-38_thanh-hoa_2026.xlsx");
      expect(bytes.equals(await written({kind: "province", code: "38"}, 2026))).toBe(true);
    });
  });

  it("is worked by keyboard alone", async () => {
    await openPage("/bieu-mau?ma=14797", async (page) => {
      await page.locator(".filters button").focus();
      const [file] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
      expect(file.suggestedFilename()).toMatch(/^14797_/);
    });
  });
});
