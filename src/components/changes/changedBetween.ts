import type {ChangesFile} from "../../data/queries/changes.ts";

/** Which editions a table of changes compares, for what leaves the page: "Bản 2026-11-18 so với bản 2026-11-05". */
export function changedBetween({older, newer}: Pick<ChangesFile, "older" | "newer">): string {
  return `Bản ${newer.id} so với bản ${older.id}`;
}
