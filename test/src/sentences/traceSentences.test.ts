import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {exactWords, openWords, partWords, testWords} from "../../../src/sentences/traceSentences.ts";

const percent = {measure: "percent", value: 80} as const;

describe("the test that decides is written in whole numbers", () => {
  test.each([
    [[188, 252, 0, 0], {...percent, comparator: ">="}, ["188 × 100 = 18.800 < 80 × 252 = 20.160"]],
    [[4, 5, 0, 0], {...percent, comparator: ">="}, ["4 × 100 = 400 ≥ 80 × 5 = 400"]],
    [[4, 5, 0, 0], {...percent, comparator: ">"}, ["4 × 100 = 400 ≤ 80 × 5 = 400"]],
    [[199, 200, 0, 0], {...percent, value: 99.5, comparator: ">="}, ["199 × 100 = 19.900 ≥ 99,5 × 200 = 19.900"]],
    [[3, 8, 0, 0], {measure: "count", value: 1, comparator: ">="}, ["3 ≥ 1"]],
    [[0, 8, 0, 0], {measure: "count", value: 0, comparator: "="}, ["0 = 0"]]
  ] as const)("%j under %j", (counts, target, lines) => {
    expect(testWords(counts, target)).toEqual(lines);
  });

  test("with something unknown both ends are tested", () => {
    expect(testWords([5, 8, 2, 1], {...percent, comparator: ">="})).toEqual([
      "Nếu phần chưa rõ không đạt: 5 × 100 = 500 < 80 × 9 = 720",
      "Nếu phần chưa rõ đều đạt: 8 × 100 = 800 ≥ 80 × 9 = 720"
    ]);
  });
});

test("the quotient is cut, never rounded up to the level it misses", () => {
  expect(exactWords([188, 252, 0, 0])).toBe("74,603…");
  expect(exactWords([1, 8, 0, 0])).toBe("");
  expect(exactWords([1, 16, 0, 0])).toBe("6,250");
  expect(exactWords([79999, 100000, 0, 0])).toBe("79,999");
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.integer({min: 1, max: 1_000_000}), (n, d) => {
      const said = exactWords([Math.min(n, d), d, 0, 0]);
      if (said === "") return;
      const cut = BigInt(said.replace(/[,…]/g, ""));
      expect(cut * BigInt(d) <= BigInt(Math.min(n, d)) * 100_000n).toBe(true);
      expect((cut + 1n) * BigInt(d) > BigInt(Math.min(n, d)) * 100_000n).toBe(true);
    })
  );
});

test("bounds are said of shares of units only", () => {
  expect(openWords([5, 8, 2, 1], {kind: "outcome", measure: "percent"})).toBe(
    "2 chưa có kết quả, 1 chưa nộp hoặc chưa rõ mẫu số: khi đủ số liệu 55,6–88,9%."
  );
  expect(openWords([5, 8, 0, 1], {kind: "sum", measure: "count"})).toBe("1 chưa nộp hoặc chưa rõ mẫu số.");
  expect(openWords([5, 8, 0, 0], {kind: "outcome", measure: "percent"})).toBe("");
});

test("what is counted over what comes from the formula", () => {
  expect(partWords({formula: "Số đơn vị được công nhận đạt ÷ số đơn vị thuộc diện"})).toEqual([
    "đơn vị được công nhận đạt",
    "đơn vị thuộc diện"
  ]);
});
