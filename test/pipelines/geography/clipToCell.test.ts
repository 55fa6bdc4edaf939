import {Delaunay} from "d3";
import fc from "fast-check";
import {expect, test} from "vitest";
import {clipToCell} from "../../../pipelines/geography/clipToCell.ts";
import {
  areaOf,
  isInside,
  type PlanePolygon,
  type Point,
  type Ring,
  signedArea
} from "../../../pipelines/geography/plane.ts";

const square = (left: number, top: number, side: number): Ring => [
  [left, top],
  [left + side, top],
  [left + side, top + side],
  [left, top + side]
];

test("a cell inside the land is left whole, one outside is nothing, land inside a cell is left whole", () => {
  const land: PlanePolygon[] = [[square(0, 0, 10)]];
  expect(areaOf(clipToCell(land, square(2, 2, 3)))).toBe(9);
  expect(clipToCell(land, square(20, 20, 3))).toEqual([]);
  expect(areaOf(clipToCell(land, square(-5, -5, 30)))).toBe(100);
});

test("a lake is cut out, and stays a hole of the part around it", () => {
  const land: PlanePolygon[] = [[square(0, 0, 10), square(4, 4, 2)]];
  const [part] = clipToCell(land, square(1, 1, 8));
  expect(part).toHaveLength(2);
  expect(areaOf(clipToCell(land, square(1, 1, 8)))).toBe(60);
  expect(areaOf(clipToCell(land, square(5, 5, 20)))).toBe(24);
});

test("a bay that reaches across a cell leaves two parts without a seam between them", () => {
  const land: PlanePolygon[] = [
    [
      [
        [0, 0],
        [10, 0],
        [10, 4],
        [1, 5],
        [10, 6],
        [10, 10],
        [0, 10]
      ]
    ]
  ];
  const parts = clipToCell(land, square(3, 2, 6));
  expect(parts).toHaveLength(2);
  expect(parts.every(([ring = []]) => signedArea(ring) > 0)).toBe(true);
  expect(isInside(parts, [8, 5])).toBe(false);
});

test("neighbouring cells get the very same points on their common edge", () => {
  const land: PlanePolygon[] = [
    [
      [
        [0.1, 0.3],
        [9.7, 1.1],
        [8.3, 9.9],
        [1.7, 7.3]
      ]
    ]
  ];
  const edge: Ring = [
    [4.1, -3],
    [5.3, 12]
  ];
  const west: Ring = [[-2, -3], ...edge, [-2, 12]];
  const east: Ring = [[13, 12], ...edge.toReversed(), [13, -3]];
  const rings = [west, east].map((cell) => clipToCell(land, cell).flat(2));
  const keys = new Set(rings[0]?.map(String));
  expect(new Set(rings[1]?.map(String).filter((key) => keys.has(key))).size).toBe(2);
});

/** A ring around a middle with a radius for each direction: concave as often as not, never crossing itself. */
const starRing = (x: number, y: number, least: number, most: number): fc.Arbitrary<Ring> =>
  fc.array(fc.double({min: least, max: most, noNaN: true}), {minLength: 5, maxLength: 40}).map((radii) =>
    radii.map((radius, i): Point => {
      const angle = (2 * Math.PI * i) / radii.length + 0.01;
      return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    })
  );

test("cells of any centres cut any land without loss or overlap: their areas add up to the land's", () => {
  // Metres, as centres are given: d3 has no cells for points a hair apart.
  const centre = fc.tuple(fc.integer({min: 0, max: 200_000}), fc.integer({min: 0, max: 100_000}));
  const lake = starRing(50, 50, 1, 8);
  const land = fc.tuple(starRing(50, 50, 10, 50), lake, starRing(150, 50, 5, 45));
  fc.assert(
    fc.property(fc.array(centre, {minLength: 2, maxLength: 60}), land, (metres, [mainland, water, island]) => {
      const centres = metres.map(([x, y]): Point => [x / 1000, y / 1000]);
      const polygons: PlanePolygon[] = [[mainland, water], [island]];
      const voronoi = new Delaunay(centres.flat()).voronoi([-100, -100, 300, 200]);
      const parts = centres.map((_, i) => {
        const cell = voronoi.cellPolygon(i) as Point[] | null;
        return cell === null ? [] : clipToCell(polygons, cell.slice(0, -1));
      });
      const sum = parts.reduce((total, part) => total + areaOf(part), 0);
      expect(Math.abs(sum - areaOf(polygons))).toBeLessThan(1e-6 * areaOf(polygons));
    }),
    {numRuns: 300}
  );
});
