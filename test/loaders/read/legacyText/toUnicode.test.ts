import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {isSyllable} from "../../../../loaders/read/legacyText/syllable.ts";
import {toUnicode} from "../../../../loaders/read/legacyText/toUnicode.ts";
import type {Cell, Workbook} from "../../../../loaders/read/workbook.ts";
import {register, sheet, workbook, type Value} from "../../validate/build.ts";
import {toTcvn3, toVni} from "./encode.ts";

const DATA = join(import.meta.dirname, "..", "..", "..", "..", "data");

/** Vietnamese texts of every kind: names of the register, words of the forms, names the demo makes units of. */
const TEXTS = [...new Set([...areaNames(), ...wordsIn(join(DATA, "forms")), ...wordsIn(join(DATA, "demo", "world"))])];
/** Those that need an encoding, without names of other languages ("Pơng Drang"), which no spelling tells. */
const ENCODED = TEXTS.filter((text) => toTcvn3(text) !== text && isVietnamese(text));

function isVietnamese(text: string): boolean {
  return (text.normalize("NFC").match(/\p{L}+/gu) ?? []).every(
    (word) => !/[^\0-\u007f]/.test(word) || isSyllable(word)
  );
}

function areaNames(): string[] {
  const {communes, districts, provinces} = register;
  return [...communes, ...districts, ...provinces].flatMap(({name}) => [
    name,
    `Xã ${name}`,
    `THÔN ${name.toUpperCase()}`
  ]);
}

function wordsIn(folder: string): string[] {
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
  return files.flatMap((text) =>
    [...text.normalize("NFC").matchAll(/\p{L}[\p{L}\d ,/-]*/gu)].map(([words]) => words.trim())
  );
}

const LEGACY = {
  tcvn3: {encode: toTcvn3, font: ".VnTime", title: "TCVN3"},
  vni: {encode: toVni, font: "VNI-Times", title: "VNI"}
} as const;
const BOTH = [LEGACY.tcvn3, LEGACY.vni];

/** Texts of the cells of column A after reading. */
function converted(values: readonly Value[]): string[] {
  const {workbook: made} = toUnicode(of(values));
  return made.sheets.flatMap(({cells}) => cells.map(({text}) => text));
}
const of = (values: readonly Value[]): Workbook =>
  workbook(
    sheet(
      "Trang 1",
      values.map((value) => [value])
    )
  );
const withFont = (text: string, font: string | null): Partial<Cell> => ({text, font});

/** TCVN3 has no toned capitals: the texts are compared without case there. */
const alike = (texts: readonly string[]): string[] => texts.map((text) => text.normalize("NFC").toLowerCase());

describe("text that is Unicode", () => {
  test("is never changed: the workbook itself is given back", () => {
    expect(TEXTS.length).toBeGreaterThan(12_000);
    for (const font of [null, "Times New Roman", ".VnTime", "VNI-Times"]) {
      const whole = of(TEXTS.map((text) => withFont(text, font)));
      const {workbook: made, conversions} = toUnicode(whole);
      expect(conversions, String(font)).toEqual([]);
      expect(made.sheets).toEqual(whole.sheets);
    }
  });

  test("is never changed in a cell that stands alone", () => {
    for (const text of TEXTS) expect(toUnicode(of([text])).conversions, text).toEqual([]);
  });

  test("is never changed in any handful, composed or decomposed, in small letters or capitals", () => {
    const texts = fc.array(fc.constantFrom(...TEXTS), {minLength: 1, maxLength: 40});
    const forms = fc.constantFrom(
      (text: string) => text,
      (text: string) => text.normalize("NFD"),
      (text: string) => text.toUpperCase()
    );
    fc.assert(
      fc.property(texts, forms, (some, form) => {
        const values = some.map(form);
        expect(converted(values)).toEqual(values);
      })
    );
  });

  test("is never changed among signs and words of other languages", () => {
    const signs = [
      "×",
      "· Thôn 1",
      "25 m²",
      "± 0,5 °C",
      "Café Müller",
      "µm",
      "© 2025",
      "«Thôn»",
      "1º",
      "Ångström",
      "São Paulo",
      "®"
    ];
    expect(converted(signs)).toEqual(signs);
    const among = [...TEXTS.slice(0, 50), ...signs];
    expect(converted(among)).toEqual(among);
  });
});

