import type {MapFile} from "../../pipelines/geography/mapFile.ts";
import {svgElement} from "./element.js";
import {formatCount, formatShare} from "./format.js";
import {dots, hatch} from "./hatch.js";
import {mapLegend, type MapLegendData, mapLegendSize} from "./mapLegend.js";
import {withReadout} from "./mapReadout.js";
import {mapClass, type MapScale} from "./mapScale.js";
import {cellShapes, outline, seatMark, type Shape, surroundings, tileShapes} from "./mapShapes.js";
import {wrapWords} from "./wrapWords.js";

/** What the map shows of one commune. */
export interface MapValue {
  code: string;
  name: string;
  /** "xã", "phường", "đặc khu". */
  type: string;
  numerator: number;
  denominator: number;
  /** `value`: has a rate; `missing`: nothing reported or decided yet; `none`: no unit of this kind. */
  state: "value" | "missing" | "none";
  /** Said of the commune besides its rate: "cần thêm 18 đơn vị", "chưa nộp, ước 35 đơn vị". */
  words: string;
  /** Number in the closing list; null if it is not on it. */
  rank: number | null;
}

export interface CommuneMapData {
  values: readonly MapValue[];
  scale: MapScale;
  /** "Tỷ lệ được công nhận". */
  measure: string;
  /** What a hatched commune is called in the legend: "Chưa nộp". */
  missing_words: string;
}

export type MapView = "cells" | "tiles";

export interface CommuneMapOptions {
  width?: number;
  /** The map is drawn smaller where it would be higher; it then stands at the right, its legend at the left. */
  maxHeight?: number;
  view?: MapView;
  /** What the map shows, read out. */
  label: string;
  /** Whether a commune has a page to lead to; left out: each has. */
  hasPage?: ((code: string) => boolean) | undefined;
}

/** Narrower drawings leave out the names around the area. */
const NAMES_FROM = 420;
/** Wider tiles carry the name of the commune. */
const TILE_NAMES_FROM = 54;

/**
 * Draws the communes in fixed classes around the target, as cells or as equal tiles. Hatch: missing; dots: no such unit; numbers: the
 * closing list. Each commune is a link to its page: Tab enters the map once, arrow keys walk by direction, Enter opens. What is hovered
 * or focused is also written beside it.
 */
export function communeMap(
  map: MapFile,
  data: CommuneMapData,
  {width = 516, maxHeight = Infinity, view = "cells", label, hasPage = (): boolean => true}: CommuneMapOptions
): HTMLElement {
  const [columns, rows] = view === "cells" ? [map.width, map.height] : [map.tile_columns, map.tile_rows];
  const drawn = Math.min(width, (maxHeight * columns) / rows);
  // Where there is room to spare the map stands nearer the middle, still clear of its legend.
  const left = width - drawn > 200 ? Math.round((width - drawn) * 0.7) : width - drawn;
  const frame = {scale: drawn / map.width, left};
  const shapes = view === "cells" ? cellShapes(map, frame) : tileShapes(map, drawn).map(shifted(left));
  const body = (drawn * rows) / columns;
  const missing = hatch();
  const none = dots();
  const legend = legendData(data, map, {missing: missing.fill, none: none.fill, view});
  const size = mapLegendSize(legend);
  const isInside = isFree(shapes, {right: size.width + 8, top: body - size.height - 8});
  const height = Math.round(isInside ? body : body + size.height + 16);
  const svg = svgElement(
    "svg",
    {
      class: "map",
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: "group",
      "aria-label": label,
      "font-size": 12
    },
    missing.defs,
    none.defs
  );
  const values = new Map(data.values.map((value) => [value.code, value]));
  const isMap = view === "cells";
  const place = {left: 0, right: size.width, top: height - size.height - 4, bottom: height};
  if (isMap && width >= NAMES_FROM) svg.append(...surroundings(map, frame, [place]));
  const links = shapes.map((shape) => link(shape, values.get(shape.code), data, {missing, none, view, hasPage}));
  svg.append(svgElement("g", {class: "map-communes"}, ...links));
  if (isMap) svg.append(outline(map, frame));
  svg.append(...numbers(shapes, values));
  if (isMap && map.seat && width >= NAMES_FROM) svg.append(seatMark(map.seat, frame));
  const legendNode = mapLegend(legend);
  legendNode.setAttribute("transform", `translate(0 ${height - size.height})`);
  svg.append(legendNode);
  const words = new Map(data.values.map((value) => [value.code, communeWords(value, data.scale)]));
  return withReadout({svg, shapes, links, words, width});
}

/** What is said of one commune: its name, and rate, fraction and remarks. */
export function communeWords(value: MapValue, scale: MapScale): readonly [name: string, rest: string] {
  const {type, name, state, numerator, denominator} = value;
  const limit =
    scale.target_edge === null ? {} : {target: scale.edges[scale.target_edge], comparator: scale.comparator};
  const figure =
    state === "value"
      ? [formatShare(numerator, denominator, limit), `${formatCount(numerator)}/${formatCount(denominator)}`]
      : [];
  return [`${capital(type)} ${name}`, [...figure, value.words].filter(Boolean).join(", ")];
}

