import type {FieldType} from "../../loaders/validate/form.ts";
import {forms} from "../loaders/validate/build.ts";
import {originColumns, type FileContext} from "./fileContext.ts";
import {columnOf, type Column, type Pen} from "./table.ts";

/** Fields that some lists have and others lack. */
const OPTIONAL = [
  "unit_code",
  "managed_level",
  "managed_by",
  "exclusion_reason",
  "registered_date",
  "resolution_date",
  "plan_date",
  "decision_number",
  "score",
  "effective_model_count",
  "informed_count",
  "titled_subunit_count",
  "disciplined_count",
  "warned_or_heavier_count",
  "education_month_count",
  "is_exemplary_registered",
  "is_exemplary_reached",
  "is_award_registered",
  "award_registered_date",
  "dossier_sent_date",
  "merit_certificate_count",
  "is_block_leader",
  "complex_case_count",
  "petition_count",
  "note"
] as const;

/** The whole that stands in a column of its own beside its part. */
const WHOLES: Readonly<Record<string, string>> = {
  informed_count: "informed_total",
  titled_subunit_count: "subunit_count"
};

/** Headers over names that say no type. */
const PLAIN_NAMES = ["Tên đơn vị", "Đơn vị", "Tên ĐV", "Tên đơn vị đề nghị"];

/** The columns of a list of units, before they are put in order. */
export function unitColumns(context: FileContext, pen: Pen): Column[] {
  const {layout, choices, part} = pen;
  const {fields} = forms.forms.unit_list;
  const plain = (field: string): Column => columnOf("unit_list", field, fields[field]?.type as FieldType, pen);
  const isPlain = layout.typeBy === "name" || layout.typeBy === "column";
  const accepts = ({texts}: {texts: string[]}): boolean => !isPlain || PLAIN_NAMES.includes(texts.join());
  const columns = [columnOf("unit_list", "unit_name", "name", pen, {accepts})];
  if (layout.ordinal !== "none") columns.push(plain("ordinal"));
  if (layout.typeBy === "column") columns.push(plain("unit_type"));
  columns.push(...originColumns("unit_list", context, pen));
  const isCurrent = context.owner.communes[0]?.valid_from !== null;
  const hasField = (field: string): boolean => choices.share(`${part}/has/${field}`) < layout.columnShare;
  if (isCurrent && hasField("former_commune")) columns.push(plain("former_commune"));
  columns.push(plain("is_registered"));
  if (layout.resultBy === "pair") columns.push(...choiceColumns("is_certified", ["dat", "chua_dat"], pen));
  else if (layout.resultBy === "single") columns.push(...choiceColumns("is_certified", ["dat"], pen));
  else columns.push(plain("is_certified"));
  if (layout.classBy === "ticks")
    columns.push(...choiceColumns("class", ["xuat_sac", "kha", "trung_binh", "yeu"], pen));
  else columns.push(plain("class"));
  for (const field of OPTIONAL) {
    if (!hasField(field)) continue;
    columns.push(plain(field));
    const whole = WHOLES[field];
    if (whole !== undefined && layout.coverageBy === "two columns") columns.push(plain(whole));
  }
  return columns;
}

/** Tick columns of one field, side by side under one group header, or with nothing above. */
export function choiceColumns(
  field: string,
  wanted: readonly string[],
  pen: Pen,
  form: "unit_list" | "models" = "unit_list"
): Column[] {
  const {choices, part} = pen;
  const definition = forms.forms[form].fields[field];
  const groupOf = (spelling: string): string => (spelling.startsWith("^") ? "^" : (spelling.split(" > ")[0] ?? ""));
  const groups = wanted.map((choice) => new Set((definition?.choices?.[choice] ?? []).map(groupOf)));
  const common = [...(groups[0] ?? [])].filter((group) => groups.every((one) => one.has(group)));
  const group = choices.of(`${part}/group of ${field}`, common).replaceAll("*", "").trim();
  return wanted.map((choice) =>
    columnOf(form, field, definition?.type as FieldType, pen, {
      choice,
      run: field,
      accepts: ({texts, isTop}) => (group === "^" ? isTop : texts.length > 1 && texts[0] === group)
    })
  );
}
