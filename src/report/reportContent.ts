import type {Block} from "./reportShape.ts";

/** A file to download. */
export interface ReportDownload {
  format: "docx" | "pptx" | "xlsx";
  name: string;
  bytes: number;
}

/** A block of the page: the map is drawn there anew. */
export type ContentBlock = Exclude<Block, {kind: "picture"}> | {kind: "map"; caption: string};

/** What the page Báo cáo shows of the report. */
export interface ReportContent {
  year: number;
  area: string;
  subject: string;
  headline: string;
  bounds: string;
  source: string;
  /** "Số liệu mô phỏng · Sơ bộ". */
  mark: string;
  is_provisional: boolean;
  as_of: string | null;
  opening: readonly ContentBlock[];
  parts: readonly {title: string; blocks: readonly ContentBlock[]}[];
  /** Titles of the annexes, which only the files hold. */
  annexes: readonly string[];
  downloads: ReportDownload[];
}
