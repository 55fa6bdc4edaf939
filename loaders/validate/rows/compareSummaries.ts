import type {SummaryRow} from "../reading.ts";
import {summaryDiffersFromList} from "../rules/summaryRules.ts";
import type {RowSink} from "./readValues.ts";
import type {UnitDraft} from "./unitDraft.ts";

/** What a list counts for one commune and unit type: all its units, and those within Thông tư 124. */
interface ListCounts {
  all: Counted;
  eligible: Counted;
  /** True once a unit's registration (or result) is unknown: the count is then no figure to hold against. */
  isRegistrationUnknown: boolean;
  isResultUnknown: boolean;
}

interface Counted {
  total_count: number;
  registered_count: number;
  certified_count: number;
}

const FIELDS = ["total_count", "registered_count", "certified_count"] as const;

/**
 * Holds Biểu tổng hợp against the list in the same file: the list counts, a difference is told. A summary may count the units
 * outside Thông tư 124 or leave them out; either is accepted.
 */
export function compareSummaries(summaries: readonly SummaryRow[], units: readonly UnitDraft[], sink: RowSink): void {
  if (summaries.length === 0 || units.length === 0) return;
  const lists = countLists(units);
  for (const summary of summaries) {
    const list = lists.get(keyOf(summary));
    if (list === undefined) continue;
    for (const field of FIELDS) {
      const written = summary[field];
      if (written === null || written === list.all[field] || written === list.eligible[field]) continue;
      if (field === "registered_count" && list.isRegistrationUnknown) continue;
      if (field === "certified_count" && list.isResultUnknown) continue;
      tell(summary, field, written, list.eligible[field], sink);
    }
  }
}

function keyOf({year, commune_code, unit_type}: {year: number; commune_code: string; unit_type: string}): string {
  return `${year} ${commune_code} ${unit_type}`;
}

function countLists(units: readonly UnitDraft[]): Map<string, ListCounts> {
  const lists = new Map<string, ListCounts>();
  const none = (): Counted => ({total_count: 0, registered_count: 0, certified_count: 0});
  for (const {row} of units) {
    const key = keyOf(row);
    let list = lists.get(key);
    if (list === undefined) {
      list = {all: none(), eligible: none(), isRegistrationUnknown: false, isResultUnknown: false};
      lists.set(key, list);
    }
    list.isRegistrationUnknown ||= row.is_registered === null;
    list.isResultUnknown ||= row.is_certified === null;
    for (const counted of row.exclusion_reason === null ? [list.all, list.eligible] : [list.all]) {
      counted.total_count++;
      if (row.is_registered === true) counted.registered_count++;
      if (row.is_certified === true) counted.certified_count++;
    }
  }
  return lists;
}

function tell(
  {sheet, row_number, commune_code, unit_type}: SummaryRow,
  name: (typeof FIELDS)[number],
  written: number,
  counted: number,
  {log, trace}: RowSink
): void {
  const field = `${unit_type}.${name}`;
  const column = trace.columns.find((one) => one.sheet === sheet && one.field === field);
  const place = {sheet, row: row_number, letter: column?.column_letter ?? null, field, communeCode: commune_code};
  const found = {header: column?.header_text ?? "", text: String(written), detail: String(counted)};
  log.report(summaryDiffersFromList, place, found);
}
