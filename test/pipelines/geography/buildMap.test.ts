import {gzipSync} from "node:zlib";
import type {MultiPolygon, Polygon} from "geojson";
import {feature, mesh} from "topojson-client";
import {expect, test} from "vitest";
import {readRegister} from "../../../loaders/reference/readRegister.ts";
import {buildMap} from "../../../pipelines/geography/buildMap.ts";
import {toPlane} from "../../../pipelines/geography/countries.ts";
import {homeArea} from "../../../pipelines/geography/homeArea.ts";
import {readMapFacts} from "../../../pipelines/geography/mapFacts.ts";
import type {MapFile} from "../../../pipelines/geography/mapFile.ts";
import {areaOf, isInside, type PlanePolygon, type Point} from "../../../pipelines/geography/plane.ts";
import type {CommuneShape} from "../../../pipelines/geography/communeCells.ts";

const register = readRegister("data/reference");
const facts = readMapFacts("data/reference");
const mapOf = (code: string): MapFile => buildMap(register, homeArea(register, {level: "province", code}), facts);
const shapesOf = ({topology}: MapFile): Map<string, PlanePolygon[]> =>
  new Map(
    feature(topology, topology.objects.communes).features.map(({id, geometry}) => [
      String(id),
      toPlane(geometry as Polygon | MultiPolygon, (x, y) => [x, y])
    ])
  );

const thanhHoa = mapOf("38");
const shapes = shapesOf(thanhHoa);
const declared = new Map(
  register.communes
    .filter(({valid_to, valid_from}) => valid_from !== null && valid_to === null)
    .map((c) => [c.code, c.area_km2 ?? 0])
);

test("Thanh Hóa's map has its 166 communes, each with a shape, a point inside it and a tile of its own", () => {
  expect(thanhHoa.communes).toHaveLength(166);
  expect(shapes.size).toBe(166);
  for (const {code, x, y} of thanhHoa.communes) expect(isInside(shapes.get(code) ?? [], [x, y])).toBe(true);
  expect(new Set(thanhHoa.communes.map(({column, row}) => `${column},${row}`)).size).toBe(166);
  expect(thanhHoa.communes.filter(({is_symbol, is_displaced}) => is_symbol || is_displaced)).toEqual([]);
});

test("cells are about as large as the communes: median within 5 % of the declared area, the sum within 2 %", () => {
  const km2 = thanhHoa.kilometres_per_unit ** 2;
  const ratios = [...shapes].map(([code, polygons]) => (areaOf(polygons) * km2) / (declared.get(code) ?? NaN));
  const median = ratios.toSorted((a, b) => a - b)[ratios.length >> 1] ?? NaN;
  expect(Math.abs(median - 1)).toBeLessThan(0.05);
  const sum = [...shapes.values()].reduce((total, polygons) => total + areaOf(polygons) * km2, 0);
  expect(Math.abs(sum / 11_114.78 - 1)).toBeLessThan(0.02);
});

test("cells do not overlap and leave no gap: together they have the area of the province's outline", () => {
  const {topology} = thanhHoa;
  const outline = mesh(topology, topology.objects.communes, (a, b) => a === b).coordinates;
  const rings = toPlane({type: "Polygon", coordinates: outline}, (x, y) => [x, y]).flat();
  const outer = rings.toSorted((a, b) => areaOf([[b]]) - areaOf([[a]]))[0] ?? [];
  const inner = [...shapes.values()].reduce((total, polygons) => total + areaOf(polygons), 0);
  const other = rings.filter((ring) => ring !== outer).reduce((total, ring) => total + areaOf([[ring]]), 0);
  expect(Math.abs(inner - areaOf([[outer]]))).toBeLessThanOrEqual(other + 1);
});

test("the file is small enough for the first view, and the same each time", () => {
  const text = JSON.stringify(thanhHoa);
  expect(gzipSync(text).length).toBeLessThan(20_000);
  expect(JSON.stringify(mapOf("38"))).toBe(text);
});

test("the neighbours, the sea and the seat are named", () => {
  expect(thanhHoa.labels.map(({kind, lines}) => `${kind} ${lines.join(" ")}`).toSorted()).toEqual([
    "country Lào",
    "province Nghệ An",
    "province Ninh Bình",
    "province Phú Thọ",
    "province Sơn La",
    "sea Vịnh Bắc Bộ"
  ]);
  expect(thanhHoa.seat).toMatchObject({code: "14797", name: "Hạc Thành"});
});

