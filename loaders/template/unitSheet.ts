import {EXCLUSION_REASONS, UNIT_TYPES, type UnitType} from "../vocabulary.ts";
import {LEVEL_WORDS} from "../validate/values/managedLevel.ts";
import type {CellValue, PlannedSheet} from "../write/plannedSheet.ts";
import {SheetBuilder} from "../write/sheetBuilder.ts";
import {columnWidth, templateColumns} from "./columns.ts";
import type {CellState, TemplateLook} from "./looks.ts";
import {pageFit} from "./pageFit.ts";
import {addHead, addRow, columnValidations, stateOf} from "./tableRows.ts";
import type {TemplateFill, TemplateUnit} from "./templateFill.ts";
import type {TemplateField, TemplateForm} from "./templateForms.ts";
import {addSignatures, addTitleRows} from "./titleRows.ts";
import type {WordLists} from "./wordSheet.ts";

/** Units of one heading: all types of commune stand together. `spare`: blank rows below them. */
const GROUPS: readonly {title: string; types: readonly UnitType[]; spare: number}[] = [
  {title: "I. KHU DÂN CƯ", types: ["khu_dan_cu"], spare: 6},
  {title: "II. CƠ QUAN", types: ["co_quan"], spare: 6},
  {title: "III. DOANH NGHIỆP", types: ["doanh_nghiep"], spare: 6},
  {title: "IV. CƠ SỞ GIÁO DỤC", types: ["co_so_giao_duc"], spare: 6},
  {title: "V. XÃ, PHƯỜNG", types: ["xa", "phuong", "thi_tran", "dac_khu"], spare: 0}
];
/** Blank rows in a group that has no unit yet; in a blank form more, for all are new. */
const SPARE_ALONE = 10;
const SPARE_BLANK = 40;

/** Fields that last year's list fills in; blank ones among them are tinted only where an indicator needs them. */
const GIVEN_FIELDS: ReadonlySet<string> = new Set([
  "unit_code",
  "unit_name",
  "unit_type",
  "commune",
  "former_commune",
  "managed_level",
  "managed_by",
  "exclusion_reason"
]);

/** Columns of the block of titles above the table: what a laptop shows. */
const TITLE_ACROSS = 10;

/** The sheet Danh sách đơn vị: last year's units under their headings, blank rows below each, drop-down lists in the columns. */
export function unitSheet(form: TemplateForm, fill: TemplateFill, words: WordLists): PlannedSheet<TemplateLook> {
  const columns = templateColumns(form, {hasCommunes: fill.owner?.level === "province"}).filter(
    ({type}) => type !== "former_commune" || fill.owner === null || fill.formerCommunes.length > 0
  );
  const widths = columns.map(columnWidth);
  const sheet = new SheetBuilder<TemplateLook>(widths);
  addTitleRows(sheet, fill, {
    title: "DANH SÁCH ĐƠN VỊ ĐĂNG KÝ, XÉT CÔNG NHẬN “AN TOÀN VỀ AN NINH, TRẬT TỰ” VÀ PHÂN LOẠI PHONG TRÀO",
    note: "Điền ô nền vàng; chưa có kết quả thì để trống. Đơn vị mới ghi vào dòng trống của nhóm",
    across: TITLE_ACROSS
  });
  addHead(sheet, columns);
  const head = sheet.lastRow;
  let ordinal = 0;
  for (const {title, types, spare} of GROUPS) {
    const units = fill.units.filter(({unit_type}) => types.includes(unit_type));
    if (fill.owner?.level === "province" && title.startsWith("V.") && units.length === 0) continue;
    sheet.addLine(
      columns.map((_, index) => (index === 0 ? title : null)),
      "group",
      20
    );
    for (const unit of units) {
      ordinal++;
      addRow(sheet, columns, unitValues(unit, ordinal), {
        stateOfBlank: (column) => stateOfBlank(column, unit),
        isOutdated: (column) => isOutdated(column, unit)
      });
    }
    const isOwn = types.includes("xa");
    const blanks = units.length > 0 ? spare : isOwn ? 1 : fill.owner === null ? SPARE_BLANK : SPARE_ALONE;
    for (let row = 0; row < blanks; row++) addRow(sheet, columns, () => null);
  }
  const validations = columnValidations(columns, {first: head + 1, last: sheet.lastRow, year: fill.year, words});
  addSignatures(sheet, fill, {across: TITLE_ACROSS});
  const frozenColumns = columns.findIndex(({id}) => id === "unit_name") + 1;
  const print = pageFit(widths, frozenColumns);
  return {
    ...sheet.build(form.title),
    frozenColumns,
    repeatsFrom: head,
    validations,
    ...(print === undefined ? {} : {print})
  };
}

function unitValues(unit: TemplateUnit, ordinal: number): (field: string) => CellValue {
  const values: Readonly<Record<string, CellValue>> = {
    ordinal,
    unit_code: unit.unit_code,
    unit_name: unit.unit_name,
    unit_type: UNIT_TYPES[unit.unit_type],
    commune: unit.commune,
    former_commune: unit.former_commune,
    managed_level: LEVEL_WORDS[unit.managed_level],
    managed_by: unit.managed_by,
    exclusion_reason: unit.exclusion_reason === null ? null : EXCLUSION_REASONS[unit.exclusion_reason]
  };
  return (field) => values[field] ?? null;
}

/** A value of last year that must be said anew: the district level ended on 30/6/2025. */
function isOutdated({id}: TemplateField, {managed_level}: TemplateUnit): boolean {
  return id === "managed_level" && managed_level === "huyen";
}

/** A unit outside the norm needs no results; what last year's list left open is asked for only where it counts. */
function stateOfBlank(column: TemplateField, {exclusion_reason}: TemplateUnit): CellState {
  if (GIVEN_FIELDS.has(column.id)) return column.need === "may" ? "given" : stateOf(column);
  return exclusion_reason !== null && column.id !== "note" ? "off" : stateOf(column);
}
