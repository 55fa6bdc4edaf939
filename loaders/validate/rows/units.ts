import type {Cell} from "../../read/workbook.ts";
import {nameKey} from "../../reference/nameKey.ts";
import {EXCLUSION_REASONS, type ExclusionReason, type ManagedLevel, type UnitType} from "../../vocabulary.ts";
import {textOf} from "../cellText.ts";
import type {Words} from "../recognise/compileForms.ts";
import type {DataRow, Table} from "../recognise/findTables.ts";
import type {TableColumn} from "../recognise/matchHeader.ts";
import {
  ambiguousUnitType,
  districtLevelEnded,
  excludedForOtherReason,
  excludedKind,
  missingUnitName,
  typeDiffersFromName,
  unknownUnitType,
  unknownUnitTypeOfRow
} from "../rules/unitRules.ts";
import {formulaWithoutValue, unknownFormerCommune} from "../rules/valueRules.ts";
import {exclusionByName, readExclusion} from "../values/exclusion.ts";
import {readManagedLevel} from "../values/managedLevel.ts";
import {isCommuneType, typesOfBeginning} from "../values/unitType.ts";
import type {FileOwner} from "../whose/fileOwner.ts";
import {readText} from "./fieldValue.ts";
import {readPlan, ValueReader, type ReadPlan, type RowSink} from "./readValues.ts";
import type {RowOrigin, RowOrigins} from "./rowOrigin.ts";
import {columnsByField, emptyUnit, type UnitDraft} from "./unitDraft.ts";
import {findUnitType, typeTitle, type FoundType} from "./unitType.ts";

/** Reads the rows of unit lists. */
export class UnitReader {
  readonly #owner: FileOwner;
  readonly #origins: RowOrigins;
  readonly #words: Words;
  readonly #sink: RowSink;

  constructor(owner: FileOwner, origins: RowOrigins, words: Words, sink: RowSink) {
    this.#owner = owner;
    this.#origins = origins;
    this.#words = words;
    this.#sink = sink;
  }

  /** Drafts of the rows of a table; null for a refused row, whose reason is in the log. */
  readTable(table: Table): (UnitDraft | null)[] {
    const columns = columnsByField(table);
    const first = (field: string): TableColumn | undefined => columns.get(field)?.find(({choice}) => choice === null);
    const own = {
      name: first("unit_name"),
      type: first("unit_type"),
      former: first("former_commune"),
      level: first("managed_level"),
      exclusion: first("exclusion_reason"),
      origin: this.#origins.columnsOf(table),
      plan: readPlan(table)
    };
    return table.rows.map((data) => this.readRow(table, data, own));
  }

