import {type Comparator, formatCount, formatNumber, formatRange, formatShare} from "../components/format.js";
import type {Counts, RoleLetter, TraceIndicator, TraceTarget} from "../data/queries/trace/shape.ts";

/** What the part of a unit in a number is called. */
export const ROLE_WORDS: Readonly<Record<RoleLetter, string>> = {
  n: "vào tử số và mẫu số",
  d: "vào mẫu số, không vào tử số",
  u: "vào mẫu số, chưa có kết quả",
  m: "chưa rõ có thuộc mẫu số không",
  v: "chưa nộp, theo danh sách gần nhất",
  "-": "ngoài số này"
};

/** The same for a sum, which has no denominator. */
const SUM_ROLE_WORDS: Readonly<Partial<Record<RoleLetter, string>>> = {
  n: "cộng vào tổng",
  d: "trong phạm vi, bằng 0",
  u: "trong phạm vi, chưa ghi số"
};

export const SHORT_ROLE_WORDS: Readonly<Record<RoleLetter, string>> = {
  n: "Vào tử số",
  d: "Chỉ ở mẫu số",
  u: "Chưa có kết quả",
  m: "Chưa rõ mẫu số",
  v: "Chưa nộp",
  "-": "Ngoài"
};

export function roleWords(role: RoleLetter, {measure}: Pick<TraceIndicator, "measure">): string {
  return (measure === "count" ? SUM_ROLE_WORDS[role] : undefined) ?? ROLE_WORDS[role];
}

/** "74,6%", or "4" of a count; "–" where nothing is known. */
export function figureWords(
  [n, d]: Counts,
  {measure}: Pick<TraceIndicator, "measure">,
  target?: Pick<TraceTarget, "value" | "comparator"> | null
): string {
  if (measure === "count") return formatCount(n);
  return formatShare(n, d, target ? {target: target.value, comparator: target.comparator} : {});
}

/** The quotient with three decimals, cut, not rounded: "74,603…"; "" where the short figure says it all. */
export function exactWords([n, d]: Counts): string {
  if (d === 0) return "";
  const scaled = BigInt(n) * 100_000n;
  const cut = scaled / BigInt(d);
  if (cut % 100n === 0n && scaled % BigInt(d) === 0n) return "";
  const digits = cut.toString().padStart(4, "0");
  return `${digits.slice(0, -3)},${digits.slice(-3)}${scaled % BigInt(d) === 0n ? "" : "…"}`;
}

const HOLDS: Readonly<Record<Comparator, (left: number, right: number) => string>> = {
  ">=": (left, right) => (left >= right ? "≥" : "<"),
  ">": (left, right) => (left > right ? ">" : "≤"),
  "=": (left, right) => (left === right ? "=" : left < right ? "<" : ">")
};

/**
 * The test by integers that decides: "188 × 100 = 18.800 < 80 × 252 = 20.160". Where something is unknown, the same for both ends of what
 * is possible.
 */
export function testWords(
  [n, d, u, v]: Counts,
  target: Pick<TraceTarget, "comparator" | "measure" | "value">
): string[] {
  const test = (n: number, d: number): string => {
    const {comparator, value, measure} = target;
    if (measure === "count") return `${formatCount(n)} ${HOLDS[comparator](n, value)} ${plain(value)}`;
    const [left, right] = [n * 100, exactProduct(value, d)];
    return (
      `${formatCount(n)} × 100 = ${formatCount(left)} ${HOLDS[comparator](left, right)} ` +
      `${plain(value)} × ${formatCount(d)} = ${plain(right)}`
    );
  };
  if (u + v === 0) return [test(n, d)];
  return [`Nếu phần chưa rõ không đạt: ${test(n, d + v)}`, `Nếu phần chưa rõ đều đạt: ${test(n + u + v, d + v)}`];
}

/** A level has at most a few decimals: scaled to whole numbers before it is multiplied. */
function exactProduct(value: number, d: number): number {
  const decimals = `${value}`.split(".")[1]?.length ?? 0;
  const scale = 10 ** decimals;
  return (Math.round(value * scale) * d) / scale;
}

function plain(value: number): string {
  const decimals = `${value}`.split(".")[1]?.length ?? 0;
  return formatNumber(value, decimals);
}

/** What is not known yet, and between which ends the figure will be. */
export function openWords([n, d, u, v]: Counts, indicator: Pick<TraceIndicator, "kind" | "measure">): string {
  const parts = [
    u > 0 ? `${formatCount(u)} chưa có kết quả` : "",
    v > 0 ? `${formatCount(v)} chưa nộp hoặc chưa rõ mẫu số` : ""
  ].filter((part) => part !== "");
  if (parts.length === 0) return "";
  if (indicator.kind !== "outcome" || d + v === 0) return `${parts.join(", ")}.`;
  return `${parts.join(", ")}: khi đủ số liệu ${formatRange([n, d + v], [n + u + v, d + v])}.`;
}

/** "188 đạt · 51 không đạt · 13 chưa có kết quả": units by the part they play. */
export function countWords(roles: readonly RoleLetter[], {measure}: Pick<TraceIndicator, "measure">): string {
  const words: [RoleLetter, string][] =
    measure === "count"
      ? [
          ["n", "có số lớn hơn 0"],
          ["d", "bằng 0"],
          ["u", "chưa ghi"],
          ["v", "chưa nộp"]
        ]
      : [
          ["n", "vào tử số"],
          ["d", "chỉ ở mẫu số"],
          ["u", "chưa có kết quả"],
          ["m", "chưa rõ mẫu số"],
          ["v", "chưa nộp"]
        ];
  const count = (letter: RoleLetter): number => roles.filter((role) => role === letter).length;
  return words
    .filter(([letter]) => count(letter) > 0)
    .map(([letter, word]) => `${formatCount(count(letter))} ${word}`)
    .join(" · ");
}

/** What is counted over what, from the formula: "đơn vị được công nhận đạt" and "đơn vị thuộc diện". */
export function partWords({formula}: Pick<TraceIndicator, "formula">): [numerator: string, denominator: string] {
  const [numerator = formula, denominator = ""] = formula.split(" ÷ ").map((part) => part.replace(/^(tổng )?số /i, ""));
  return [numerator, denominator];
}
