import {beforeEach, describe, expect, it, vi} from "vitest";
import type {TemplateFill} from "../../../loaders/template/templateFill.ts";
import {formsPage, type FormMaker} from "../../../src/components/formsPage.ts";
import type {FormsBook} from "../../../src/data/queries/formsBook.ts";

const fill = (year: number, owner: string | null): TemplateFill => ({
  year,
  owner:
    owner === null ? null : {level: "commune", code: "14797", title: owner, name: owner, province: "Tỉnh Thanh Hóa"},
  isSimulated: false,
  unitYears: [],
  units: [],
  models: [],
  formerCommunes: [],
  communes: [],
  deadlines: [{title: "Công nhận khu dân cư", when: `trước ngày 15/11/${year}`, source: "Thông tư 124, Điều 9"}],
  excluded: "Thông tư 124: không áp dụng cho mầm non.",
  sendTo: "Ban Chỉ đạo 138 tỉnh",
  day: "2026-11-18"
});
const column = {meaning: "Tên đầy đủ.", words: "Chữ", example: "Thôn 1", is_for_many: false} as const;
const BOOK = {
  forms: {},
  explained: [
    {
      id: "unit_list",
      title: "Danh sách đơn vị",
      purpose: "Mỗi đơn vị một dòng.",
      columns: [
        {...column, id: "unit_name", title: "Tên đơn vị", need: "must", blank: "Dòng không nạp được"},
        {...column, id: "note", title: "Ghi chú", need: "may", blank: "Chưa rõ"},
        {...column, id: "commune", title: "Xã", need: "may", blank: "Theo tệp", is_for_many: true}
      ]
    }
  ],
  owners: [
    {key: "tinh-38", title: "Tỉnh Thanh Hóa (đơn vị do tỉnh quản lý)", unit_counts: {2026: 378, 2027: 378}},
    {key: "14797", title: "Phường Hạc Thành", unit_counts: {2026: 155, 2027: 1}},
    {key: "14758", title: "Phường Hàm Rồng", unit_counts: {2026: 1, 2027: 1}}
  ],
  years: [2026, 2027],
  blank: {2026: fill(2026, null), 2027: fill(2027, null)}
} as unknown as FormsBook;

const made = vi.fn<FormMaker["makeTemplate"]>(() => ({fileName: "bieu.xlsx", bytes: new Uint8Array(40_001)}));
const maker = vi.fn(async () => ({makeTemplate: made}));
const fills = vi.fn(async () => ({2026: fill(2026, "Phường Hạc Thành")}));

function open(search: string, about: Partial<Parameters<typeof formsPage>[0]> = {}): HTMLElement {
  history.replaceState(null, "", `/bieu-mau${search}`);
  return formsPage({book: BOOK, maker, fills, checkUrl: "/kiem-tra-tep", ...about});
}
const textOf = (node: HTMLElement, selector: string): string => node.querySelector(selector)?.textContent ?? "";

beforeEach(() => {
  vi.clearAllMocks();
  URL.createObjectURL = () => "blob:here";
  URL.revokeObjectURL = () => undefined;
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => undefined);
});

describe("the page Biểu mẫu", () => {
  it("says in its title how many units stand in the form of the chosen commune", () => {
    const page = open("?ma=14797");
    expect(textOf(page, "h1")).toBe("Biểu năm 2026 của Phường Hạc Thành có sẵn 155 đơn vị");
    expect(textOf(page, "button.button-dark")).toBe("Tải biểu mẫu");
    expect(textOf(open("?ma=14797&nam=2027"), ".subtitle")).toContain("Chưa có danh sách của năm trước");
  });

  it("without a choice offers the blank form, and says for how many communes there is more", () => {
    const page = open("?ma=99999");
    expect(textOf(page, "h1")).toBe("Biểu năm 2026 có sẵn đơn vị của 1 xã, phường");
    expect(textOf(page, "button.button-dark")).toBe("Tải biểu trống");
  });

  it("hands out blank forms only where nothing may be named", () => {
    const page = open("", {book: {...BOOK, owners: []}});
    expect(page.querySelectorAll("select")).toHaveLength(1);
    expect(textOf(page, "h1")).toBe("Biểu năm 2026 để ghi danh sách đơn vị");
  });

  it("loads neither code nor units before a form is asked for, then makes it of both and says so", async () => {
    const page = open("?ma=14797");
    expect([maker, fills].map(({mock}) => mock.calls.length)).toEqual([0, 0]);
    page.querySelector<HTMLButtonElement>("button.button-dark")?.click();
    await vi.waitFor(() => expect(textOf(page, "[role=status]")).toBe("Đã lập bieu.xlsx, 41 kB, ngay trên máy này."));
    expect(fills).toHaveBeenCalledWith("14797");
    expect(made).toHaveBeenCalledWith(fill(2026, "Phường Hạc Thành"), BOOK.forms);
  });

  it("says what to do when the form could not be made, and lets the person try again", async () => {
    const page = open("?ma=14797", {fills: () => Promise.reject(new Error("gone"))});
    const button = page.querySelector<HTMLButtonElement>("button.button-dark");
    button?.click();
    expect(button?.disabled).toBe(true);
    await vi.waitFor(() =>
      expect(textOf(page, "[role=status]")).toBe("Không lập được biểu. Tải lại trang rồi thử lại.")
    );
    expect(button?.disabled).toBe(false);
  });

  it("explains each column: how much it is needed, its words, an example, what an empty cell means", () => {
    const page = open("");
    const rows = [...page.querySelectorAll(".form-columns tbody tr")].map((row) =>
      [...row.children].map((cell) => cell.textContent)
    );
    expect(rows).toEqual([
      ["Tên đơn vịBắt buộc", "Tên đầy đủ.", "Chữ", "Thôn 1", "Dòng không nạp được"],
      ["Ghi chúNếu có", "Tên đầy đủ.", "Chữ", "Thôn 1", "–"]
    ]);
    expect(page.textContent).toContain("Tệp gồm nhiều xã hoặc nhiều năm còn có cột Xã.");
  });

  it("gives the deadlines of the chosen year, who is outside the norm, where to send it, and the way to the check", () => {
    const page = open("?nam=2027");
    expect(page.textContent).toContain("trước ngày 15/11/2027");
    expect(page.textContent).toContain("Gửi về Ban Chỉ đạo 138 tỉnh.");
    expect(page.textContent).toContain("không áp dụng cho mầm non");
    expect(page.querySelector('a[href="/kiem-tra-tep"]')?.textContent).toBe("Kiểm tra tệp trước khi gửi");
  });
});
