import {expect, test} from "vitest";
import {splitAreaPrefix} from "../../../loaders/reference/areaPrefix.ts";

test("the type word before a name is taken off, in full or abbreviated", () => {
  for (const [text, type, name] of [
    ["Xã Trạm Tấu", "xa", "Trạm Tấu"],
    ["X. Trạm Tấu", "xa", "Trạm Tấu"],
    ["PHƯỜNG HẠC THÀNH", "phuong", "HẠC THÀNH"],
    ["P.Hạc Thành", "phuong", "Hạc Thành"],
    ["P1", "phuong", "1"],
    ["thị trấn Trạm Tấu", "thi_tran", "Trạm Tấu"],
    ["TT. Trạm Tấu", "thi_tran", "Trạm Tấu"],
    ["TT Trạm Tấu", "thi_tran", "Trạm Tấu"],
    ["Đặc khu Phú Quốc", "dac_khu", "Phú Quốc"],
    ["TX Hương Trà", "thi_xa", "Hương Trà"],
    ["TP. Thanh Hóa", "thanh_pho", "Thanh Hóa"],
    ["H. Bắc Quang", "huyen", "Bắc Quang"],
    ["Q.1", "quan", "1"],
    ["Tỉnh Thanh Hóa", "tinh", "Thanh Hóa"],
    ["Xã".normalize("NFD") + " Hạnh  Phúc", "xa", "Hạnh Phúc"]
  ] as const)
    expect(splitAreaPrefix(text)).toEqual({type, name});
});

test("a name that only looks like it begins with a type word stays whole", () => {
  for (const name of ["Xuân Hòa", "Phú Lệ", "Thị Cầu", "Thành Sơn", "Tam Chung", "Hà Trung", "Phường", "Xã"])
    expect(splitAreaPrefix(name)).toEqual({type: null, name});
});
