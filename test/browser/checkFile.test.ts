import {readFileSync} from "node:fs";
import type {Page, Request} from "playwright-core";
import {afterAll, describe, expect, it} from "vitest";
import {checkFile} from "../../loaders/checkFile/checkFile.ts";
import {forms, register} from "../loaders/validate/build.ts";
import {
  cleanFile,
  crowdedFile,
  csvFile,
  type DroppedBytes,
  encryptedFile,
  faultyFile,
  foreignFile,
  longFile,
  markupFile,
  pdfFile,
  silentFile
} from "./harness/checkFiles.ts";
import {axeViolations, closeBrowser, openPage} from "./harness/openPage.ts";

afterAll(closeBrowser);

const PATH = "/kiem-tra-tep";
const FAULTY = "Còn 5 ô phải sửa trước khi gửi";

async function choose(page: Page, ...files: DroppedBytes[]): Promise<void> {
  await page.locator("input[type=file]").first().setInputFiles(files);
  await done(page);
}

/** Waits until every file has a result. */
async function done(page: Page): Promise<void> {
  await page.locator(".check-result, .check-refusal").first().waitFor({timeout: 40_000});
  await page.waitForFunction(() => !document.body.innerText.includes("chờ đọc"), null, {timeout: 40_000});
}

/** Drops files as a person does, from outside the page. */
async function drop(page: Page, ...files: DroppedBytes[]): Promise<void> {
  const sent = files.map(({name, mimeType, buffer}) => ({name, mimeType, base64: buffer.toString("base64")}));
  await page.evaluate((dropped) => {
    const dataTransfer = new DataTransfer();
    for (const {name, mimeType, base64} of dropped) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      dataTransfer.items.add(new File([bytes], name, {type: mimeType}));
    }
    for (const type of ["dragenter", "dragover", "drop"])
      document.body.dispatchEvent(new DragEvent(type, {dataTransfer, bubbles: true, cancelable: true}));
  }, sent);
  await done(page);
}

