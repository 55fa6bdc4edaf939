import {geoIdentity, geoPath} from "d3";
import {feature, mesh} from "topojson-client";
import type {NationFile, NationIsland} from "../../../pipelines/geography/nation/nationFile.ts";
import {provinceWords} from "../../sentences/nationSentences.js";
import {provinceClasses, type ProvinceRow} from "../../views/nationView.js";
import {svgElement} from "../element.js";
import {formatCount, formatShare} from "../format.js";
import {hatch} from "../hatch.js";
import {mapLegend, type MapLegendData, mapLegendSize} from "../mapLegend.js";
import {withReadout} from "../mapReadout.js";
import {mapClass, type MapScale} from "../mapScale.js";
import type {Shape} from "../mapShapes.js";
import {spreadLabels} from "../spreadLabels.js";
import {changedSearch, writeUrlState} from "../urlState.js";
import {wrapWords} from "../wrapWords.js";

export interface NationMapData {
  rows: readonly ProvinceRow[];
  scale: MapScale;
  /** "Tỷ lệ được công nhận". */
  measure: string;
}

export interface NationMapOptions {
  width?: number;
  maxHeight?: number;
  view?: "cells" | "tiles";
  label: string;
}

/** Width from which every đặc khu bears its name; the two archipelagos always do. */
const NAMES_FROM = 460;
/** Width that the words of the legend need. */
const LEAST_WIDTH = 330;
/** Zones west of this share of the width are named at their left, in the Gulf of Thailand. */
const WEST = 0.25;

/**
 * The country by provinces, as shapes or as equal tiles: class colour where there is data, lines over it where only some communes
 * reported, hatch where none did. Every đặc khu is a sign with its name; Hoàng Sa and Trường Sa always stand on it. One tab stop, arrows
 * walk, Enter opens the province.
 */
export function nationMap(
  map: NationFile,
  data: NationMapData,
  {width: room = 620, maxHeight = Infinity, view = "cells", label}: NationMapOptions
): HTMLElement {
  const isMap = view === "cells";
  const [columns, rows] = isMap ? [map.width, map.height] : [map.tile_columns + 2, map.tile_rows];
  const drawn = Math.min(room, (maxHeight * columns) / rows);
  const scale = drawn / columns;
  const body = Math.round(rows * scale);
  const missing = hatch();
  const part = partly(null);
  const sample = partly("var(--ink3)");
  const legend = legendOf(data, {missing: missing.fill, part: sample.fill, isMap});
  const size = mapLegendSize(legend);
  const height = body + size.height + 16;
  // No wider than it must be: the page sets it in the middle.
  const width = Math.round(Math.max(drawn, Math.min(room, LEAST_WIDTH)));
  const svg = svgElement(
    "svg",
    {
      class: "map nation-map",
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: "group",
      "aria-label": label,
      "font-size": 12
    },
    missing.defs,
    part.defs,
    sample.defs
  );
  const shapes = isMap ? provinceShapes(map, scale) : tileShapes(map, scale);
  const byCode = new Map(data.rows.map((row) => [row.code, row]));
  if (isMap) svg.append(...surroundings(map, scale));
  const links = shapes.map((shape) =>
    link(shape, byCode.get(shape.code), data.scale, {missing: missing.fill, part: part.fill, isMap})
  );
  svg.append(svgElement("g", {class: "map-communes"}, ...links));
  if (isMap) {
    svg.append(borders(map, scale), ...provinceNames(map, data.rows, scale), ...islands(map, {scale, width: drawn}));
  } else {
    // Over the links, not in them: a name that breaks into lines is not the name one hears.
    const words = shapes.flatMap((shape) => tileWords(shape, byCode.get(shape.code)));
    svg.append(svgElement("g", {"pointer-events": "none"}, ...words), ...archipelagoTiles(map, scale));
  }
  const key = mapLegend(legend);
  key.setAttribute("transform", `translate(0 ${height - size.height})`);
  svg.append(key);
  const words = new Map(data.rows.map((row) => [row.code, [titleOf(row), provinceWords(row)] as const]));
  const node = withReadout({svg, shapes, links, words, width});
  // After the readout's own listener: a first touch reads, it does not open.
  svg.addEventListener("click", (event) => {
    const code =
      event.target instanceof Element ? event.target.closest("[data-code]")?.getAttribute("data-code") : null;
    if (event.defaultPrevented || !code || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey)
      return;
    event.preventDefault();
    writeUrlState({ma: code});
  });
  return node;
}

function titleOf({type, name}: ProvinceRow): string {
  return `${type === "thanh_pho" ? "Thành phố" : "Tỉnh"} ${name}`;
}

