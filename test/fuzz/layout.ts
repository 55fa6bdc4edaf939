import fc from "fast-check";
import type {CsvStyle} from "./writeCsv.ts";
import type {XlsxStyle} from "./writeXlsx.ts";

/** How an officer lays a file out. What cannot be together is put right by `settle`. */
export interface Layout {
  format: "xlsx" | "csv";
  xlsx: XlsxStyle;
  csv: CsvStyle;
  /** Where the file says whose it is; `column`: only the rows do. */
  placesBy: "title" | "facts" | "receipt" | "column";
  /** Rows of several communes: a column, or headings. */
  rowPlaceBy: "column" | "group";
  yearBy: "title" | "facts" | "receipt" | "folder" | "column" | "nothing";
  stageBy: "nothing" | "title" | "facts" | "file" | "receipt";
  isProvisional: boolean;
  isHalfYear: boolean;
  /** Lines over a table: none, one line, or the whole head of an official paper. */
  title: "line" | "block";
  isTitleOnce: boolean;
  typeBy: "column" | "group" | "sheet" | "name";
  groupStyle: "one cell" | "mark and words" | "capitals" | "counted";
  /** Which heading stands outside where both types and communes are headings. */
  outerGroup: "type" | "commune";
  ordinal: "first" | "anywhere" | "none";
  resultBy: "words" | "pair" | "single" | "ticks";
  classBy: "words" | "ticks";
  coverageBy: "two columns" | "fraction";
  factsBy: "columns" | "values" | "labels";
  summaryBy: "columns" | "rows";
  header: {isShouted: boolean; isDecomposed: boolean; hasLineBreaks: boolean; isMerged: boolean; hasSuper: boolean};
  extraColumns: number;
  hasNumbering: boolean;
  hasTotals: boolean;
  hasSignature: boolean;
  hasBlankRows: boolean;
  hasHidden: boolean;
  hasVerticalMerges: boolean;
  repeatsHeader: boolean;
  hasNotesSheet: boolean;
  isSheetOrderShuffled: boolean;
  isColumnOrderShuffled: boolean;
  areNumbersText: boolean;
  /** Text is decomposed, has spaces of other kinds or too many of them. */
  isUntidy: boolean;
  /** Share of the form's optional columns that the file has. */
  columnShare: number;
}

const xlsx: fc.Arbitrary<XlsxStyle> = fc.record({
  strings: fc.constantFrom("shared", "inline", "rich", "formula"),
  hasPrefix: fc.boolean(),
  isUnaddressed: fc.boolean(),
  uses1904Dates: fc.boolean(),
  dateFormat: fc.constantFrom("builtin", "custom"),
  isCompressed: fc.boolean()
});

const csv: fc.Arbitrary<CsvStyle> = fc.record({
  delimiter: fc.constantFrom(",", ";", "\t"),
  encoding: fc.constantFrom("utf-8", "utf-8-bom", "utf-16le", "utf-16be", "windows-1258"),
  lineEnd: fc.constantFrom("\r\n", "\n"),
  isAllQuoted: fc.boolean(),
  hasSep: fc.boolean()
});

/** Layouts as they come. */
export const layout: fc.Arbitrary<Layout> = fc.record({
  format: fc.constantFrom("xlsx", "xlsx", "csv"),
  xlsx,
  csv,
  placesBy: fc.constantFrom("title", "title", "facts", "receipt", "column"),
  rowPlaceBy: fc.constantFrom("column", "column", "group"),
  yearBy: fc.constantFrom("title", "title", "title", "facts", "receipt", "folder", "column", "nothing"),
  stageBy: fc.constantFrom("nothing", "title", "facts", "file", "receipt"),
  isProvisional: fc.boolean(),
  isHalfYear: fc.boolean(),
  title: fc.constantFrom("line", "block"),
  isTitleOnce: fc.boolean(),
  typeBy: fc.constantFrom("column", "group", "sheet", "name"),
  groupStyle: fc.constantFrom("one cell", "mark and words", "capitals", "counted"),
  outerGroup: fc.constantFrom("type", "commune"),
  ordinal: fc.constantFrom("first", "first", "anywhere", "none"),
  resultBy: fc.constantFrom("words", "pair", "single", "ticks"),
  classBy: fc.constantFrom("words", "ticks"),
  coverageBy: fc.constantFrom("two columns", "fraction"),
  factsBy: fc.constantFrom("columns", "values", "labels"),
  summaryBy: fc.constantFrom("columns", "rows"),
  header: fc.record({
    isShouted: fc.boolean(),
    isDecomposed: fc.boolean(),
    hasLineBreaks: fc.boolean(),
    isMerged: fc.boolean(),
    hasSuper: fc.boolean()
  }),
  extraColumns: fc.nat({max: 2}),
  hasNumbering: fc.boolean(),
  hasTotals: fc.boolean(),
  hasSignature: fc.boolean(),
  hasBlankRows: fc.boolean(),
  hasHidden: fc.boolean(),
  hasVerticalMerges: fc.boolean(),
  repeatsHeader: fc.boolean(),
  hasNotesSheet: fc.boolean(),
  isSheetOrderShuffled: fc.boolean(),
  isColumnOrderShuffled: fc.boolean(),
  areNumbersText: fc.boolean(),
  isUntidy: fc.boolean(),
  columnShare: fc.constantFrom(0.2, 0.6, 1)
});
