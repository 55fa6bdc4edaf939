import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {FetchedRows, piecesOf, rowWindow} from "../../../src/components/rowWindow.ts";

describe("the rows of a long sheet that are drawn", () => {
  it("are those in view and some beyond, whatever the place", () => {
    fc.assert(
      fc.property(fc.nat(200_000), fc.nat(6_000_000), fc.integer({min: 1, max: 3000}), (count, top, height) => {
        const {first, end} = rowWindow(count, {rowHeight: 26, top, height});
        expect(first).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(count);
        expect(end - first).toBeLessThanOrEqual(Math.ceil(height / 26) + 42);
        const [seenFirst, seenEnd] = [Math.floor(top / 26), Math.ceil((top + height) / 26)];
        for (let row = seenFirst; row < Math.min(count, seenEnd); row++) {
          expect(row >= first && row < end).toBe(true);
        }
      })
    );
  });

  it("are fetched in pieces, each once", async () => {
    const asked: number[] = [];
    const rows = new FetchedRows([...Array(100).keys()], (first, count) => {
      asked.push(first);
      return Promise.resolve([...Array(count).keys()].map((row) => first + row));
    });
    expect(rows.ensure({first: 0, end: 60}, () => undefined)).toBe(true);
    const window = {first: 80, end: 250};
    expect(piecesOf(window)).toEqual([0, 100, 200]);
    await new Promise<void>((done) => {
      let left = 2;
      expect(rows.ensure(window, () => --left === 0 && done())).toBe(false);
      expect(rows.ensure(window, () => undefined)).toBe(false);
    });
    expect(asked).toEqual([100, 200]);
    expect([rows.at(99), rows.at(100), rows.at(249), rows.at(300)]).toEqual([99, 100, 249, undefined]);
  });
});
