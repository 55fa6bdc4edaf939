import {type Stage} from "../../../loaders/vocabulary.ts";
import {type CsvEncoding} from "../files/writeCsv.ts";
import {type FactRow} from "../outcomes/factRows.ts";
import {type ModelRow} from "../outcomes/modelRows.ts";
import {type SummaryRow} from "../outcomes/summaryRows.ts";
import {type UnitField, type UnitRow} from "../outcomes/unitRow.ts";
import {type Layout} from "../sheets/layout.ts";

/** Who sends a file: a commune since 7/2025, a district before, a province for the units it manages. */
export interface Reporter {
  level: "commune" | "district" | "province";
  code: string;
  /** "phường Hạc Thành", "huyện Bá Thước", "tỉnh Thanh Hóa". */
  title: string;
  /** Name without its type: "Hạc Thành". */
  name: string;
  /** "tỉnh Thanh Hóa", as on the day of the report. */
  province: string;
}

/** A slip of the sender in one cell of the unit list, and what is left of it after loading. */
export interface Slip {
  /** Position in `rows`. */
  index: number;
  field: UnitField;
  /** What stands in the cell. */
  text: string | number;
  /** `none`: read all the same; `taken`: the text is what is loaded; `value_lost`: that value is null; `row_refused`: the row is not loaded. */
  effect: "none" | "taken" | "value_lost" | "row_refused";
}

/** A slip in one row of the summary: its certified count exceeds its registered count and is lost. */
export interface SummarySlip {
  commune_code: string;
  unit_type: string;
  certified_count: number;
}

/** What a file says; the lists it does not hold are null. */
export interface Contents {
  units: readonly UnitRow[] | null;
  models: readonly ModelRow[] | null;
  facts: readonly FactRow[] | null;
  summary: readonly SummaryRow[] | null;
}

interface Sent {
  /** Path in the folder of submissions: "2025/14797_hac-thanh_2025_so-bo.xlsx". */
  file: string;
  /** ISO day. */
  receivedDate: string;
  sender: string;
  /** Stage written in receipts.csv; null where the file says it. */
  receiptStage: Stage | null;
}

/** A file of recognised forms. */
export interface ListFile extends Sent {
  kind: "lists";
  reporter: Reporter;
  year: number;
  stage: Stage;
  format: "xlsx" | CsvEncoding;
  contents: Contents;
  slips: readonly Slip[];
  summarySlips: readonly SummarySlip[];
  layout: Layout;
}

/** Something else that arrives under the name of a report. */
export interface StrayFile extends Sent {
  kind: "not_a_spreadsheet" | "unrecognised";
  reporter: Reporter;
  year: number;
}

/** The bytes of another file, sent once more under another name. */
export interface CopyFile extends Sent {
  kind: "copy";
  /** Path of the file it repeats. */
  original: string;
}

export type PlannedFile = ListFile | StrayFile | CopyFile;
