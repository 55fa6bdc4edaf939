import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import {CheckSession} from "../../../loaders/checkFile/checkSession.ts";
import type {Answer, Question} from "../../../loaders/checkFile/messages.ts";
import {packRegister} from "../../../loaders/reference/packRegister.ts";
import {checkPage} from "../../../src/components/checkPage.ts";
import type {WorkerLike} from "../../../src/components/fileChecker.ts";
import {
  cleanFile,
  type DroppedBytes,
  faultyFile,
  foreignFile,
  longFile,
  markupFile,
  pdfFile,
  silentFile
} from "../../browser/harness/checkFiles.ts";
import {forms, register} from "../../loaders/validate/build.ts";

const rules = {register: packRegister(register), forms, homeProvince: "38", priorCommunes: []};

/** A Worker in this thread: the same session, its answers a turn later. */
class SameThread implements WorkerLike {
  onmessage: WorkerLike["onmessage"] = null;
  onerror: WorkerLike["onerror"] = null;
  readonly #session = new CheckSession(rules);
  postMessage(question: Question): void {
    void this.#answer(question).then(
      (value) => this.onmessage?.({data: {id: question.id, ok: true, value} as Answer} as MessageEvent<Answer>),
      (error: unknown) =>
        this.onmessage?.({
          data: {id: question.id, ok: false, message: (error as Error).message}
        } as MessageEvent<Answer>)
    );
  }
  terminate(): void {
    this.onmessage = null;
  }
  async #answer(question: Question): Promise<unknown> {
    await Promise.resolve();
    if (question.ask === "check")
      return await this.#session.check(question.bytes, question.fileName, question.said, {
        loadPrior: () => Promise.resolve([])
      });
    if (question.ask === "rows") return this.#session.rows(question.sheet, question.first, question.count);
    if (question.ask === "marked") return this.#session.markedCopy();
    return this.#session.communes(question.year);
  }
}

const asFile = ({name, buffer}: DroppedBytes): File => {
  const file = new File([new Uint8Array(buffer)], name, {lastModified: Date.UTC(2025, 10, 10, 9, 15)});
  // jsdom's File cannot be read as a buffer.
  file.arrayBuffer = () => Promise.resolve(new Uint8Array(buffer).buffer);
  return file;
};

let page: HTMLElement;
const text = (selector: string): string => page.querySelector(selector)?.textContent ?? "";
const all = (selector: string): HTMLElement[] => [...page.querySelectorAll<HTMLElement>(selector)];

async function drop(...files: DroppedBytes[]): Promise<void> {
  const input = page.querySelector<HTMLInputElement>("input[type=file]");
  if (input === null) throw new Error("no chooser");
  Object.defineProperty(input, "files", {value: files.map(asFile), configurable: true});
  input.dispatchEvent(new Event("change"));
  await vi.waitFor(
    () => {
      expect(page.querySelector(".check-result, .check-refusal")).not.toBeNull();
      expect(all(".check-files-state").map((state) => state.textContent)).not.toContain("chờ đọc");
    },
    {timeout: 20_000, interval: 10}
  );
}

beforeEach(() => {
  page = checkPage({
    start: () => new SameThread(),
    addresses: () => ({rulesUrl: "", legacyUrl: "", priorUrls: []}),
    formsUrl: "./bieu-mau",
    thisYear: 2026
  });
  document.body.replaceChildren(page);
});
afterEach(() => document.body.replaceChildren());

