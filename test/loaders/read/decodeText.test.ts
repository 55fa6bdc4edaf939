import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {encodeWindows1258} from "../../../data/demo/files/windows1258.ts";
import {decodeText} from "../../../loaders/read/decodeText.ts";
import {toUnicode} from "../../../loaders/read/legacyText/toUnicode.ts";
import {register} from "../validate/build.ts";
import {latin1, toTcvn3, toVni} from "./legacyText/encode.ts";
import {accepted} from "./xlsxFile.ts";

const HEADER = "STT;Tên đơn vị;Loại hình;Đăng ký;Kết quả xét;Phân loại";
const NAMES = register.communes.map(({name}) => name).filter((name) => toTcvn3(name) !== name);
/** Texts of the cells, read and turned into Unicode; TCVN3 has no toned capitals, so case does not count. */
const textsOf = (bytes: Uint8Array): string[] =>
  toUnicode(accepted(bytes, "a.csv")).workbook.sheets.flatMap(({cells}) => cells.map(({text}) => text.toLowerCase()));
const textsIn = (csv: string): string[] => csv.split(/[;\n]/).map((text) => text.toLowerCase());

describe("bytes that are not UTF-8 are read by the encoding that makes words of them", () => {
  const file = fc
    .array(fc.constantFrom(...NAMES), {minLength: 1, maxLength: 30})
    .map((names) => [HEADER, ...names.map((name, at) => `${at + 1};Thôn ${name};Khu dân cư;x;Đạt;Khá`)].join("\n"));

  test("Windows-1258", () => {
    fc.assert(
      fc.property(file, (csv) => {
        expect(decodeText(encodeWindows1258(csv))).toBe(csv);
      })
    );
  });

  test("TCVN3", () => {
    fc.assert(
      fc.property(file, (csv) => {
        expect(textsOf(latin1(toTcvn3(csv)))).toEqual(textsIn(csv));
      })
    );
  });

  test("VNI-Windows", () => {
    fc.assert(
      fc.property(file, (csv) => {
        expect(textsOf(latin1(toVni(csv)))).toEqual(textsIn(csv));
      })
    );
  });

  test("UTF-8 that holds TCVN3, as Excel saves a sheet in such a font", () => {
    fc.assert(
      fc.property(file, (csv) => {
        expect(textsOf(new TextEncoder().encode(toTcvn3(csv)))).toEqual(textsIn(csv));
      })
    );
  });
});
