import type {UnitRow} from "../reading.ts";
import type {PriorUnit} from "./priorYear.ts";

/** A row of the file and the unit of the earlier list that it is. */
export interface Matched {
  row: UnitRow;
  unit: PriorUnit;
}

/**
 * Pairs rows with earlier units: one code, else one name and one former commune; where all units come from one, it need not be named.
 * So are units told apart over the years ("Thôn 1" of four former communes). Each row and each unit once.
 */
export function matchUnits(
  rows: readonly UnitRow[],
  units: readonly PriorUnit[]
): {pairs: Matched[]; gone: PriorUnit[]; fresh: UnitRow[]} {
  const pairs: Matched[] = [];
  const origins = new Set(units.map((unit) => unit.former_commune_code).filter((code) => code !== null));
  const gone = new Set(units);
  const fresh = new Set(rows);
  const ways: ((row: UnitRow, unit: PriorUnit) => boolean)[] = [
    (row, unit) => row.unit_code !== null && row.unit_code === unit.unit_code,
    (row, unit) => isNamed(row, unit) && row.former_commune_code === unit.former_commune_code,
    (row, unit) =>
      origins.size <= 1 && isNamed(row, unit) && (row.former_commune_code === null || unit.former_commune_code === null)
  ];
  for (const isOne of ways) {
    const byName = new Map<string, Set<PriorUnit>>();
    for (const unit of gone) for (const key of keysOf(unit)) addTo(byName, key, unit);
    for (const row of fresh) {
      const among = [row.name_key, ...(row.unit_code === null ? [] : [`ma:${row.unit_code}`])].flatMap((key) => [
        ...(byName.get(key) ?? [])
      ]);
      const unit = among.find((one) => gone.has(one) && isOne(row, one));
      if (unit === undefined) continue;
      pairs.push({row, unit});
      gone.delete(unit);
      fresh.delete(row);
    }
  }
  return {pairs, gone: [...gone], fresh: [...fresh]};
}

const isNamed = ({name_key}: UnitRow, unit: PriorUnit): boolean =>
  unit.name_key === name_key || unit.later_name_keys.includes(name_key);

function keysOf({name_key, later_name_keys, unit_code}: PriorUnit): string[] {
  return [name_key, ...later_name_keys, ...(unit_code === null ? [] : [`ma:${unit_code}`])];
}

function addTo<T>(groups: Map<string, Set<T>>, key: string, item: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, new Set([item]));
  else group.add(item);
}
