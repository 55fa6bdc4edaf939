import {formatCount} from "../format.js";
import type {Child} from "../element.js";
import type {ExportKind, ExportTable} from "./exportTable.ts";

/** One column of an exported table: what it is called, how it is written, what a row has there. */
export interface ExportField<Row> {
  header: string;
  kind: ExportKind;
  of: (row: Row) => string | number | null;
}

/** A table's columns and rows, without what is said around it. */
export type TableData = Pick<ExportTable, "columns" | "rows">;

/** A column as tables draw it, and how it leaves the page. */
interface ExportedColumn<Row> {
  title: string;
  value: (row: Row, index: number) => Child;
  numeric?: boolean;
  fields?: readonly ExportField<Row>[];
}

const remembered = new WeakMap<Node, () => TableData>();

/** Ties a drawn table to its data: whoever draws the table anew or holds it in a frame can export it. */
export function rememberTable(node: Node, data: () => TableData): void {
  remembered.set(node, data);
}

/** The data of the first table at or under `node` that has some; null where there is none. */
export function tableDataIn(node: Node): (() => TableData) | null {
  const own = remembered.get(node);
  if (own !== undefined) return own;
  for (const child of node.childNodes) {
    const found = tableDataIn(child);
    if (found !== null) return found;
  }
  return null;
}

/** Rows by the columns' own fields; a column without any leaves as the text of its cells, whole numbers as numbers. */
export function tableDataOf<Row>(rows: readonly Row[], columns: readonly ExportedColumn<Row>[]): TableData {
  const parts = columns.map((column) => {
    const {fields} = column;
    if (fields !== undefined) {
      return {
        columns: fields.map(({header, kind}) => ({header, kind})),
        cells: (row: Row) => fields.map(({of}) => of(row))
      };
    }
    const texts = rows.map((row, i) => textOf(column.value(row, i)));
    const isCount = column.numeric === true && texts.every((text) => text === null || countOf(text) !== null);
    const kind: ExportKind = isCount ? "count" : "text";
    return {
      columns: [{header: column.title, kind}],
      cells: (_: Row, i: number) => {
        const text = texts[i] ?? null;
        return [isCount && text !== null ? countOf(text) : text];
      }
    };
  });
  return {
    columns: parts.flatMap((part) => part.columns),
    rows: rows.map((row, i) => parts.flatMap((part) => part.cells(row, i)))
  };
}

/** The words of a cell; a remark under its words follows after "; ". Null where the cell says nothing. */
function textOf(cell: Child): string | null {
  if (cell === null || cell === undefined || cell === false) return null;
  if (typeof cell !== "object") return written(`${cell}`);
  const copy = cell.cloneNode(true);
  if (copy instanceof Element) {
    for (const hidden of copy.querySelectorAll("[aria-hidden=true], svg")) hidden.remove();
    for (const remark of copy.querySelectorAll(".clause, .remedy")) remark.prepend("; ");
  }
  return written(copy.textContent ?? "");
}

function written(text: string): string | null {
  const words = text
    .replace(/\s+/g, " ")
    .replace(/\s+;/g, ";")
    .replace(/^[;\s]+/, "")
    .trim();
  return words === "" || words === "–" ? null : words;
}

/** "5.609" → 5609; null for what is no count written by `formatCount`. */
function countOf(text: string): number | null {
  const value = Number(text.replaceAll(".", "").replace("−", "-"));
  return text !== "" && Number.isInteger(value) && formatCount(value) === text ? value : null;
}
