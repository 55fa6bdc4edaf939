import {afterEach, describe, expect, it, vi} from "vitest";
import {reportPage} from "../../../../src/components/report/reportPage.ts";
import type {ReportContent} from "../../../../src/report/reportContent.ts";
import {CHART, TABLE} from "../../report/smallReport.ts";
import {smallOverview} from "../../views/smallOverview.ts";

const content: ReportContent = {
  year: 2025,
  area: "Tỉnh Thanh Hóa",
  subject: "Kết quả năm 2025",
  headline: "Chưa đạt",
  bounds: "Năm 2025, số liệu sơ bộ đến 18/11/2025. Dù 8 xã chưa nộp đều đạt hết, toàn tỉnh cũng chỉ lên 79,7%.",
  source: "Nguồn: 225 tệp",
  mark: "Số liệu mô phỏng · Sơ bộ",
  is_provisional: true,
  as_of: "2025-11-18",
  opening: [{kind: "paragraph", text: "Báo cáo như sau:"}],
  parts: [
    {
      title: "Kết quả",
      blocks: [
        {kind: "heading", text: "Kết luận"},
        {kind: "paragraph", text: "Năm 2025, toàn tỉnh có 5.594/7.093 đơn vị."},
        {kind: "table", table: {...TABLE, rows: [["=1+1", 5, null, -1.25, "2025-11-18"], ...TABLE.rows.slice(1)]}},
        {kind: "chart", chart: {...CHART, kind: "parts"}}
      ]
    }
  ],
  annexes: ["Danh sách"],
  downloads: [{format: "docx", name: "bao-cao.docx", bytes: 421_900}]
};

const page = (): HTMLElement => reportPage({content, overview: smallOverview(), map: null});
afterEach(() => vi.unstubAllGlobals());

async function copied(button: HTMLElement | null): Promise<string> {
  let text = "";
  vi.stubGlobal("navigator", {clipboard: {writeText: async (words: string) => void (text = words)}});
  button?.click();
  await vi.waitFor(() => expect(button?.textContent).toBe("Đã chép"));
  return text;
}

describe("the page Báo cáo", () => {
  it("offers the files with their sizes, under names people keep", () => {
    const link = page().querySelector<HTMLAnchorElement>(".report-files a");
    expect(link?.getAttribute("href")).toBe("./data/bao-cao/bao-cao.docx");
    expect(link?.getAttribute("download")).toBe("bao-cao.docx");
    expect(link?.textContent).toBe("Word .docx, 422 kB");
  });

  it("says stage, day and what the missing reports could change", () => {
    expect(page().querySelector(".subtitle")?.textContent).toBe(
      "Số liệu sơ bộ đến 18/11/2025. Dù 8 xã chưa nộp đều đạt hết, toàn tỉnh cũng chỉ lên 79,7%."
    );
  });

  it("copies a sentence, and says so", async () => {
    const button = page().querySelector<HTMLElement>(".report-part .report-paragraph button");
    expect(button?.getAttribute("aria-label")).toMatch(/^Chép câu: Năm 2025/);
    expect(await copied(button)).toBe("Năm 2025, toàn tỉnh có 5.594/7.093 đơn vị.");
    expect(button?.parentElement?.querySelector("[role=status]")?.textContent).toBe("Đã chép");
  });

  it("copies a table as cells by tabs, what looks like a formula as text, a negative number as it is", async () => {
    const text = await copied(page().querySelector<HTMLElement>(".report-caption button"));
    expect(text.split("\n").slice(0, 2)).toEqual(["Tên\tSố\tTỷ lệ\tThay đổi\tNgày", "'=1+1\t5\t–\t−1,3\t18/11/2025"]);
  });

  it("numbers parts, headings, tables and figures as the Word file does", () => {
    const heads = [...page().querySelectorAll(".report-body h2, .report-body h3, .report-caption strong")].map(
      (node) => node.textContent
    );
    expect(heads).toEqual(["I. Kết quả", "1. Kết luận", "Bảng 1. Đơn vị", "Hình 1. Tăng hai năm liền. Tỷ lệ, %"]);
  });

  it("says what to do while no year has figures", () => {
    const empty = reportPage({content: null, overview: smallOverview(), map: null});
    expect(empty.querySelector("h1")?.textContent).toBe("Chưa có báo cáo");
    expect(empty.textContent).toContain("npm start");
  });
});
