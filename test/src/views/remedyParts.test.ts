import {describe, expect, it} from "vitest";
import {ALL_RULES} from "../../../loaders/validate/rules/allRules.ts";
import {remedyParts} from "../../../src/views/remedyParts.ts";

const written = (remedy: string): string[] =>
  remedyParts(remedy).flatMap(({text, isWritten}) => (isWritten ? [text] : []));

describe("remedyParts", () => {
  it.each([
    ["Chọn Đạt hoặc Chưa đạt; chưa xét thì để trống.", ["Đạt", "Chưa đạt"]],
    ["Chọn Xuất sắc, Khá, Trung bình hoặc Yếu; chưa phân loại thì để trống.", ["Xuất sắc", "Khá", "Trung bình", "Yếu"]],
    ["Chọn xã nếu xã quản lý hoặc được ủy quyền, chọn tỉnh nếu tỉnh quản lý.", ["xã", "tỉnh"]],
    ["Ghi lại ngày, dạng dd/mm/yyyy.", ["dd/mm/yyyy"]],
    ["Ghi ngày dạng dd/mm/yyyy, ví dụ 14/02/2025; chưa có thì để trống.", ["dd/mm/yyyy", "14/02/2025"]],
    ["Ghi lại ngày, dạng dd/mm/yyyy; nếu đảo ngày và tháng thì ghi 03/12/2025.", ["dd/mm/yyyy", "03/12/2025"]],
    ["Ghi 84,0 nếu mất dấu phẩy; điểm chỉ từ 0 đến 100.", ["84,0"]],
    ["Ghi x nếu có; không có thì để trống.", ["x"]],
    ["Ghi Có hoặc Không; chưa rõ thì để trống.", ["Có", "Không"]],
    ["Ghi rõ 1, 2 nếu là hai đơn vị; nếu là một thì bỏ một dòng.", ["1", "2"]],
    ["Ghi tỷ lệ dạng 88,73%; chưa có thì để trống.", ["88,73%"]],
    ["Ghi “Năm 2025” (năm của số liệu) vào dòng tiêu đề trên bảng hoặc vào trang Thông tin chung.", ["“Năm 2025”"]],
    ["Ghi loại hình của từng đơn vị vào cột “Loại hình”.", []],
    ["Ghi một số nguyên từ 0 trở lên.", []],
    ["Ghi xã, phường của đơn vị.", []]
  ])("%s", (remedy, expected) => {
    expect(written(remedy)).toEqual(expected);
  });

  it("nothing of any remedy is lost", () => {
    for (const rule of ALL_RULES) {
      for (const detail of [undefined, "84,0", "14/02/2025"]) {
        const remedy = rule.remedy({header: "Điểm", text: "840", ...(detail === undefined ? {} : {detail})});
        expect(
          remedyParts(remedy)
            .map(({text}) => text)
            .join("")
        ).toBe(remedy);
      }
    }
  });
});
