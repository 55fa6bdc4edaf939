import type {Issue} from "../../loaders/validate/reading.ts";

/** What an officer has to do with a cell: mend it before sending, look at it again, or know of it. */
export type ItemKind = "fix" | "review" | "note";

/** One entry of the list: everything that is said of one cell, or one problem that has no cell. */
export interface CheckItem {
  /** Place in the list, from 0: names the entry on both sides. */
  index: number;
  kind: ItemKind;
  /** Number on its disc, first those to mend, then those to look at; notes have none. */
  number: number | null;
  /** Null for what concerns the file as a whole. */
  sheet: string | null;
  /** "F7"; null where no cell is meant. */
  cell: string | null;
  /** Row and column from 1, null where none is meant. */
  row: number | null;
  column: number | null;
  /** Text of the cell as the file holds it; "" for an empty one, null without a cell. */
  quote: string | null;
  problems: {message: string; remedy: string}[];
}

const KINDS: Readonly<Record<string, ItemKind>> = {
  row_error: "fix",
  value_error: "fix",
  warning: "review",
  info: "note"
};
const ORDER: readonly ItemKind[] = ["fix", "review", "note"];

/**
 * The entries of a file's problems: those of one cell together, as grave as the gravest; what is to be mended first, then what is worth
 * a look, then notes; each part as a person goes through the file.
 * @param sheets the sheets in the order of the file; an entry in a row of headers is about the column, its cell quotes nothing.
 */
export function checkItems(
  issues: readonly Issue[],
  sheets: readonly {name: string; headerRows: readonly number[]}[]
): CheckItem[] {
  const headers = new Set(sheets.flatMap(({name, headerRows}) => headerRows.map((row) => `${name}\n${row}`)));
  const byPlace = new Map<string, Omit<CheckItem, "index" | "number">>();
  for (const [at, issue] of issues.entries()) {
    const {sheet, cell, row_number, raw_value, message, remedy} = issue;
    const kind = KINDS[issue.severity] ?? "note";
    const key = cell === null ? `${at}` : `${sheet ?? ""}\n${cell}`;
    const item = byPlace.get(key);
    if (item === undefined) {
      const {row, column} = placeOf(cell);
      const isHeader = headers.has(`${sheet ?? ""}\n${row ?? ""}`);
      const quote = cell === null ? null : (raw_value ?? (isHeader ? null : ""));
      byPlace.set(key, {kind, sheet, cell, row: row ?? row_number, column, quote, problems: [{message, remedy}]});
      continue;
    }
    if (ORDER.indexOf(kind) < ORDER.indexOf(item.kind)) item.kind = kind;
    if (raw_value !== null && raw_value !== "") item.quote = raw_value;
    if (!item.problems.some((one) => one.message === message)) item.problems.push({message, remedy});
  }
  const order = new Map(sheets.map(({name}, index) => [name, index]));
  const sheetOf = ({sheet}: {sheet: string | null}): number =>
    sheet === null ? -1 : (order.get(sheet) ?? sheets.length);
  const sorted = [...byPlace.values()].sort(
    (a, b) =>
      ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
      sheetOf(a) - sheetOf(b) ||
      placeIn(a) - placeIn(b) ||
      (a.column ?? 0) - (b.column ?? 0)
  );
  return sorted.map((item, index) => ({...item, index, number: item.kind === "note" ? null : index + 1}));
}

/** How many entries of each kind there are; with `sheet`, on that sheet. */
export function countItems(items: readonly CheckItem[], sheet?: string): Record<ItemKind, number> {
  const counts = {fix: 0, review: 0, note: 0};
  for (const item of items) if (sheet === undefined || item.sheet === sheet) counts[item.kind]++;
  return counts;
}

/** What concerns a whole sheet stands after its cells; what concerns the whole file is on no sheet and first. */
function placeIn({row}: {row: number | null}): number {
  return row ?? Number.MAX_SAFE_INTEGER;
}

/** Row and column of an address such as "AB12"; nulls for anything else. */
function placeOf(cell: string | null): {row: number | null; column: number | null} {
  const match = /^([A-Z]{1,3})(\d+)$/.exec(cell ?? "");
  if (match === null) return {row: null, column: null};
  const [, letters = "", digits = ""] = match;
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return {row: Number(digits), column};
}
