import type {Block, ReportTable} from "../reportShape.ts";

/** A small heading, numbered by the writer: 1, 2, 3 within its part. */
export function heading(text: string): Block {
  return {kind: "heading", text};
}

export function table(one: ReportTable): Block {
  return {kind: "table", table: one};
}

export function note(text: string): Block {
  return {kind: "note", text};
}

/** What the body that reports writes itself. */
export function blank(text: string): Block {
  return {kind: "blank", text};
}
