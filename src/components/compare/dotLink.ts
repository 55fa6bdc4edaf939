import {COMMUNE_TYPES} from "../../sentences/compareWords.js";
import type {CompareDot} from "../../views/compare/compareCharts.js";
import {svgElement} from "../element.js";
import {formatCount, formatShare} from "../format.js";
import type {Shape} from "../mapShapes.js";

/** A commune drawn as a dot: what the keyboard walks over, as the map is walked over (`mapReadout.ts`). */
export interface DrawnDot {
  shape: Shape;
  link: SVGAElement;
  words: readonly [name: string, rest: string];
}

/** Makes a dot that opens its commune. @param options.id tells it apart from the commune's other dots in the drawing. */
export function dotLink(
  dot: CompareDot,
  {id, x, y, r, fill, label}: {id: string; x: number; y: number; r: number; fill: string; label: string}
): DrawnDot {
  const [cx, cy, room] = [round(x), round(y), round(r + 2.5)];
  const words = dotWords(dot, label);
  return {
    shape: {
      code: id,
      x: cx,
      y: cy,
      room,
      d: `M${round(cx - room)} ${cy}a${room} ${room} 0 1 0 ${2 * room} 0a${room} ${room} 0 1 0 ${-2 * room} 0`
    },
    link: svgElement(
      "a",
      {
        class: "commune",
        href: `./xa?ma=${dot.code}`,
        "data-code": id,
        tabindex: -1,
        "aria-label": words.join(": ")
      },
      svgElement("circle", {cx, cy, r: round(r), fill})
    ),
    words
  };
}

/** "Xã Tam Chung", "Công nhận 29,6%, 8/27". */
function dotWords({name, type, n, d}: CompareDot, label: string): readonly [name: string, rest: string] {
  const kind = COMMUNE_TYPES[type] ?? "xã";
  return [
    `${kind.slice(0, 1).toLocaleUpperCase("vi")}${kind.slice(1)} ${name}`,
    `${label} ${formatShare(n, d)}, ${formatCount(n)}/${formatCount(d)}`
  ];
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
