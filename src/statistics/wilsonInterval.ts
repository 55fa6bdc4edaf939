/** A range of shares from 0 to 1. */
export interface ShareRange {
  low: number;
  high: number;
}

/** Standard deviations of 95 % in the middle of a normal distribution. */
const Z = 1.959963984540054;

/**
 * The 95 % range of a share by Wilson's score: within what n of d would lie if each unit were a matter of chance. A list of all units is no
 * sample: the range helps to read small denominators and decides no verdict.
 *
 * Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927) 209–212.
 * Worked example: 8 of 10: 0.490 to 0.943; 40 of 50: 0.670 to 0.888 (R. Newcombe, Statistics in Medicine 17 (1998) 857–872 gives for 81 of
 * 263 by this method, number 3, 0.2553 to 0.3662).
 * @throws RangeError for a denominator under 1 or a numerator beyond it.
 */
export function wilsonInterval(numerator: number, denominator: number): ShareRange {
  if (denominator < 1 || numerator < 0 || numerator > denominator)
    throw new RangeError(`invalid share: ${numerator}/${denominator}`);
  const share = numerator / denominator;
  const z2 = Z * Z;
  const middle = (share + z2 / (2 * denominator)) / (1 + z2 / denominator);
  const half =
    (Z * Math.sqrt((share * (1 - share)) / denominator + z2 / (4 * denominator * denominator))) /
    (1 + z2 / denominator);
  return {
    low: numerator === 0 ? 0 : Math.max(0, middle - half),
    high: numerator === denominator ? 1 : Math.min(1, middle + half)
  };
}
