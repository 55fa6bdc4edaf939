import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {strToU8} from "fflate";
import {describe, expect, it} from "vitest";
import {checkFile} from "../../../loaders/checkFile/checkFile.ts";
import {forms, register} from "../validate/build.ts";

const csv = (...lines: string[]): Uint8Array => strToU8(lines.join("\n"));
const HEADER = "STT,Tên đơn vị,Loại hình,Đăng ký,Kết quả xét,Phân loại";
const TITLES = ["DANH SÁCH ĐƠN VỊ NĂM 2025", "PHƯỜNG SẦM SƠN"];
const check = (bytes: Uint8Array, about: {fileName?: string; communeCode?: string; year?: number} = {}) =>
  checkFile(bytes, {fileName: "tep.csv", register, forms, ...about});

describe("checkFile", () => {
  it("says what each row was taken for", () => {
    const {sheets} = check(
      csv(
        ...TITLES.map((title) => `${title},,,,,`),
        HEADER,
        "(1),(2),(3),(4),(5),(6)",
        "I. KHU DÂN CƯ,,,,,",
        "1,Tổ dân phố Bắc Kỳ,Khu dân cư,x,Đạt,Khá",
        HEADER,
        "2,Tổ dân phố Trung Kỳ,Khu dân cư,x,Đạt,Khá",
        "Tổng cộng: 2 đơn vị,,,,,",
        "NGƯỜI LẬP BIỂU,,,,,",
        "Nguyễn Văn A,,,,,"
      )
    );
    expect(sheets).toHaveLength(1);
    expect(sheets[0]?.forms).toEqual(["unit_list"]);
    expect([...(sheets[0]?.roles ?? [])]).toEqual([
      [1, "title"],
      [2, "title"],
      [3, "header"],
      [4, "header"],
      [5, "group"],
      [6, "data"],
      [7, "header"],
      [8, "data"],
      [9, "total"],
      [10, "note"],
      [11, "note"]
    ]);
  });

  it("a sheet that is no form has only notes", () => {
    const {sheets, status, issues} = check(csv("Họ tên,Điện thoại", "Nguyễn Văn A,0912 345 678"));
    expect(sheets.map(({forms: found}) => found)).toEqual([[]]);
    expect(new Set(sheets[0]?.roles.values())).toEqual(new Set(["note"]));
    expect(status).toBe("rejected");
    expect(issues.map(({rule}) => rule)).toContain("form_not_recognised");
  });

  it("a refused file has its refusal as its only issue", () => {
    const {refusal, workbook, status, issues} = check(strToU8("%PDF-1.7"), {fileName: "danh sach.xlsx"});
    expect(refusal?.rule).toBe("file_not_spreadsheet");
    expect(workbook).toBeNull();
    expect(status).toBe("rejected");
    expect(issues.map(({rule, message}) => [rule, message])).toEqual([[refusal?.rule, refusal?.message]]);
  });

  it("commune and year that the person says stand in where the file says neither", () => {
    const bytes = csv(HEADER, "1,Tổ dân phố Bắc Kỳ,Khu dân cư,x,Đạt,Khá");
    expect(check(bytes).status).toBe("rejected");
    const {status, reading} = check(bytes, {communeCode: "16531", year: 2025});
    expect(status).toBe("accepted");
    expect([reading.area_code, reading.year]).toEqual(["16531", 2025]);
  });

  it("what the file says of itself goes before what the person says", () => {
    const bytes = csv(...TITLES.map((title) => `${title},,,,,`), HEADER, "1,Tổ dân phố A,Khu dân cư,x,Đạt,Khá");
    const {reading} = check(bytes, {communeCode: "14797", year: 2024});
    expect([reading.area_code, reading.year]).toEqual(["16531", 2025]);
  });

  it("some rows refused: partly accepted", () => {
    const {status, reading} = check(
      csv(
        ...TITLES.map((title) => `${title},,,,,`),
        HEADER,
        "1,Tổ dân phố A,Khu dân cư,x,Đạt,Khá",
        "2,,Khu dân cư,x,Đạt,"
      )
    );
    expect(status).toBe("partly_accepted");
    expect([reading.rows_read, reading.rows_accepted, reading.rows_rejected]).toEqual([2, 1, 1]);
  });
});

describe("the core that also runs in the browser", () => {
  it("imports nothing of Node", () => {
    const folder = join(import.meta.dirname, "..", "..", "..", "loaders", "checkFile");
    for (const file of readdirSync(folder)) expect(readFileSync(join(folder, file), "utf8")).not.toMatch(/"node:/);
  });
});
