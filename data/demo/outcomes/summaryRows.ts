import {type RawSummary} from "../../../loaders/rawTables.ts";
import {type UnitRow} from "./unitRow.ts";

/** Counts of one unit type of one commune: the fields of `raw_summaries` a sender writes. */
export type SummaryRow = Omit<RawSummary, "submission_id" | "sheet" | "row_number" | "year" | "period" | "stage">;

/** Biểu tổng hợp of a list: eligible units by commune and type, in the order of the list. */
export function summaryRows(units: readonly UnitRow[]): SummaryRow[] {
  const rows = new Map<
    string,
    SummaryRow & Record<"xuat_sac_count" | "kha_count" | "trung_binh_count" | "yeu_count", number>
  >();
  for (const unit of units) {
    if (unit.exclusion_reason !== null) continue;
    const key = `${unit.commune_code}/${unit.unit_type}`;
    const row = rows.get(key) ?? {
      commune_code: unit.commune_code,
      commune_valid_from: unit.commune_valid_from,
      unit_type: unit.unit_type,
      total_count: 0,
      registered_count: 0,
      certified_count: 0,
      xuat_sac_count: 0,
      kha_count: 0,
      trung_binh_count: 0,
      yeu_count: 0
    };
    row.total_count = (row.total_count ?? 0) + 1;
    if (unit.is_registered === true) row.registered_count = (row.registered_count ?? 0) + 1;
    if (unit.is_certified === true) row.certified_count = (row.certified_count ?? 0) + 1;
    if (unit.class !== null) row[`${unit.class as "xuat_sac" | "kha" | "trung_binh" | "yeu"}_count`] += 1;
    rows.set(key, row);
  }
  return [...rows.values()];
}