describe("a file on the page Kiểm tra tệp", () => {
  it.each([
    ["a faulty list", faultyFile(), FAULTY],
    ["a list without fault", cleanFile(), "Tệp đọc được hết, gửi được"],
    ["a CSV file", csvFile(), "Còn 1 ô phải sửa trước khi gửi"],
    ["a PDF named .xlsx", pdfFile(), "Tệp này không đọc được"],
    ["an encrypted workbook", encryptedFile(), "Tệp này không đọc được"],
    ["a zip of 60,000 entries", crowdedFile(), "Tệp này không đọc được"],
    ["a workbook that is no form", foreignFile(), "Không nhận ra biểu mẫu nào trong tệp"]
  ])("%s", async (_, file, title) => {
    await openPage(PATH, async (page) => {
      await drop(page, file);
      expect(await page.locator("h1").innerText()).toBe(title);
      expect(await page.locator(".check-file-name").innerText()).toBe(file.name);
    });
  });

  it("finds what the loader's code finds in the same bytes", async () => {
    await openPage(PATH, async (page) => {
      for (const file of [faultyFile(), csvFile(), foreignFile()]) {
        await choose(page, file);
        const {issues} = checkFile(new Uint8Array(file.buffer), {
          fileName: file.name,
          register,
          forms,
          homeProvince: "38"
        });
        const shown = await page.locator(".check-part:not(.is-note) .check-why").allInnerTexts();
        const expected = issues.filter(({severity}) => severity !== "info").map(({message}) => message);
        expect(shown.toSorted()).toEqual(expect.arrayContaining(expected.toSorted()));
      }
    });
  });

  it("leaves the machine in no request: nothing but reading what the site itself holds", async () => {
    await openPage(PATH, async (page) => {
      const before: string[] = await page.evaluate(() =>
        performance.getEntriesByType("resource").map(({name}) => name)
      );
      expect(before.filter((url) => /check-|nam-truoc/.test(url))).toEqual([]);
      const sent: Request[] = [];
      page.context().on("request", (request) => sent.push(request));
      await drop(page, faultyFile());
      await page.locator(".check-item").first().click();
      await page.getByRole("button", {name: "Tải tệp đã đánh dấu"}).click();
      await page.waitForTimeout(500);
      const origin = new URL(page.url()).origin;
      const fetched = sent.filter((request) => !request.url().startsWith("blob:"));
      expect(fetched.length).toBeGreaterThan(0);
      for (const request of fetched) {
        expect(request.method(), request.url()).toBe("GET");
        expect(request.postData(), request.url()).toBeNull();
        expect(new URL(request.url()).origin).toBe(origin);
        expect(new URL(request.url()).search).toBe("");
      }
      expect(fetched.some((request) => request.url().includes("/check-file."))).toBe(true);
      expect(fetched.some((request) => request.url().includes("legacy"))).toBe(false);
      const sizes = await Promise.all(
        fetched.map(async (request) => Number((await request.response())?.headers()["content-length"] ?? Number.NaN))
      );
      const bytes = sizes.reduce((sum, size) => sum + size, 0);
      console.log(`with the first file: ${fetched.length} requests, ${Math.round(bytes / 1000)} kB gzip`);
      expect(bytes).toBeLessThan(200_000);
    });
  });

  it("comes back marked, and the marked copy reads as the file did", async () => {
    await openPage(PATH, async (page) => {
      const file = faultyFile();
      await drop(page, file);
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", {name: "Tải tệp đã đánh dấu"}).click()
      ]);
      expect(download.suggestedFilename()).toMatch(/^Sam Son_ANTT 2025_so bo.+\.xlsx$/);
      const marked = new Uint8Array(readFileSync(await download.path()));
      const about = {register, forms, homeProvince: "38"};
      const said = (bytes: Uint8Array, fileName: string): unknown[] =>
        checkFile(bytes, {...about, fileName}).issues.map(({rule, sheet, cell, message}) => [
          rule,
          sheet,
          cell,
          message
        ]);
      expect(marked.length).not.toBe(file.buffer.length);
      expect(said(marked, download.suggestedFilename())).toEqual(said(new Uint8Array(file.buffer), file.name));
      await choose(page, {...file, name: "danh dau.xlsx", buffer: Buffer.from(marked)});
      expect(await page.locator("h1").innerText()).toBe(FAULTY);
    });
  });

  it("never turns into markup or code", async () => {
    await openPage(PATH, async (page) => {
      await drop(page, markupFile());
      expect(await page.evaluate(() => "wasRun" in window)).toBe(false);
      expect(
        await page.locator(".check-page").evaluate((node) => node.querySelector("b, i, u, img, script"))
      ).toBeNull();
      expect(await page.locator(".check-table").innerText()).toContain("${alert(1)}");
    });
  });

  it("of 10,000 rows is there in seconds, scrolls, and shows the cell that is chosen", async () => {
    await openPage(PATH, async (page) => {
      const started = performance.now();
      await choose(page, longFile(10_000));
      console.log(`10,000 rows: ${Math.round(performance.now() - started)} ms from the choice to the result`);
      expect(await page.locator("h1").innerText()).toBe("Còn 10 ô phải sửa trước khi gửi");
      expect(await page.locator(".check-table tbody tr").count()).toBeLessThan(120);
      await page.locator(".check-item").nth(8).click();
      const chosen = page.locator(".check-table .is-chosen");
      await chosen.waitFor();
      expect(await chosen.innerText()).toContain("Giỏi");
      expect(
        await chosen.evaluate((cell) => {
          const {top, bottom} = cell.getBoundingClientRect();
          const view = cell.closest(".check-sheet")?.getBoundingClientRect();
          return view !== undefined && top >= view.top && bottom <= view.bottom;
        })
      ).toBe(true);
      await page.locator(".check-sheet").evaluate((sheet) => (sheet.scrollTop = sheet.scrollHeight));
      await page.locator('.check-table tr[aria-rowindex="10005"]').waitFor();
      await page.waitForFunction(() =>
        document.querySelector(".check-table tbody")?.textContent.includes("Tổ dân phố 10000")
      );
    });
  });
});

describe("several files", () => {
  it("are listed with what came of each, and one can be shown after the other, marked copies too", async () => {
    await openPage(PATH, async (page) => {
      await drop(page, faultyFile("mot.xlsx"), longFile(1000, "hai.xlsx"), pdfFile("ba.xlsx"));
      expect(await page.locator(".check-files button").allInnerTexts()).toHaveLength(3);
      await page.locator(".check-files button").nth(1).click();
      expect(await page.locator("h1").innerText()).toBe("Còn 1 ô phải sửa trước khi gửi");
      await page.locator(".check-item").first().click();
      await page.waitForFunction(() => document.querySelector(".is-chosen .check-text")?.textContent === "Giỏi");
      await page.locator(".check-files button").nth(0).click();
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", {name: "Tải tệp đã đánh dấu"}).click()
      ]);
      expect(download.suggestedFilename()).toMatch(/^mot/);
    });
  });
});

