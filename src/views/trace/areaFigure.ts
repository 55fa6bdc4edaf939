import type {FigureKey} from "../../components/trace/figureKey.js";
import type {Counts, FigureList, TraceIndex} from "../../data/queries/trace/shape.ts";
import {addUp, typesOf} from "./assembleFigure.js";

/** A number of a larger area: the counts of its communes, which add up to it. */
export interface AreaFigure {
  level: "district" | "province" | "country";
  counts: Counts;
  communes: {code: string; counts: Counts}[];
}

/** Puts a figure of a district, a province or the country together from those of its communes; null for an area that is not there. */
export function areaFigure(list: FigureList, index: TraceIndex, key: FigureKey): AreaFigure | null {
  const level = levelOf(list, key.area);
  if (level === null) return null;
  const types = typesOf(index, key.group);
  const levels =
    key.managed === "all" ? null : new Set(key.managed.split("+").map((each) => index.levels.indexOf(each)));
  const indicator = index.indicators.find(({id}) => id === key.indicator);
  const isGroup = (indicator?.unit_groups as readonly string[] | undefined)?.includes(key.group) ?? false;
  const {rows, communes, provinces, districts} = list;
  const byCommune = new Map<string, Counts>();
  rows.commune.forEach((commune, i) => {
    const type = rows.type[i] ?? -1;
    if (type === -1 ? !isGroup : !types.has(type)) return;
    if (type !== -1 && levels !== null && !levels.has(rows.level[i] ?? -1)) return;
    if (level === "province" && provinces[rows.province[i] ?? -1] !== key.area) return;
    if (level === "district" && districts[rows.district[i] ?? -1] !== key.area) return;
    const code = communes[commune] ?? "";
    const own: Counts = [rows.n[i] ?? 0, rows.d[i] ?? 0, rows.u[i] ?? 0, rows.v[i] ?? 0];
    byCommune.set(code, addUp([byCommune.get(code) ?? [0, 0, 0, 0], own]));
  });
  const found = [...byCommune]
    .map(([code, counts]) => ({code, counts}))
    .filter(({counts}) => counts[1] + counts[3] > 0);
  return {level, counts: addUp(found.map(({counts}) => counts)), communes: found};
}

function levelOf({provinces, districts}: FigureList, area: string): AreaFigure["level"] | null {
  if (area === "VN") return "country";
  if (area.length === 2) return provinces.includes(area) ? "province" : null;
  return districts.includes(area) ? "district" : null;
}

/** Whether a code is a commune's: theirs have five digits, districts three, provinces two. */
export function isCommuneCode(code: string): boolean {
  return code.length > 3 && !/^\d{1,3}$/.test(code);
}
