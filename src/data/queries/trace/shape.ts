import type {Verdict} from "../../../../loaders/vocabulary.ts";
import type {Comparator} from "../../../components/format.ts";
import type {IndicatorMetadata} from "../../../../pipelines/indicators/registry.ts";

/**
 * Parts a unit plays in a number, one letter each: `n` counts, `d` in the denominator only, `u` in it without an outcome, `m` not known
 * whether in it, `v` expected from a list that did not come, `-` outside.
 */
export type RoleLetter = "n" | "d" | "u" | "m" | "v" | "-";

/** Four counts: numerator, denominator, unknown outcomes, unreported or unknown members. */
export type Counts = readonly [n: number, d: number, u: number, v: number];

/** `index.json`: what every trace needs and no commune is asked for. */
export interface TraceIndex {
  indicators: TraceIndicator[];
  /** Codes that places in lists refer to: unit types and managing levels. */
  types: string[];
  levels: string[];
  /** Unit groups as places in `types`. */
  groups: Record<string, number[]>;
  /** Vietnamese heads of fields. */
  fields: Record<string, string>;
  /** What each rule that filled a value does. */
  rules: Record<string, string>;
  targets: TraceTarget[];
  communes: {code: string; name: string; type: string}[];
  provinces: Record<string, string>;
  /** Files there are of communes, `<code>-<year>`. */
  files: string[];
  is_simulated: boolean;
}

export type TraceIndicator = Pick<
  IndicatorMetadata,
  "id" | "title" | "short_title" | "formula" | "definition" | "measure" | "unit_measure" | "unit_groups"
> & {
  /** Counted over units (a role each), summed over them, or said by communes themselves. */
  kind: "outcome" | "sum" | "reported";
  /** Place of its letter in the roles of units; null where communes report it. */
  place: number | null;
  /** Fields of the unit list that decide it. */
  fields: string[];
  /** Fields of Biểu tổng hợp that give it, and their role. */
  summary: [field: string, role: RoleLetter][];
};

export interface TraceTarget {
  title: string;
  clause: string;
  document: string;
  indicator: string;
  managed: string;
  comparator: Comparator;
  measure: "percent" | "count";
  value: number;
}

/** A verdict on one figure of the file: whose (place in `communes`; null: the file's own commune, on present boundaries). */
export type TraceVerdict = [
  target: number,
  group: string,
  of: number | null,
  basis: string,
  verdict: Verdict,
  needed: number | null,
  isImpossible: 0 | 1
];

/** `<code>-<year>.json`: everything behind the figures of one commune on present boundaries, and of the former ones in it. */
export interface CommuneTrace {
  code: string;
  year: number;
  /** Communes as reported, which `of` of the lists refers to. */
  communes: string[];
  files: TraceFile[];
  sheets: TraceSheet[];
  units: TraceUnits;
  /** Units of lists that did not come and whose last word was a summary: known by number only. */
  counted: {type: number[]; level: number[]; of: number[]; count: number[]};
  summaries: TraceSummary[];
  reported: Record<string, TraceReport>;
  /** What superseded files gave in place of rows that stand now. */
  earlier: EarlierPart[];
  verdicts: TraceVerdict[];
}

export interface TraceFile {
  file: string;
  sha256: string;
  received_date: string | null;
  stage: string;
  rows_read: number;
  rows_rejected: number;
  /** Older files of these communes that it took the place of. */
  replaces: {file: string; received_date: string | null}[];
}

export interface TraceSheet {
  file: number;
  name: string;
  /** Letters and head of each field's column. */
  columns: Record<string, [letters: string, head: string]>;
}

/** Rows of unit lists, column by column; `sheet` is -1 where no file names the unit. */
export interface TraceUnits {
  sheet: number[];
  row: number[];
  type: number[];
  level: number[];
  of: number[];
  name: string[];
  /** A letter per unit indicator. */
  roles: string[];
  /** Counts of the indicators that are sums, where they are not all 0. */
  sums: Record<string, Partial<Record<"n" | "d" | "u" | "v", number[]>>>;
  /** Values as our forms write them; null: none. A field that no row has is left out. */
  values: Record<string, (string | null)[]>;
  /** Texts of cells that say it otherwise, and the rule applied. */
  texts: Record<string, {at: number[]; text: string[]; rule: (string | null)[]}>;
}

/** A row of Biểu tổng hợp: many units in few cells. */
export interface TraceSummary {
  sheet: number;
  row: number;
  type: number;
  level: number;
  of: number;
  counts: Record<string, Counts>;
  values: Record<string, number>;
}

/** What communes report of themselves: counts of each, and the cells that say so. */
export interface TraceReport {
  counts: [of: number, ...counts: Counts][];
  cells: {
    of: number;
    role: RoleLetter;
    sheet: number;
    row: number;
    field: string;
    text: string | null;
    rule: string | null;
  }[];
}

/** Rows of a superseded file, and the rows of the newer one they are compared with: those of its types in the commune. */
export interface EarlierPart {
  file: number;
  by: number;
  of: number;
  types: number[];
  units: TraceUnits;
}

/** `<year>-<indicator>-<boundary>.json`: the counts of every commune, which a larger area adds up. */
export interface FigureList {
  communes: string[];
  provinces: string[];
  districts: string[];
  rows: {
    commune: number[];
    province: number[];
    /** -1: none. */
    district: number[];
    /** Places in `types` and `levels` of the index; -1: of no unit type. */
    type: number[];
    level: number[];
    n: number[];
    d: number[];
    u: number[];
    v: number[];
  };
  /** Areas and verdicts on them. */
  verdicts: [
    level: string,
    code: string,
    target: number,
    group: string,
    basis: string,
    verdict: Verdict,
    needed: number | null,
    isImpossible: 0 | 1
  ][];
}

/** `former.json`: communes and districts of the register until 30/6/2025, and the present communes whose files hold their rows. */
export interface FormerPlaces {
  communes: Record<string, [name: string, type: string, present: string[]]>;
  districts: Record<string, string>;
}
