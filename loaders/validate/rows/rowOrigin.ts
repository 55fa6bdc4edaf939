import type {Cell} from "../../read/workbook.ts";
import {areaTitle} from "../../reference/areaTitle.ts";
import type {Commune, Register} from "../../reference/register.ts";
import type {Period, Stage} from "../../vocabulary.ts";
import {textOf} from "../cellText.ts";
import type {IssueLog} from "../issueLog.ts";
import type {DataRow, Table} from "../recognise/findTables.ts";
import type {TableColumn} from "../recognise/matchHeader.ts";
import {
  ambiguousCommune,
  missingCommune,
  provisionalCommune,
  unknownCommune,
  unknownYear,
  yearRange
} from "../rules/fileRules.ts";
import {unknownYearText} from "../rules/valueRules.ts";
import type {Fault} from "../values/reading.ts";
import {readYear} from "../values/year.ts";
import {readText} from "./fieldValue.ts";
import type {CommuneFinder, FinderAnswer, FoundCommune} from "../whose/communeFinder.ts";
import type {FileOwner} from "../whose/fileOwner.ts";

/** What a row belongs to. */
export interface RowOrigin {
  sheet: string;
  row_number: number;
  year: number;
  period: Period;
  stage: Stage;
  commune: FoundCommune;
  /** True if the heading over the row named the commune: it then names no former one. */
  isOfHeading: boolean;
  finder: CommuneFinder;
}

/** A row's commune, and whether its heading told it. */
type Placed = Pick<RowOrigin, "commune" | "isOfHeading">;

/** Communes of one name that a message lists. */
const MOST_NAMED = 4;

/** The columns of a table that say whose a row is. */
interface OriginColumns {
  commune: TableColumn | undefined;
  code: TableColumn | undefined;
  district: TableColumn | undefined;
  year: TableColumn | undefined;
}

/** Finds out whose each row is; rows of an unknown year or commune are refused, the reason told once where it is the file's. */
export class RowOrigins {
  readonly #owner: FileOwner;
  readonly #register: Register;
  readonly #log: IssueLog;
  #withoutYear = 0;
  #withoutCommune = 0;
  readonly #provisional = new Set<string>();

  constructor(owner: FileOwner, register: Register, log: IssueLog) {
    this.#owner = owner;
    this.#register = register;
    this.#log = log;
  }

  /** Columns that say whose a row is, looked up once for a table. */
  columnsOf({match: {columns}}: Table): OriginColumns {
    const of = (field: string): TableColumn | undefined => columns.find((column) => column.field === field);
    return {commune: of("commune"), code: of("commune_code"), district: of("district"), year: of("year")};
  }

  /**
   * Origin of a row, or null if it must be refused.
   * @param ownName Name of the unit where the unit is itself a commune: it names the commune if nothing else in the row does.
   */
  of(table: Table, columns: OriginColumns, row: DataRow, ownName: string | null = null): RowOrigin | null {
    const {sheet} = table;
    const year = this.yearOf(sheet, columns, row);
    if (year === null) {
      this.#withoutYear++;
      return null;
    }
    const finder = this.#owner.finderOf(year);
    const placed = this.communeOf(sheet, columns, row, finder, ownName);
    if (placed === null) return null;
    const {period, stage} = this.#owner;
    return {sheet, row_number: row.number, year, period, stage, ...placed, finder};
  }

