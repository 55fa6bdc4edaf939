import type {Commune} from "../../loaders/reference/register.ts";
import {UNIT_TYPES, type UnitType} from "../../loaders/vocabulary.ts";
import type {SummaryRow} from "../../loaders/validate/reading.ts";
import {ERRORS, wrongCells, type Fault} from "./faults.ts";
import {
  communeAt,
  faultsByLine,
  fillOrigin,
  noCommune,
  originColumns,
  ownType,
  taken,
  type FileContext
} from "./fileContext.ts";
import {spell, TYPE_WORDS} from "./spell.ts";
import {addressIn, arrange, columnOf, writeTable, type Column, type DataLine, type Line, type Pen} from "./table.ts";
import type {MeantSummary} from "./truth.ts";
import {number, text, type Written, type WrittenSheet} from "./written.ts";

const COUNTS = [
  "total_count",
  "registered_count",
  "certified_count",
  "xuat_sac_count",
  "kha_count",
  "trung_binh_count",
  "yeu_count"
] as const;
type CountField = (typeof COUNTS)[number];
type Counts = Record<CountField, number | null>;

const GROUPS: Readonly<Record<MeantSummary["type"], readonly string[]>> = {
  khu_dan_cu: ["Khu dân cư", "KDC", "Thôn, tổ dân phố"],
  co_quan: ["Cơ quan", "Cơ quan, đơn vị"],
  doanh_nghiep: ["Doanh nghiệp", "DN"],
  co_so_giao_duc: ["Cơ sở giáo dục", "Nhà trường"],
  commune: ["Xã, phường, thị trấn", "Xã, phường"]
};

/** A row of the summary: one commune, one or all of its types. */
interface SummaryLine extends DataLine {
  commune: Commune;
  said: Map<MeantSummary["type"], Counts>;
  isRefused: boolean;
}

/** A count column, with the type its group header names. */
type CountColumn = Column & {of: MeantSummary["type"] | null};

/** Writes Biểu tổng hợp below row `top` and notes what must be read. @returns The first row below it. */
export function writeSummary(
  sheet: WrittenSheet,
  top: number,
  summaries: readonly MeantSummary[],
  faults: readonly Fault[],
  context: FileContext,
  pen: Pen
): number {
  const {layout, choices, part} = pen;
  const byCommune = distinct(summaries, context);
  const isByRows = layout.summaryBy === "rows" || (context.rowsSay === "nothing" && context.owner.communes.length > 1);
  const types = [...new Set(summaries.map(({type}) => type))];
  const columns = arrange(summaryColumns(isByRows ? null : types, context, pen), pen) as CountColumn[];
  const data = isByRows
    ? byCommune.flatMap(([commune, rows]) => rows.map((row) => [commune, [row]] as const))
    : byCommune.map(([commune, rows]) => [commune, rows] as const);
  const lines = data.map(([commune, rows], index) => summaryLine(commune, rows, index, columns, context, pen));
  const told = [...faultsByLine(faults, lines)].flatMap(([line, fault]) => {
    const one = spoil(line, fault, columns, pen);
    return one === null ? [] : [{line, ...one}];
  });
  const all: Line[] = [...lines];
  if (layout.hasTotals)
    all.push({kind: "total", words: choices.of(`${part}/total`, ["Tổng cộng", "Toàn tỉnh", "Cộng"]), numbers: 99});
  const end = writeTable(sheet, top, columns, all, pen);
  const {expectation, year, period, stage, isYearless} = context;
  expectation.rowsRead += lines.length;
  expectation.rowsRejected += isYearless ? lines.length : lines.filter(({isRefused}) => isRefused).length;
  if (isYearless) return end;
  for (const {row, commune, said, isRefused} of lines) {
    if (isRefused) continue;
    for (const [type, counts] of said) {
      const unit_type: UnitType = type === "commune" ? ownType(commune) : type;
      const made: SummaryRow = {
        sheet: sheet.name,
        row_number: row,
        year,
        period,
        stage,
        commune_code: commune.code,
        commune_valid_from: commune.valid_from,
        unit_type,
        ...counts
      };
      expectation.summaries.push(made);
    }
  }
  for (const {line, column, rule, severity} of told) {
    expectation.issues.push({severity, rule, sheet: sheet.name, cell: addressIn(columns, column, line.row)});
  }
  return end;
}

/** Rows of each commune, one for each type. */
function distinct(summaries: readonly MeantSummary[], context: FileContext): [Commune, MeantSummary[]][] {
  const byCommune = new Map<Commune, Map<string, MeantSummary>>();
  for (const one of summaries) {
    const commune = communeAt(context, one.commune);
    const own = byCommune.get(commune) ?? new Map<string, MeantSummary>();
    byCommune.set(commune, own.set(one.type, one));
  }
  return [...byCommune].map(([commune, own]) => [commune, [...own.values()]]);
}

