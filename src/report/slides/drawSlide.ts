import {cellText} from "../cellText.ts";
import {markWords} from "../content/marks.ts";
import type {ColumnKind, Report, ReportPicture, ReportTable, TargetSummary} from "../reportShape.ts";
import type {Presentation} from "./presentation.ts";
import type {Slide} from "./slideShape.ts";

/** Letters that every office has; inches, as PowerPoint counts a wide slide. */
export const SLIDE_FONT = "Arial";
const WIDTH = 13.333;
const SIDE = 0.6;
const INNER = WIDTH - 2 * SIDE;
export const CHART_BOX = {x: SIDE, y: 1.65, w: INNER, h: 4.95} as const;
const TARGET_CHART_BOX = {x: 5.4, y: 1.65, w: WIDTH - SIDE - 5.4, h: 4.95} as const;
const INK = "17202B";
const GREY = "606A76";
const BRAND = "8E1F2F";
export const LAYOUT = "Trang";
/** Letters of a title that still fit one line at its full size. */
const LONG_TITLE = 66;

type Page = ReturnType<Presentation["addSlide"]>;

/** The layout of every slide: a title that PowerPoint knows as one, and the number. */
export function defineLayout(file: Presentation): void {
  file.defineSlideMaster({
    title: LAYOUT,
    background: {color: "FFFFFF"},
    objects: [
      {rect: {x: 0, y: 0, w: WIDTH, h: 0.09, fill: {color: BRAND}}},
      {
        placeholder: {
          options: {
            name: "title",
            type: "title",
            x: SIDE,
            y: 0.3,
            w: INNER,
            h: 0.85,
            fontFace: SLIDE_FONT,
            fontSize: 26,
            bold: true,
            color: INK,
            align: "left",
            valign: "middle",
            margin: 0
          },
          text: ""
        }
      }
    ],
    slideNumber: {x: WIDTH - SIDE - 0.5, y: 7.05, w: 0.5, h: 0.3, fontFace: SLIDE_FONT, fontSize: 11, color: GREY, align: "right"}
  });
}

/** Draws one slide. Charts are frames only: their parts are put in afterwards, in the order of the slides. */
export function drawSlide(page: Page, slide: Slide, report: Report): void {
  page.addText(slide.title, {placeholder: "title", ...(slide.title.length > LONG_TITLE ? {fontSize: 20} : {})});
  if (slide.subtitle !== "") line(page, slide.subtitle, {y: 1.12, h: 0.4, size: 15, colour: GREY});
  switch (slide.body.kind) {
    case "cover":
      drawCover(page, report);
      break;
    case "target":
      drawTarget(page, slide.body.target);
      break;
    case "chart":
      chartFrame(page, CHART_BOX, slide.body.chart.description);
      break;
    case "table":
      drawTable(page, slide.body.table);
      break;
    case "picture":
      drawPicture(page, slide.body.picture);
      break;
    case "text":
      page.addText(
        slide.body.lines.map((text) => ({text, options: {bullet: {indent: 18}, breakLine: true, paraSpaceAfter: 10}})),
        {x: SIDE, y: 1.75, w: INNER, h: 4.8, fontFace: SLIDE_FONT, fontSize: 20, color: INK, valign: "top", margin: 0}
      );
  }
  marksOf(page, report);
  page.addNotes(slide.notes.join("\n"));
}

/** What the figures are and where they come from: on the slide itself, so that it goes along when the slide is copied. */
function marksOf(page: Page, {marks}: Report): void {
  const words = markWords(marks);
  line(page, marks.source, {y: 7.05, h: 0.3, size: 11, colour: GREY, w: 8.2});
  if (words !== "")
    page.addText(words, {
      x: 8.9,
      y: 7.05,
      w: WIDTH - SIDE - 0.6 - 8.9,
      h: 0.3,
      fontFace: SLIDE_FONT,
      fontSize: 11,
      bold: true,
      color: BRAND,
      align: "right",
      margin: 0
    });
}

function line(
  page: Page,
  text: string,
  {y, h, size, colour, w = INNER, x = SIDE, isBold = false}: {
    y: number;
    h: number;
    size: number;
    colour: string;
    w?: number;
    x?: number;
    isBold?: boolean;
  }
): void {
  page.addText(text, {x, y, w, h, fontFace: SLIDE_FONT, fontSize: size, color: colour, bold: isBold, valign: "top", margin: 0});
}

function drawCover(page: Page, report: Report): void {
  line(page, report.headline, {y: 2.6, h: 1.6, size: 34, colour: INK, isBold: true});
  line(page, report.bounds, {y: 4.5, h: 1.4, size: 18, colour: GREY});
}

function drawTarget(page: Page, target: TargetSummary): void {
  const w = target.chart === null ? INNER : 4.5;
  line(page, target.figure, {y: 1.8, h: 1.1, size: 60, colour: target.colour, isBold: true, w});
  line(page, [target.counts, target.level].filter(Boolean).join("\n"), {y: 3.05, h: 0.9, size: 18, colour: INK, w});
  line(page, [target.verdict, target.gap].filter(Boolean).join(", "), {
    y: 4.1,
    h: 0.9,
    size: 24,
    colour: target.colour,
    isBold: true,
    w
  });
  if (target.chart !== null) chartFrame(page, TARGET_CHART_BOX, target.chart.description);
}

/** A frame with a chart of one value, whose parts are replaced. */
function chartFrame(page: Page, box: {x: number; y: number; w: number; h: number}, description: string): void {
  page.addChart("bar", [{name: "-", labels: ["-"], values: [0]}], {...box, altText: description});
}

function drawTable(page: Page, table: ReportTable): void {
  const sum = table.columns.reduce((total, {width}) => total + width, 0);
  const totals = new Set(table.totals);
  const size = table.rows.length > 7 || table.columns.length > 6 ? 14 : 16;
  const head = table.columns.map(({header}) => ({
    text: header,
    options: {bold: true, align: "center" as const, fill: {color: "F3F1EB"}}
  }));
  const rows = table.rows.map((row, r) =>
    table.columns.map(({kind}, i) => ({
      text: cellText(row[i] ?? null, kind),
      options: {align: ALIGN[kind], bold: totals.has(r)}
    }))
  );
  page.addTable([head, ...rows], {
    x: SIDE,
    y: 1.65,
    w: INNER,
    colW: table.columns.map(({width}) => (INNER * width) / sum),
    fontFace: SLIDE_FONT,
    fontSize: size,
    color: INK,
    valign: "middle",
    border: {type: "solid", pt: 0.75, color: "BFBAAE"},
    margin: [0.04, 0.08, 0.04, 0.08]
  });
}

const ALIGN: Readonly<Record<ColumnKind, "left" | "right" | "center">> = {
  text: "left",
  figure: "right",
  count: "right",
  share: "right",
  points: "right",
  day: "center"
};

function drawPicture(page: Page, {png, width, height, description}: ReportPicture): void {
  const scale = Math.min(CHART_BOX.w / width, (CHART_BOX.h + 0.3) / height);
  page.addImage({
    data: `image/png;base64,${Buffer.from(png).toString("base64")}`,
    x: SIDE + (INNER - width * scale) / 2,
    y: CHART_BOX.y,
    w: width * scale,
    h: height * scale,
    altText: description
  });
}
