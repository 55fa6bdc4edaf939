import {styleText} from "node:util";
import {type Gravity, gravityOf} from "../../loaders/markedCopy/problems.ts";
import type {Issue} from "../../loaders/validate/reading.ts";
import {FORMS, PERIODS, STAGES} from "../../loaders/vocabulary.ts";
import type {CheckedFile} from "./checkedFile.ts";

type Style = Parameters<typeof styleText>[0];
/** Puts a style on a text, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string;

export const PLAIN: Paint = (_, text) => text;
export const COLOURED: Paint = (style, text) => styleText(style, text, {validateStream: false});

const HEADINGS: readonly {gravity: Gravity; title: string; style: Style}[] = [
  {gravity: "error", title: "Phải sửa", style: ["bold", "yellow"]},
  {gravity: "warning", title: "Nên xem lại", style: ["bold", "magenta"]},
  {gravity: "note", title: "Ghi chú", style: "bold"}
];

const STATUS = {
  accepted: "Gửi được: mọi dòng được nhận.",
  partly_accepted: "Chưa nên gửi: có dòng không được nhận.",
  rejected: "Không gửi được: tệp không được nhận."
} as const;

/** Places of one problem that are named one by one. */
const MOST_PLACES = 12;

/** The report on one file, line by line: what it is, rows read, what must be mended, what should be looked at, notes. */
export function printCheck({path, owner, check}: CheckedFile, paint: Paint): string[] {
  const {reading, refusal, issues} = check;
  const lines = [paint("bold", path)];
  if (refusal === null) {
    lines.push(`  Nhận ra: ${recognisedAs(check.reading, owner)}`);
    const {rows_read, rows_accepted, rows_rejected} = reading;
    lines.push(`  Dòng đọc được: ${rows_read} = ${rows_accepted} nhận + ${rows_rejected} không nhận`);
  }
  const mustFix = issues.filter((issue) => gravityOf(issue) === "error").length;
  const isHalfGood = check.status === "accepted" && mustFix > 0;
  lines.push(`  ${isHalfGood ? "Chưa nên gửi: mọi dòng được nhận nhưng có ô không đọc được." : STATUS[check.status]}`);
  for (const {gravity, title, style} of HEADINGS) {
    const own = issues.filter((issue) => gravityOf(issue) === gravity);
    if (own.length === 0) continue;
    lines.push("", `  ${paint(style, `${title}: ${own.length}`)}`);
    groupAlike(own).forEach((alike, index) => lines.push(...printIssues(alike, index + 1, paint)));
  }
  lines.push("");
  return lines;
}

function recognisedAs({form, year, period, stage}: CheckedFile["check"]["reading"], owner: string | null): string {
  if (form === "") return "không phải biểu mẫu nào";
  const forms = form.split("+").map((id) => FORMS[id as keyof typeof FORMS]);
  const half = period === "6_thang" ? `${PERIODS[period]} ` : "";
  return [
    forms.join(", "),
    owner ?? "chưa rõ của xã nào",
    year === null ? "chưa rõ năm" : `${half}năm ${year}`,
    `số liệu ${STAGES[stage].toLowerCase()}`
  ].join("; ");
}

/** Problems that say the same of several cells of a sheet, together. */
function groupAlike(issues: readonly Issue[]): Issue[][] {
  const groups = new Map<string, Issue[]>();
  for (const issue of issues) {
    const key = JSON.stringify([issue.sheet, issue.rule, issue.message, issue.remedy]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [issue]);
    else group.push(issue);
  }
  return [...groups.values()];
}

function printIssues(alike: readonly Issue[], number: number, paint: Paint): string[] {
  const [first] = alike;
  if (first === undefined) return [];
  const places = alike.map(placeOf).filter((place) => place !== "");
  const more = places.length > MOST_PLACES ? ` và ${places.length - MOST_PLACES} chỗ nữa` : "";
  const where = `${places.slice(0, MOST_PLACES).join(", ")}${more}`;
  const values = new Set(alike.map(({raw_value}) => raw_value));
  const [value] = values;
  const quote = values.size === 1 && value !== null && value !== undefined ? ` đang ghi ${quoted(value)}` : "";
  const sheet = first.sheet === null ? "Cả tệp" : `Trang ${quoted(first.sheet)}`;
  return [
    `  ${String(number).padStart(3)}. ${paint("bold", where === "" ? sheet : `${sheet}, ${where}`)}${quote}`,
    `       ${printable(first.message)}`,
    `       ${paint("dim", "→")} ${printable(first.remedy)}`
  ];
}

function placeOf({cell, row_number}: Issue): string {
  if (cell !== null) return `ô ${cell}`;
  return row_number === null ? "" : `dòng ${row_number}`;
}

function quoted(text: string): string {
  return text === "" ? "(ô trống)" : `“${printable(text)}”`;
}

/** Text of a file on one line, without characters that would steer the terminal. */
function printable(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/\s+/g, " ").replace(/[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, "�");
}