function summaryColumns(types: readonly MeantSummary["type"][] | null, context: FileContext, pen: Pen): Column[] {
  const {layout, choices, part} = pen;
  const columns: Column[] = [];
  if (layout.ordinal !== "none") columns.push(columnOf("summary", "ordinal", "ordinal", pen));
  columns.push(...originColumns("summary", context, pen));
  const accepts = ({texts}: {texts: string[]}): boolean => !/KDC|cơ quan/u.test(texts.join());
  const has = COUNTS.filter((field, at) => at < 2 || choices.share(`${part}/has/${field}`) < layout.columnShare + 0.3);
  const ofCounts = has.map((field) => columnOf("summary", field, "count", pen, {accepts}));
  if (types === null) {
    columns.push(columnOf("summary", "unit_type", "unit_type", pen), ...ofCounts);
    return columns.map((column): CountColumn => ({...column, of: null}));
  }
  for (const type of types) {
    const group = choices.of(`${part}/group/${type}`, GROUPS[type]);
    for (const column of ofCounts) {
      const header = {texts: [group, ...column.header.texts], isTop: false};
      columns.push({...column, run: `counts of ${type}`, header, of: type} as CountColumn);
    }
  }
  return columns;
}

function summaryLine(
  commune: Commune,
  rows: readonly MeantSummary[],
  index: number,
  columns: readonly CountColumn[],
  context: FileContext,
  pen: Pen
): SummaryLine {
  const {layout, choices, part} = pen;
  const line: SummaryLine = {
    kind: "data",
    key: String(index),
    cells: new Map(),
    row: 0,
    commune,
    said: new Map(),
    isRefused: false
  };
  fillOrigin(line, columns, commune, context, pen);
  for (const column of columns) {
    if (column.type === "ordinal") line.cells.set(column, number(index + 1));
    if (column.type === "unit_type")
      line.cells.set(column, typeCell(rows[0]?.type ?? "khu_dan_cu", commune, `${part}/${index}`, pen));
    if (column.type !== "count") continue;
    const row = rows.find(({type}) => column.of === null || column.of === type);
    const count = row?.counts[column.field] ?? null;
    const cell = spell("count", count, `${part}/${index}/${column.of ?? ""}/${column.field}`, layout, choices);
    if (row === undefined || cell === null) continue;
    line.cells.set(column, cell);
    const said = line.said.get(row.type) ?? (Object.fromEntries(COUNTS.map((field) => [field, null])) as Counts);
    line.said.set(row.type, {...said, [column.field]: count});
  }
  return line;
}

function typeCell(type: MeantSummary["type"], commune: Commune, key: string, {choices}: Pen): Written {
  if (type !== "commune") return text(choices.of(`type/${key}`, TYPE_WORDS[type] ?? [UNIT_TYPES[type]]));
  return text(choices.of(`type/${key}`, ["Xã, phường, thị trấn", UNIT_TYPES[ownType(commune)]]));
}

interface Spoilt {
  column: Column;
  rule: string;
  severity: "row_error" | "value_error";
}

function spoil(line: SummaryLine, fault: Fault, columns: readonly CountColumn[], {layout}: Pen): Spoilt | null {
  const isCsv = layout.format === "csv";
  const commune = columns.find(({type}) => type === "commune" || type === "commune_code");
  if (fault.kind === "unknown commune") {
    if (commune === undefined) return null;
    line.cells.set(commune, noCommune(line));
    line.isRefused = true;
    return {column: commune, rule: "unknown_commune", severity: "row_error"};
  }
  const counts = columns.filter((column) => column.type === "count" && line.cells.has(column));
  const type = (column: CountColumn): MeantSummary["type"] =>
    column.of ?? ([...line.said.keys()][0] as MeantSummary["type"]);
  const set = (
    column: CountColumn,
    cell: Written,
    rule: string,
    severity: Spoilt["severity"] = "value_error"
  ): Spoilt => {
    line.cells.set(column, cell);
    const said = line.said.get(type(column));
    if (said !== undefined) said[column.field as CountField] = null;
    return {column, rule, severity};
  };
  if (fault.kind === "part over whole") {
    const column = taken(
      counts.filter(({field}) => field === "certified_count"),
      fault.cell
    );
    const said = column === undefined ? undefined : line.said.get(type(column));
    const limit = said?.registered_count ?? said?.total_count ?? null;
    return column === undefined || limit === null ? null : set(column, number(limit + 1), "certified_over_registered");
  }
  const column = taken(counts, fault.cell);
  if (column === undefined) return null;
  if (fault.kind === "bad value") {
    const wrong = taken(wrongCells("count", {isCsv}), fault.way);
    return wrong === undefined ? null : set(column, wrong.cell, wrong.rule);
  }
  if (isCsv) return null;
  if (fault.kind === "error")
    return set(column, {kind: "error", text: ERRORS[fault.way % ERRORS.length] ?? ERRORS[0]}, "error_cell");
  return fault.kind === "no value" ? set(column, {kind: "formula", value: null}, "formula_without_value") : null;
}
