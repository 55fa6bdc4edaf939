import type {MapFile} from "../../../pipelines/geography/mapFile.ts";
import {communeMap} from "../../components/communeMap.ts";
import type {OverviewView} from "../../views/overviewView.ts";
import type {ReportPicture} from "../reportShape.ts";
import {paperColours, withColours} from "./paperColours.ts";
import {PICTURE_FONT, renderPng} from "./renderPng.ts";
import {withDocument} from "./withDocument.ts";

/** Size of the drawing in px, and how many px of the picture each becomes: 600 px are 16 cm of paper, so four make 380 to the inch. */
const WIDTH = 600;
const ZOOM = 4;

/** The map of the certification rate as a picture of a report; null where there is no map. */
export async function mapPicture(map: MapFile | null, {map: shown}: OverviewView): Promise<ReportPicture | null> {
  if (map === null || shown.data.values.length === 0) return null;
  const description = `${shown.title}. ${shown.subtitle}`;
  const {svg, height} = withDocument(() => {
    const drawn = communeMap(map, shown.data, {width: WIDTH, label: description}).querySelector("svg");
    if (drawn === null) throw new Error("the map drew no SVG");
    drawn.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    drawn.setAttribute("font-family", PICTURE_FONT);
    return {svg: drawn.outerHTML, height: Number(drawn.getAttribute("height"))};
  });
  const coloured = withColours(svg, paperColours());
  return {
    caption: description,
    description,
    svg: coloured,
    png: await renderPng(coloured, WIDTH * ZOOM),
    width: WIDTH,
    height
  };
}
