import {closeNames} from "../../reference/closeNames.ts";
import {UNIT_GROUPS, UNIT_TYPES, type UnitType} from "../../vocabulary.ts";
import type {Issue, Reading, UnitRow} from "../reading.ts";
import {noPriorYear, unitEnded, unitNew, unitRenamed, unitTypeAbsent} from "../rules/priorRules.ts";
import {checkJumps} from "./checkJumps.ts";
import {type Matched, matchUnits} from "./matchUnits.ts";
import {PriorLog} from "./priorLog.ts";
import type {PriorUnit, PriorYear} from "./priorYear.ts";

const COMMUNE_TYPES: ReadonlySet<string> = new Set(UNIT_GROUPS.commune.types);

/**
 * Holds a file against what its commune sent the year before: units that are gone, that are new, whose name is close to one that is gone,
 * and counts ten times greater or smaller. Only the unit types that the file holds are compared: a file may be a part of the whole.
 * Pure; changes nothing. `prior` null (nothing earlier is known): one issue that says so.
 */
export function checkAgainstPrior(reading: Reading, prior: PriorYear | null): Issue[] {
  const log = new PriorLog(reading);
  if (prior === null) {
    log.report(noPriorYear, {}, {header: "", text: ""});
    return log.issues;
  }
  const rows = reading.units.filter(
    ({commune_code, commune_valid_from, unit_type}) =>
      commune_code === prior.commune_code && commune_valid_from !== null && !COMMUNE_TYPES.has(unit_type)
  );
  const matched: Matched[] = [];
  for (const type of Object.keys(UNIT_TYPES) as UnitType[]) {
    const units = prior.units.filter(({unit_type}) => unit_type === type);
    const own = rows.filter(({unit_type}) => unit_type === type);
    if (own.length === 0 && (units.length === 0 || rows.length === 0)) continue;
    if (own.length === 0) {
      const found = {
        header: String(prior.year),
        text: countOf(units.length, type),
        detail: UNIT_TYPES[type].toLowerCase()
      };
      log.report(unitTypeAbsent, {sheet: rows[0]?.sheet ?? null, field: "unit_type"}, found);
      continue;
    }
    const {pairs, gone, fresh} = matchUnits(own, units);
    for (const pair of pairs) matched.push(pair);
    compareNames(gone, fresh, type, prior.year, log);
  }
  checkJumps(reading, prior, matched, log);
  return log.issues;
}

/** Tells of rows whose name is close to a unit that is gone, the nearest first; then of the rest that is gone, and of the rest that is new. */
function compareNames(
  gone: readonly PriorUnit[],
  fresh: readonly UnitRow[],
  type: UnitType,
  year: number,
  log: PriorLog
): void {
  const close = fresh
    .flatMap((row, at) => gone.map((unit) => ({row, unit, at, closeness: nearness(row, unit)})))
    .filter(({closeness}) => closeness > 0)
    .sort((a, b) => b.closeness - a.closeness || a.at - b.at);
  const told = new Set<UnitRow | PriorUnit>();
  for (const {row, unit} of close) {
    if (told.has(row) || told.has(unit)) continue;
    told.add(row);
    told.add(unit);
    const found = {header: String(year), text: row.unit_name, detail: unit.name};
    log.report(unitRenamed, {row, field: "unit_name"}, found);
  }
  const names = (list: readonly string[]) => ({
    header: String(year),
    text: named(list),
    detail: countOf(list.length, type)
  });
  const ended = gone.filter((unit) => !told.has(unit)).map(({name}) => name);
  const added = fresh.filter((row) => !told.has(row)).map(({unit_name}) => unit_name);
  const sheet = log.sheetOf(type);
  if (ended.length > 0) log.report(unitEnded, {sheet, field: "unit_name"}, names(ended));
  if (added.length > 0) log.report(unitNew, {sheet, field: "unit_name"}, names(added));
}

function nearness(row: UnitRow, unit: PriorUnit): number {
  const isElsewhere =
    row.former_commune_code !== null &&
    unit.former_commune_code !== null &&
    row.former_commune_code !== unit.former_commune_code;
  return isElsewhere ? 0 : (closeNames(row.unit_name, unit.name)?.score ?? 0);
}

/** "3 khu dân cư". */
function countOf(count: number, type: UnitType): string {
  return `${count} ${UNIT_TYPES[type].toLowerCase()}`;
}

const MOST_NAMED = 8;

/** `“Thôn 1”, “Thôn 2” và 3 đơn vị khác`. */
function named(names: readonly string[]): string {
  const rest = names.length - MOST_NAMED;
  const quoted = names.slice(0, MOST_NAMED).map((name) => `“${name}”`);
  return `${quoted.join(", ")}${rest > 0 ? ` và ${rest} đơn vị khác` : ""}`;
}
