import {AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType} from "docx";
import type {Report} from "../reportShape.ts";
import {mm, SIZES, STYLES} from "./page.ts";

const NONE = {style: BorderStyle.NONE, size: 0, color: "auto"} as const;
const NO_BORDERS = {top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE} as const;
/** The two columns reach a little over the margins: the nation's name must stand on one line. */
const COLUMNS = {left: mm(76), right: mm(96)} as const;

/** Issuing body, number; nation, motto, place and day: the head of the first page. Number and day stay blank. */
export function headingBlock({superior, issuer, place}: Report): Table {
  const left = [
    ...superior.map((words) => line(words, {size: SIZES.issuer - 2})),
    line(issuer, {size: SIZES.issuer, isBold: true}),
    rule(COLUMNS.left, 0.36),
    line("Số:          /BC-…", {size: SIZES.issuer})
  ];
  const right = [
    line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", {size: SIZES.issuer - 1, isBold: true}),
    line("Độc lập - Tự do - Hạnh phúc", {size: SIZES.motto, isBold: true}),
    rule(COLUMNS.right, 0.62),
    line(`${place}, ngày …… tháng …… năm ………`, {size: SIZES.motto, isItalic: true})
  ];
  return twoColumns([left, right], [COLUMNS.left, COLUMNS.right], -mm(4));
}

/** A row of two cells without borders. */
export function twoColumns(
  [left, right]: readonly [readonly Paragraph[], readonly Paragraph[]],
  widths: readonly [number, number],
  indent = 0
): Table {
  const cell = (children: readonly Paragraph[], size: number): TableCell =>
    new TableCell({width: {size, type: WidthType.DXA}, borders: NO_BORDERS, children});
  return new Table({
    width: {size: widths[0] + widths[1], type: WidthType.DXA},
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    indent: {size: indent, type: WidthType.DXA},
    borders: NO_BORDERS,
    margins: {left: 0, right: 0, marginUnitType: WidthType.DXA},
    rows: [new TableRow({cantSplit: true, children: [cell(left, widths[0]), cell(right, widths[1])]})]
  });
}

function line(
  text: string,
  {size, isBold = false, isItalic = false}: {size: number; isBold?: boolean; isItalic?: boolean}
): Paragraph {
  return new Paragraph({
    style: STYLES.plain,
    alignment: AlignmentType.CENTER,
    children: [new TextRun({text, size, bold: isBold, italics: isItalic})]
  });
}

/** A line under the text above it, over a part of the column's width. */
export function rule(column: number, part: number): Paragraph {
  const side = Math.round((column * (1 - part)) / 2);
  return new Paragraph({
    style: STYLES.plain,
    indent: {left: side, right: side},
    spacing: {before: 0, after: 100, line: 60, lineRule: "exact"},
    border: {bottom: {style: BorderStyle.SINGLE, size: 6, color: "000000", space: 1}},
    children: []
  });
}
