import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {closingCommunes, type CommuneGap} from "../../../pipelines/verdicts/closingCommunes.ts";

const gap = (code: string, units_needed: number | null, numerator = 5, denominator = 10): CommuneGap => ({
  code,
  units_needed,
  numerator,
  denominator
});

describe("the list that closes an area's gap", () => {
  test("takes the communes that lack most first, and of the last only what is still missing", () => {
    expect(closingCommunes(7, [gap("a", 2), gap("b", 5), gap("c", 3)])).toEqual({
      communes: [
        {code: "b", units: 5},
        {code: "c", units: 2}
      ],
      remaining: 0
    });
  });

  test("of communes that lack the same the lower rate comes first, then the code", () => {
    const list = closingCommunes(6, [gap("c", 2, 6, 10), gap("b", 2, 3, 5), gap("a", 2, 1, 2)]);
    expect(list.communes.map(({code}) => code)).toEqual(["a", "b", "c"]);
  });

  test("leaves out communes that reach the rate or have nothing in scope", () => {
    expect(closingCommunes(3, [gap("a", 0), gap("b", null), gap("c", 2)])).toEqual({
      communes: [{code: "c", units: 2}],
      remaining: 1
    });
  });

  test("is empty when nothing is lacking", () => {
    expect(closingCommunes(0, [gap("a", 4)])).toEqual({communes: [], remaining: 0});
  });

  test("no shorter list closes the gap", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), {maxLength: 8}), fc.nat(30), (lacks, needed) => {
        const {communes, remaining} = closingCommunes(
          needed,
          lacks.map((lack, i) => gap(String(i), lack))
        );
        const shortest = subsets(lacks)
          .filter((subset) => sum(subset) >= needed)
          .reduce((least, subset) => Math.min(least, subset.length), Infinity);
        if (remaining > 0) expect(sum(lacks)).toBe(needed - remaining);
        else expect(communes.length).toBe(shortest);
      })
    );
  });
});

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
const subsets = (numbers: readonly number[]): number[][] =>
  numbers.reduce<number[][]>((all, each) => [...all, ...all.map((subset) => [...subset, each])], [[]]);
