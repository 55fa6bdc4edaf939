import {gzipSync} from "node:zlib";
import type {MultiPolygon, Polygon} from "geojson";
import {feature} from "topojson-client";
import {expect, test} from "vitest";
import {readRegister} from "../../../loaders/reference/readRegister.ts";
import {openWorkspace} from "../../../loaders/workspace.ts";
import {toPlane} from "../../../pipelines/geography/countries.ts";
import {readMapFacts} from "../../../pipelines/geography/mapFacts.ts";
import {buildNation} from "../../../pipelines/geography/nation/buildNation.ts";
import {readTiles} from "../../../pipelines/geography/nation/writeNation.ts";
import {areaOf, isInside, type PlanePolygon} from "../../../pipelines/geography/plane.ts";

const {reference} = openWorkspace("data");
const register = readRegister(reference);
const facts = readMapFacts(reference);
const tiles = readTiles(reference);
const made = buildNation(register, facts, tiles);
if (made === null) throw new Error("the register holds the whole country");
const nation = made;
const shapes = new Map(
  feature(nation.topology, nation.topology.objects.communes).features.map(
    ({id, geometry}): [string, PlanePolygon[]] => [
      `${id}`,
      toPlane(geometry as Polygon | MultiPolygon, (x, y) => [x, y])
    ]
  )
);

test("34 provinces, each with a shape, a point inside it, its communes and a tile of its own", () => {
  expect(nation.provinces).toHaveLength(34);
  expect([...shapes.keys()].sort()).toEqual(nation.provinces.map(({code}) => code));
  for (const {code, x, y} of nation.provinces) expect(isInside(shapes.get(code) ?? [], [x, y]), code).toBe(true);
  expect(nation.provinces.reduce((sum, {communes}) => sum + communes, 0)).toBe(3321);
  expect(new Set(nation.provinces.map(({column, row}) => `${column},${row}`)).size).toBe(34);
});

test("Hoàng Sa and Trường Sa are always drawn, in their place in the sea, east of every province", () => {
  const archipelagos = nation.islands.filter(({is_archipelago}) => is_archipelago);
  expect(archipelagos.map(({name, province_code, code}) => [name, province_code, code])).toEqual([
    ["Quần đảo Hoàng Sa", "48", "20333"],
    ["Quần đảo Trường Sa", "56", "22736"]
  ]);
  const east = Math.max(...[...shapes.values()].flat(3).map(([x]) => x));
  for (const {x, y} of archipelagos) {
    expect(x).toBeGreaterThan(east);
    expect(x).toBeLessThan(nation.width);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(nation.height);
  }
});

test("a register that lost both archipelagos still draws them", () => {
  const communes = register.communes.filter(({name, type}) => type !== "dac_khu" || !/^(Hoàng|Trường) Sa$/.test(name));
  expect(communes.length).toBeLessThan(register.communes.length);
  const drawn = buildNation({...register, communes}, facts, tiles);
  expect(drawn?.islands.filter(({is_archipelago}) => is_archipelago).map(({name, code}) => [name, code])).toEqual([
    ["Quần đảo Hoàng Sa", null],
    ["Quần đảo Trường Sa", null]
  ]);
});

test("all 13 đặc khu have a sign, each with its name and province", () => {
  const zones = register.communes.filter(
    ({type, valid_from, valid_to}) => type === "dac_khu" && valid_from !== null && valid_to === null
  );
  expect(zones).toHaveLength(13);
  expect(nation.islands.map(({code}) => code).sort()).toEqual(zones.map(({code}) => code).sort());
  for (const {code, province_code} of nation.islands)
    expect(province_code).toBe(zones.find((zone) => zone.code === code)?.province_code);
});

test("shapes are unions: land is neither lost nor drawn twice, and the larger province is drawn larger", () => {
  const km2 = nation.kilometres_per_unit ** 2;
  const areas = new Map([...shapes].map(([code, polygons]) => [code, areaOf(polygons) * km2]));
  const whole = [...areas.values()].reduce((sum, area) => sum + area, 0);
  // Viet Nam has some 331,000 km².
  expect(whole).toBeGreaterThan(320_000);
  expect(whole).toBeLessThan(340_000);
  expect((areas.get("68") ?? 0) > (areas.get("33") ?? 0)).toBe(true);
});

test("a register of a part of the country gives no national map: cells would cover what it leaves out", () => {
  const communes = register.communes.filter(({province_code}) => province_code !== "38");
  expect(buildNation({...register, communes}, facts, tiles)).toBeNull();
});

test("the file is small, and the same register gives the same bytes", () => {
  const text = JSON.stringify(nation);
  expect(gzipSync(text).length).toBeLessThan(20_000);
  expect(JSON.stringify(buildNation(register, facts, tiles))).toBe(text);
});
