import type {Comparator} from "../components/format.ts";
import type {Period} from "../../loaders/vocabulary.ts";

/**
 * A report before it is a Word file, slides, a workbook or a page: parts, paragraphs, tables, charts. Everything a reader sees is in here,
 * in Vietnamese, NFC; the writers only lay it out.
 */
export interface Report {
  level: "home" | "commune";
  /** Code of the area it speaks of. */
  area_code: string;
  year: number;
  period: Period;
  /** Who issues it, as the heading block prints it: the body above, in lines (none where it is not named), and the body itself. */
  superior: readonly string[];
  issuer: string;
  /** Place of the date line: "Thanh Hóa". */
  place: string;
  /** Area in a title: "Tỉnh Thanh Hóa", "Phường Hạc Thành". */
  area: string;
  /** Subject line (trích yếu) under "BÁO CÁO". */
  subject: string;
  /** One sentence with the figure that leads. */
  headline: string;
  /** What the missing reports could change; "" where nothing is open. */
  bounds: string;
  marks: ReportMarks;
  /** Body the report goes to first, of "Nơi nhận". */
  recipients: readonly string[];
  /** Who signs, in capitals; the name stays blank. */
  signature: readonly string[];
  opening: readonly Block[];
  /** Each clause that is judged, for who shows them one by one. */
  targets: readonly TargetSummary[];
  parts: readonly ReportPart[];
  annexes: readonly Annex[];
}

/** What every page, slide and sheet says of the figures. */
export interface ReportMarks {
  is_simulated: boolean;
  is_provisional: boolean;
  /** Cut-off day, ISO. */
  as_of: string | null;
  /** "Nguồn: 173 tệp … ": one line, the same everywhere. */
  source: string;
}

/** One clause and what it found. */
export interface TargetSummary {
  title: string;
  /** "78,9%", "3". */
  figure: string;
  /** "5.594/7.093 đơn vị"; "" where the figure is a count. */
  counts: string;
  /** "Mức: từ 80%". */
  level: string;
  verdict: string;
  /** "còn thiếu 81 đơn vị"; "" where nothing is missing. */
  gap: string;
  clause: string;
  sentence: string;
  colour: string;
  /** The indicator over the years; null for a count or where no year is known. */
  chart: ReportChart | null;
}

/** A part with a roman number. */
export interface ReportPart {
  title: string;
  blocks: readonly Block[];
}

/** A table or text after the signature. */
export interface Annex {
  title: string;
  isWide: boolean;
  blocks: readonly Block[];
}

export type Block =
  | {kind: "heading"; text: string}
  | {kind: "paragraph"; text: string}
  /** To be written by the body that issues the report: no figure can say it. */
  | {kind: "blank"; text: string}
  | {kind: "note"; text: string}
  | {kind: "table"; table: ReportTable}
  | {kind: "chart"; chart: ReportChart}
  | {kind: "picture"; picture: ReportPicture};

/** n of d: printed as a share that stands on the true side of its target, a number in the workbook. */
export interface Fraction {
  numerator: number;
  denominator: number;
  target?: number | undefined;
  comparator?: Comparator | undefined;
}

/** Text, whole number, share, day, or nothing known (never zero). */
export type Cell = string | number | Fraction | null;

/** How a column is written. `figure`: figures in words ("5.594/7.093"); `points`: percentage points with their sign; `day`: ISO text. */
export type ColumnKind = "text" | "figure" | "count" | "share" | "points" | "day";

export interface TableColumn {
  header: string;
  kind: ColumnKind;
  /** Share of the width of the table, in any unit. */
  width: number;
}

export interface ReportTable {
  /** "Kết quả theo loại đơn vị": numbered by the writer. */
  caption: string;
  columns: readonly TableColumn[];
  rows: readonly (readonly Cell[])[];
  /** Places of rows that sum the others up. */
  totals?: readonly number[];
  note?: string;
}

/** A chart that Office draws itself, so that it can be edited. Values in percent or units; null leaves a gap. */
export interface ReportChart {
  caption: string;
  /** What it shows, for who cannot see it. */
  description: string;
  kind: "lines" | "bars" | "parts";
  unit: "%" | "đơn vị";
  categories: readonly string[];
  series: readonly ChartSeries[];
  /** Ends of the value axis; left out: from zero. */
  range?: readonly [low: number, high: number];
}

export interface ChartSeries {
  name: string;
  values: readonly (number | null)[];
  /** Printed beside the values; null: none. */
  labels: readonly (string | null)[];
  role: "main" | "context" | "target" | "class";
  /** Six hexadecimal digits. */
  colour: string;
  /** Not final yet, or for reading only. */
  isDashed: boolean;
}

/** A picture: SVG whose letters are outlines, and the same as PNG. Sizes in px at 96 to the inch. */
export interface ReportPicture {
  caption: string;
  description: string;
  svg: string;
  png: Uint8Array;
  width: number;
  height: number;
}
