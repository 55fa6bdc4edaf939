import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {compileForms} from "../../../../loaders/validate/recognise/compileForms.ts";
import {cleanText} from "../../../../loaders/validate/cellText.ts";
import {foldKey} from "../../../../loaders/validate/foldKey.ts";
import {exclusionByName, readExclusion} from "../../../../loaders/validate/values/exclusion.ts";
import {readManagedLevel} from "../../../../loaders/validate/values/managedLevel.ts";
import {readClass, readModelClass} from "../../../../loaders/validate/values/movementClass.ts";
import {readResult} from "../../../../loaders/validate/values/result.ts";
import {readTick} from "../../../../loaders/validate/values/tick.ts";
import {readYear, yearOfTitle} from "../../../../loaders/validate/values/year.ts";
import {readYesNo} from "../../../../loaders/validate/values/yesNo.ts";
import type {ValueReading} from "../../../../loaders/validate/values/reading.ts";
import {CLASSES} from "../../../../loaders/vocabulary.ts";
import {cell, forms, type Value} from "../build.ts";

type Written = Exclude<Value, null>;
const told = ({value, fault}: ValueReading<unknown>): unknown => fault?.rule.id ?? value;

describe("a tick", () => {
  test.each<[Written, unknown]>([
    ["x", true],
    ["X", true],
    [" x ", true],
    ["✓", true],
    ["✔", true],
    ["√", true],
    ["+", true],
    ["1", true],
    [1, true],
    [true, true],
    ["Có", true],
    ["có", true],
    ["х", true],
    [{text: "ü", font: "Wingdings"}, true],
    [{text: "ü", font: "Arial"}, "unknown_tick"],
    [0, false],
    ["0", false],
    ["Không", false],
    ["Chưa", false],
    [false, false],
    ["-", null],
    ["", null],
    [2, "unknown_tick"],
    ["có lẽ", "unknown_tick"]
  ])("%j is read as %j", (value, expected) => {
    expect(told(readTick(cell(value)))).toBe(expected);
  });
});

describe("a class of the movement", () => {
  test.each([
    ["Xuất sắc", "xuat_sac"],
    ["xuất sắc", "xuat_sac"],
    ["XUẤT SẮC", "xuat_sac"],
    ["XS", "xuat_sac"],
    ["Loại xuất sắc", "xuat_sac"],
    ["Xuất sắc".normalize("NFD"), "xuat_sac"],
    ["Khá", "kha"],
    ["K", "kha"],
    ["khá.", "kha"],
    ["Trung bình", "trung_binh"],
    ["Trung\u00a0bình", "trung_binh"],
    ["TB", "trung_binh"],
    ["T.B", "trung_binh"],
    ["Yếu", "yeu"],
    ["Y", "yeu"],
    ["Chưa phân loại", null],
    ["-", null],
    ["Giỏi", "unknown_class"],
    ["Tốt", "unknown_class"],
    ["Hoàn thành xuất sắc", "unknown_class"],
    ["Khá, Yếu", "unknown_class"]
  ])("“%s” is %j", (text, expected) => {
    expect(told(readClass(cell(text)))).toBe(expected);
  });

  test("our own words are read back whatever their case, form and spaces", () => {
    const spaces = fc.constantFrom("", " ", "\u00a0", "  ");
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.entries(CLASSES)),
        spaces,
        fc.boolean(),
        fc.boolean(),
        (entry, space, upper, nfd) => {
          const [value, title] = entry;
          const text = `${space}${upper ? title.toUpperCase() : title}${space}`.normalize(nfd ? "NFD" : "NFC");
          expect(readClass(cell(text)).value).toBe(value);
        }
      )
    );
  });

  test("models have their own scale", () => {
    expect(told(readModelClass(cell("Tốt")))).toBe("tot");
    expect(told(readModelClass(cell("Xuất sắc")))).toBe("unknown_model_class");
  });
});

describe("a result of certification", () => {
  test.each([
    ["Đạt", true],
    ["đạt", true],
    ["ĐẠT", true],
    ["Đ", true],
    ["Đạt tiêu chuẩn", true],
    ["Được công nhận", true],
    ["x", true],
    ["Chưa đạt", false],
    ["chưa đạt ", false],
    ["Không đạt", false],
    ["CĐ", false],
    ["KĐ", false],
    ["Không", false],
    ["Chưa xét", null],
    ["Đang xét", null],
    ["-", null],
    ["Đạt một phần", "unknown_result"],
    ["Khá", "unknown_result"]
  ])("“%s” is %j", (text, expected) => {
    expect(told(readResult(cell(text)))).toBe(expected);
  });

  test("a spelling that is not ours goes to the trace, ours does not", () => {
    expect(readResult(cell("Đạt")).isUnusual).toBe(false);
    expect(readResult(cell("chưa đạt ")).isUnusual).toBe(true);
  });
});

