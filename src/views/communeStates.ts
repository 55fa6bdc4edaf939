import type {MapValue} from "../components/communeMap.js";
import {formatCount} from "../components/format.js";
import type {CommuneColumns} from "../data/queries/communeValues.ts";

/** Below this many units a rate is marked: one unit moves it by more than ten points. */
const SMALL_DENOMINATOR = 10;

const SILENT = "chưa nộp";

const TYPE_WORDS: Readonly<Record<string, string>> = {
  xa: "xã",
  phuong: "phường",
  thi_tran: "thị trấn",
  dac_khu: "đặc khu",
  huyen: "huyện"
};

/**
 * What the map shows of each commune: a rate, missing (nothing decided yet, or more units not reported than known: the few that the
 * province lists do not speak for the commune), or no unit of the kind.
 * @param needed units a commune still needs, by place; @param ranks numbers in the closing list, by place.
 */
export function communeStates(
  communes: readonly {code: string; name: string; type: string}[],
  columns: CommuneColumns | null,
  {needed, ranks}: {needed: ReadonlyMap<number, number>; ranks: ReadonlyMap<number, number>}
): MapValue[] {
  return communes.map(({code, name, type}, i) => {
    const counts = [columns?.n[i] ?? 0, columns?.d[i] ?? 0, columns?.u?.[i] ?? 0, columns?.v?.[i] ?? 0] as const;
    const [numerator, denominator, unknown, unreported] = counts;
    const isDecided = denominator > 0 && (numerator > 0 || unknown < denominator) && unreported <= denominator;
    const state = isDecided ? "value" : denominator + unreported > 0 || columns === null ? "missing" : "none";
    return {
      code,
      name,
      type: TYPE_WORDS[type] ?? "xã",
      numerator,
      denominator,
      state,
      words: words({state, denominator, unknown, unreported, needed: needed.get(i) ?? 0}),
      rank: ranks.get(i) ?? null
    };
  });
}

/** What the hatched communes of a map are called: not reported, or reported without a result. */
export function missingWords(values: readonly MapValue[]): string {
  const missing = values.filter(({state}) => state === "missing");
  const silent = missing.filter(({words: said}) => said.startsWith(SILENT)).length;
  if (silent === missing.length) return "Chưa nộp";
  return silent === 0 ? "Chưa có kết quả" : "Chưa nộp, chưa có kết quả";
}

/** Whether each commune is one unit by itself, so that there is no rate to speak of. */
export function isOneUnitEach(values: readonly MapValue[]): boolean {
  const known = values.filter(({state}) => state === "value");
  return known.length > 0 && known.every(({denominator}) => denominator === 1);
}

interface Said {
  state: MapValue["state"];
  denominator: number;
  unknown: number;
  unreported: number;
  needed: number;
}

function words({state, denominator, unknown, unreported, needed}: Said): string {
  if (state === "none") return "không có đơn vị loại này";
  if (state === "missing") {
    if (unreported > 0) return `${SILENT}, ước ${formatCount(unreported)} đơn vị`;
    return denominator > 0 ? `chưa có kết quả của ${formatCount(denominator)} đơn vị` : "chưa có số liệu";
  }
  return [
    needed > 0 ? `cần thêm ${formatCount(needed)} đơn vị` : "",
    unknown > 0 ? `${formatCount(unknown)} chưa có kết quả` : "",
    unreported > 0 ? `ước ${formatCount(unreported)} đơn vị chưa báo cáo` : "",
    denominator > 1 && denominator < SMALL_DENOMINATOR ? "mẫu số nhỏ" : ""
  ]
    .filter(Boolean)
    .join(", ");
}
