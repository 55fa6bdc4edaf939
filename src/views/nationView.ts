import {mapClass, type MapScale} from "../components/mapScale.js";
import type {NationData, ProvinceCounts} from "../data/queries/nation.ts";

/** A province as map, tiles and list show it. */
export interface ProvinceRow {
  code: string;
  name: string;
  /** "tinh" or "thanh_pho". */
  type: string;
  /** Present communes. */
  communes: number;
  /** Null: no unit of it was reported. */
  counts: ProvinceCounts | null;
  /** Every commune has some unit reported, only some have, or none has. */
  state: "full" | "part" | "none";
}

/** The provinces with what is known of one indicator in one year; missing is never zero. */
export function provinceRows(
  provinces: readonly {code: string; name: string; type: string; communes: number}[],
  {values}: Pick<NationData, "values">,
  {indicator, year}: {indicator: string; year: number}
): ProvinceRow[] {
  const found = values[`${year}|${indicator}|all`] ?? {};
  return provinces.map(({code, name, type, communes}) => {
    const counts = found[code] ?? null;
    const state = counts === null ? "none" : counts.communes >= communes ? "full" : "part";
    return {code, name, type, communes, counts, state};
  });
}

/** Provinces with figures first, lowest rate first, by integers; then those without, by name. */
export function byRate(a: ProvinceRow, b: ProvinceRow): number {
  if (a.counts === null || b.counts === null)
    return Number(a.counts === null) - Number(b.counts === null) || a.name.localeCompare(b.name, "vi");
  return a.counts.n * b.counts.d - b.counts.n * a.counts.d || a.name.localeCompare(b.name, "vi");
}

/** Provinces in each class, lowest first. */
export function provinceClasses(rows: readonly ProvinceRow[], scale: MapScale): number[] {
  const classes = scale.fills.map(() => 0);
  for (const {counts} of rows) {
    if (counts === null) continue;
    const index = mapClass(scale, counts.n, counts.d);
    classes[index] = (classes[index] ?? 0) + 1;
  }
  return classes;
}
