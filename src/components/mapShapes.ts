import {geoIdentity, geoPath, type GeoPath} from "d3";
import {feature, mesh} from "topojson-client";
import type {MapFile} from "../../pipelines/geography/mapFile.ts";
import {svgElement} from "./element.js";

/** How the map's own grid lies on the page: px per grid unit, and px left of it. */
export interface MapFrame {
  scale: number;
  left: number;
}

/** A commune on the page: its outline and where its number stands, in px. */
export interface Shape {
  code: string;
  d: string;
  x: number;
  y: number;
  /** Half the room around the point. */
  room: number;
}

/** A rectangle in px that names keep out of. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Shapes of the communes as the map file draws them. */
export function cellShapes(map: MapFile, frame: MapFrame): Shape[] {
  const path = pathOf(frame);
  const collection = feature(map.topology, map.topology.objects.communes);
  const places = new Map(map.communes.map((place) => [place.code, place]));
  return collection.features.flatMap((shape) => {
    const place = places.get(`${shape.id}`);
    if (!place) return [];
    const [[x0, y0], [x1, y1]] = path.bounds(shape);
    const [x, y] = onPage(frame, place.x, place.y);
    return [{code: place.code, d: path(shape) ?? "", x, y, room: Math.min(x1 - x0, y1 - y0) / 2}];
  });
}

/** One tile of equal size for each commune. */
export function tileShapes(map: MapFile, width: number): Shape[] {
  const side = width / map.tile_columns;
  const inner = side - (side > 30 ? 2 : 1);
  return map.communes.map(({code, column, row}) => ({
    code,
    d: `M${round(column * side)},${round(row * side)}h${round(inner)}v${round(inner)}h${round(-inner)}z`,
    x: column * side + inner / 2,
    y: row * side + inner / 2,
    room: inner / 2
  }));
}

/** The outline of the whole area. */
export function outline(map: MapFile, frame: MapFrame): SVGPathElement {
  const border = mesh(map.topology, map.topology.objects.communes, (a, b) => a === b);
  const d = pathOf(frame)(border) ?? "";
  return svgElement("path", {class: "map-outline", d, fill: "none", stroke: "var(--ink3)", "pointer-events": "none"});
}

/** Neighbours in spaced capitals, the sea in italics; none where it would run into `taken`. */
export function surroundings(map: MapFile, frame: MapFrame, taken: readonly Box[]): SVGTextElement[] {
  return map.labels.flatMap(({kind, lines, x, y}) => {
    const isSea = kind === "sea";
    const [middle, at] = onPage(frame, x, y);
    const half = (Math.max(...lines.map((line) => line.length)) * (isSea ? 6.5 : 9.5)) / 2;
    const tall = 8 * lines.length;
    const isTaken = taken.some(
      (box) => middle + half > box.left && middle - half < box.right && at + tall > box.top && at - tall < box.bottom
    );
    if (isTaken) return [];
    const node = svgElement("text", {
      class: `map-name is-${kind}`,
      "text-anchor": "middle",
      fill: "var(--ink3)",
      "aria-hidden": "true",
      ...(isSea ? {"font-style": "italic", style: "font-synthesis: style"} : {"letter-spacing": "0.08em"})
    });
    lines.forEach((line, i) => {
      const words = isSea ? line : line.toLocaleUpperCase("vi");
      node.append(svgElement("tspan", {x: round(middle), y: round(at + 4 + (i - (lines.length - 1) / 2) * 16)}, words));
    });
    return [node];
  });
}

/** The provincial seat: a dot, a leader, its name outside the area. */
export function seatMark(
  {name, x, y, label_x, label_y, anchor}: NonNullable<MapFile["seat"]>,
  frame: MapFrame
): SVGGElement {
  const [fromX, fromY] = onPage(frame, x, y).map(round);
  const [toX = 0, toY = 0] = onPage(frame, label_x, label_y).map(round);
  return svgElement(
    "g",
    {class: "map-seat", "pointer-events": "none", "aria-hidden": "true"},
    svgElement("path", {d: `M${fromX},${fromY}L${toX},${toY}`, stroke: "var(--ink)", fill: "none"}),
    svgElement("circle", {cx: fromX, cy: fromY, r: 3, fill: "var(--ink)"}),
    svgElement(
      "text",
      {
        x: toX + (anchor === "start" ? 5 : -5),
        y: toY + 4,
        "text-anchor": anchor,
        "font-weight": 600,
        fill: "var(--ink)",
        "paint-order": "stroke",
        stroke: "var(--page)",
        "stroke-width": 3
      },
      name
    )
  );
}

function pathOf({scale, left}: MapFrame): GeoPath {
  return geoPath(geoIdentity().scale(scale).translate([left, 0])).digits(1);
}

function onPage({scale, left}: MapFrame, x: number, y: number): [number, number] {
  return [left + x * scale, y * scale];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
