import type {MapFile} from "../../../pipelines/geography/mapFile.ts";
import {svgElement} from "../element.js";
import {cellShapes} from "../mapShapes.js";

const HEIGHT = 76;
const RING = 6;

/**
 * A small map of the home area with the commune filled and ringed, so that one sees where in the province it lies; null where the map
 * does not hold it (another province's commune).
 * @param options.label what it shows, for those who do not see it.
 */
export function locatorMap(map: MapFile, code: string, {label}: {label: string}): SVGSVGElement | null {
  const scale = HEIGHT / map.height;
  const width = Math.round(map.width * scale);
  const shapes = cellShapes(map, {scale, left: 0});
  const own = shapes.find((shape) => shape.code === code);
  if (!own) return null;
  const others = shapes.filter((shape) => shape !== own).map(({d}) => d);
  return svgElement(
    "svg",
    {
      class: "locator",
      width,
      height: HEIGHT,
      // Room for a ring at the very border.
      viewBox: `${-RING} ${-RING} ${width + 2 * RING} ${HEIGHT + 2 * RING}`,
      role: "img",
      "aria-label": label
    },
    svgElement("path", {class: "locator-others", d: others.join("")}),
    svgElement("path", {class: "locator-own", d: own.d}),
    svgElement("circle", {class: "locator-ring", cx: own.x, cy: own.y, r: RING})
  );
}