describe("an answer yes or no", () => {
  test.each([
    ["Có", true],
    ["Đạt", true],
    ["x", true],
    ["Đã tổ chức", true],
    ["Không", false],
    ["Chưa tổ chức", false],
    ["Chưa rõ", null],
    ["hai lần", "unknown_answer"]
  ])("“%s” is %j", (text, expected) => {
    expect(told(readYesNo(cell(text)))).toBe(expected);
  });
});

describe("the managing level", () => {
  test.each([
    ["xã", "xa"],
    ["Cấp xã", "xa"],
    ["UBND phường", "xa"],
    ["Huyện", "huyen"],
    ["thị xã", "huyen"],
    ["Cấp tỉnh", "tinh"],
    ["Trung ương", "trung_uong"],
    ["TW", "trung_uong"],
    ["Tỉnh ủy quyền xã", "xa"],
    ["Tỉnh (ủy quyền cho cấp huyện)", "huyen"],
    ["Được ủy quyền", null],
    ["ông Nam", "unknown_managed_level"],
    ["xã, tỉnh", "unknown_managed_level"]
  ])("“%s” is %j", (text, expected) => {
    expect(told(readManagedLevel(cell(text), {isFormer: true}))).toBe(expected);
  });

  test("“thành phố” was a district until 30/6/2025 and is a province since", () => {
    expect(readManagedLevel(cell("Thành phố"), {isFormer: true}).value).toBe("huyen");
    expect(readManagedLevel(cell("Thành phố"), {isFormer: false}).value).toBe("tinh");
  });
});

describe("exclusion by Thông tư 124", () => {
  const {words} = compileForms(forms);
  test.each([
    ["Trường Mầm non Hoa Sen", "mam_non"],
    ["Trường MN Hoa Sen", "mam_non"],
    ["Nhà trẻ Bé Ngoan", "mam_non"],
    ["Nhóm trẻ tư thục", "mam_non"],
    ["Trường Tiểu học Kim Đồng", "tieu_hoc"],
    ["Trường TH Kim Đồng", "tieu_hoc"],
    ["Đồn Biên phòng Sầm Sơn", "luc_luong_vu_trang"],
    ["Ban CHQS phường", "luc_luong_vu_trang"],
    ["Trường TH&THCS Kim Đồng", null],
    ["Trường TH & THCS", null],
    ["Trường Tiểu học và THCS Bản Mù", null],
    ["Trường Tiểu học và Trung học cơ sở", null],
    ["Trường PTDTBT TH&THCS Xà Hồ", null],
    ["Trường THCS Lê Lợi", null],
    ["Trường THPT Sầm Sơn", null],
    ["Phòng Giáo dục Tiểu học", null],
    ["Công an phường", null]
  ])("the name “%s” gives %j", (name, expected) => {
    expect(exclusionByName(name, words)).toBe(expected);
  });

  test.each([
    ["Mầm non", "mam_non"],
    ["Doanh nghiệp siêu nhỏ", "doanh_nghiep_nho"],
    ["DN nhỏ và siêu nhỏ", "doanh_nghiep_nho"],
    ["Quân đội", "luc_luong_vu_trang"],
    ["Mới thành lập", "khac"],
    ["Không", null],
    ["-", null]
  ])("the column's “%s” is %j", (text, expected) => {
    expect(told(readExclusion(cell(text)))).toBe(expected);
  });
});

describe("a year", () => {
  test.each<[Written, unknown]>([
    [2025, {year: 2025, isRange: false}],
    ["2025", {year: 2025, isRange: false}],
    ["Năm 2025", {year: 2025, isRange: false}],
    ["2019-2020", {year: 2019, isRange: true}],
    ["năm học 2019 - 2020", {year: 2019, isRange: true}],
    ["25", "not_a_year"],
    [1925, "not_a_year"]
  ])("%j is %j", (value, expected) => {
    expect(told(readYear(cell(value)))).toEqual(expected);
  });

  test.each([
    ["DANH SÁCH … NĂM 2025", 2025],
    ["6 tháng đầu năm 2025", 2025],
    ["NĂM HỌC 2019-2020", 2019],
    ["Sầm Sơn, ngày 10 tháng 11 năm 2026", null],
    ["Báo cáo số 12/BC-UBND ngày 10/11/2025", null]
  ])("of the title “%s” is %j", (text, expected) => {
    expect(yearOfTitle(text)?.year ?? null).toBe(expected);
  });
});

describe("text", () => {
  test("is NFC, with one space between words and none around", () => {
    expect(cleanText("  Thôn\u00a0\u00a0Hoà\u200b \n Lộc ".normalize("NFD"))).toBe("Thôn Hoà Lộc");
  });

  test("cleaning twice changes nothing", () => {
    fc.assert(
      fc.property(fc.string({unit: "grapheme"}), (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
      })
    );
  });

  test("keys of words ignore case, accents and punctuation", () => {
    expect(foldKey("KẾT QUẢ XÉT, ĐẠT - CHƯA ĐẠT")).toBe(foldKey("Kết quả\nxét (Đạt/Chưa đạt)"));
    expect(foldKey("% hoàn thành")).toBe("phan tram hoan thanh");
  });
});