  private readRow(table: Table, data: DataRow, own: OwnColumns): UnitDraft | null {
    const nameCell = own.name === undefined ? undefined : data.cells[own.name.column];
    const name = nameCell === undefined ? null : readText(nameCell).value;
    if (own.name === undefined || nameCell === undefined || name === null) {
      const place = {sheet: table.sheet, row: data.number, column: own.name?.column ?? null, field: "unit_name"};
      this.#sink.log.report(missingUnitName, {...place, cell: nameCell}, {header: own.name?.headerText ?? ""});
      return null;
    }
    const typeCell = own.type === undefined ? undefined : data.cells[own.type.column];
    const {headerText: header} = own.name;
    const about = {cell: typeCell, group: data.group, sheet: table.sheet, header, name, words: this.#words};
    const guess = findUnitType({...about, communeType: null});
    const ownName = guess !== null && isCommuneType(guess.type) ? name : null;
    const origin = this.#origins.of(table, own.origin, data, ownName);
    if (origin === null) return null;
    const found = ownName === null ? guess : findUnitType({...about, communeType: origin.commune.type});
    if (found === null) {
      const place = {sheet: table.sheet, row: data.number, field: "unit_type", communeCode: origin.commune.code};
      const at = {...place, cell: typeCell, column: own.type?.column ?? own.name.column};
      this.#sink.log.report(unknownUnitTypeOfRow, at, {header: own.type?.headerText ?? "", text: textOf(typeCell)});
      return null;
    }
    const row = emptyUnit(origin);
    row.unit_name = name;
    row.name_key = nameKey(name);
    row.unit_type = found.type;
    if (name !== nameCell.text) this.#sink.trace.text(table.sheet, data.number, "unit_name", nameCell.text);
    this.traceType(found, name, table, data, typeCell, own, origin);
    const reader = new ValueReader(row, table, data, origin.commune.code, this.#sink);
    reader.read(own.plan);
    row.former_commune_code = this.formerCommune(data, own.former, origin, reader);
    row.managed_level = this.managedLevel(data, own.level, origin, found.type, reader);
    row.exclusion_reason = this.exclusion(data, own, nameCell, found.type, origin, reader);
    return {row, table, data, origin, nameCell, faulty: reader.faulty};
  }

  private traceType(
    {type, rule, problem}: FoundType,
    name: string,
    {sheet}: Table,
    {number, group}: DataRow,
    cell: Cell | undefined,
    own: OwnColumns,
    {commune}: RowOrigin
  ): void {
    const {log, trace} = this.#sink;
    const place = {sheet, row: number, cell, field: "unit_type", communeCode: commune.code};
    if (rule !== null) {
      const around = rule === "type_of_group" ? (group?.text ?? "") : rule === "type_of_sheet" ? sheet : "";
      const text = cell?.text ?? around;
      trace.text(sheet, number, "unit_type", text, rule);
    } else if (cell !== undefined && cell.text !== typeTitle(type)) trace.text(sheet, number, "unit_type", cell.text);
    const header = own.type?.headerText ?? "";
    if (cell?.isFormula === true && textOf(cell) === "") log.report(formulaWithoutValue, place, {header});
    const telling = problem === null ? typesOfBeginning(name, this.#words) : [];
    if (telling.length > 0 && !telling.includes(type)) {
      const at = {
        ...place,
        column: own.type !== undefined && cell !== undefined ? own.type.column : (own.name?.column ?? null)
      };
      log.report(typeDiffersFromName, at, {text: name, detail: typeTitle(type)});
    }
    if (problem === "unknown_word") {
      log.report(unknownUnitType, place, {header, text: textOf(cell), detail: typeTitle(type)});
    } else if (problem === "ambiguous_group") {
      const at = {...place, column: own.type?.column ?? own.name?.column ?? null};
      log.report(ambiguousUnitType, at, {
        text: cell === undefined ? (group?.text ?? sheet) : textOf(cell),
        detail: typeTitle(type)
      });
    }
  }

  /** Former commune of the row's cell, else of a heading that names one within the commune; a commune of the former register is its own. */
  private formerCommune(
    {cells, group}: DataRow,
    column: TableColumn | undefined,
    {commune, finder, isOfHeading}: RowOrigin,
    reader: ValueReader
  ): string | null {
    if (commune.valid_from === null) return commune.code;
    const cell = column === undefined ? undefined : cells[column.column];
    const text = textOf(cell);
    if (column === undefined || cell === undefined || text === "") {
      if (cell?.isFormula === true && column !== undefined)
        reader.fault({rule: formulaWithoutValue, text}, cell, column);
      const places = isOfHeading ? [] : (group?.places ?? []);
      return places.map((place) => finder.findFormer(place, commune)).find((code) => code !== null) ?? null;
    }
    const {fault} = readText(cell);
    if (fault !== null) {
      reader.fault(fault, cell, column);
      return null;
    }
    const code = finder.findFormer(text, commune);
    if (code === null) reader.fault({rule: unknownFormerCommune, text, detail: commune.name}, cell, column);
    return code;
  }

  /** Blank is the level that such units have: KDC the commune's, communes the level above, others the reporter's own. */
  private managedLevel(
    {cells, number}: DataRow,
    column: TableColumn | undefined,
    {commune, year, sheet}: RowOrigin,
    type: UnitType,
    reader: ValueReader
  ): ManagedLevel {
    const {log, trace} = this.#sink;
    const cell = column === undefined ? undefined : cells[column.column];
    const {value, fault, isUnusual} = readManagedLevel(cell, {isFormer: commune.valid_from === null});
    if (column !== undefined && cell !== undefined) {
      if (fault !== null) reader.fault(fault, cell, column);
      if (isUnusual)
        trace.text(sheet, number, "managed_level", cell.text, value === null ? "managed_level_of_reporter" : null);
      if (value === "huyen" && commune.valid_from !== null) {
        const place = {sheet, cell, row: number, field: "managed_level", communeCode: commune.code};
        log.report(districtLevelEnded, place, {header: column.headerText});
      }
    }
    if (value !== null) return value;
    if (type === "khu_dan_cu") return "xa";
    if (isCommuneType(type)) return year < 2025 ? "huyen" : "tinh";
    return this.#owner.level === "province" ? "tinh" : this.#owner.level === "district" ? "huyen" : "xa";
  }

  /** Reason that the column or the unit's own name gives; the unit is kept and told of. */
  private exclusion(
    {cells, number}: DataRow,
    own: OwnColumns,
    nameCell: Cell,
    type: UnitType,
    {sheet, commune}: RowOrigin,
    reader: ValueReader
  ): ExclusionReason | null {
    const {log, trace} = this.#sink;
    const cell = own.exclusion === undefined ? undefined : cells[own.exclusion.column];
    const {value: written, fault} = readExclusion(cell);
    if (fault !== null && cell !== undefined && own.exclusion !== undefined) reader.fault(fault, cell, own.exclusion);
    const named = MAY_BE_EXCLUDED_BY_NAME.has(type) ? exclusionByName(textOf(nameCell), this.#words) : null;
    const reason = written === null || written === "khac" ? (named ?? written) : written;
    if (reason === null) return null;
    const place = {sheet, row: number, field: "exclusion_reason", communeCode: commune.code};
    if (reason === "khac") {
      log.report(
        excludedForOtherReason,
        {...place, cell},
        {header: own.exclusion?.headerText ?? "", text: textOf(cell)}
      );
    } else
      log.report(excludedKind, {...place, cell: nameCell}, {text: textOf(nameCell), detail: EXCLUSION_REASONS[reason]});
    if (reason !== written) trace.text(sheet, number, "exclusion_reason", textOf(cell), "excluded_by_name");
    else if (cell !== undefined && cell.text !== EXCLUSION_REASONS[reason]) {
      trace.text(sheet, number, "exclusion_reason", cell.text);
    }
    return reason;
  }
}

const MAY_BE_EXCLUDED_BY_NAME: ReadonlySet<UnitType> = new Set(["co_quan", "doanh_nghiep", "co_so_giao_duc"]);

/** Columns whose meaning depends on the row. */
interface OwnColumns {
  name: TableColumn | undefined;
  type: TableColumn | undefined;
  former: TableColumn | undefined;
  level: TableColumn | undefined;
  exclusion: TableColumn | undefined;
  origin: ReturnType<RowOrigins["columnsOf"]>;
  plan: ReadPlan;
}
