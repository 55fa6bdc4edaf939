/** A commune beside the target of the area it lies in: how many units it lacks to reach that rate itself. */
export interface CommuneGap {
  code: string;
  numerator: number;
  denominator: number;
  /** Units the commune needs to reach the rate by itself; null or 0: it holds nobody back. */
  units_needed: number | null;
}

export interface ClosingList {
  /** In the order in which they close the gap; `units` is what to ask of each. */
  communes: {code: string; units: number}[];
  /** Units of the gap that remain when every commune reaches the rate itself. */
  remaining: number;
}

/**
 * The shortest list of communes that, by reaching the area's target themselves, close its gap of `unitsNeeded` units:
 * those that lack most come first, of equals the one with the lower rate, then by code. Taking the largest first gives the
 * fewest communes, since any list of k communes closes at most what the k largest close.
 */
export function closingCommunes(unitsNeeded: number, communes: readonly CommuneGap[]): ClosingList {
  const behind = communes
    .filter(({units_needed}) => (units_needed ?? 0) > 0)
    .map((commune) => ({...commune, lack: commune.units_needed ?? 0}))
    .sort(
      (a, b) =>
        b.lack - a.lack ||
        a.numerator * b.denominator - b.numerator * a.denominator ||
        (a.code < b.code ? -1 : Number(a.code > b.code))
    );
  const list: ClosingList = {communes: [], remaining: Math.max(0, unitsNeeded)};
  for (const {code, lack} of behind) {
    if (list.remaining === 0) break;
    const units = Math.min(lack, list.remaining);
    list.communes.push({code, units});
    list.remaining -= units;
  }
  return list;
}
