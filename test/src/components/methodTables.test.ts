import {beforeEach, describe, expect, test} from "vitest";
import {
  fieldTable,
  goToAddressedRow,
  indicatorTable,
  ruleTables,
  verdictMeanings
} from "../../../src/components/methodTables.ts";
import type {MethodField, MethodIndicator} from "../../../src/data/queries/method.ts";

const fields: MethodField[] = [
  {id: "class", title: "Phân loại", header_count: 20, column: "class", holds: "Xuất sắc, Khá", blank: "Chưa rõ"},
  {id: "district", title: "Huyện", header_count: 8, column: null, holds: "Tên huyện", blank: null}
];
const rate: MethodIndicator = {
  id: "excellent_of_classified",
  title: "Tỷ lệ đơn vị phân loại Xuất sắc",
  definition: "Trong số đã phân loại, phần <b>Xuất sắc</b>.",
  formula: "Số đơn vị Xuất sắc ÷ số đơn vị đã phân loại",
  numerator: "Số đơn vị Xuất sắc",
  denominator: "Số đơn vị đã phân loại",
  legal_basis: "Quyết định 510/QĐ-BCA-V05",
  direction: "up",
  reported_in: null,
  period: "Năm của báo cáo",
  fields: ["class"]
};
const weak: MethodIndicator = {...rate, id: "weak_count", denominator: null, direction: "down"};
const cells = (node: Element, row: number): string[] =>
  [...(node.querySelectorAll("tbody tr")[row]?.children ?? [])].map(({textContent}) => textContent);

describe("the table of indicators", () => {
  const table = indicatorTable({indicators: [rate, weak], fields});

  test("gives each row the indicator's id, so that other pages can link to it", () => {
    expect([...table.querySelectorAll("tbody [id]")].map(({id}) => id)).toEqual([
      "excellent_of_classified",
      "weak_count"
    ]);
  });
  test("shows numerator, denominator, ground and direction; a count says that it has no denominator", () => {
    expect(cells(table, 0).slice(1)).toEqual([
      "Số đơn vị Xuất sắc",
      "Số đơn vị đã phân loại",
      "Phân loại",
      "Quyết định 510/QĐ-BCA-V05",
      "Cao hơn là tốt hơn"
    ]);
    expect(cells(table, 1)[2]).toBe("Không có, là số đếm");
    expect(cells(table, 1)[5]).toBe("Thấp hơn là tốt hơn");
  });
  test("leads from an indicator to the columns that decide it", () => {
    const link = table.querySelector<HTMLAnchorElement>("a");
    expect(link?.getAttribute("href")).toBe("#cot-class");
    expect(fieldTable(fields).querySelector("#cot-class")?.textContent).toContain("Phân loại");
  });
  test("shows words as words, and names every cell's column for narrow screens", () => {
    expect(table.querySelector("b")).toBeNull();
    const labels = [...table.querySelectorAll("tbody tr:first-child > *")].map((cell) =>
      cell.getAttribute("data-label")
    );
    expect(labels).toEqual(["Chỉ tiêu", "Tử số", "Mẫu số", "Cột quyết định", "Căn cứ", "Hướng"]);
  });
});

test("a column that only helps to read the row is said not to be stored", () => {
  expect(cells(fieldTable(fields), 1).slice(1)).toEqual(["Không lưu", "Tên huyện", "–"]);
});

test("a check that can weigh differently shows both severities in words", () => {
  const rules = [
    {id: "unknown_unit_type", title: "Loại hình lạ", severities: ["value_error" as const, "row_error" as const]}
  ];
  const severities = [
    {id: "row_error", title: "Dòng không nạp được"},
    {id: "value_error", title: "Giá trị không đọc được"}
  ];
  const node = ruleTables([{title: "Một đơn vị", rules}], severities);
  expect(node.querySelector("caption")?.textContent).toBe("Một đơn vị: 1 kiểm tra");
  expect(cells(node, 0)[1]).toBe("Giá trị không đọc được hoặc Dòng không nạp được");
});

test("a verdict stands with its icon and word beside its meaning", () => {
  const node = verdictMeanings([{id: "chua_ket_luan", meaning: "Kết quả còn tùy u và v"}]);
  expect(node.querySelector("th svg")).not.toBeNull();
  expect(cells(node, 0)).toEqual(["Chưa kết luận", "Kết quả còn tùy u và v"]);
});

describe("the address", () => {
  beforeEach(() => {
    document.body.replaceChildren(indicatorTable({indicators: [rate], fields}));
    history.replaceState(null, "", "/phuong-phap");
  });
  test("that names a row or nothing known is kept as it is", () => {
    for (const address of ["/phuong-phap#excellent_of_classified", "/phuong-phap#khong-co", "/phuong-phap#%E0%A4%A"]) {
      history.replaceState(null, "", address);
      goToAddressedRow();
      expect(location.pathname + location.hash).toBe(address);
    }
  });
});
