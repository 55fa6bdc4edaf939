import type {Counts, TraceIndicator, TraceTarget, TraceVerdict} from "../../data/queries/trace/shape.ts";
import {figureWords} from "../../sentences/traceSentences.js";
import {areaFigure, type AreaFigure} from "../../views/trace/areaFigure.js";
import {assembleFigure, type AssembledFigure} from "../../views/trace/assembleFigure.js";
import {UNIT_GROUP_WORDS} from "../words.js";
import type {FigureKey} from "./figureKey.js";
import type {LoadedFigure} from "./traceLoad.js";

/** A verdict on the very figure. */
export interface FigureVerdict {
  target: TraceTarget;
  basis: string;
  verdict: TraceVerdict[4];
  needed: number | null;
  isImpossible: boolean;
}

/** What stands on top of the panel, and what the rest of it is made of. */
export interface TraceHeading {
  figure: string;
  about: string;
  indicator: TraceIndicator;
  counts: Counts;
  verdicts: FigureVerdict[];
  assembled: AssembledFigure | null;
  area: AreaFigure | null;
}

/** Puts the figure together and names it; null where there is none. */
export function traceHeading(loaded: LoadedFigure, key: FigureKey): TraceHeading | null {
  const indicator = loaded.index.indicators.find(({id}) => id === key.indicator);
  if (indicator === undefined) return null;
  const assembled = loaded.traces ? assembleFigure(loaded.traces, loaded.index, key) : null;
  const area = loaded.list ? areaFigure(loaded.list, loaded.index, key) : null;
  const counts = assembled?.counts ?? area?.counts;
  if (counts === undefined || counts[1] + counts[3] === 0) return null;
  const verdicts = verdictsOf(loaded, key, area);
  const levels = key.managed === "all" ? "" : `, ${levelWords(key.managed)}`;
  const group = key.group === "all" ? "" : `, ${groupWords(key.group).toLowerCase()}`;
  return {
    figure: figureWords(counts, indicator, verdicts[0]?.target),
    about: `${indicator.title}${group}${levels}, ${placeName(loaded, key, area)}, năm ${key.year}`,
    indicator,
    counts,
    verdicts,
    assembled,
    area
  };
}

function verdictsOf({index, traces, list}: LoadedFigure, key: FigureKey, area: AreaFigure | null): FigureVerdict[] {
  const found: TraceVerdict[] = traces
    ? traces.flatMap(({verdicts, communes}) =>
        verdicts.filter(([, , of]) =>
          key.boundary === "current" ? of === null : of !== null && communes[of] === key.area
        )
      )
    : list.verdicts
        .filter(([level, code]) => level === area?.level && code === key.area)
        .map(([, , target, group, ...rest]): TraceVerdict => [target, group, null, ...rest]);
  return found
    .flatMap(([place, group, , basis, verdict, needed, isImpossible]): FigureVerdict[] => {
      const target = index.targets[place];
      if (target?.indicator !== key.indicator || group !== key.group || target.managed !== key.managed) return [];
      return [{target, basis, verdict, needed, isImpossible: isImpossible === 1}];
    })
    .sort((a, b) => Number(b.basis === "rang_buoc") - Number(a.basis === "rang_buoc"));
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  xa: "xã",
  phuong: "phường",
  thi_tran: "thị trấn",
  dac_khu: "đặc khu"
};

/** "phường Hạc Thành", "Thanh Hóa". */
function placeName(loaded: LoadedFigure, key: FigureKey, area: AreaFigure | null): string {
  const {index, former} = loaded;
  if (area?.level === "district") return former?.districts[key.area] ?? key.area;
  if (area) return index.provinces[key.area] ?? key.area;
  return communeName(loaded, key.area, key);
}

/** A commune with its type, of the register the figure stands on. */
export function communeName({index, former}: LoadedFigure, code: string, {boundary, year}: FigureKey): string {
  if (code === "unassigned") return "chưa xác định xã mới";
  const old = former?.communes[code];
  const now = index.communes.find((commune) => commune.code === code);
  const isOld = boundary === "as_reported" && (year < 2025 || now === undefined) && old !== undefined;
  const [name, type] = isOld ? old : [now?.name ?? code, now?.type ?? ""];
  return `${TYPE_WORDS[type] ?? ""} ${name}`.trim();
}

export function groupWords(group: string): string {
  return group
    .split("+")
    .map((part) => UNIT_GROUP_WORDS[part as keyof typeof UNIT_GROUP_WORDS])
    .join(", ");
}

const LEVEL_WORDS: Readonly<Record<string, string>> = {
  xa: "cấp xã",
  huyen: "cấp huyện",
  tinh: "cấp tỉnh",
  trung_uong: "trung ương"
};

function levelWords(levels: string): string {
  return `đơn vị do ${levels
    .split("+")
    .map((level) => LEVEL_WORDS[level] ?? level)
    .join(", ")} quản lý`;
}
