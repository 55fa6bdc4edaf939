import {AlignmentType, HeadingLevel, ImageRun, Paragraph, type Table, TextRun} from "docx";
import type {Block, ReportPicture} from "../reportShape.ts";
import {officeChart} from "../charts/officeChart.ts";
import {FONT, px, STYLES} from "./page.ts";
import {HEADING_NUMBERS} from "./styles.ts";
import {wordTable} from "./tables.ts";

/** Width of a picture in px: 12,2 cm, so that text and a chart find room on its page. */
const PICTURE_WIDTH = 460;

/** Numbers of tables and figures as the document goes on. */
export class Counter {
  #tables = 0;
  #figures = 0;

  nextTable(): number {
    return ++this.#tables;
  }

  nextFigure(): number {
    return ++this.#figures;
  }
}

export interface BlockPlace {
  /** Of a line of text, in twips. */
  width: number;
  isSmall: boolean;
  counter: Counter;
}

/** A block as paragraphs and tables of Word. */
export function wordBlock(block: Block, place: BlockPlace): (Paragraph | Table)[] {
  switch (block.kind) {
    case "heading":
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_2,
          numbering: {reference: HEADING_NUMBERS, level: 1},
          children: [new TextRun(block.text)]
        })
      ];
    case "paragraph":
      return [new Paragraph({style: STYLES.body, children: [new TextRun(block.text)]})];
    case "blank":
      return [
        new Paragraph({style: STYLES.body, children: [new TextRun({text: `[${block.text}]`, italics: true, highlight: "yellow"})]})
      ];
    case "note":
      return [note(block.text)];
    case "table": {
      const {table} = block;
      const after = table.note === undefined ? [spacer()] : [note(table.note)];
      const title = `Bảng ${place.counter.nextTable()}. ${table.caption}`;
      return [new Paragraph({style: STYLES.tableTitle, children: [new TextRun(title)]}), wordTable(table, place), ...after];
    }
    case "chart":
      return figure(officeChart(block.chart, {font: FONT, size: 10, width: px(place.width)}), block.chart.caption, place);
    case "picture":
      return figure(picture(block.picture, place), block.picture.caption, place);
  }
}

function figure(drawing: ImageRun | ReturnType<typeof officeChart>, caption: string, {counter}: BlockPlace): Paragraph[] {
  return [
    new Paragraph({
      style: STYLES.plain,
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: {before: 120},
      children: [drawing]
    }),
    new Paragraph({
      style: STYLES.figureTitle,
      children: [new TextRun(`Hình ${counter.nextFigure()}. ${caption}`)]
    })
  ];
}

/** The drawing itself, which Word can break up and recolour; older programs show its PNG. */
function picture({svg, png, width, height, description}: ReportPicture, place: BlockPlace): ImageRun {
  const drawn = Math.min(px(place.width), PICTURE_WIDTH);
  return new ImageRun({
    type: "svg",
    data: new TextEncoder().encode(svg),
    fallback: {type: "png", data: png},
    transformation: {width: drawn, height: Math.round((height * drawn) / width)},
    altText: {title: description, description, name: "Bản đồ"}
  });
}

function note(text: string): Paragraph {
  return new Paragraph({style: STYLES.note, children: [new TextRun(text)]});
}

function spacer(): Paragraph {
  return new Paragraph({style: STYLES.plain, spacing: {after: 60, line: 160, lineRule: "exact"}, children: []});
}
