import {afterEach, describe, expect, it} from "vitest";
import {readLegacy} from "../../loaders/read/readLegacy.ts";
import {readWorkbook} from "../../loaders/read/readWorkbook.ts";
import {ALL_CASES} from "./allCases.ts";

afterEach(() => {
  expect(Object.keys(Object.prototype)).toEqual([]);
});

describe("a file made to harm is refused, an odd one is read", () => {
  it.each(ALL_CASES.map((one) => [one.name, one] as const))("%s", (_, {make, file, expected}) => {
    const result = readWorkbook(make(), {fileName: file, readOther: readLegacy});
    if (result.ok) expect("read").toBe(expected);
    else {
      expect(result.refusal.rule, result.refusal.message).toBe(expected);
      expect(result.refusal.message).toMatch(/^\p{Lu}.*\.$/su);
    }
  });
});