function shifted(left: number): (shape: Shape) => Shape {
  return (shape) => ({...shape, x: shape.x + left, d: shape.d.replace(/^M([\d.]+)/, (_, x) => `M${Number(x) + left}`)});
}

interface LinkStyle {
  missing: {fill: string};
  none: {fill: string};
  view: MapView;
  hasPage: (code: string) => boolean;
}

function link(shape: Shape, value: MapValue | undefined, data: CommuneMapData, style: LinkStyle): SVGAElement {
  const {scale} = data;
  const isValue = value?.state === "value";
  const index = isValue ? mapClass(scale, value.numerator, value.denominator) : -1;
  const empty = value?.state === "none" ? style.none.fill : style.missing.fill;
  const node = svgElement(
    "a",
    {
      href: style.hasPage(shape.code) ? `./xa?ma=${shape.code}` : null,
      role: style.hasPage(shape.code) ? null : "img",
      "data-code": shape.code,
      tabindex: -1,
      class: `commune is-${value?.state ?? "missing"}`,
      "aria-label": value ? communeWords(value, scale).join(": ") : shape.code
    },
    svgElement("path", {
      d: shape.d,
      fill: isValue ? (scale.fills[index] ?? "none") : empty,
      stroke: style.view === "cells" ? "var(--page)" : isValue ? "none" : "var(--soft)",
      "stroke-width": 0.8,
      "stroke-linejoin": "round"
    })
  );
  if (style.view === "tiles" && value && 2 * shape.room >= TILE_NAMES_FROM)
    node.append(...tileWords(shape, value, scale.inks[index] ?? "var(--ink)"));
  return node;
}

/** Name in at most two lines, and the rate. */
function tileWords(shape: Shape, value: MapValue, ink: string): SVGTextElement[] {
  const isValue = value.state === "value";
  const lines = wrapWords(value.name, Math.floor((2 * shape.room - 4) / 6.4)).slice(0, 2);
  if (isValue) lines.push(formatShare(value.numerator, value.denominator, {unit: ""}));
  const halo = isValue ? {} : {"paint-order": "stroke", stroke: "var(--page)", "stroke-width": 4};
  return lines.map((words, i) =>
    svgElement(
      "text",
      {
        x: round(shape.x),
        y: round(shape.y + 4 + (i - (lines.length - 1) / 2) * 14),
        "text-anchor": "middle",
        fill: ink,
        "font-weight": isValue && i === lines.length - 1 ? 600 : 400,
        "aria-hidden": "true",
        ...halo
      },
      words
    )
  );
}

/** Ink outline and numbered disc of each commune of the closing list. */
function numbers(shapes: readonly Shape[], values: ReadonlyMap<string, MapValue>): SVGGElement[] {
  return shapes.flatMap((shape) => {
    const rank = values.get(shape.code)?.rank ?? null;
    if (rank === null) return [];
    const [x, y] = [round(shape.x), round(shape.y)];
    const text = {x, y: round(shape.y + 4), "text-anchor": "middle", "font-size": 11.5, "font-weight": 600};
    return [
      svgElement(
        "g",
        {class: "map-rank", "pointer-events": "none", "aria-hidden": "true"},
        svgElement("path", {
          d: shape.d,
          fill: "none",
          stroke: "var(--ink)",
          "stroke-width": 1.5,
          "stroke-linejoin": "round"
        }),
        svgElement("circle", {cx: x, cy: y, r: 8.5, fill: "var(--ink)"}),
        svgElement("text", {...text, fill: "var(--page)"}, `${rank}`)
      )
    ];
  });
}

function legendData(
  data: CommuneMapData,
  map: MapFile,
  {missing, none, view}: {missing: string; none: string; view: MapView}
): MapLegendData {
  const others = [];
  const count = (state: MapValue["state"]): number => data.values.filter((value) => value.state === state).length;
  if (count("missing") > 0)
    others.push({fill: missing, words: `${data.missing_words}: ${formatCount(count("missing"))} xã`});
  if (count("none") > 0) others.push({fill: none, words: `Không có đơn vị: ${formatCount(count("none"))} xã`});
  const note = view === "cells" && map.kind === "cells" ? "Bản đồ sơ đồ, ranh giới xấp xỉ" : null;
  return {title: data.measure, scale: data.scale, counts: classCounts(data), noun: "xã", others, note};
}

/** Communes in each class, lowest first. */
export function classCounts({values, scale}: CommuneMapData): number[] {
  const counts = scale.fills.map(() => 0);
  for (const {state, numerator, denominator} of values) {
    if (state !== "value") continue;
    const index = mapClass(scale, numerator, denominator);
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}

/** Whether the lower left corner is empty, so that the legend may stand there. */
function isFree(shapes: readonly Shape[], {right, top}: {right: number; top: number}): boolean {
  return shapes.every(({x, y, room}) => x - room > right || y + room < top);
}

function capital(words: string): string {
  return words.slice(0, 1).toLocaleUpperCase("vi") + words.slice(1);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
