import type {FactRow, ModelRow, SummaryRow, UnitRow} from "../../loaders/validate/reading.ts";
import type {Severity, Stage, Period} from "../../loaders/vocabulary.ts";

/** An issue that the file must be told of. `cell` null: it concerns the file. */
export interface ExpectedIssue {
  severity: Severity;
  rule: string;
  sheet: string | null;
  cell: string | null;
}

/** What a reader must say of a file, known from how it was made. */
export interface Expectation {
  /** Null where the file as a whole says none. */
  year: number | null;
  stage: Stage;
  period: Period;
  rowsRead: number;
  rowsRejected: number;
  units: UnitRow[];
  models: ModelRow[];
  facts: FactRow[];
  summaries: SummaryRow[];
  /** Faults that were put in; further warnings and notes are the reader's own business, further errors are not. */
  issues: ExpectedIssue[];
}
