import {Document, Packer, Paragraph} from "docx";
import {strFromU8, unzipSync} from "fflate";
import type {ReportChart} from "../reportShape.ts";
import {type ChartLook, officeChart} from "./officeChart.ts";

/** A chart as the two parts of an Office file it is made of; the drawing refers to its workbook as `rId1`. */
export interface ChartPart {
  xml: string;
  workbook: Uint8Array;
}

/** Charts in the order given. Word and PowerPoint keep charts alike: they are written as Word's and taken out of its file. */
export async function chartParts(charts: readonly ReportChart[], look: ChartLook): Promise<ChartPart[]> {
  if (charts.length === 0) return [];
  const children = charts.map((chart) => new Paragraph({children: [officeChart(chart, look)]}));
  const files = unzipSync(new Uint8Array(await Packer.toBuffer(new Document({sections: [{children}]}))));
  return charts.map((_, i) => {
    const xml = files[`word/charts/chart${i + 1}.xml`];
    const workbook = files[`word/embeddings/Microsoft_Excel_Worksheet${i + 1}.xlsx`];
    if (xml === undefined || workbook === undefined) throw new Error(`chart ${i + 1} is not in the document`);
    return {
      xml: strFromU8(xml).replace(/<c:externalData r:id="[^"]*">/, '<c:externalData r:id="rId1">'),
      workbook
    };
  });
}
