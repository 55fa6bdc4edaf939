import {classCounts, type CommuneMapData, communeWords} from "./communeMap.js";
import {element, svgElement} from "./element.js";
import {formatCount} from "./format.js";
import {hatch} from "./hatch.js";
import {mapLegend, mapLegendSize} from "./mapLegend.js";
import {mapClass} from "./mapScale.js";

/** Tiles of a district in one row. */
const PER_ROW = 8;

/**
 * Former communes as equal tiles by district, in the classes of the map: their boundaries are in no register of this site.
 * @param districts name of the district of each commune, in the order of `data.values`.
 */
export function formerTiles(
  data: CommuneMapData,
  districts: readonly string[],
  {width = 516, label}: {width?: number; label: string}
): HTMLElement {
  const names = [...new Set(districts)];
  const missing = hatch();
  const pitch = width < 600 ? 12 : 18;
  const blocks = names.map((name) => {
    const values = data.values.filter((_, i) => districts[i] === name);
    const rows = Math.ceil(values.length / PER_ROW);
    const svg = svgElement("svg", {width: PER_ROW * pitch, height: rows * pitch, role: "img", "aria-label": name});
    svg.append(missing.defs.cloneNode(true));
    values.forEach((value, i) => {
      const isValue = value.state === "value";
      const index = isValue ? mapClass(data.scale, value.numerator, value.denominator) : -1;
      svg.append(
        svgElement(
          "rect",
          {
            x: (i % PER_ROW) * pitch,
            y: Math.floor(i / PER_ROW) * pitch,
            width: pitch - 2,
            height: pitch - 2,
            fill: isValue ? (data.scale.fills[index] ?? "none") : missing.fill,
            stroke: isValue ? "none" : "var(--soft)"
          },
          svgElement("title", {}, communeWords(value, data.scale).join(": "))
        )
      );
    });
    return element("li", {}, element("span", {class: "former-name"}, shortName(name)), svg);
  });
  return element(
    "div",
    {class: "former-tiles", role: "group", "aria-label": label},
    element("ul", {}, ...blocks),
    legend(data, missing)
  );
}

/** "Huyện Quan Hóa" → "Quan Hóa"; towns keep their kind. */
function shortName(name: string): string {
  return name === ""
    ? "Chưa rõ huyện"
    : name
        .replace(/^Huyện /, "")
        .replace(/^Thành phố /, "TP ")
        .replace(/^Thị xã /, "TX ");
}

function legend(data: CommuneMapData, missing: {defs: SVGDefsElement; fill: string}): SVGSVGElement {
  const silent = data.values.filter(({state}) => state !== "value").length;
  const others = silent > 0 ? [{fill: missing.fill, words: `Chưa có kết quả: ${formatCount(silent)} xã`}] : [];
  const shown = {title: data.measure, scale: data.scale, counts: classCounts(data), noun: "xã", others, note: null};
  const {width, height} = mapLegendSize(shown);
  return svgElement("svg", {width, height, role: "img", "aria-label": data.measure}, missing.defs, mapLegend(shown));
}