  /** Reports once what is missing for the file as a whole. */
  finish(): void {
    if (this.#withoutYear > 0) this.#log.report(unknownYear, {sheet: null}, {detail: String(this.#withoutYear)});
    if (this.#withoutCommune === 0) return;
    const {unsettled} = this.#owner;
    if (unsettled === null) {
      this.#log.report(missingCommune, {sheet: null}, {detail: String(this.#withoutCommune)});
      return;
    }
    const {said, answer} = unsettled;
    const {sheet, cell, text} = said;
    if (answer.kind === "ambiguous") {
      this.#log.report(ambiguousCommune, {sheet, cell}, {text, detail: this.titlesOf(answer.candidates)});
      return;
    }
    const detail = `${this.#withoutCommune} dòng không nạp được`;
    this.#log.report(unknownCommune, {sheet, cell}, {text, detail});
  }

  private yearOf(sheet: string, {year: column}: OriginColumns, row: DataRow): number | null {
    const cell = column === undefined ? undefined : row.cells[column.column];
    if (column === undefined || cell === undefined) return this.#owner.year;
    const {value, fault} = readYear(cell);
    const place = {sheet, cell, row: row.number, field: "year"};
    if (fault !== null) {
      this.#log.report(unknownYearText, place, {header: column.headerText, text: fault.text});
    }
    if (value?.isRange === true) this.#log.report(yearRange, place, {detail: String(value.year)});
    return value?.year ?? this.#owner.year;
  }

  private communeOf(
    sheet: string,
    {commune, code, district}: OriginColumns,
    row: DataRow,
    finder: CommuneFinder,
    ownName: string | null
  ): Placed | null {
    const districtText = district === undefined ? "" : textOf(row.cells[district.column]);
    const about = districtText === "" ? null : districtText;
    let unread: {fault: Fault; cell: Cell; column: TableColumn} | null = null;
    for (const column of [code, commune]) {
      const cell = column === undefined ? undefined : row.cells[column.column];
      if (column === undefined || cell === undefined) continue;
      const {value: text, fault} = readText(cell);
      if (fault !== null) unread = {fault, cell, column};
      if (text === null) continue;
      const answer = this.preferOwn(finder.find(text, about));
      if (column === code && commune !== undefined && answer.kind !== "found") continue;
      const settled = this.settle(answer, {sheet, cell, row: row.number, field: column.field}, column.headerText, text);
      return settled === null ? null : {commune: settled, isOfHeading: false};
    }
    if (unread === null) return this.withoutColumn(sheet, row, finder, ownName, about);
    const {fault, cell, column} = unread;
    const isKnown = this.#owner.level === "commune";
    const place = {sheet, cell, row: row.number, field: column.field};
    // Where nothing but the cell says whose the row is, the row cannot be loaded.
    this.#log.report({...fault.rule, severity: isKnown ? "value_error" : "row_error"}, place, {
      header: column.headerText
    });
    return isKnown ? this.withoutColumn(sheet, row, finder, ownName, about) : null;
  }

  /** Of several communes of one name the file's own is meant. */
  private preferOwn(answer: FinderAnswer): FinderAnswer {
    const {commune} = this.#owner;
    if (answer.kind !== "ambiguous" || commune === null) return answer;
    const isOwn = answer.candidates.some(
      ({code, valid_from}) => code === commune.code && valid_from === commune.valid_from
    );
    return isOwn ? {kind: "found", commune, isProvisional: false} : answer;
  }

  /** Commune of a row whose own cells do not say it: its heading, the unit's name, the sheet's titles, the file. */
  private withoutColumn(
    sheet: string,
    {group}: DataRow,
    finder: CommuneFinder,
    ownName: string | null,
    districtText: string | null
  ): Placed | null {
    const {commune, communeOfSheet, level} = this.#owner;
    const ofFile = communeOfSheet.get(sheet) ?? commune;
    if (level !== "commune" || ofFile === null) {
      const places = group?.places ?? [];
      for (const text of ownName === null ? places : [...places, ownName]) {
        const answer = finder.find(text, districtText);
        const isOfHeading = places.includes(text);
        if (answer.kind === "found" && !answer.isProvisional) return {commune: answer.commune, isOfHeading};
      }
    }
    if (ofFile === null) this.#withoutCommune++;
    return ofFile === null ? null : {commune: ofFile, isOfHeading: false};
  }

  private settle(
    answer: FinderAnswer,
    place: {sheet: string; cell: NonNullable<DataRow["cells"][number]>; row: number; field: string},
    header: string,
    text: string
  ): FoundCommune | null {
    if (answer.kind === "unknown") {
      this.#log.report(unknownCommune, place, {header, text});
      return null;
    }
    if (answer.kind === "ambiguous") {
      this.#log.report(ambiguousCommune, place, {header, text, detail: this.titlesOf(answer.candidates)});
      return null;
    }
    const {commune, isProvisional} = answer;
    if (isProvisional && !this.#provisional.has(commune.code)) {
      this.#provisional.add(commune.code);
      this.#log.report(provisionalCommune, {...place, communeCode: commune.code}, {header, text});
    }
    return commune;
  }

  /** "Xã Trạm Tấu, mã 04594 (Huyện Trạm Tấu)", to tell communes of one name apart. */
  private titlesOf(communes: readonly Commune[]): string {
    const titles = communes.slice(0, MOST_NAMED).map((commune) => {
      const district = this.#register.districts.find(({code}) => code === commune.district_code);
      const province = this.#register.provinces.find(
        ({code, valid_from, valid_to}) =>
          code === commune.province_code && (commune.valid_from === null ? valid_from : valid_to) === null
      );
      const around = district ?? province;
      return `${areaTitle(commune)}, mã ${commune.code}${around === undefined ? "" : ` (${areaTitle(around)})`}`;
    });
    return `${titles.join("; ")}${communes.length > MOST_NAMED ? "; …" : ""}`;
  }
}
