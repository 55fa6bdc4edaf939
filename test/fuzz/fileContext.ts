import type {Commune} from "../../loaders/reference/register.ts";
import type {Period, Stage} from "../../loaders/vocabulary.ts";
import type {Expectation} from "./expectation.ts";
import type {Fault} from "./faults.ts";
import {needsCode, spellCommune, type Owner} from "./owner.ts";
import {columnOf, type Column, type DataLine, type Pen} from "./table.ts";
import type {FormId, UnitType} from "../../loaders/vocabulary.ts";
import {text, type Written} from "./written.ts";

/** What holds for every part of a file that is being made. */
export interface FileContext {
  owner: Owner;
  /** Year that is meant; rows are read only if the file says it somewhere. */
  year: number;
  period: Period;
  stage: Stage;
  /** How tables say whose a row is. */
  rowsSay: "nothing" | "column" | "group";
  hasDistrictColumn: boolean;
  hasYearColumn: boolean;
  /** Level of the sender as the file says it: decides the managing level of units that say none. */
  senderLevel: "commune" | "district" | "province" | null;
  /** True if nothing says the year: every row is refused, told once. */
  isYearless: boolean;
  expectation: Expectation;
}

/** The commune of the file's that a row is of. */
export function communeAt({owner: {communes}}: FileContext, index: number): Commune {
  return communes[index % communes.length] as Commune;
}

/** Type of the commune itself as a unit. */
export function ownType({type}: Commune): UnitType {
  return type === "huyen_dao" ? "dac_khu" : type;
}

/** Columns that say whose a row is: commune, district, year. */
export function originColumns(form: FormId, context: FileContext, pen: Pen): Column[] {
  const columns: Column[] = [];
  if (context.rowsSay === "column") {
    const isCoded = context.owner.communes.some((commune) => needsCode(commune));
    columns.push(
      isCoded ? columnOf(form, "commune_code", "commune_code", pen) : columnOf(form, "commune", "commune", pen)
    );
  }
  if (context.hasDistrictColumn) columns.push(columnOf(form, "district", "district", pen));
  if (context.hasYearColumn) columns.push(columnOf(form, "year", "year", pen));
  return columns;
}

/** Fills the cells that say whose a row is. */
export function fillOrigin(
  line: DataLine,
  columns: readonly Column[],
  commune: Commune,
  context: FileContext,
  {choices, part}: Pen
): void {
  for (const column of columns) {
    if (column.type === "commune" || column.type === "commune_code") {
      line.cells.set(column, spellCommune(commune, choices, `${part}/${commune.code}`));
    } else if (column.type === "district") line.cells.set(column, text(context.owner.district ?? ""));
    else if (column.type === "year") line.cells.set(column, yearCell(context.year, `${part}/${line.key}`, choices));
  }
}

function yearCell(year: number, key: string, choices: Pen["choices"]): Written {
  return choices.of<Written>(`year/${key}`, [{kind: "number", number: year}, text(String(year)), text(`Năm ${year}`)]);
}

/** Faults by the line they fall on, at most one on each. */
export function faultsByLine<T>(faults: readonly Fault[], lines: readonly T[]): Map<T, Fault> {
  const byLine = new Map<T, Fault>();
  for (const fault of faults) {
    const line = lines[fault.row % lines.length];
    if (line !== undefined && !byLine.has(line)) byLine.set(line, fault);
  }
  return byLine;
}

/** One of the options, by a number of the fault. */
export function taken<T>(options: readonly T[], at: number): T | undefined {
  return options[at % options.length];
}

/** A commune that is not there, another one for each row; no register and no year makes a place of it. */
export function noCommune({key}: DataLine): Written {
  return text(String(99_000 + (Number(key) % 1000)));
}