describe.each(BOTH)("$title", ({encode, font}) => {
  test("is found by the font's name, in each cell that holds it", () => {
    for (const text of ENCODED.slice(0, 3000)) {
      expect(alike(converted([withFont(encode(text), font)])), text).toEqual(alike([text]));
    }
  });

  test("is found by its letters over a sheet where no font tells", () => {
    const texts = fc.array(fc.constantFrom(...ENCODED), {minLength: 12, maxLength: 60});
    fc.assert(
      fc.property(texts, (some) => {
        fc.pre(new Set(some).size >= 12);
        expect(alike(converted(some.map(encode)))).toEqual(alike(some));
      })
    );
  });

  test("beside cells in Unicode: those stay", () => {
    const values = TEXTS.map((text, at) =>
      at % 2 === 0 ? withFont(text, "Times New Roman") : withFont(encode(text), font)
    );
    const made = alike(converted(values));
    const wrong = TEXTS.filter((text, at) => made[at] !== alike([text])[0] && (at % 2 === 0 || isVietnamese(text)));
    expect(wrong).toEqual([]);
  });

  test("keeps what the file stores, and counts its cells", () => {
    const whole = of([
      withFont(encode("Kết quả xét"), font),
      withFont("Đạt", "Arial"),
      withFont(encode("Chưa đạt"), font)
    ]);
    const {workbook: made, conversions} = toUnicode(whole);
    expect(made.sheets[0]?.cells.map(({text, stored}) => [text, stored])).toEqual([
      ["Kết quả xét", encode("Kết quả xét")],
      ["Đạt", undefined],
      ["Chưa đạt", encode("Chưa đạt")]
    ]);
    expect(conversions).toMatchObject([{sheet: "Trang 1", font, count: 2, first: {row: 1, column: 1}}]);
  });
});

describe("fonts", () => {
  test("an “H” font draws small letters as capitals", () => {
    const values = [withFont(toTcvn3("danh sách đơn vị"), ".VnTimeH"), withFont("so 12", ".VnTimeH")];
    expect(converted(values)).toEqual(["DANH SÁCH ĐƠN VỊ", "SO 12"]);
  });

  test("a font changed without retyping leaves the text as it is, common words too", () => {
    const texts = ["Thôn 1", "Xã", "Có", "Khá", "Tổ dân phố số 2", "Trường học"];
    expect(converted(texts.map((text) => withFont(text, ".VnTimeH")))).toEqual(texts);
  });

  test("ticks of picture fonts and lone signs are no letters", () => {
    const legacy = ["Kết quả xét", "Chưa đạt", "Tổ dân phố", "Đăng ký"].map((text) =>
      withFont(toTcvn3(text), ".VnTime")
    );
    const ticks = [
      withFont("ü", "Wingdings"),
      withFont("×", ".VnTime"),
      withFont("×", null),
      withFont("þ", "Wingdings 2")
    ];
    expect(converted([...legacy, ...ticks]).slice(4)).toEqual(["ü", "×", "×", "þ"]);
  });

  test("two words are too few to tell without a font", () => {
    const values = [toTcvn3("Kết quả"), "x", toTcvn3("Đạt")];
    expect(converted(values)).toEqual(values);
  });

  test("a sheet of few words follows the other sheets of the file", () => {
    const long = sheet(
      "DS",
      TEXTS.slice(0, 30).map((text) => [toTcvn3(text)])
    );
    const short = sheet("Bìa", [[toTcvn3("Xã Phượng Tiến")], [toTcvn3("Có")]]);
    const {workbook: made} = toUnicode(workbook(long, short));
    expect(made.sheets[1]?.cells.map(({text}) => text)).toEqual(["Xã Phượng Tiến", "Có"]);
  });

  test("the name of a sheet is read too, and the file's own name for it kept", () => {
    const name = toTcvn3("Khu dân cư");
    const {workbook: made, storedNames} = toUnicode(
      workbook(sheet(name, [[withFont(toTcvn3("Tổ dân phố"), ".VnTime")]]))
    );
    expect(made.sheets[0]?.name).toBe("Khu dân cư");
    expect([...storedNames]).toEqual([["Khu dân cư", name]]);
  });
});
