import {mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {readRegister} from "../../../loaders/reference/readRegister.ts";
import {openWorkspace} from "../../../loaders/workspace.ts";
import type {MapFile} from "../../../pipelines/geography/mapFile.ts";
import {writeMap} from "../../../pipelines/geography/writeMap.ts";

const register = readRegister("data/reference");
const LONG_AGO = new Date("2020-01-01T00:00:00Z");

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "map-"));
  home("139");
});
afterEach(() => rmSync(directory, {recursive: true}));

function home(code: string): void {
  writeFileSync(join(directory, "workspace.yaml"), `home: {level: district, code: "${code}"}\n`);
}
const draw = (): MapFile => {
  const workspace = openWorkspace(directory);
  writeMap(workspace, register);
  return JSON.parse(readFileSync(join(workspace.build, "map.json"), "utf8")) as MapFile;
};

test("the map is that of the workspace's own home, and changes with it", () => {
  expect(draw().communes.map(({name}) => name)).toEqual(["Hạnh Phúc", "Tà Xi Láng", "Trạm Tấu", "Phình Hồ"]);
  home("480");
  expect(draw().title).toBe("Thị xã Hương Trà");
});

test("a map of the same inputs is left as it is, a broken one is made anew", () => {
  const map = draw();
  const file = join(directory, "build", "map.json");
  utimesSync(file, LONG_AGO, LONG_AGO);
  draw();
  expect(statSync(file).mtime).toEqual(LONG_AGO);
  writeFileSync(file, "{");
  expect(draw()).toEqual(map);
});

test("boundaries that come, change or go are seen", () => {
  expect(draw().kind).toBe("cells");
  mkdirSync(join(directory, "boundaries"));
  const square = (code: string, x: number): object => ({
    type: "Feature",
    id: code,
    properties: {},
    geometry: {
      type: "Polygon",
      coordinates: [
        [
          [x, 21.5],
          [x, 21.6],
          [x + 0.1, 21.6],
          [x + 0.1, 21.5],
          [x, 21.5]
        ]
      ]
    }
  });
  const file = join(directory, "boundaries", "tram-tau.geojson");
  const known = draw().communes.map(({code}) => code);
  writeFileSync(
    file,
    JSON.stringify({type: "FeatureCollection", features: known.map((code, i) => square(code, 104 + i / 10))})
  );
  expect(draw()).toMatchObject({kind: "boundaries", source: "tram-tau.geojson"});
  writeFileSync(file, "not a map");
  expect(draw).toThrow(/^boundaries\/tram-tau\.geojson: không đọc được/);
  rmSync(file);
  expect(draw().kind).toBe("cells");
});
