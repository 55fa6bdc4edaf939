import type {ReportChart, ReportPicture, ReportTable, TargetSummary} from "../reportShape.ts";

/** One slide before it is drawn. */
export interface Slide {
  title: string;
  subtitle: string;
  body:
    | {kind: "cover"}
    | {kind: "target"; target: TargetSummary}
    | {kind: "chart"; chart: ReportChart}
    | {kind: "table"; table: ReportTable}
    | {kind: "picture"; picture: ReportPicture}
    | {kind: "text"; lines: readonly string[]};
  /** What the speaker says: the sentences of the report. */
  notes: readonly string[];
}
