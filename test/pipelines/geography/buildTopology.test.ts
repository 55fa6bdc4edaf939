import fc from "fast-check";
import type {Polygon} from "geojson";
import {feature, mesh} from "topojson-client";
import {expect, test} from "vitest";
import {buildTopology, snapToGrid} from "../../../pipelines/geography/buildTopology.ts";
import {areaOf, type Point, type Ring} from "../../../pipelines/geography/plane.ts";
import {distanceToSegment, simplifyLine} from "../../../pipelines/geography/simplifyLine.ts";

const left: Ring = [
  [0, 0],
  [5, 0],
  [6, 5],
  [5, 10],
  [0, 10]
];
const right: Ring = [
  [5, 0],
  [10, 0],
  [10, 10],
  [5, 10],
  [6, 5]
];
const shapes = [
  {id: "00001", polygons: [[left]]},
  {id: "00002", polygons: [[right]]}
];

test("a border of two communes is stored once, and drawn once", () => {
  const topology = buildTopology(shapes);
  expect(topology.arcs).toHaveLength(3);
  const {communes} = topology.objects;
  expect(mesh(topology, communes, (a, b) => a !== b).coordinates).toEqual([
    [
      [5, 0],
      [6, 5],
      [5, 10]
    ]
  ]);
});

test("the shapes come back as they went in, with the commune code as id", () => {
  const topology = buildTopology(shapes);
  const back = feature(topology, topology.objects.communes).features;
  expect(back.map(({id}) => id)).toEqual(["00001", "00002"]);
  const rings = back.map(({geometry}) => (geometry as Polygon).coordinates[0] as unknown as Point[]);
  expect(rings.map((ring) => areaOf([[ring.slice(0, -1)]]))).toEqual([55, 45]);
});

test("an island in a lake of another commune shares the lake's shore", () => {
  const shore: Ring = [
    [3, 3],
    [7, 3],
    [7, 7],
    [3, 7]
  ];
  const around: Ring = [
    [0, 0],
    [10, 0],
    [10, 10],
    [0, 10]
  ];
  const topology = buildTopology([
    {id: "1", polygons: [[around, shore.toReversed()]]},
    {id: "2", polygons: [[[...shore.slice(2), ...shore.slice(0, 2)]]]}
  ]);
  expect(topology.arcs).toHaveLength(2);
});

test("rounding to the grid drops what becomes a point, a line or a spike", () => {
  const toGrid = ([x, y]: Point): Point => [Math.round(x), Math.round(y)];
  const sliver: Ring = [
    [0, 0],
    [5, 0.2],
    [5, 0.4]
  ];
  const spiked: Ring = [
    [0, 0],
    [4, 0],
    [9, 0],
    [4, 0.3],
    [4, 4],
    [0, 4]
  ];
  expect(snapToGrid([[sliver], [spiked]], toGrid)).toEqual([
    [
      [
        [0, 0],
        [4, 0],
        [4, 4],
        [0, 4]
      ]
    ]
  ]);
});

test("a simplified line keeps its ends and strays no farther than the tolerance", () => {
  const point = fc.tuple(fc.integer({min: 0, max: 1000}), fc.integer({min: 0, max: 1000}));
  fc.assert(
    fc.property(fc.array(point, {minLength: 2, maxLength: 60}), fc.integer({min: 0, max: 50}), (line, tolerance) => {
      const simple = simplifyLine(line, tolerance);
      expect([simple[0], simple.at(-1)]).toEqual([line[0], line.at(-1)]);
      const [first, last] = [line[0], line.at(-1)];
      if (String(first) === String(last)) return;
      for (const dropped of line) {
        const away = simple.slice(1).map((to, i) => distanceToSegment(dropped, simple[i] ?? to, to));
        expect(Math.min(...away)).toBeLessThanOrEqual(tolerance + 1e-9);
      }
    })
  );
});

test("a closed line never shrinks below a triangle", () => {
  const islet: Ring = [
    [0, 0],
    [2, 0],
    [2, 2],
    [0, 2],
    [0, 0]
  ];
  const simple = simplifyLine(islet, 100);
  expect(simple).toHaveLength(4);
  expect(areaOf([[simple.slice(0, -1)]])).toBe(2);
});
