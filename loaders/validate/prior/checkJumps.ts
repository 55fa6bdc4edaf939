import {UNIT_TYPES, type UnitType} from "../../vocabulary.ts";
import type {Reading} from "../reading.ts";
import {tenfoldJump} from "../rules/priorRules.ts";
import {writeNumber} from "../values/numberText.ts";
import {FACT_TITLES, SUMMARY_TITLES} from "./countTitles.ts";
import type {Matched} from "./matchUnits.ts";
import type {PriorLog, PriorPlace} from "./priorLog.ts";
import type {PriorYear} from "./priorYear.ts";
import {isTenfold} from "./tenfold.ts";

/** Tells of counts that are ten times those of the year before, or a tenth: of units, their people, facts, sites of models, summaries. */
export function checkJumps(reading: Reading, prior: PriorYear, matched: readonly Matched[], log: PriorLog): void {
  const tell = (title: string, count: number | null, earlier: number | null, place: PriorPlace): boolean => {
    if (count === null || earlier === null || !isTenfold(count, earlier)) return false;
    const found = {header: title, text: writeNumber(count), detail: `năm ${prior.year} là ${writeNumber(earlier)}`};
    log.report(tenfoldJump, place, found);
    return true;
  };
  const isOwn = ({
    commune_code,
    commune_valid_from
  }: {
    commune_code: string;
    commune_valid_from: string | null;
  }): boolean => commune_code === prior.commune_code && commune_valid_from !== null;

  for (const type of Object.keys(UNIT_TYPES) as UnitType[]) {
    const count = reading.units.filter((row) => isOwn(row) && row.unit_type === type).length;
    const earlier = prior.units.filter(({unit_type}) => unit_type === type).length;
    tell(`Số ${UNIT_TYPES[type].toLowerCase()}`, count, earlier, {sheet: log.sheetOf(type), field: "unit_name"});
  }
  for (const {row, unit} of matched) {
    tell(`Tổng số người: ${row.unit_name}`, row.informed_total, unit.informed_total, {row, field: "informed_total"});
  }
  for (const row of reading.facts.filter(isOwn)) {
    const earlier = prior.facts.find(({fact}) => fact === row.fact);
    const title = FACT_TITLES[row.fact];
    if (earlier === undefined || title === undefined) continue;
    const isTold = tell(`Tổng số ${title}`, row.total_count, earlier.total_count, {row, field: "total_count"});
    if (!isTold)
      tell(`Số ${title} đã phổ biến`, row.reached_count, earlier.reached_count, {row, field: "reached_count"});
  }
  const models = reading.models.filter(isOwn);
  let isOneTold = false;
  for (const row of models) {
    const [earlier, second] = prior.models.filter(({name_key}) => name_key === row.name_key);
    if (earlier === undefined || second !== undefined) continue;
    const sites = tell(`Số điểm: ${row.model_name}`, row.site_count, earlier.site_count, {row, field: "site_count"});
    const teams = tell(`Số tổ: ${row.model_name}`, row.team_count, earlier.team_count, {row, field: "team_count"});
    isOneTold ||= sites || teams;
  }
  const sheet = models[0]?.sheet ?? null;
  if (models.length > 0) tell("Số mô hình", models.length, prior.models.length, {sheet, field: "model_name"});
  if (!isOneTold)
    tell("Tổng số điểm của các mô hình", sumOf(models), sumOf(prior.models), {sheet, field: "site_count"});
  for (const row of reading.summaries.filter(isOwn)) {
    const earlier = prior.summaries.find(({unit_type}) => unit_type === row.unit_type);
    if (earlier === undefined) continue;
    const type = UNIT_TYPES[row.unit_type as UnitType].toLowerCase();
    for (const [field, title] of Object.entries(SUMMARY_TITLES) as [keyof typeof SUMMARY_TITLES, string][]) {
      if (tell(`${title} ${type}`, row[field], earlier[field], {row, field: `${row.unit_type}.${field}`})) break;
    }
  }
}

/** Sites of all models; null if there are none or one does not say. */
function sumOf(models: readonly {site_count: number | null}[]): number | null {
  if (models.length === 0) return null;
  return models.reduce<number | null>(
    (sum, {site_count}) => (sum === null || site_count === null ? null : sum + site_count),
    0
  );
}