describe("the page Kiểm tra tệp", {timeout: 30_000}, () => {
  it("says before a file is there what it does, and that nothing is sent", () => {
    expect(text("h1")).toBe("Kiểm tra tệp trước khi gửi");
    expect(text(".subtitle")).toContain("không gửi đi đâu");
    expect(text(".check-empty a")).toBe("Lấy biểu mẫu");
    expect(all(".page-head .button").every((button) => button.closest("[hidden]") !== null)).toBe(true);
  });

  it("counts what must be mended and gives sheet and list the same numbers", async () => {
    await drop(faultyFile());
    expect(text("h1")).toBe("Còn 5 ô phải sửa trước khi gửi");
    expect(text(".check-strip")).toContain("Mẫu năm 2025, phường Sầm Sơn");
    expect(text(".check-strip")).toContain("17, nhận hết");
    const listed = all(".check-part:not(.is-note) .check-item").map((item) => [
      item.querySelector(".check-disc")?.textContent,
      item.querySelector(".check-cell")?.textContent,
      item.querySelector(".check-quote")?.textContent
    ]);
    expect(listed).toEqual([
      ["1", "F7", "“31/02/2025”"],
      ["2", "G8", "“Đạt một phần”"],
      ["3", "J10", "“Giỏi”"],
      ["4", "I13", "“840”"],
      ["5", "C18", "“Hộ kinh doanh”"],
      ["6", "B11", "“Tổ dân phố Sơn Thắng”"],
      ["7", "B21", "“Trường Mầm non Hoa Sen”"],
      ["8", "G21", "“Đạt”"]
    ]);
    const drawn = all("tbody .has-item").map((cell) => [
      cell.querySelector(".check-disc")?.textContent,
      cell.querySelector(".check-text")?.textContent
    ]);
    expect(
      drawn.toSorted((a, b) => Number(a[0]) - Number(b[0])).map(([number, value]) => [number, `“${value ?? ""}”`])
    ).toEqual(listed.map(([number, , quote]) => [number, quote]));
    expect(all(".check-write").map((word) => word.textContent)).toEqual(
      expect.arrayContaining(["dd/mm/yyyy", "Đạt", "Chưa đạt", "84,0"])
    );
  });

  it("draws titles, groups, totals and missing results apart", async () => {
    await drop(faultyFile());
    const roles = all("tbody tr").map((row) => `${row.querySelector("th")?.textContent ?? ""} ${row.className}`);
    expect(roles).toEqual(
      expect.arrayContaining(["1 is-title", "3 is-blank", "4 is-header", "5 is-group", "6 is-data", "22 is-total"])
    );
    expect(all(".is-missing").map((cell) => cell.closest("tr")?.querySelector("th")?.textContent)).toEqual([
      "14",
      "14"
    ]);
    expect(text(".check-note")).toContain("Dòng 14 để trống cả đăng ký và kết quả");
  });

  it("choosing on either side marks both, on another sheet too", async () => {
    await drop(faultyFile());
    all(".check-item")[3]?.click();
    expect(text(".is-chosen .check-text")).toBe("840");
    page.querySelector<HTMLElement>('[aria-label^="1, phải sửa, ô F7"]')?.click();
    expect(text("[aria-current=true] .check-cell")).toBe("F7");
    expect(all(".is-chosen")).toHaveLength(1);
    all("[role=tab]")[1]?.click();
    expect(text(".check-table caption")).toContain("Mô hình");
    all(".check-item")[0]?.click();
    expect(page.querySelector("[role=tab][aria-selected=true]")?.textContent).toContain("Danh sách đơn vị");
    expect(text(".is-chosen .check-text")).toBe("31/02/2025");
  });

  it("arrow keys go through the list and the tabs", async () => {
    await drop(faultyFile());
    const [first, second] = all(".check-item");
    first?.focus();
    first?.dispatchEvent(new KeyboardEvent("keydown", {key: "ArrowDown", bubbles: true}));
    expect(document.activeElement).toBe(second);
    const tabs = all("[role=tab]");
    tabs[0]?.focus();
    tabs[0]?.dispatchEvent(new KeyboardEvent("keydown", {key: "ArrowRight", bubbles: true}));
    expect(document.activeElement).toBe(tabs[1]);
    expect(tabs.map((tab) => tab.tabIndex)).toEqual([-1, 0, -1]);
  });

  it("says that a file without fault may be sent", async () => {
    await drop(cleanFile());
    expect(text("h1")).toBe("Tệp đọc được hết, gửi được");
    expect(text(".check-strip")).toContain("2, nhận hết");
    expect(
      [...page.querySelectorAll<HTMLElement>(".page-head button")].map((button) => [button.textContent, button.hidden])
    ).toEqual([
      ["Chọn tệp khác", false],
      ["Tải tệp đã đánh dấu", true]
    ]);
  });

  it("says of a file it cannot read what it is and what to do", async () => {
    await drop(pdfFile());
    expect(text("h1")).toBe("Tệp này không đọc được");
    expect(text(".check-refusal")).toMatch(/PDF/);
    expect(page.querySelector(".check-result")).toBeNull();
  });

  it("draws a workbook that is no form, and leads to the forms", async () => {
    await drop(foreignFile());
    expect(text("h1")).toBe("Không nhận ra biểu mẫu nào trong tệp");
    expect(text(".check-table")).toContain("0912 345 678");
    expect(page.querySelector('a[href="./bieu-mau"]')).not.toBeNull();
    expect(text(".check-strip")).not.toContain("Giai đoạn");
  });

  it("asks for what a file does not say, checks by it, and keeps it among what is to be mended", async () => {
    await drop(silentFile());
    expect(text(".check-owner")).toContain("của xã, phường nào, của năm nào");
    const [year, commune] = all(".check-owner select") as HTMLSelectElement[];
    expect(commune?.options.length).toBe(167);
    if (year === undefined) throw new Error("no field");
    year.value = "2025";
    year.dispatchEvent(new Event("change"));
    await vi.waitFor(() => expect(text(".check-value")).toContain("năm 2025"));
    const next = page.querySelectorAll<HTMLSelectElement>(".check-owner select")[1];
    if (next === undefined) throw new Error("no field");
    next.value = "16531";
    next.dispatchEvent(new Event("change"));
    await vi.waitFor(() => expect(text(".check-value")).toContain("phường Sầm Sơn"));
    expect(text("h1")).toBe("Còn 3 chỗ phải sửa trước khi gửi");
    expect(all(".check-part.is-fix .check-cell").map((cell) => cell.textContent)).toEqual(["Cả tệp", "Cả tệp", "J3"]);
  });

  it("lists several files, each with what came of it, and shows the one chosen", async () => {
    await drop(faultyFile("mot.xlsx"), cleanFile("hai.xlsx"), pdfFile("ba.xlsx"));
    expect(all(".check-files button").map((button) => button.textContent)).toEqual([
      "mot.xlsx5phải sửa",
      "hai.xlsxgửi được",
      "ba.xlsxkhông đọc được"
    ]);
    all(".check-files button")[1]?.click();
    expect(text("h1")).toBe("Tệp đọc được hết, gửi được");
    expect(page.querySelector(".check-files [aria-current=true]")?.textContent).toContain("hai.xlsx");
  });

  it("keeps of a long sheet only the rows in view in the page", async () => {
    await drop(longFile(3000));
    expect(text("h1")).toBe("Còn 3 ô phải sửa trước khi gửi");
    expect(all("tbody tr").length).toBeLessThan(100);
    all(".check-item")[1]?.click();
    await vi.waitFor(() => expect(text(".is-chosen .check-text")).toBe("Giỏi"));
    expect(page.querySelector(".is-chosen")?.closest("tr")?.getAttribute("aria-rowindex")).toBe("2005");
  });

  it("shows the text of a file as text: no markup, no code", async () => {
    await drop(markupFile());
    expect(page.querySelector("b, i, u, img, script")).toBeNull();
    expect(text(".check-file-name")).toBe("<img src=x onerror=alert(1)>.xlsx");
    expect(text(".check-table")).toContain("${alert(1)}");
  });
});
