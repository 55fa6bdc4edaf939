import {dateOutsidePeriod, decidedBeforeRegistered, registeredLate} from "../rules/periodRules.ts";
import {assessmentPeriod, reportingPeriod, writeDay, writeDays, type Days} from "../values/assessmentPeriod.ts";
import type {FactRow} from "../reading.ts";
import type {RowSink} from "./readValues.ts";
import {placeOf, type UnitDraft} from "./unitDraft.ts";

/** Days of what a unit does within the assessed period, and of what may follow it. */
const WITHIN = ["registered_date", "resolution_date", "plan_date"] as const;
const AFTER = ["award_registered_date", "dossier_sent_date"] as const;

/** The day that a decision's number brings along: "12/QĐ-UBND ngày 14/11/2025". */
const DECIDED = /ngày\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})/iu;

/** First day of the units that were founded with the present communes: they could not register in the first quarter of that year. */
const FOUNDING_DAY = "2025-07-01";

/** Holds the days of a unit against the assessed period, and the decision against the registration. */
export function checkUnitDates(draft: UnitDraft, sink: RowSink): void {
  const {row} = draft;
  const period = assessmentPeriod(row.year, row.unit_type);
  for (const field of WITHIN) hold(draft, field, row[field], period, sink);
  for (const field of AFTER) hold(draft, field, row[field], reportingPeriod(row.year), sink);
  const decided = decisionDay(row.decision_number);
  if (decided === null) return;
  hold(draft, "decision_number", decided, reportingPeriod(row.year), sink);
  if (row.registered_date === null || row.registered_date <= decided) return;
  const {place, header} = placeOf(draft, "decision_number");
  sink.log.report(decidedBeforeRegistered, place, {
    header,
    text: writeDay(decided),
    detail: writeDay(row.registered_date)
  });
}

function hold(draft: UnitDraft, field: string, day: string | null, period: Days, {log}: RowSink): void {
  if (day === null || (period.from <= day && day <= period.to)) return;
  const {place, header} = placeOf(draft, field);
  log.report(dateOutsidePeriod, place, {header, text: writeDay(day), detail: writeDays(period)});
}

function decisionDay(text: string | null): string | null {
  const [, day = "", month = "", year = ""] = (text === null ? null : DECIDED.exec(text)) ?? [];
  return year === "" ? null : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

const MOST_NAMED = 8;

/** Tells once of a file which units registered after the first quarter. */
export function checkQuarter(drafts: readonly UnitDraft[], {log}: RowSink): void {
  const late = drafts.filter(({row: {registered_date: day, year, commune_valid_from}}) => {
    if (day === null || day <= `${year}-03-31` || !day.startsWith(String(year))) return false;
    return !(year === 2025 && commune_valid_from !== null && day >= FOUNDING_DAY);
  });
  const [first] = late;
  if (first === undefined) return;
  const names = late.slice(0, MOST_NAMED).map(({row}) => `“${row.unit_name}”`);
  const rest = late.length > MOST_NAMED ? ` và ${late.length - MOST_NAMED} đơn vị khác` : "";
  const {place, header} = placeOf(first, "registered_date");
  log.report(registeredLate, place, {header, text: String(late.length), detail: `${names.join(", ")}${rest}`});
}

/** Holds the days of Thông tin chung against the year: they may lie in the months before and after it. */
export function checkFactDates(facts: readonly FactRow[], {log, trace}: RowSink): void {
  for (const {value_date: day, year, sheet, row_number, commune_code} of facts) {
    const period = reportingPeriod(year);
    if (day === null || (period.from <= day && day <= period.to)) continue;
    const column = trace.columns.find((one) => one.sheet === sheet && one.field === "value_date");
    const place = {sheet, row: row_number, letter: column?.column_letter ?? null, field: "value_date"};
    const found = {header: column?.header_text ?? "", text: writeDay(day), detail: writeDays(period)};
    log.report(dateOutsidePeriod, {...place, communeCode: commune_code}, found);
  }
}
