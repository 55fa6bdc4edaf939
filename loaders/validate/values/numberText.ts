const PLAIN = /^[+-]?\d+$/;
const GROUPED = /^[+-]?\d{1,3}(?:\.\d{3})+$/;
const GROUPED_SPACES = /^[+-]?\d{1,3}(?: \d{3})+$/;
const DECIMAL = /^([+-]?\d{1,3}(?:[. ]\d{3})+|[+-]?\d+)?,(\d+)$/;
const POINT = /^[+-]?\d*\.\d+$/;

/** A number written as text, by Vietnamese rules: comma before decimals, dot or space between thousands. Null if it is none. */
export function parseNumber(text: string): number | null {
  if (PLAIN.test(text)) return Number(text);
  if (GROUPED.test(text)) return Number(text.replaceAll(".", ""));
  if (GROUPED_SPACES.test(text)) return Number(text.replaceAll(" ", ""));
  const decimal = DECIMAL.exec(text);
  if (decimal !== null) return Number(`${(decimal[1] ?? "0").replace(/[. ]/g, "")}.${decimal[2] ?? ""}`);
  return null;
}

/** The same where thousands make no sense (scores, shares): "84.5" is 84,5 and so is "84,5". */
export function parseSmallNumber(text: string): number | null {
  if (POINT.test(text)) return Number(text);
  return parseNumber(text);
}

/** A number as people read it: decimal comma, dots between thousands, no trailing zeros. */
export function writeNumber(number: number): string {
  const [whole = "0", decimals] = String(Math.abs(number)).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ".");
  return `${number < 0 ? "−" : ""}${grouped}${decimals === undefined ? "" : `,${decimals}`}`;
}
