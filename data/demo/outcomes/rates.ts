import {type UnitType} from "../../../loaders/vocabulary.ts";

/** Kinds of units that share a rate: communes of any type count as one. */
export type Kind = "kdc" | "commune" | "cq" | "dn" | "gd";

const KINDS: Readonly<Record<UnitType, Kind>> = {
  khu_dan_cu: "kdc",
  xa: "commune",
  phuong: "commune",
  thi_tran: "commune",
  dac_khu: "commune",
  co_quan: "cq",
  doanh_nghiep: "dn",
  co_so_giao_duc: "gd"
};

export function kindOf(type: UnitType): Kind {
  return KINDS[type];
}

/** What a place reaches in a year, as shares of its eligible units. `kdc` follows from the total. */
export interface Rates {
  registered: number;
  certified: {all: number} & Record<Exclude<Kind, "kdc">, number>;
  /** Khá or better; `kdc` follows from the total. */
  good: {all: number} & Record<Exclude<Kind, "kdc">, number>;
  excellent: number;
  weak: number;
}

function rates(
  registered: number,
  certified: readonly [number, number, number, number, number],
  good: readonly [number, number, number, number, number],
  [excellent, weak]: readonly [number, number]
): Rates {
  const byKind = ([all, gd, cq, dn, commune]: typeof certified): Rates["good"] => ({all, gd, cq, dn, commune});
  return {registered, certified: byKind(certified), good: byKind(good), excellent, weak};
}

/**
 * The simulated story. Order within the lists: all, schools, agencies, enterprises, communes themselves.
 * Thanh Hóa rises for three years and in 2025 stays some tens of units below the 80 % of its plan.
 */
const RATES: Readonly<Record<string, Readonly<Record<number, Rates>>>> = {
  "thanh-hoa": {
    2022: rates(0.972, [0.714, 0.833, 0.802, 0.64, 0.522], [0.752, 0.83, 0.81, 0.68, 0.66], [0.182, 0.016]),
    2023: rates(0.979, [0.741, 0.855, 0.826, 0.669, 0.554], [0.771, 0.845, 0.828, 0.7, 0.68], [0.197, 0.014]),
    2024: rates(0.985, [0.766, 0.871, 0.85, 0.69, 0.576], [0.788, 0.862, 0.846, 0.718, 0.7], [0.211, 0.012]),
    2025: rates(0.993, [0.789, 0.884, 0.865, 0.712, 0.62], [0.8062, 0.88, 0.868, 0.735, 0.72], [0.226, 0.01]),
    2026: rates(0.995, [0.811, 0.9, 0.885, 0.74, 0.66], [0.817, 0.879, 0.87, 0.742, 0.73], [0.231, 0.009])
  },
  "bac-quang": {
    2023: rates(0.994, [0.931, 0.95, 0.945, 0.9, 0.87], [0.91, 0.94, 0.93, 0.88, 0.87], [0.262, 0.006]),
    2024: rates(1, [0.956, 0.97, 0.965, 0.93, 0.913], [0.935, 0.96, 0.95, 0.9, 0.913], [0.288, 0]),
    2025: rates(0.996, [0.944, 0.965, 0.955, 0.92, 0.875], [0.928, 0.955, 0.945, 0.9, 0.875], [0.281, 0.004])
  },
  "tram-tau": {
    2024: rates(0.97, [0.71, 0.84, 0.82, 0.6, 0.5], [0.74, 0.85, 0.84, 0.7, 0.67], [0.16, 0.02]),
    2025: rates(0.99, [0.76, 0.87, 0.85, 0.7, 0.5], [0.78, 0.87, 0.86, 0.7, 0.75], [0.19, 0.01])
  },
  "huong-tra": {
    2021: rates(0.98, [0.815, 0.9, 0.87, 0.76, 0.67], [0.83, 0.9, 0.88, 0.8, 0.78], [0.24, 0.01]),
    2022: rates(0.99, [0.846, 0.93, 0.89, 0.8, 0.78], [0.855, 0.92, 0.9, 0.82, 0.78], [0.26, 0.005]),
    2025: rates(1, [0.883, 0.95, 0.92, 0.84, 1], [0.89, 0.95, 0.93, 0.86, 1], [0.3, 0])
  },
  "phuong-tien": {
    2025: rates(1, [0.84, 0.8, 0.9, 0.67, 1], [0.86, 0.8, 0.9, 0.67, 1], [0.24, 0]),
    2026: rates(1, [0.87, 1, 0.9, 0.67, 1], [0.88, 1, 0.9, 0.67, 1], [0.27, 0])
  }
};

/** @throws Error when the place has no rates for the year. */
export function ratesOf(placeId: string, year: number): Rates {
  const found = RATES[placeId]?.[year];
  if (found === undefined) throw new Error(`no rates for ${placeId} in ${year}`);
  return found;
}
