import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType
} from "docx";
import {cellText} from "../cellText.ts";
import type {ColumnKind, ReportTable} from "../reportShape.ts";
import {SIZES, STYLES} from "./page.ts";

const EDGE = {style: BorderStyle.SINGLE, size: 4, color: "000000"} as const;
const BORDERS = {top: EDGE, bottom: EDGE, left: EDGE, right: EDGE, insideHorizontal: EDGE, insideVertical: EDGE} as const;
const HEAD_FILL = "E7E6E6";

/** A table whose head repeats on each page and whose rows never split. @param width of the table in twips. */
export function wordTable(table: ReportTable, {width, isSmall}: {width: number; isSmall: boolean}): Table {
  const widths = columnWidths(table, width);
  const size = isSmall ? SIZES.wideTable : SIZES.table;
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map(({header}, i) => cell(header, {width: widths[i] ?? 0, size, isBold: true, isHead: true, kind: "text"}))
  });
  const totals = new Set(table.totals);
  const body = table.rows.map(
    (row, r) =>
      new TableRow({
        cantSplit: true,
        children: table.columns.map(({kind}, i) =>
          cell(cellText(row[i] ?? null, kind), {
            width: widths[i] ?? 0,
            size,
            isBold: totals.has(r),
            isHead: false,
            kind,
            // No row alone at the top or the foot of a page.
            keepNext: r === 0 || (r === table.rows.length - 2 && table.rows.length > 3)
          })
        )
      })
  );
  return new Table({
    width: {size: width, type: WidthType.DXA},
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    borders: BORDERS,
    margins: {left: 60, right: 60, marginUnitType: WidthType.DXA},
    rows: [head, ...body]
  });
}

interface CellLook {
  width: number;
  size: number;
  isBold: boolean;
  isHead: boolean;
  kind: ColumnKind;
  keepNext?: boolean;
}

function cell(text: string, {width, size, isBold, isHead, kind, keepNext = false}: CellLook): TableCell {
  return new TableCell({
    width: {size: width, type: WidthType.DXA},
    verticalAlign: VerticalAlignTable.CENTER,
    ...(isHead ? {shading: {type: ShadingType.CLEAR, fill: HEAD_FILL, color: "auto"}} : {}),
    children: [
      new Paragraph({
        style: STYLES.cell,
        keepNext: keepNext || isHead,
        alignment: isHead ? AlignmentType.CENTER : ALIGNMENTS[kind],
        children: [new TextRun({text, bold: isBold, size})]
      })
    ]
  });
}

const ALIGNMENTS: Readonly<Record<ColumnKind, (typeof AlignmentType)["LEFT" | "RIGHT" | "CENTER"]>> = {
  text: AlignmentType.LEFT,
  figure: AlignmentType.RIGHT,
  count: AlignmentType.RIGHT,
  share: AlignmentType.RIGHT,
  points: AlignmentType.RIGHT,
  day: AlignmentType.CENTER
};

/** Widths in twips that add up to the table's. */
function columnWidths({columns}: ReportTable, width: number): number[] {
  const sum = columns.reduce((total, column) => total + column.width, 0);
  const widths = columns.map((column) => Math.floor((width * column.width) / sum));
  const rest = width - widths.reduce((total, one) => total + one, 0);
  return widths.map((one, i) => (i === widths.length - 1 ? one + rest : one));
}
