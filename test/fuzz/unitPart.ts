import type {UnitRow} from "../../loaders/validate/reading.ts";
import {nameKey} from "../../loaders/reference/nameKey.ts";
import {areaTitle} from "../../loaders/reference/areaTitle.ts";
import {emptyUnit} from "../../loaders/validate/rows/unitDraft.ts";
import type {ExclusionReason, ManagedLevel} from "../../loaders/vocabulary.ts";
import type {Fault} from "./faults.ts";
import {faultsByLine, type FileContext} from "./fileContext.ts";
import {addressIn, arrange, writeTable, type Column, type Line, type Pen} from "./table.ts";
import {EXCLUDED, type MeantUnit} from "./truth.ts";
import {unitColumns} from "./unitColumns.ts";
import {spoilUnit, type Told} from "./unitFaults.ts";
import {unitLine, type UnitLine} from "./unitLine.ts";
import type {WrittenSheet} from "./written.ts";
import {isCommuneType} from "../../loaders/validate/values/unitType.ts";
import {cleanText} from "../../loaders/validate/cellText.ts";

const TYPE_HEADINGS: Readonly<Record<MeantUnit["type"], readonly string[]>> = {
  khu_dan_cu: ["Khu dân cư", "Thôn, bản, tổ dân phố"],
  co_quan: ["Cơ quan", "Các cơ quan, đơn vị"],
  doanh_nghiep: ["Doanh nghiệp", "Doanh nghiệp, hợp tác xã"],
  co_so_giao_duc: ["Cơ sở giáo dục", "Trường học"],
  commune: ["Xã, phường, thị trấn", "Đơn vị cấp xã"]
};
export const TYPE_ORDER = Object.keys(TYPE_HEADINGS) as MeantUnit["type"][];
const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
const LETTERS = ["A", "B", "C", "D", "E", "G", "H"];

/** Writes a list of units below row `top` and notes what must be read. @returns The first row below it. */
export function writeUnits(
  sheet: WrittenSheet,
  top: number,
  units: readonly MeantUnit[],
  faults: readonly Fault[],
  context: FileContext,
  pen: Pen
): number {
  const columns = arrange(unitColumns(context, pen), pen);
  const unsorted = units.map((unit, index) => unitLine(unit, index, columns, context, pen));
  const lines = sections(unsorted, context, pen);
  const data = lines.filter((line): line is UnitLine => line.kind === "data");
  for (const [place, line] of data.entries()) line.place = place;
  const told: Told<UnitLine>[] = [];
  const isTwice = ({kind}: Fault): number => (kind === "twice" ? 1 : 0);
  for (const [line, fault] of [...faultsByLine(faults, data)].sort(([, a], [, b]) => isTwice(a) - isTwice(b))) {
    const isOfCommune = context.senderLevel === "commune";
    // A second pair could take the name of a unit of the first.
    if (fault.kind === "twice" && told.some(({rule}) => rule === "duplicate_unit")) continue;
    const spoilt = new Set(told.map((each) => each.line));
    const one = spoilUnit(
      line,
      fault,
      data.filter((other) => !spoilt.has(other)),
      columns,
      isOfCommune,
      pen
    );
    if (one !== null) told.push(one);
  }
  const end = writeTable(sheet, top, columns, lines, pen);
  note(sheet.name, data, told, columns, context, pen);
  return end;
}

