import type {RawBuilder} from "kysely";
import type {RAW_SUMMARY_COLUMNS, RAW_UNIT_COLUMNS} from "../../loaders/rawTables.ts";
import type {UnitGroup, UnitType} from "../../loaders/vocabulary.ts";

/** What readers are told of an indicator; plain data, sent to the site as JSON. */
export interface IndicatorMetadata {
  /** Names its denominator: `certified_of_eligible`. Never reused for another meaning. */
  id: string;
  title: string;
  short_title: string;
  definition: string;
  /** In words: what is counted, over what. */
  formula: string;
  legal_basis: string;
  /** `percent`: n/D in %; `count`: n itself. */
  measure: "percent" | "count";
  /** Đơn vị tính, as printed behind the value. */
  unit_measure: string;
  /** Which way is better. */
  direction: "up" | "down";
  unit_groups: readonly UnitGroup[];
  /** Time that a year's value speaks of. */
  period: string;
  /** Its words inside a sentence: "có 3/4 khu dân cư [among] (75%) [predicate]". */
  words: IndicatorWords;
}

export interface IndicatorWords {
  /** What is counted; null: the units of the group that is asked for. */
  noun: string | null;
  /** What narrows the denominator: "đã đăng ký". */
  among?: string;
  /** Whether they belong to units, which are then named: "bị kỷ luật ở các cơ quan". */
  isOfUnits?: boolean;
  /** What is true of those in the numerator: "được phân loại Khá trở lên". */
  predicate: string;
}

type UnitField = keyof typeof RAW_UNIT_COLUMNS;
type SummaryField = Extract<keyof typeof RAW_SUMMARY_COLUMNS, `${string}_count`>;

/** A condition on a row of unit_years: true, false, or null = unknown. Without parameters (views hold it too). */
type Condition = RawBuilder<boolean | null>;

/** The units an indicator is a share of. */
export interface Population {
  member: Condition;
  /** Fields whose cells decide membership, for the trace. */
  fields: readonly UnitField[];
  /** The same from a row of Biểu tổng hợp; null where it cannot say. `unknown_count`: units whose membership is unknown. */
  summary: SummaryCounts | null;
}

/** What is true of the units counted in the numerator. */
export interface Outcome {
  holds: Condition;
  fields: readonly UnitField[];
  /** `unknown_count`: of all units of the row, those without this outcome in either sense. */
  summary: SummaryCounts | null;
}

interface SummaryCounts {
  count: RawBuilder<number>;
  unknown_count: RawBuilder<number>;
  fields: readonly SummaryField[];
}

/** A sum over units instead of a count of them: no share follows from it. */
export interface Amount {
  value: RawBuilder<number | null>;
  fields: readonly UnitField[];
}

/** A part of a whole that each unit reports of itself: staff informed out of all staff. Sums over sums for an area. */
export interface Part {
  part: RawBuilder<number | null>;
  whole: RawBuilder<number | null>;
  /** Units that the question does not concern; without it, every unit of the population is asked. */
  isOutside?: RawBuilder<boolean | null>;
  fields: readonly UnitField[];
}

/** Counted over the units of lists and summaries. */
export type UnitIndicator = IndicatorMetadata & {population: Population} & (
    {outcome: Outcome} | {amount: Amount} | {part: Part}
  );

type FactField = "reached_count" | "total_count" | "is_met" | "value_date";

/** One sum of an indicator that communes report of themselves. Both conditions hold on a row of the table; null = unknown. */
export interface ReportedTerm {
  numerator: RawBuilder<number | null>;
  denominator: RawBuilder<number | null>;
  /** Row of Thông tin chung that says it, or the field of Mô hình, for the trace. */
  cells: readonly {fact?: string; field: FactField | "class"; role: "numerator" | "denominator"}[];
}

/** Where a reported indicator is read: one row of commune_years a commune (Thông tin chung), one of model_years a model (Mô hình). */
export interface Reported {
  table: "commune_years" | "model_years";
  /** Types of commune that are asked; left out: every commune. */
  communeTypes?: readonly UnitType[];
  terms: readonly ReportedTerm[];
}

/** Counted over what communes report of themselves, not over their units. */
export type ReportedIndicator = IndicatorMetadata & {reported: Reported};

/** One indicator: what it says to people and how it is counted. */
export type Indicator = UnitIndicator | ReportedIndicator;
