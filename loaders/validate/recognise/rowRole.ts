import {FORMS, type FormId} from "../../vocabulary.ts";
import type {SheetTables} from "./findTables.ts";

/**
 * What a row of a sheet was taken for: title above the tables, header (repeated ones and column numbers too), heading of a group,
 * total, data, or anything else (signatures, remarks, sheets that are no form).
 */
export type RowRole = "title" | "header" | "group" | "total" | "data" | "note";

/** How a sheet was understood. Structured-clone safe: a Worker hands it to the page. */
export interface SheetRoles {
  sheet: string;
  /** Forms found on the sheet in the order of FORMS; none if it is no form and was not read. */
  forms: FormId[];
  /** By row number, counted from 1; rows without a cell have none. */
  roles: ReadonlyMap<number, RowRole>;
}

/** What recognition took each row of a sheet for. */
export function rolesOf({grid, titles, tables}: SheetTables): SheetRoles {
  const isForm = tables.length > 0;
  const roles = new Map<number, RowRole>(grid.rows.map(({number}) => [number, "note"]));
  if (isForm) for (const {number} of titles) roles.set(number, "title");
  for (const table of tables) for (const [number, role] of table.roles) roles.set(number, role);
  const found = new Set(tables.map(({match}) => match.compiled.form.id));
  return {sheet: grid.sheet.name, forms: (Object.keys(FORMS) as FormId[]).filter((form) => found.has(form)), roles};
}