/** The lines in their order, with headings, totals and repeated headers as the layout has them. */
function sections(lines: readonly UnitLine[], context: FileContext, {layout, choices, part}: Pen): Line[] {
  const byType = layout.typeBy === "group";
  const byPlace = context.rowsSay === "group";
  const typeRank = ({unit}: UnitLine): number => (byType ? TYPE_ORDER.indexOf(unit.type) : 0);
  const placeRank = ({commune}: UnitLine): number => (byPlace ? context.owner.communes.indexOf(commune) : 0);
  const isTypeOuter = layout.outerGroup === "type" || !byPlace;
  const rank = (line: UnitLine): [number, number] =>
    isTypeOuter ? [typeRank(line), placeRank(line)] : [placeRank(line), typeRank(line)];
  const ordered = [...lines].sort((a, b) => rank(a)[0] - rank(b)[0] || rank(a)[1] - rank(b)[1]);
  const made: Line[] = [];
  const typeOf = (line: UnitLine): string =>
    choices.of(`${part}/heading/${line.unit.type}`, TYPE_HEADINGS[line.unit.type]);
  const placeOf = (line: UnitLine): string => areaTitle(line.commune);
  let outer = -1;
  let inner = -1;
  let marks = [0, 0];
  let count = 0;
  for (const [index, line] of ordered.entries()) {
    const [o, i] = rank(line);
    const heading = (isOuter: boolean): void => {
      const isPlace = isOuter !== isTypeOuter;
      if (isPlace ? !byPlace : !byType) return;
      const mark = (isOuter ? ROMAN : LETTERS)[(isOuter ? marks[0] : marks[1]) ?? 0] ?? "X";
      marks = isOuter ? [(marks[0] ?? 0) + 1, 0] : [marks[0] ?? 0, (marks[1] ?? 0) + 1];
      const size = ordered.filter((one) =>
        isOuter ? rank(one)[0] === o : rank(one)[0] === o && rank(one)[1] === i
      ).length;
      made.push({kind: "heading", mark, words: isPlace ? placeOf(line) : typeOf(line), isPlace, count: size});
    };
    if (o !== outer) {
      if (outer >= 0 && layout.hasTotals && (byType || byPlace))
        made.push({
          kind: "total",
          words: choices.of(`${part}/subtotal/${outer}`, ["Cộng", "Tổng", "Cộng khối"]),
          numbers: count
        });
      count = 0;
      heading(true);
      heading(false);
    } else if (i !== inner) heading(false);
    [outer, inner] = [o, i];
    made.push(line);
    count++;
    if (layout.repeatsHeader && index === 4) made.push({kind: "header"});
  }
  if (layout.hasTotals)
    made.push({
      kind: "total",
      words: choices.of(`${part}/total`, ["Tổng cộng", "TỔNG CỘNG", "Tổng số:", "Cộng"]),
      numbers: lines.length
    });
  return made;
}

/** Notes the rows that must be read, the blanks settled as the contract of the forms has it, and the issues. */
function note(
  sheet: string,
  lines: readonly UnitLine[],
  told: readonly Told<UnitLine>[],
  columns: readonly Column[],
  context: FileContext,
  {layout}: Pen
): void {
  const {expectation, isYearless} = context;
  expectation.rowsRead += lines.length;
  if (isYearless) {
    expectation.rowsRejected += lines.length;
    return;
  }
  const accepted = lines.filter(({isRefused}) => !isRefused);
  expectation.rowsRejected += lines.length - accepted.length;
  const used = new Set(
    accepted.flatMap(({said, commune}) =>
      [...said].flatMap(([field, value]) => (value === true ? [`${commune.code} ${field}`] : []))
    )
  );
  const hasColumn = (field: string): boolean => columns.some((column) => column.field === field);
  for (const line of accepted) {
    const {said, faulty, commune} = line;
    const settle = (field: string): void => {
      if (hasColumn(field) && used.has(`${commune.code} ${field}`) && !said.has(field) && !faulty.has(field))
        said.set(field, false);
    };
    settle("is_registered");
    settle("is_award_registered");
    const isBlankNo = layout.resultBy === "single" || layout.resultBy === "ticks";
    if (isBlankNo && context.stage === "chinh_thuc") settle("is_certified");
    if (said.get("is_registered") === false && !said.has("is_certified") && !faulty.has("is_certified"))
      said.set("is_certified", false);
    expectation.units.push(rowOf(sheet, line, context));
  }
  for (const {line, column, rule, severity} of told) {
    expectation.issues.push({severity, rule, sheet, cell: addressIn(columns, column, line.row)});
  }
}

function rowOf(sheet: string, {row, said, commune, type, unit, name}: UnitLine, context: FileContext): UnitRow {
  const {year, period, stage} = context;
  const made = emptyUnit({sheet, row_number: row, year, period, stage, commune} as unknown as Parameters<
    typeof emptyUnit
  >[0]);
  for (const [field, value] of said)
    Object.assign(made, {[field]: typeof value === "string" ? cleanText(value) : value});
  made.unit_name = cleanText(name);
  made.name_key = nameKey(made.unit_name);
  made.unit_type = type;
  if (commune.valid_from === null) made.former_commune_code = commune.code;
  made.managed_level = (said.get("managed_level") as ManagedLevel | undefined) ?? usualLevel(made, context);
  const named = EXCLUDED.find(([base, of]) => base === unit.name.base && of === unit.type)?.[2] ?? null;
  const written = (said.get("exclusion_reason") as ExclusionReason | undefined) ?? null;
  made.exclusion_reason = written === null || written === "khac" ? (named ?? written) : written;
  return made;
}

/** Managing level of a unit that says none: the commune's for khu dân cư, the level above for communes, else the sender's. */
function usualLevel({unit_type, year}: UnitRow, {senderLevel}: FileContext): ManagedLevel {
  if (unit_type === "khu_dan_cu") return "xa";
  if (isCommuneType(unit_type as Parameters<typeof isCommuneType>[0])) return year < 2025 ? "huyen" : "tinh";
  return senderLevel === "province" ? "tinh" : senderLevel === "district" ? "huyen" : "xa";
}
