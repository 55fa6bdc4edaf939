import fc from "fast-check";
import {expect, test} from "vitest";
import {nameKey} from "../../../loaders/reference/nameKey.ts";
import {readRegister} from "../../../loaders/reference/readRegister.ts";

test("the place of the tone mark, case, hyphens and spaces do not make another name", () => {
  for (const [one, other] of [
    ["Hoà Lộc", "Hòa Lộc"],
    ["THUỶ XUÂN", "Thủy Xuân"],
    ["Hoằng Hoá", "Hoằng Hóa"],
    ["Hoá Qùy", "Hóa Quỳ"],
    ["Chân Mây - Lăng Cô", "Chân Mây-Lăng Cô"],
    ["Ea H’Leo", "Ea H'leo"],
    ["Xuân\u00a0 Hoà", "Xuân Hòa"],
    ["Ðông Sơn", "Đông Sơn"],
    ["Thôn 01", "Thôn 1"],
    ["Tổ dân phố\u200b số 3.", "tổ dân phố số 3"]
  ] as const)
    expect(nameKey(one)).toBe(nameKey(other));
});

test("the key is readable and keeps the accents that tell names apart", () => {
  expect(nameKey("Hoằng Hoá")).toBe("hoằng hóa");
  expect(nameKey("Thuỵ Khuê")).toBe("thụy khuê");
  expect(nameKey("Giáp Quý")).toBe("giáp quý");
  expect(nameKey("Sa Pa")).not.toBe(nameKey("Sa Pả"));
  expect(nameKey("Thôn 10")).not.toBe(nameKey("Thôn 1"));
  expect(nameKey("Đông Sơn")).not.toBe(nameKey("Dông Sơn"));
  expect(nameKey(" - ")).toBe("");
});

const register = readRegister("data/reference");
const names = fc.constantFrom(...register.communes.map(({name}) => name));

test("any writing of a register name has the key of the name", () => {
  const disguise = fc.constantFrom(
    (name: string) => name.toUpperCase(),
    (name: string) => name.normalize("NFD"),
    (name: string) => name.replaceAll(" ", "  "),
    (name: string) => ` ${name.replaceAll(" ", "-")}.`,
    nameKey
  );
  fc.assert(
    fc.property(names, fc.array(disguise, {maxLength: 4}), (name, disguises) => {
      expect(nameKey(disguises.reduce((text, change) => change(text), name))).toBe(nameKey(name));
    }),
    {numRuns: 2000}
  );
});

test("moving the tone to any letter of its run of vowels gives the same key", () => {
  const tone = /[\u0300\u0301\u0303\u0309\u0323]/;
  fc.assert(
    fc.property(names, fc.nat(3), (name, shift) => {
      const moved = name
        .split(" ")
        .map((word) => {
          const [mark] = tone.exec(word.normalize("NFD")) ?? [];
          if (mark === undefined) return word;
          const letters = word.normalize("NFD").match(/\p{L}\p{M}*/gu) ?? [];
          const at = letters.findIndex((letter) => letter.includes(mark));
          const run = letters.map((letter, i) => ({letter, i})).filter(({letter}) => /^[aeiouy]/i.test(letter));
          const near = run.filter(({i}) =>
            letters.slice(Math.min(i, at), Math.max(i, at) + 1).every((l) => /^[aeiouy]/i.test(l))
          );
          const to = near[shift % Math.max(1, near.length)]?.i ?? at;
          return letters.map((letter, i) => letter.replace(mark, "") + (i === to ? mark : "")).join("");
        })
        .join(" ");
      if (name.split(" ").every((word) => (word.normalize("NFD").match(new RegExp(tone, "g")) ?? []).length <= 1))
        expect(nameKey(moved.normalize("NFC"))).toBe(nameKey(name.replace(/[’']/g, "").replace(/ - /g, " ")));
    }),
    {numRuns: 2000}
  );
});

test("the key of any text is settled: its own key is itself", () => {
  fc.assert(
    fc.property(fc.string({unit: "grapheme"}), (text) => {
      expect(nameKey(nameKey(text))).toBe(nameKey(text));
    })
  );
});
