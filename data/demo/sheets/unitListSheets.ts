import {columnLetter} from "../../../loaders/read/cellAddress.ts";
import {type CellValue} from "../../../loaders/write/plannedSheet.ts";
import {type CellStyle, type DemoSheet} from "../files/styles.ts";
import {type UnitField, type UnitRow} from "../outcomes/unitRow.ts";
import {type AreaNames} from "./areaNames.ts";
import {addHeadRows} from "./headRows.ts";
import {type Layout} from "./layout.ts";
import {SheetBuilder} from "../../../loaders/write/sheetBuilder.ts";
import {addSignatures, addTitleBlock, type TitleBlock} from "./titleBlock.ts";
import {type ListNeeds, type UnitColumn, unitColumns} from "./unitColumns.ts";
import {BLOCK_SHEETS, type Block, blockOf, BLOCKS, blockTitle, ROMAN} from "./words.ts";

/** What stands in a cell instead of the value: a typing slip. By position in `rows`, then by field. */
export type CellTexts = ReadonlyMap<number, Partial<Record<UnitField, string | number>>>;

export interface UnitList {
  names: AreaNames;
  rows: readonly UnitRow[];
  texts: CellTexts;
  layout: Layout;
  needs: ListNeeds;
  title: TitleBlock;
  signature: {office: string; signer: string};
  isFormer: boolean;
}

/** Where a unit was written. */
export interface PlacedUnit {
  sheet: string;
  row: number;
}

type Entry = {row: UnitRow; index: number};

function cellOf(
  column: UnitColumn,
  {row, index}: Entry,
  ordinal: number,
  texts: CellTexts
): {value: CellValue; style: CellStyle} {
  const text =
    column.field === "ordinal" || column.field === "households" ? undefined : texts.get(index)?.[column.field];
  if (text !== undefined) return {value: text, style: typeof text === "string" ? "centre" : column.style};
  const value = column.value(row, ordinal);
  return {value, style: typeof value === "string" && column.style === "date" ? "centre" : column.style};
}

/** Writes units under the head, remembers where each stands, and merges the commune over its rows where the sender does. */
function addUnits(
  sheet: SheetBuilder<CellStyle>,
  entries: readonly Entry[],
  columns: readonly UnitColumn[],
  list: UnitList,
  {firstOrdinal, placed, name}: {firstOrdinal: number; placed: PlacedUnit[]; name: string}
): void {
  const communeColumn = columns.findIndex(({field}) => field === "commune_code");
  let start = 0;
  const isContinued = (position: number): boolean =>
    list.layout.mergesCommune &&
    communeColumn >= 0 &&
    position > 0 &&
    entries[position]?.row.commune_code === entries[position - 1]?.row.commune_code &&
    list.texts.get(entries[position]?.index ?? -1)?.commune_code === undefined;
  const endMerge = (): void => {
    if (communeColumn >= 0 && list.layout.mergesCommune && start > 0)
      sheet.merge(start, communeColumn + 1, sheet.lastRow, communeColumn + 1);
  };
  entries.forEach((entry, position) => {
    const continued = isContinued(position);
    if (!continued) endMerge();
    const row = sheet.add(
      columns.map((column, index) => {
        const cell = cellOf(column, entry, firstOrdinal + position, list.texts);
        return {column: index + 1, ...cell, value: continued && index === communeColumn ? null : cell.value};
      })
    );
    if (!continued) start = row;
    placed[entry.index] = {sheet: name, row};
  });
  endMerge();
}

function addTotal(
  sheet: SheetBuilder<CellStyle>,
  columns: readonly UnitColumn[],
  label: string,
  [first, last]: [number, number],
  entries: readonly Entry[]
): void {
  const nameColumn = columns.findIndex(({field}) => field === "unit_name");
  const registered = columns.findIndex(({field}) => field === "is_registered");
  const count = entries.filter(({row}) => row.is_registered === true).length;
  const letter = columnLetter(registered + 1);
  const total = sheet.add(
    columns.map((_, index) =>
      index === registered
        ? {
            column: index + 1,
            value: {kind: "formula", formula: `COUNTA(${letter}${first}:${letter}${last})`, value: count},
            style: "totalNumber"
          }
        : {column: index + 1, value: index === 0 ? `${label}: ${entries.length} đơn vị` : null, style: "total"}
    )
  );
  sheet.merge(total, 1, total, nameColumn + 1);
}

function listSheet(name: string, entries: readonly Entry[], list: UnitList, placed: PlacedUnit[]): DemoSheet {
  const {layout} = list;
  const columns = unitColumns(layout, list.needs, list.names);
  const sheet = new SheetBuilder<CellStyle>(columns.map(({width}) => width));
  addTitleBlock(sheet, list.title);
  sheet.skip();
  addHeadRows(sheet, columns, layout);
  const first = sheet.lastRow + 1;
  let ordinal = 1;
  const hasGroups = layout.typeBy === "groups" || layout.typeBy === "both";
  const parts = hasGroups
    ? BLOCKS.map((block) => ({block, entries: entries.filter(({row}) => blockOf(row.unit_type) === block)}))
    : [{block: null, entries}];
  let group = 0;
  for (const part of parts) {
    if (part.entries.length === 0) continue;
    if (part.block !== null) {
      const row = sheet.addLine(
        columns.map((_, index) => (index === 0 ? groupTitle(part.block, group, list.isFormer) : null)),
        "group"
      );
      sheet.merge(row, 1, row, columns.length);
      group += 1;
    }
    const top = sheet.lastRow + 1;
    addUnits(sheet, part.entries, columns, list, {firstOrdinal: ordinal, placed, name});
    if (layout.hasSubtotals) addTotal(sheet, columns, "Cộng", [top, sheet.lastRow], part.entries);
    ordinal += part.entries.length;
  }
  addTotal(sheet, columns, "Tổng cộng", [first, sheet.lastRow], entries);
  addSignatures(sheet, list.signature);
  return sheet.build(name);
}

function groupTitle(block: Block, order: number, isFormer: boolean): string {
  return `${ROMAN[order] ?? ""}. ${blockTitle(block, isFormer).toUpperCase()}`;
}

/** Order of the rows: by commune where the commune stands in merged cells, else by type. */
function sorted(list: UnitList): Entry[] {
  const entries = list.rows.map((row, index) => ({row, index}));
  const block = ({row}: Entry): number => BLOCKS.indexOf(blockOf(row.unit_type));
  const commune = (a: Entry, b: Entry): number =>
    a.row.commune_code < b.row.commune_code ? -1 : a.row.commune_code > b.row.commune_code ? 1 : 0;
  return list.layout.mergesCommune
    ? entries.sort((a, b) => commune(a, b) || block(a) - block(b) || a.index - b.index)
    : entries.sort((a, b) => block(a) - block(b) || commune(a, b) || a.index - b.index);
}

/** The sheets of Danh sách đơn vị: one, or one per type; `placed` tells for each unit of the list where it stands. */
export function unitListSheets(list: UnitList): {sheets: DemoSheet[]; placed: PlacedUnit[]} {
  const entries = sorted(list);
  const placed: PlacedUnit[] = [];
  if (list.layout.typeBy !== "sheets") return {sheets: [listSheet("Danh sách đơn vị", entries, list, placed)], placed};
  const sheets = BLOCKS.flatMap((block) => {
    const own = entries.filter(({row}) => blockOf(row.unit_type) === block);
    return own.length === 0 ? [] : [listSheet(BLOCK_SHEETS[block], own, list, placed)];
  });
  return {sheets, placed};
}