describe("when reading fails", () => {
  it("a reader that does not answer is ended after 20 seconds; the next file is read", async () => {
    await openPage(PATH, async (page) => {
      await page.clock.install();
      await page.route(
        /check-file\.[^/]*js/,
        (route) => route.fulfill({contentType: "text/javascript", body: "onmessage = () => {};"}),
        {times: 1}
      );
      await page.locator("input[type=file]").first().setInputFiles(faultyFile());
      await page.waitForTimeout(500);
      await page.clock.fastForward(21_000);
      await page.locator(".check-refusal").waitFor();
      expect(await page.locator("h1").innerText()).toBe("Tệp đọc quá 20 giây nên đã dừng");
      await page.clock.resume();
      await page.evaluate(() => document.querySelector(".check-refusal")?.remove());
      await choose(page, faultyFile());
      expect(await page.locator("h1").innerText()).toBe(FAULTY);
    });
  });

  it("a reader that fails says so, and what to do", async () => {
    await openPage(PATH, async (page) => {
      const broken = 'onmessage = () => { throw new Error("broken"); };';
      await page.route(/check-file\.[^/]*js/, (route) => route.fulfill({contentType: "text/javascript", body: broken}));
      await page.locator("input[type=file]").first().setInputFiles(faultyFile());
      await page.locator(".check-refusal").waitFor();
      expect(await page.locator("h1").innerText()).toBe("Không kiểm tra được tệp này");
      expect(await page.locator(".check-refusal").innerText()).toContain("Tải lại trang");
    });
  });
});

describe("people who do not use a mouse, or do not see", () => {
  const STATES: readonly (readonly [string, DroppedBytes[]])[] = [
    ["no file yet", []],
    ["faults", [faultyFile()]],
    ["no fault", [cleanFile()]],
    ["refused", [pdfFile()]],
    ["no form", [foreignFile()]],
    ["fields", [silentFile()]],
    ["several files", [faultyFile("mot.xlsx"), pdfFile("hai.xlsx")]],
    ["a long sheet", [longFile(1000)]]
  ];
  it.each(STATES)("axe finds nothing: %s", async (_, files) => {
    for (const [width, theme] of [
      [1440, "light"],
      [1440, "dark"],
      [390, "light"]
    ] as const) {
      await openPage(
        PATH,
        async (page) => {
          if (files.length > 0) await choose(page, ...files);
          expect(await axeViolations(page), `${width} ${theme}`).toEqual([]);
        },
        {width, theme, bypassCSP: true}
      );
    }
  });

  it("the keyboard reaches chooser, tabs, sheet, every numbered cell and every entry, and the result is read out", async () => {
    await openPage(PATH, async (page) => {
      await choose(page, faultyFile());
      expect(await page.locator(".check-page [role=status]").textContent()).toContain(FAULTY);
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
      const reached: string[] = [];
      for (let i = 0; i < 40; i++) {
        await page.keyboard.press("Tab");
        reached.push(
          await page.evaluate(() => {
            const active = document.activeElement as HTMLElement | null;
            return active?.getAttribute("aria-label") ?? active?.className ?? "";
          })
        );
      }
      const pins = reached.filter((label) => /^\d, (phải sửa|nên xem lại), ô/.test(label));
      expect(pins.length).toBeGreaterThanOrEqual(7);
      expect(reached.filter((label) => label === "check-item").length).toBeGreaterThanOrEqual(7);
      expect(reached).toContain("Trang Danh sách đơn vị");
      await page.locator(".check-item").nth(0).focus();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      expect(await page.locator(".is-chosen .check-text").innerText()).toBe("Đạt một phần");
      await page.locator("[role=tab]").first().focus();
      await page.keyboard.press("ArrowRight");
      expect(await page.locator("[role=tab][aria-selected=true]").innerText()).toContain("Mô hình");
    });
  });
});

describe("on a phone and on paper", () => {
  it.each([390, 360])(
    "nothing is wider than the screen at %i px, and the list stands before the sheet",
    async (width) => {
      await openPage(
        PATH,
        async (page) => {
          await choose(page, faultyFile());
          expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
          const [list, sheet] = await Promise.all([
            page.locator(".check-side").boundingBox(),
            page.locator(".check-sheet").boundingBox()
          ]);
          expect(list?.y).toBeLessThan(sheet?.y ?? 0);
          await page.locator(".check-item").nth(3).click();
          expect(
            await page.locator(".is-chosen").evaluate((cell) => {
              const {top, bottom} = cell.getBoundingClientRect();
              return top >= 0 && bottom <= innerHeight;
            })
          ).toBe(true);
          await page.locator(".is-chosen .check-pin").click();
          expect(
            await page.locator("[aria-current=true].check-item").evaluate((item) => {
              const {top, bottom} = item.getBoundingClientRect();
              return bottom > 0 && top < innerHeight;
            })
          ).toBe(true);
        },
        {width}
      );
    }
  );

  it("prints the file and the list of what to mend, without the sheet", async () => {
    await openPage(PATH, async (page) => {
      await choose(page, faultyFile());
      await page.emulateMedia({media: "print"});
      expect(await page.locator(".check-main").isVisible()).toBe(false);
      expect(await page.locator(".check-strip").isVisible()).toBe(true);
      expect(await page.locator(".check-item").last().isVisible()).toBe(true);
      expect(await page.locator(".page-head .button").first().isVisible()).toBe(false);
    });
  });
});