test("no name overlaps the area, another name, or the edge of the map", () => {
  const px = thanhHoa.width / 480;
  const boxes = thanhHoa.labels.map(({lines, x, y}) => {
    const [halfWidth, halfHeight] = [Math.max(...lines.map((line) => line.length)) * 4.8 * px, lines.length * 7.5 * px];
    return {left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight};
  });
  for (const [i, box] of boxes.entries()) {
    expect(box.left >= 0 && box.top >= 0 && box.right <= thanhHoa.width && box.bottom <= thanhHoa.height).toBe(true);
    for (const other of boxes.slice(i + 1)) {
      const isApart =
        box.right < other.left || other.right < box.left || box.bottom < other.top || other.bottom < box.top;
      expect(isApart).toBe(true);
    }
    for (let k = 0; k <= 20; k++) {
      for (const y of [box.top, box.bottom]) {
        const point: Point = [box.left + ((box.right - box.left) * k) / 20, y];
        expect([...shapes.values()].some((polygons) => isInside(polygons, point))).toBe(false);
      }
    }
  }
});

test("far islands stand at the edge of their province's map: Hoàng Sa, Trường Sa, Côn Đảo", () => {
  for (const [province, island] of [
    ["48", "20333"],
    ["56", "22736"],
    ["79", "26732"]
  ] as const) {
    const map = mapOf(province);
    const found = map.communes.find(({code}) => code === island);
    expect(found).toMatchObject({type: "dac_khu", is_displaced: true});
    for (const point of (shapesOf(map).get(island) ?? []).flat(2))
      expect(point[0] >= 0 && point[1] >= 0 && point[0] <= map.width && point[1] <= map.height).toBe(true);
    const others = [...shapesOf(map)].filter(([code]) => code !== island).map(([, polygons]) => polygons);
    expect(others.some((polygons) => isInside(polygons, [found?.x ?? 0, found?.y ?? 0]))).toBe(false);
  }
});

test("true boundaries take the place of the cells; tiles stay where they were", () => {
  const home = homeArea(register, {level: "province", code: "38"});
  const map = buildMap(register, home, facts, (codes, project) => ({
    files: ["38.geojson"],
    shapes: [...codes].map((code): CommuneShape => {
      const {longitude, latitude} = home.communes.find((commune) => commune.code === code) ?? {};
      const [x, y] = project(longitude ?? 0, latitude ?? 0);
      const ring: Point[] = [
        [x - 0.5, y - 0.5],
        [x + 0.5, y - 0.5],
        [x + 0.5, y + 0.5],
        [x - 0.5, y + 0.5]
      ];
      return {code, centre: [x, y], polygons: [[ring]], isSymbol: false};
    })
  }));
  expect(map.kind).toBe("boundaries");
  expect(map.source).toBe("38.geojson");
  const km2 = map.kilometres_per_unit ** 2;
  for (const polygons of shapesOf(map).values()) expect(Math.abs(areaOf(polygons) * km2 - 1)).toBeLessThan(0.15);
  expect(map.communes.map(({column, row}) => [column, row])).toEqual(
    thanhHoa.communes.map(({column, row}) => [column, row])
  );
});

test("a former district's map holds what its communes became, a commune's its province", () => {
  const tramTau = homeArea(register, {level: "district", code: "139"});
  expect(tramTau.title).toBe("Huyện Trạm Tấu");
  expect(tramTau.communes.map(({name}) => name).toSorted()).toEqual([
    "Hạnh Phúc",
    "Phình Hồ",
    "Trạm Tấu",
    "Tà Xi Láng"
  ]);
  expect(buildMap(register, tramTau, facts).communes).toHaveLength(4);
  const phuongTien = register.communes.find(({name, valid_from}) => name === "Phượng Tiến" && valid_from !== null);
  expect(homeArea(register, {level: "commune", code: phuongTien?.code ?? ""})).toMatchObject({
    title: "Tỉnh Thái Nguyên"
  });
  expect(() => homeArea(register, {level: "province", code: "99"})).toThrow("không có province mã 99");
});