/** Lines in the colour of the page over a class colour: only a part is known. */
function partly(ground: string | null): {defs: SVGDefsElement; fill: string} {
  const id = `partly-${++patterns}`;
  const pattern = svgElement(
    "pattern",
    {id, width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(-45)"},
    ground === null ? null : svgElement("rect", {width: 6, height: 6, fill: ground}),
    svgElement("line", {x1: 1, x2: 1, y1: 0, y2: 6, stroke: "var(--page)", "stroke-width": 2})
  );
  return {defs: svgElement("defs", {}, pattern), fill: `url(#${id})`};
}

let patterns = 0;

function provinceShapes(map: NationFile, scale: number): Shape[] {
  const path = geoPath(geoIdentity().scale(scale)).digits(1);
  const collection = feature(map.topology, map.topology.objects.communes);
  const places = new Map(map.provinces.map((place) => [place.code, place]));
  return collection.features.flatMap((shape) => {
    const place = places.get(`${shape.id}`);
    if (!place) return [];
    const [[x0, y0], [x1, y1]] = path.bounds(shape);
    const room = Math.min(x1 - x0, y1 - y0) / 2;
    return [{code: place.code, d: path(shape) ?? "", x: place.x * scale, y: place.y * scale, room}];
  });
}

function tileShapes(map: NationFile, side: number): Shape[] {
  return map.provinces.map(({code, column, row}) => square(code, column * side, row * side, side));
}

function square(code: string, x: number, y: number, side: number): Shape {
  const inner = side - 2;
  return {
    code,
    d: `M${round(x)},${round(y)}h${round(inner)}v${round(inner)}h${round(-inner)}z`,
    x: x + inner / 2,
    y: y + inner / 2,
    room: inner / 2
  };
}

interface LinkStyle {
  missing: string;
  part: string;
  isMap: boolean;
}

function link(shape: Shape, row: ProvinceRow | undefined, scale: MapScale, style: LinkStyle): SVGAElement {
  const counts = row?.counts ?? null;
  const index = counts === null ? -1 : mapClass(scale, counts.n, counts.d);
  const outline = {d: shape.d, "stroke-linejoin": "round"};
  return svgElement(
    "a",
    {
      href: changedSearch(location.search, {ma: shape.code}),
      "data-code": shape.code,
      tabindex: -1,
      class: `commune is-${row?.state ?? "none"}`,
      "aria-label": row ? `${titleOf(row)}: ${provinceWords(row)}` : shape.code
    },
    svgElement("path", {
      ...outline,
      fill: counts === null ? style.missing : (scale.fills[index] ?? "none"),
      stroke: style.isMap ? "none" : counts === null ? "var(--soft)" : "none"
    }),
    row?.state === "part" ? svgElement("path", {...outline, fill: style.part, "pointer-events": "none"}) : null
  );
}

/** Name, and the rate where there is one, on a ground of the page so that lines never run through words. */
function tileWords({x, y, room}: Shape, row: ProvinceRow | undefined): SVGTextElement[] {
  if (!row) return [];
  const {name, counts} = row;
  const most = Math.floor((2 * room) / 6.2);
  const lines = wrapWords(name, most).slice(0, 2);
  if (counts !== null) lines.push(formatShare(counts.n, counts.d, {unit: ""}));
  return lines.map((words, i) =>
    svgElement(
      "text",
      {
        x: round(x),
        y: round(y + 4 + (i - (lines.length - 1) / 2) * 13),
        "text-anchor": "middle",
        "font-size": 11.5,
        "font-weight": counts !== null && i === lines.length - 1 ? 600 : 400,
        fill: "var(--ink)",
        "paint-order": "stroke",
        stroke: "var(--page)",
        "stroke-width": 4,
        "stroke-linejoin": "round",
        "aria-hidden": "true"
      },
      words
    )
  );
}

function borders(map: NationFile, scale: number): SVGGElement {
  const path = geoPath(geoIdentity().scale(scale)).digits(1);
  const inner = path(mesh(map.topology, map.topology.objects.communes, (a, b) => a !== b)) ?? "";
  const outer = path(mesh(map.topology, map.topology.objects.communes, (a, b) => a === b)) ?? "";
  const style = {fill: "none", "stroke-linejoin": "round"};
  return svgElement(
    "g",
    {"pointer-events": "none"},
    svgElement("path", {...style, d: inner, stroke: "var(--ink3)", "stroke-width": 0.6}),
    svgElement("path", {...style, class: "map-outline", d: outer, stroke: "var(--ink3)"})
  );
}

/** Names of neighbours in spaced capitals, of the sea in italics. */
function surroundings(map: NationFile, scale: number): SVGTextElement[] {
  return map.labels.map(({kind, name, x, y}) =>
    svgElement(
      "text",
      {
        class: `map-name is-${kind}`,
        x: round(x * scale),
        y: round(y * scale),
        "text-anchor": "middle",
        fill: "var(--ink3)",
        "aria-hidden": "true",
        ...(kind === "sea" ? {"font-style": "italic", style: "font-synthesis: style"} : {"letter-spacing": "0.08em"})
      },
      kind === "sea" ? name : name.toLocaleUpperCase("vi")
    )
  );
}

/** Provinces with figures bear their names; those without would only crowd the map, the list names them all. */
function provinceNames(map: NationFile, rows: readonly ProvinceRow[], scale: number): SVGTextElement[] {
  const known = new Set(rows.filter(({counts}) => counts !== null).map(({code}) => code));
  if (map.width * scale < NAMES_FROM) return [];
  return map.provinces
    .filter(({code}) => known.has(code))
    .map(({name: words, x, y}) => {
      const node = name(words, round(x * scale), round(y * scale + 4), "middle", 600);
      node.setAttribute("pointer-events", "none");
      node.setAttribute("aria-hidden", "true");
      return node;
    });
}

/** A sign and a name for each đặc khu; names stand beside the signs, moved apart as little as need be. */
function islands(map: NationFile, {scale, width}: {scale: number; width: number}): SVGGElement[] {
  const isWest = ({x}: NationIsland): boolean => x * scale < width * WEST;
  const named = map.islands.filter(({is_archipelago}) => is_archipelago || width >= NAMES_FROM);
  const heights = new Map<NationIsland, number>();
  const sides = [named.filter(isWest), named.filter((island) => !isWest(island) && !island.is_archipelago)];
  for (const side of sides) {
    const at = spreadLabels(
      side.map(({y}) => y * scale),
      14
    );
    side.forEach((island, i) => heights.set(island, at[i] ?? island.y * scale));
  }
  return map.islands.map((island) => {
    const [x, y] = [round(island.x * scale), round(island.y * scale)];
    const group = svgElement("g", {class: "nation-island", "pointer-events": "none"});
    group.append(...(island.is_archipelago ? archipelago(x, y) : [sign(x, y)]));
    const at = heights.get(island) ?? y;
    if (!named.includes(island)) return group;
    const left = isWest(island);
    if (island.is_archipelago) {
      const [first = "", ...rest] = island.name.split(/(?<=Quần đảo) /);
      const edge = Math.min(x, width - 44);
      group.append(name(first, edge, y + 24, "middle"), name(rest.join(" "), edge, y + 38, "middle", 600));
      return group;
    }
    const to = left ? x - 12 : x + 12;
    if (Math.abs(at - y) > 3)
      group.append(
        svgElement("path", {d: `M${x},${y}L${to},${round(at)}`, stroke: "var(--ink3)", "stroke-width": 0.8})
      );
    group.append(name(island.name, left ? to - 1 : to + 1, round(at) + 4, left ? "end" : "start"));
    return group;
  });
}

function sign(x: number, y: number): SVGElement {
  return svgElement("circle", {cx: x, cy: y, r: 3, fill: "var(--page)", stroke: "var(--ink)", "stroke-width": 1.2});
}

/** Scattered islets, not to scale: a group of dots within a dotted line. */
function archipelago(x: number, y: number): SVGElement[] {
  const dots = [
    [-6, -4],
    [2, -6],
    [6, 0],
    [-2, 2],
    [-7, 4],
    [4, 6]
  ] as const;
  return [
    svgElement("circle", {
      cx: x,
      cy: y,
      r: 12,
      fill: "none",
      stroke: "var(--ink3)",
      "stroke-width": 0.8,
      "stroke-dasharray": "2 2"
    }),
    ...dots.map(([dx, dy]) => svgElement("circle", {cx: x + dx, cy: y + dy, r: 1.3, fill: "var(--ink)"}))
  ];
}

function name(words: string, x: number, y: number, anchor: string, weight = 400): SVGTextElement {
  return svgElement(
    "text",
    {
      x,
      y,
      "text-anchor": anchor,
      "font-weight": weight,
      "font-size": 11.5,
      fill: "var(--ink)",
      "paint-order": "stroke",
      stroke: "var(--page)",
      "stroke-width": 3,
      "stroke-linejoin": "round"
    },
    words
  );
}

/** Hoàng Sa and Trường Sa beside the tiles, east of their provinces. */
function archipelagoTiles(map: NationFile, side: number): SVGGElement[] {
  return map.islands
    .filter(({is_archipelago}) => is_archipelago)
    .map((island) => {
      const province = map.provinces.find(({code}) => code === island.province_code);
      const [x, y] = [(map.tile_columns + 1) * side, ((province?.row ?? 0) + 0.4) * side];
      const [first = "", ...rest] = island.name.split(/(?<=Quần đảo) /);
      return svgElement(
        "g",
        {class: "nation-island", "pointer-events": "none"},
        ...archipelago(round(x), round(y)),
        name(first, round(x), round(y + 24), "middle"),
        name(rest.join(" "), round(x), round(y + 38), "middle", 600)
      );
    });
}

function legendOf(
  {rows, scale, measure}: NationMapData,
  {missing, part, isMap}: {missing: string; part: string; isMap: boolean}
): MapLegendData {
  const count = (state: ProvinceRow["state"]): number => rows.filter((row) => row.state === state).length;
  const others = [];
  if (count("part") > 0)
    others.push({fill: part, words: `Có vạch trên màu, mới một phần xã: ${formatCount(count("part"))} tỉnh`});
  if (count("none") > 0) others.push({fill: missing, words: `Chưa có số liệu: ${formatCount(count("none"))} tỉnh`});
  const note = isMap ? "Bản đồ sơ đồ, ranh giới xấp xỉ" : null;
  return {title: measure, scale, counts: provinceClasses(rows, scale), noun: "tỉnh", others, note};
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
