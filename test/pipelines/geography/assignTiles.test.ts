import fc from "fast-check";
import {expect, test} from "vitest";
import {assign} from "../../../pipelines/geography/assign.ts";
import {assignTiles} from "../../../pipelines/geography/assignTiles.ts";
import type {PlanePolygon, Point} from "../../../pipelines/geography/plane.ts";

/** Least sum over all orders of the columns, tried one by one. */
function leastSum(costs: readonly (readonly number[])[], row = 0, free = costs.map((_, k) => k)): number {
  if (row === costs.length) return 0;
  return Math.min(
    ...free.map(
      (k) =>
        (costs[row]?.[k] ?? 0) +
        leastSum(
          costs,
          row + 1,
          free.filter((other) => other !== k)
        )
    )
  );
}

test("the assignment costs as little as any", () => {
  const matrix = fc
    .integer({min: 1, max: 6})
    .chain((n) => fc.array(fc.array(fc.nat(100), {minLength: n, maxLength: n}), {minLength: n, maxLength: n}));
  fc.assert(
    fc.property(matrix, (costs) => {
      const columns = assign(costs);
      expect(new Set(columns).size).toBe(costs.length);
      expect(columns.reduce((sum, k, row) => sum + (costs[row]?.[k] ?? NaN), 0)).toBe(leastSum(costs));
    })
  );
});

const triangle: PlanePolygon[] = [
  [
    [
      [0, 0],
      [100, 0],
      [0, 100]
    ]
  ]
];

test("every commune has a tile of its own, within the grid, the same each time", () => {
  const point = fc.tuple(fc.double({min: 0, max: 100, noNaN: true}), fc.double({min: 0, max: 100, noNaN: true}));
  fc.assert(
    fc.property(fc.array(point, {minLength: 1, maxLength: 40}), (points) => {
      const {columns, rows, tiles} = assignTiles(points, [triangle]);
      expect(new Set(tiles.map(({column, row}) => `${column},${row}`)).size).toBe(points.length);
      for (const {column, row} of tiles) {
        expect(column >= 0 && column < columns).toBe(true);
        expect(row >= 0 && row < rows).toBe(true);
      }
      expect(assignTiles(points, [triangle]).tiles).toEqual(tiles);
    }),
    {numRuns: 30}
  );
});

test("tiles keep the order of the places: west stays west, north stays north", () => {
  const grid = [0, 1, 2, 3].flatMap((row) => [0, 1, 2, 3].map((column): Point => [column * 25 + 12, row * 25 + 12]));
  const area: PlanePolygon[] = [
    [
      [
        [0, 0],
        [100, 0],
        [100, 100],
        [0, 100]
      ]
    ]
  ];
  const {columns, rows, tiles} = assignTiles(grid, [area]);
  expect([columns, rows]).toEqual([4, 4]);
  expect(tiles).toEqual(grid.map((_, i) => ({column: i % 4, row: Math.floor(i / 4)})));
});
