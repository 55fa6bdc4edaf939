import {formatShare, type ShareFormat} from "../components/format.js";

/**
 * A share as a report prints it: rounded half up to `decimals`, decimal comma, trailing zeros left out where the share is exactly that
 * ("64%", "88,73%", "80%" for 4/5); more decimals where rounding would put it on the wrong side of its target.
 */
export function proseShare(
  numerator: number,
  denominator: number,
  {decimals = 1, ...format}: ShareFormat & {decimals?: number} = {}
): string {
  const scale = 10n ** BigInt(decimals);
  const exact = 100n * BigInt(numerator) * scale;
  if (denominator > 0 && exact % BigInt(denominator) === 0n) {
    const written = withComma(exact / BigInt(denominator), decimals);
    return `${written.includes(",") ? written.replace(/,?0+$/, "") : written}%`;
  }
  if (decimals === 1) return formatShare(numerator, denominator, format);
  const rounded = (2n * exact + BigInt(denominator)) / (2n * BigInt(denominator));
  return `${withComma(rounded, decimals)}%`;
}

/** The whole percent that a share has passed, as press reports say it: 845/879 = 96,13 % is "trên 96%"; an exact one is "96%". */
export function overWholePercent(numerator: number, denominator: number): string {
  const hundredfold = 100 * numerator;
  const whole = Math.floor(hundredfold / denominator);
  return hundredfold === whole * denominator ? `${whole}%` : `trên ${whole}%`;
}

function withComma(scaled: bigint, decimals: number): string {
  const digits = scaled.toString().padStart(decimals + 1, "0");
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)},${digits.slice(-decimals)}`;
}
