import {cellAddress} from "../read/cellAddress.ts";
import {PERIODS, STAGES} from "../vocabulary.ts";
import type {CellValue, PlannedSheet, Validation} from "../write/plannedSheet.ts";
import {SheetBuilder} from "../write/sheetBuilder.ts";
import {columnKind, columnValidation, columnWidth, templateColumns} from "./columns.ts";
import {dataLook, LINE_HEIGHT, type TemplateLook} from "./looks.ts";
import {addHead, stateOf} from "./tableRows.ts";
import type {TemplateFill} from "./templateFill.ts";
import type {TemplateFact, TemplateField, TemplateForms} from "./templateForms.ts";
import {addTitleRows} from "./titleRows.ts";
import type {WordLists} from "./wordSheet.ts";

/** Columns that a fact is written in, by its kind. */
const COLUMNS_OF_KIND: Readonly<Record<TemplateFact["kind"], readonly string[]>> = {
  coverage: ["reached_count", "total_count"],
  yes_no: ["is_met"],
  date: ["value_date"],
  held: ["is_met", "value_date"]
};

interface FactRow {
  label: string;
  /** Of a row that says whose file it is; null while it is to be filled in. */
  value: CellValue;
  /** Columns that the row is written in. */
  open: readonly string[];
  list: "stage" | "period" | null;
}

/**
 * The sheet Thông tin chung: whose file it is, of which year and stage, then one fact a row. The stage stands at sơ bộ, for a form sent
 * half filled must not pass for final; a province's form has no facts of a commune.
 */
export function factSheet(
  {forms, facts, identity}: TemplateForms,
  fill: TemplateFill,
  words: WordLists
): PlannedSheet<TemplateLook> {
  const form = forms.commune_facts;
  const {owner, year} = fill;
  const says = (label: string, value: CellValue, list: FactRow["list"] = null): FactRow => ({
    label,
    value,
    open: ["value"],
    list
  });
  const rows: FactRow[] = [
    says(identity.province, owner?.province ?? null),
    ...(owner?.level === "province" ? [] : [says(identity.commune, owner?.title ?? null)]),
    says(identity.year, year),
    says(identity.period, PERIODS.nam, "period"),
    says(identity.stage, STAGES.so_bo, "stage"),
    ...(owner?.level === "province"
      ? []
      : facts.map(({title, kind}): FactRow => ({label: title, value: null, open: COLUMNS_OF_KIND[kind], list: null})))
  ];
  const columns = templateColumns(form, {hasCommunes: false});
  const sheet = new SheetBuilder<TemplateLook>(
    columns.map((column) => (column.id === "value" ? 22 : columnWidth(column)))
  );
  addTitleRows(sheet, fill, {
    title: "THÔNG TIN CHUNG CỦA PHONG TRÀO TOÀN DÂN BẢO VỆ AN NINH TỔ QUỐC",
    note: "Chọn Chính thức khi số liệu đã chốt. Ô nền xám không phải điền",
    across: columns.length
  });
  addHead(sheet, columns);
  const head = sheet.lastRow;
  rows.forEach((row, index) => addFactRow(sheet, columns, row, index + 1));
  return {
    ...sheet.build(form.title),
    repeatsFrom: head,
    validations: factValidations(columns, rows, {head, year, words})
  };
}

function addFactRow(
  sheet: SheetBuilder<TemplateLook>,
  columns: readonly TemplateField[],
  row: FactRow,
  ordinal: number
): void {
  const {label, value, open, list} = row;
  sheet.addWrapped(
    columns.map((column, index) => {
      const {id} = column;
      const content = id === "ordinal" ? ordinal : id === "fact" ? label : id === "value" ? value : null;
      const isOpen = open.includes(id) || id === "note";
      const isChoice = id === "value" && list === "stage";
      const state = isChoice || (content === null && isOpen) ? stateOf(column) : content === null ? "off" : "given";
      return {
        column: index + 1,
        value: content,
        style: dataLook(state, id === "value" ? "centre" : columnKind(column))
      };
    }),
    LINE_HEIGHT
  );
}

function factValidations(
  columns: readonly TemplateField[],
  rows: readonly FactRow[],
  {head, year, words}: {head: number; year: number; words: WordLists}
): Validation[] {
  const ofColumns = columns.flatMap((column, index) => {
    const cells = rows.flatMap(({open}, row) =>
      open.includes(column.id) ? [cellAddress(head + 1 + row, index + 1)] : []
    );
    const [first] = cells;
    return first === undefined ? [] : (columnValidation(column, {range: cells.join(" "), first, year, words}) ?? []);
  });
  const at = columns.findIndex(({id}) => id === "value") + 1;
  const ofLists = rows.flatMap(({label, list}, row): Validation[] => {
    const source = list === null ? null : words.sourceOf(list);
    if (source === null) return [];
    const isStage = list === "stage";
    return [
      {
        range: cellAddress(head + 1 + row, at),
        rule: {kind: "list", source},
        strictness: "stop",
        title: label,
        error: isStage ? "Chọn Sơ bộ hoặc Chính thức." : "Chọn Năm hoặc 6 tháng.",
        ...(isStage ? {prompt: "Để Sơ bộ khi còn có thể đổi; chọn Chính thức khi số liệu đã chốt."} : {})
      }
    ];
  });
  return [...ofColumns, ...ofLists];
}
