import type {MapFile} from "../../../pipelines/geography/mapFile.ts";
import {communeMap} from "../../components/communeMap.ts";
import {plainSvg} from "../../components/export/plainSvg.ts";
import {withResolution} from "../../components/export/pngResolution.ts";
import type {OverviewView} from "../../views/overviewView.ts";
import type {ReportPicture} from "../reportShape.ts";
import {pictureStyle} from "./pictureStyle.ts";
import {renderPng} from "./renderPng.ts";
import {withDocument} from "./withDocument.ts";

/** Size of the drawing in px, and of the picture: 600 px stand 12,2 cm wide in the report, so three to one make 360 to the inch. */
const WIDTH = 600;
const ZOOM = 3;
const DPI = 360;

/** The map of the certification rate as a picture of a report; null where there is no map. */
export async function mapPicture(map: MapFile | null, {map: shown}: OverviewView): Promise<ReportPicture | null> {
  if (map === null || shown.data.values.length === 0) return null;
  const description = `${shown.title}. ${shown.subtitle}`;
  const {svg, height} = withDocument(() => {
    const drawn = communeMap(map, shown.data, {width: WIDTH, label: description}).querySelector("svg");
    if (drawn === null) throw new Error("the map drew no SVG");
    return {svg: plainSvg(drawn, pictureStyle()), height: Number(drawn.getAttribute("height"))};
  });
  const picture = svg.replace(/^<svg(?! xmlns)/, '<svg xmlns="http://www.w3.org/2000/svg"');
  return {
    caption: description,
    description,
    svg: picture,
    png: withResolution(await renderPng(picture, WIDTH * ZOOM), DPI),
    width: WIDTH,
    height
  };
}
