/** How a share must compare with its target. */
export type Comparator = ">=" | ">" | "=";

/** A share n/d as a number from 0 to 1, null when d is 0: for positions and colours, never for a verdict. */
export function share(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : numerator / denominator;
}

/** 5609 → "5.609"; a negative count has the true minus. Counts are whole numbers. */
export function formatCount(count: number): string {
  const digits = Math.abs(count)
    .toFixed(0)
    .replace(/\B(?=(\d{3})+$)/g, ".");
  return count < 0 ? `−${digits}` : digits;
}

/** 1234.56 → "1.234,6": a number with a fixed count of decimals, decimal comma, true minus. */
export function formatNumber(value: number, decimals = 1): string {
  const [whole = "0", fraction] = Math.abs(value).toFixed(decimals).split(".");
  const text = whole.replace(/\B(?=(\d{3})+$)/g, ".") + (fraction === undefined ? "" : `,${fraction}`);
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

export interface ShareFormat {
  /** The target the share is read against, in percent. */
  target?: number | undefined;
  /** How the share must compare with the target; ">=" if left out. */
  comparator?: Comparator | undefined;
  /** "%" or nothing. */
  unit?: "%" | "" | undefined;
}

/**
 * The share n/d in percent: 5609/7108 → "78,9%". One decimal, and more until the printed figure stands on the same side of the target,
 * of 0 and of 100 as the exact fraction does: 7996/10000 against 80 is "79,96%". Exactly 0 and 100 have no decimal; d = 0 is "–".
 */
export function formatShare(numerator: number, denominator: number, options: ShareFormat = {}): string {
  if (denominator === 0) return "–";
  const {target, comparator = ">=", unit = "%"} = options;
  const exact = [BigInt(numerator) * 100n, BigInt(denominator)] as const;
  if (numerator === 0) return `0${unit}`;
  if (numerator === denominator) return `100${unit}`;
  const limits: [bigint, bigint, Comparator][] = [
    [0n, 1n, "="],
    [100n, 1n, "="]
  ];
  if (target !== undefined) limits.push([...asFraction(target), comparator]);
  for (let decimals = 1; ; ++decimals) {
    const scale = 10n ** BigInt(decimals);
    const rounded = (2n * exact[0] * scale + exact[1]) / (2n * exact[1]);
    const isTrue = limits.every(
      ([n, d, how]) => compares(rounded * d, n * scale, how) === compares(exact[0] * d, n * exact[1], how)
    );
    if (isTrue) {
      const digits = rounded.toString().padStart(decimals + 1, "0");
      return `${digits.slice(0, -decimals)},${digits.slice(-decimals)}${unit}`;
    }
  }
}

function compares(left: bigint, right: bigint, comparator: Comparator): boolean {
  return comparator === ">" ? left > right : comparator === ">=" ? left >= right : left === right;
}

/** A decimal as an exact fraction: 99.5 → 995/10. */
function asFraction(value: number): [bigint, bigint] {
  const [whole = "0", fraction = ""] = `${value}`.split(".");
  return [BigInt(whole + fraction), 10n ** BigInt(fraction.length)];
}

/** The range two fractions span, each on its true side of the target: "75,1–79,9%". */
export function formatRange(
  low: readonly [numerator: number, denominator: number],
  high: readonly [numerator: number, denominator: number],
  options: ShareFormat = {}
): string {
  return `${formatShare(...low, {...options, unit: ""})}–${formatShare(...high, options)}`;
}

/** A change in percentage points (điểm phần trăm): 2.34 → "+2,3", −1.2 → "−1,2", 0 → "0,0". */
export function formatPoints(points: number): string {
  const text = formatNumber(points, 1);
  return points > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** ISO day → "18/11/2025"; null → "–". */
export function formatDate(day: string | null | undefined): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(day ?? "");
  return parts ? `${parts[3]}/${parts[2]}/${parts[1]}` : "–";
}

/** A target in words: "từ 80%", "trên 80%", "100%", "ít nhất 1". `value` in percent or in units, as `measure` says. */
export function formatTarget(comparator: Comparator, value: number, measure: "percent" | "count" = "percent"): string {
  const figure =
    formatNumber(value, Number.isInteger(value) ? 0 : decimalsOf(value)) + (measure === "percent" ? "%" : "");
  if (comparator === "=" || (measure === "percent" && value >= 100)) return figure;
  if (comparator === ">") return `trên ${figure}`;
  return measure === "percent" ? `từ ${figure}` : `ít nhất ${figure}`;
}

function decimalsOf(value: number): number {
  return `${value}`.split(".")[1]?.length ?? 0;
}
