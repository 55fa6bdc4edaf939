import {type Stage} from "../../../loaders/vocabulary.ts";
import {type CsvEncoding} from "../files/writeCsv.ts";
import {type DemoUnit} from "../world/demoUnit.ts";
import {type Reporter} from "./plannedFile.ts";

export type Part = "units" | "models" | "facts" | "summary";

/** One file that someone sends: who, about which year, when, in which stage, with which lists. */
export interface Sending {
  reporter: Reporter;
  /** Units the reporter answers for in that year. */
  units: readonly DemoUnit[];
  year: number;
  stage: Stage;
  receivedDate: string;
  parts: readonly Part[];
  format: "xlsx" | CsvEncoding;
  /** How many files of this reporter about this year came before. */
  turn: number;
}

/** ISO day `days` after `from`. */
export function daysAfter(from: string, days: number): string {
  return new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
