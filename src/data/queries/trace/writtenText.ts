import type {FieldType, Forms} from "../../../../loaders/validate/form.ts";
import {standardText} from "../../../../loaders/validate/standardText.ts";
import type {Indicator} from "../../../../pipelines/indicators/indicator.ts";

/** Kinds of the columns of Thông tin chung, whatever the fact. */
const FACT_TYPES: Readonly<Record<string, FieldType>> = {
  reached_count: "count",
  total_count: "count",
  is_met: "yes_no",
  value_date: "date"
};

/**
 * Text of a cell from `value_sources`: where none is kept it holds the value's standard word, "Đạt" for a result that is true, "Tốt" for
 * the class of a model.
 */
export function writtenText(indicator: Indicator, field: string, raw: string, {forms}: Forms): string {
  const type = typeOf(indicator, field, forms);
  if (type === undefined) return raw;
  const isNumber = type === "count" && /^\d+$/.test(raw);
  return standardText(type, raw === "true" ? true : raw === "false" ? false : isNumber ? Number(raw) : raw);
}

function typeOf(indicator: Indicator, field: string, forms: Forms["forms"]): FieldType | undefined {
  if (!("reported" in indicator)) return forms.unit_list.fields[field]?.type;
  return indicator.reported.table === "model_years" ? forms.models.fields[field]?.type : FACT_TYPES[field];
}
