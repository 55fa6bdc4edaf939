import type {Reading} from "../validate/reading.ts";

/** Whether a file was taken in: whole, without some rows, or not at all. */
export type Acceptance = "accepted" | "partly_accepted" | "rejected";

/** The status that the loader gives a submission for its reading (the same cases stand in `rawTablesFromReadings.ts`). */
export function acceptance({form, rows_read, rows_accepted, rows_rejected}: Reading): Acceptance {
  if (form === "" || (rows_read > 0 && rows_accepted === 0)) return "rejected";
  return rows_rejected > 0 ? "partly_accepted" : "accepted";
}
