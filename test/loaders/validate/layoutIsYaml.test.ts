import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {parse} from "yaml";
import {type Forms, parseForms} from "../../../loaders/validate/form.ts";
import {found, read, sheet, TITLE} from "./build.ts";

const FORMS = join(import.meta.dirname, "..", "..", "..", "data", "forms");
const FILES = ["layout.yaml", "unit_list.yaml", "models.yaml", "commune_facts.yaml", "summary.yaml"];

/** The forms after an edit of the text of one of their files, as somebody makes it in an editor. */
function edited(file: string, find: string, insert: string): Forms {
  const documents = FILES.map((name): [string, unknown] => {
    const text = readFileSync(join(FORMS, name), "utf8");
    if (name !== file) return [name, parse(text)];
    expect(text).toContain(find);
    return [name, parse(text.replace(find, `${find}${insert}`))];
  });
  return parseForms(Object.fromEntries(documents));
}

describe("a new layout of a known form is an edit of its YAML, no code", () => {
  test("a header in words nobody thought of", () => {
    const grid = [...TITLE, ["STT", "Danh xưng", "Khối", "Mức thi đua"], [1, "Sao Mai", "KDC", "Khá"]];
    expect(found(read(sheet("Sheet1", grid)))).toEqual(["form_not_recognised"]);
    const named = edited("unit_list.yaml", "      - Họ tên đơn vị\n", "      - Danh xưng\n");
    expect(read(sheet("Sheet1", grid), {forms: named}).units).toMatchObject([{unit_name: "Sao Mai", class: null}]);
    const grown = structuredClone(named);
    grown.forms.unit_list.fields["class"]?.headers.push("Mức thi đua");
    const reading = read(sheet("Sheet1", grid), {forms: grown});
    expect(reading.units).toMatchObject([{unit_name: "Sao Mai", unit_type: "khu_dan_cu", class: "kha"}]);
    expect(reading.issues).toEqual([]);
  });

  test("tick columns under another group header", () => {
    const rows = [
      ["STT", "Tên đơn vị", "Loại hình", "Chốt cuối năm", null],
      [null, null, null, "Đủ", "Thiếu"],
      [1, "Thôn 1", "KDC", "x", null],
      [2, "Thôn 2", "KDC", null, "x"]
    ];
    const grid = sheet("Sheet1", [...TITLE, ...rows], ["D3:E3"]);
    expect(read(grid).units).toMatchObject([{is_certified: null}, {is_certified: null}]);
    const once = edited("unit_list.yaml", "        - ^ Đạt\n", "        - Chốt cuối năm > Đủ\n");
    once.forms.unit_list.fields["is_certified"]?.choices?.["chua_dat"]?.push("Chốt cuối năm > Thiếu");
    expect(read(grid, {forms: once}).units).toMatchObject([{is_certified: true}, {is_certified: false}]);
  });

  test("a unit type, a total and a signature in other words", () => {
    const grid = sheet("Sheet1", [
      ...TITLE,
      ["STT", "Tên đơn vị", "Phân loại"],
      ["I. CỤM BẢN"],
      [1, "Sao Mai", "Khá"],
      [null, "Gộp chung", "1"],
      [null, "Người soạn bảng", "Lê Văn A"]
    ]);
    expect(read(grid).rows_accepted).toBe(0);
    const {forms, layout} = edited("layout.yaml", "    - địa bàn dân cư\n", "    - cụm bản\n");
    layout.totals.push("gộp chung");
    layout.signatures.push("người soạn bảng");
    const reading = read(grid, {forms: {forms, layout}});
    expect(reading).toMatchObject({rows_read: 1, units: [{unit_name: "Sao Mai", unit_type: "khu_dan_cu"}], issues: []});
  });

  test("a fact and a summary's column in other words", () => {
    const facts = sheet("TTC", [
      ...TITLE,
      ["STT", "Nội dung", "Số đạt", "Tổng số"],
      [1, "Gia đình nhận tờ rơi", 10, 12],
      [2, "Hộ gia đình", 1, 2]
    ]);
    expect(found(read(facts))).toEqual(["unknown_fact B4"]);
    const named = edited("commune_facts.yaml", "      - Hộ dân\n", "      - Gia đình nhận tờ rơi\n");
    expect(read(facts, {forms: named}).facts[0]).toMatchObject({fact: "households", reached_count: 10});
    const counts = sheet("TH", [...TITLE, ["STT", "Loại hình", "Tổng số", "Lên danh sách"], [1, "Khu dân cư", 10, 9]]);
    expect(read(counts).summaries).toEqual([]);
    const counted = edited("summary.yaml", "[Đăng ký, Số đăng ký", ", Lên danh sách");
    expect(read(counts, {forms: counted}).summaries).toMatchObject([{registered_count: 9}]);
  });
});
