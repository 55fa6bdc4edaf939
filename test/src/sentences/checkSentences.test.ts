import {describe, expect, it} from "vitest";
import type {CheckedFile, CheckedSheet} from "../../../loaders/checkFile/messages.ts";
import {
  checkTitle,
  comparison,
  fileSize,
  recognisedAs,
  rowsRead,
  savedAt,
  sheetNote
} from "../../../src/sentences/checkSentences.ts";
import type {CheckItem, ItemKind} from "../../../src/views/checkItems.ts";

const SHEET: CheckedSheet = {
  name: "KDC",
  title: "KDC",
  isHidden: false,
  forms: ["Danh sách đơn vị"],
  columns: [],
  rowNumbers: [],
  firstRows: [],
  headerRows: [],
  unjudgedRows: [],
  unregisteredRows: []
};
const file = (about: Partial<CheckedFile> = {}): CheckedFile => ({
  refusal: null,
  status: "accepted",
  year: 2025,
  period: "nam",
  stage: "so_bo",
  area: "phường Sầm Sơn",
  isSimulated: false,
  rowsRead: 31,
  rowsAccepted: 31,
  rowsRejected: 0,
  issues: [],
  sheets: [SHEET],
  lacks: {commune: false, year: false},
  ...about
});
const item = (kind: ItemKind, cell: string | null = "A1"): CheckItem => ({
  index: 0,
  kind,
  number: 1,
  sheet: "KDC",
  cell,
  row: 1,
  column: 1,
  quote: null,
  problems: []
});
const title = (about: Partial<CheckedFile>, ...items: CheckItem[]): string => checkTitle(file(about), items).title;

describe("the title of a checked file", () => {
  it("counts the cells to mend", () => {
    expect(title({}, item("fix"), item("fix"), item("review"))).toBe("Còn 2 ô phải sửa trước khi gửi");
  });
  it("speaks of places where one of them is no cell", () => {
    expect(title({}, item("fix"), item("fix", null))).toBe("Còn 2 chỗ phải sửa trước khi gửi");
  });
  it("says that a file may be sent, and what is worth a look before", () => {
    expect(title({})).toBe("Tệp đọc được hết, gửi được");
    expect(title({}, item("note"))).toBe("Tệp đọc được hết, gửi được");
    expect(title({}, item("review"))).toBe("Gửi được, nên xem lại 1 ô");
  });
  it("says that there is nothing in it", () => {
    expect(title({rowsRead: 0, rowsAccepted: 0})).toBe("Tệp chưa có dòng số liệu nào");
  });
  it("says that it is no form, or cannot be read", () => {
    expect(title({sheets: [{...SHEET, forms: []}]}, item("fix"))).toBe("Không nhận ra biểu mẫu nào trong tệp");
    const refusal = {rule: "file_damaged", message: "Tệp bị hỏng.", remedy: "Lưu lại."};
    expect(title({refusal, sheets: []}, item("fix"))).toBe("Tệp này không đọc được");
  });
});

it("says what a file was recognised as", () => {
  expect(recognisedAs(file())).toBe("Mẫu năm 2025, phường Sầm Sơn");
  expect(recognisedAs(file({period: "6_thang"}))).toBe("Mẫu 6 tháng năm 2025, phường Sầm Sơn");
  expect(recognisedAs(file({year: null, area: null}))).toBe("Mẫu chưa rõ năm, chưa rõ của xã nào");
});

it("accounts for every row read", () => {
  expect(rowsRead(file())).toBe("31, nhận hết");
  expect(rowsRead(file({rowsRead: 1031, rowsAccepted: 1026, rowsRejected: 5}))).toBe("1.031 = 1.026 nhận + 5 lỗi");
});

it("says what a file was held against, or why it was not", () => {
  expect(comparison(file({comparedWith: 2024}))).toContain("năm 2024");
  expect(comparison(file({comparedWith: null}))).toMatch(/^Chưa so với năm trước: chưa có/);
  expect(comparison(file())).toMatch(/^Chưa so với năm trước: chỉ so được/);
});

it("sizes and times", () => {
  expect([fileSize(999), fileSize(46_200), fileSize(999_600), fileSize(7_897_802)]).toEqual([
    "999 byte",
    "46 kB",
    "1,0 MB",
    "7,9 MB"
  ]);
  expect(savedAt(new Date(2025, 10, 10, 9, 5))).toBe("lưu 10/11/2025 09:05");
});

it("says which rows were passed over, and that an empty result is not a no", () => {
  const note = (roles: string[], unjudgedRows: number[], unregisteredRows: number[] = []): string =>
    sheetNote(new Set(roles), {unjudgedRows, unregisteredRows});
  expect(note(["data"], [])).toBe("");
  expect(note(["title", "group", "total", "data"], [])).toBe(
    "Dòng tiêu đề, dòng nhóm và dòng tổng (nền xám) được nhận ra và bỏ qua."
  );
  expect(note(["data"], [14, 20, 31, 40, 41])).toBe(
    "Dòng 14, 20, 31 và 2 dòng khác để trống kết quả: tính là **chưa xét**, không phải chưa đạt."
  );
  expect(note(["data"], [], [14])).toContain("tính là **không đăng ký**");
});
