import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {planeAt} from "../../../pipelines/geography/plane.ts";
import {BoundaryError, type Boundaries, readBoundaries} from "../../../pipelines/geography/readBoundaries.ts";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "boundaries-"));
});
afterEach(() => rmSync(directory, {recursive: true}));

const CODES = new Set(["14758", "14797"]);
const write = (file: string, content: unknown): void =>
  writeFileSync(join(directory, file), typeof content === "string" ? content : JSON.stringify(content));
const read = (): Boundaries | null => readBoundaries(directory, CODES, planeAt(105.8));
const ring = (longitude: number, latitude: number): number[][] => [
  [longitude, latitude],
  [longitude, latitude + 0.1],
  [longitude + 0.1, latitude + 0.1],
  [longitude + 0.1, latitude],
  [longitude, latitude]
];
const square = (id: unknown, longitude: number, more: object = {}): object => ({
  type: "Feature",
  id,
  properties: {},
  geometry: {type: "Polygon", coordinates: [ring(longitude, 19.8)]},
  ...more
});
const collection = (...features: object[]): object => ({type: "FeatureCollection", features});

test("no folder, or one without boundary files, means cells", () => {
  expect(readBoundaries(join(directory, "none"), CODES, planeAt(105.8))).toBeNull();
  write("readme.txt", "");
  expect(read()).toBeNull();
});

test("GeoJSON is read by id or the property code, also where the code is a number; others' communes are passed over", () => {
  write(
    "a.geojson",
    collection(square(14758, 105.7), square("26734", 106.7), square(undefined, 105.9, {properties: {code: "14797"}}))
  );
  expect(read()?.shapes.map(({code}) => code)).toEqual(["14758", "14797"]);
  expect(read()?.files).toEqual(["a.geojson"]);
});

test("TopoJSON is read, and its shared borders stay shared", () => {
  write("38.topo.json", {
    type: "Topology",
    transform: {scale: [0.1, 0.1], translate: [105.7, 19.8]},
    arcs: [
      [
        [1, 0],
        [0, 1]
      ],
      [
        [1, 1],
        [-1, 0],
        [0, -1],
        [1, 0]
      ],
      [
        [1, 0],
        [1, 0],
        [0, 1],
        [-1, 0]
      ]
    ],
    objects: {
      xa: {
        type: "GeometryCollection",
        geometries: [
          {type: "Polygon", id: "14758", arcs: [[0, 1]]},
          {type: "Polygon", id: "14797", arcs: [[2, -1]]}
        ]
      }
    }
  });
  const [one, other] = read()?.shapes ?? [];
  const keys = new Set(one?.polygons.flat(2).map(String));
  expect(other?.polygons.flat(2).filter((point) => keys.has(String(point)))).toHaveLength(2);
});

test("a commune in several features of a file is all of them", () => {
  write("a.json", collection(square("14758", 105.7), square("14797", 105.9), square("14797", 106.3)));
  expect(read()?.shapes.find(({code}) => code === "14797")?.polygons).toHaveLength(2);
});

test("a missing commune is named, with what to do", () => {
  write("a.json", collection(square("14758", 105.7)));
  expect(read).toThrow(BoundaryError);
  expect(read).toThrow(
    "boundaries/a.json: thiếu ranh giới của 1 trong 2 xã (14797). Mỗi xã là một đối tượng có id là mã xã 5 chữ số."
  );
});

test("a commune in two files is refused: one of them is old", () => {
  write("a.json", collection(square("14758", 105.7), square("14797", 105.9)));
  write("b.json", collection(square("14797", 105.9)));
  expect(read).toThrow("boundaries/b.json: xã 14797 đã có trong a.json. Giữ xã này ở một tệp.");
});

test("a file that is no boundary file is told as such", () => {
  for (const content of [
    "{",
    "[]",
    "null",
    '{"a": 1}',
    '{"type": "Topology", "objects": {"x": {"type": "Polygon", "arcs": [[9]]}}}'
  ]) {
    write("a.json", content);
    expect(read).toThrow(BoundaryError);
    expect(read).toThrow(/^boundaries\/a\.json: /);
  }
});

test("metres instead of degrees are told as a wrong reference system", () => {
  const metres = [
    [580_000, 2_190_000],
    [590_000, 2_190_000],
    [590_000, 2_200_000],
    [580_000, 2_190_000]
  ];
  write("a.json", collection(square("14758", 105.7, {geometry: {type: "Polygon", coordinates: [metres]}})));
  expect(read).toThrow("không phải kinh độ, vĩ độ ở Việt Nam. Chuyển tệp sang hệ WGS 84 (EPSG:4326)");
});

test("folders and hidden files are not boundary files", () => {
  mkdirSync(join(directory, "old.json"));
  write(".cache.json", "{");
  expect(read()).toBeNull();
});
