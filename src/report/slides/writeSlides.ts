import {strFromU8, strToU8, unzipSync} from "fflate";
import {chartParts} from "../charts/chartParts.ts";
import type {Report, ReportChart} from "../reportShape.ts";
import {stableFiles} from "../stablePackage.ts";
import {defineLayout, drawSlide, LAYOUT, SLIDE_FONT} from "./drawSlide.ts";
import {planSlides} from "./planSlides.ts";
import {newPresentation} from "./presentation.ts";

/** The report as a wide presentation whose charts and tables can be edited; the same report gives the same bytes. */
export async function writeSlides(report: Report): Promise<Uint8Array> {
  const file = newPresentation();
  file.layout = "LAYOUT_WIDE";
  file.title = `${report.subject}, ${report.area}`;
  file.subject = report.marks.source;
  file.author = report.issuer;
  file.company = report.issuer;
  file.theme = {headFontFace: SLIDE_FONT, bodyFontFace: SLIDE_FONT};
  defineLayout(file);
  const slides = planSlides(report);
  for (const slide of slides) drawSlide(file.addSlide({masterName: LAYOUT}), slide, report);
  const charts = slides.flatMap(({body}): ReportChart[] =>
    body.kind === "chart" ? [body.chart] : body.kind === "target" && body.target.chart !== null ? [body.target.chart] : []
  );
  const bytes = (await file.write({outputType: "uint8array"})) as Uint8Array;
  return stableFiles(await withCharts(unzipSync(bytes), charts), report.marks.as_of);
}

/** Puts the charts into their frames. The library numbers charts over all files of a process; here they begin at 1. */
async function withCharts(
  files: Record<string, Uint8Array>,
  charts: readonly ReportChart[]
): Promise<Record<string, Uint8Array>> {
  const numbers = Object.keys(files)
    .flatMap((name) => /^ppt\/charts\/chart(\d+)\.xml$/.exec(name)?.[1] ?? [])
    .sort((a, b) => Number(a) - Number(b));
  if (numbers.length !== charts.length) throw new Error(`${numbers.length} frames for ${charts.length} charts`);
  const places = new Map(numbers.map((number, i) => [number, i + 1]));
  const renumbered = (text: string): string =>
    text.replace(/(chart|Microsoft_Excel_Worksheet)(\d+)\.(xml|xlsx)/g, (all: string, name: string, number: string, end: string) => {
      const place = places.get(number);
      return place === undefined ? all : `${name}${place}.${end}`;
    });
  const parts = await chartParts(charts, {font: SLIDE_FONT, size: 14, width: 1170, height: 475});
  const made: Record<string, Uint8Array> = {};
  for (const [name, bytes] of Object.entries(files)) {
    const isText = name.endsWith(".rels") || name === "[Content_Types].xml";
    made[renumbered(name)] = isText ? strToU8(renumbered(strFromU8(bytes))) : bytes;
  }
  parts.forEach(({xml, workbook}, i) => {
    made[`ppt/charts/chart${i + 1}.xml`] = strToU8(xml);
    made[`ppt/embeddings/Microsoft_Excel_Worksheet${i + 1}.xlsx`] = workbook;
  });
  return made;
}
