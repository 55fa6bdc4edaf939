import type {Period, Stage} from "../vocabulary.ts";
import type {RawColumn, RawFact, RawIssue, RawModel, RawSummary, RawUnit, RawValue} from "../rawTables.ts";

/** Rows before the file has an id: the loader adds `submission_id` (and `issue_id`) when it stores them. */
type Unstored<T> = Omit<T, "submission_id" | "issue_id">;

export type UnitRow = Unstored<RawUnit>;
export type ModelRow = Unstored<RawModel>;
export type FactRow = Unstored<RawFact>;
export type SummaryRow = Unstored<RawSummary>;
export type SheetColumn = Unstored<RawColumn>;
export type RawText = Unstored<RawValue>;
export type Issue = Unstored<RawIssue>;

/** Everything one file says: typed rows, where they stand, and every problem found. rows_read = rows_accepted + rows_rejected. */
export interface Reading {
  /** Recognised forms joined by "+"; "" when none. */
  form: string;
  period: Period | null;
  year: number | null;
  stage: Stage;
  area_level: "commune" | "district" | "province" | null;
  area_code: string | null;
  is_simulated: boolean;
  rows_read: number;
  rows_accepted: number;
  rows_rejected: number;
  units: UnitRow[];
  models: ModelRow[];
  facts: FactRow[];
  summaries: SummaryRow[];
  columns: SheetColumn[];
  values: RawText[];
  issues: Issue[];
}
