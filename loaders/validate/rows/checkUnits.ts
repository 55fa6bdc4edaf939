import {cellAddress} from "../../read/cellAddress.ts";
import {EXCLUSION_REASONS, type ExclusionReason} from "../../vocabulary.ts";
import type {Rule} from "../rules/rule.ts";
import {
  certifiedNotRegistered,
  certifiedYetWeak,
  duplicateCode,
  duplicateUnit,
  excellentNotCertified,
  excludedYetCertified,
  missingDecision,
  warnedOverDisciplined
} from "../rules/unitRules.ts";
import type {RowSink} from "./readValues.ts";
import {checkUnitDates} from "./checkDates.ts";
import {placeOf, type UnitDraft} from "./unitDraft.ts";

/** A unit that did not register and has no result is not certified: there was nothing to assess. */
export function settleUnregistered({row, table, data, faulty}: UnitDraft, {trace}: RowSink): void {
  if (row.is_registered !== false || row.is_certified !== null || faulty.has("is_certified")) return;
  row.is_certified = false;
  trace.text(table.sheet, data.number, "is_certified", "", "not_registered_is_not_certified");
}

/** Holds the values of one unit against each other; nothing is changed. */
export function checkUnit(draft: UnitDraft, sink: RowSink): void {
  const {row, table, faulty} = draft;
  if (row.is_certified === true && row.class === "yeu") tell(certifiedYetWeak, draft, "class", sink);
  if (row.is_certified === false && row.class === "xuat_sac") tell(excellentNotCertified, draft, "class", sink);
  if (row.is_certified === true && row.is_registered === false)
    tell(certifiedNotRegistered, draft, "is_registered", sink);
  const hasDecisions = table.match.columns.some(({field}) => field === "decision_number");
  const isDue = row.is_certified === true && row.stage === "chinh_thuc" && row.exclusion_reason === null;
  if (isDue && hasDecisions && row.decision_number === null && !faulty.has("decision_number")) {
    tell(missingDecision, draft, "decision_number", sink);
  }
  const {disciplined_count: disciplined, warned_or_heavier_count: warned} = row;
  if (warned !== null && disciplined !== null && warned > disciplined) {
    const {place, header} = placeOf(draft, "warned_or_heavier_count");
    sink.log.report(warnedOverDisciplined, place, {header, text: String(warned), detail: String(disciplined)});
  }
  if (row.is_certified === true && row.exclusion_reason !== null) {
    const detail = EXCLUSION_REASONS[row.exclusion_reason as ExclusionReason];
    sink.log.report(excludedYetCertified, placeOf(draft, "is_certified").place, {text: row.unit_name, detail});
  }
  checkUnitDates(draft, sink);
}

function tell(rule: Rule, draft: UnitDraft, field: string, {log}: RowSink): void {
  const {place, header} = placeOf(draft, field);
  log.report(rule, place, {header});
}

/** Tells of units of one name (type, former commune) in one commune, and of codes used twice; they stay two units. */
export function checkDuplicates(drafts: readonly UnitDraft[], {log}: RowSink): void {
  const byName = new Map<string, UnitDraft>();
  const byCode = new Map<string, UnitDraft>();
  for (const draft of drafts) {
    const {row, table, data, nameCell} = draft;
    const area = `${row.year} ${row.commune_code}`;
    const place = {sheet: table.sheet, row: data.number, communeCode: row.commune_code};
    if (row.unit_code !== null) {
      const key = `${area} ${row.unit_code}`;
      const earlier = byCode.get(key);
      if (earlier === undefined) byCode.set(key, draft);
      else {
        const column = table.match.columns.find(({field}) => field === "unit_code");
        const cell = column === undefined ? undefined : data.cells[column.column];
        const found = {header: column?.headerText ?? "", text: row.unit_code, detail: addressOf(earlier, draft)};
        log.report(duplicateCode, {...place, cell, field: "unit_code"}, found);
        continue;
      }
    }
    const key = `${area} ${row.unit_type} ${row.former_commune_code ?? ""} ${row.name_key}`;
    const earlier = byName.get(key);
    if (earlier === undefined) byName.set(key, draft);
    else if (row.unit_code === null || earlier.row.unit_code === null) {
      const found = {text: row.unit_name, detail: addressOf(earlier, draft)};
      log.report(duplicateUnit, {...place, cell: nameCell, field: "unit_name"}, found);
    }
  }
}

/** "B10", or "B10 (trang KDC)" if it stands on another sheet. */
function addressOf(earlier: UnitDraft, later: UnitDraft): string {
  const address = cellAddress(earlier.data.number, earlier.nameCell.column);
  return earlier.table.sheet === later.table.sheet ? address : `${address} (trang ${earlier.table.sheet})`;
}
