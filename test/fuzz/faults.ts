import fc from "fast-check";
import type {FieldType} from "../../loaders/validate/form.ts";
import type {Severity} from "../../loaders/vocabulary.ts";
import {number, text, type Written} from "./written.ts";

/** What goes wrong in a file, before it is known where: which row and which of the cells that can hold it, both taken modulo. */
export interface Fault {
  kind:
    | "bad value"
    | "error"
    | "no value"
    | "no name"
    | "unknown commune"
    | "unknown type"
    | "two ticks"
    | "part over whole"
    | "twice";
  row: number;
  cell: number;
  way: number;
}

/** A wrong cell, and the rule that must tell of it. */
export interface WrongCell {
  cell: Written;
  rule: string;
  severity: Severity;
}

export const fault: fc.Arbitrary<Fault> = fc.record({
  kind: fc.constantFrom<Fault["kind"][]>(
    "bad value",
    "bad value",
    "bad value",
    "error",
    "no value",
    "no name",
    "unknown commune",
    "unknown type",
    "two ticks",
    "part over whole",
    "twice"
  ),
  row: fc.nat({max: 40}),
  cell: fc.nat({max: 40}),
  way: fc.nat({max: 40})
});

/** Cells that no field of the type can hold, with their rules. `isCsv`: everything is text there. */
export function wrongCells(
  type: FieldType,
  {isCsv, maximum}: {isCsv: boolean; maximum?: number | undefined}
): WrongCell[] {
  const all = WRONG[type] ?? [];
  const more: (readonly [Written, string])[] = maximum === undefined ? [] : [[number(maximum + 1), "count_too_large"]];
  return [...all, ...more]
    .filter(([cell]) => !isCsv || cell.kind === "text" || (cell.kind === "number" && Number.isInteger(cell.number)))
    .map(([cell, rule]) => ({cell, rule, severity: "value_error"}));
}

const WRONG: Readonly<Partial<Record<FieldType, readonly (readonly [Written, string])[]>>> = {
  date: [
    [text("31/02/2025"), "date_not_in_calendar"],
    [text("30.13.2024"), "date_not_in_calendar"],
    [text("2025-00-10"), "date_not_in_calendar"],
    [text("sắp tới"), "not_a_date"],
    [text("tháng 2/2025"), "not_a_date"],
    [text("14/02"), "not_a_date"],
    [number(12), "not_a_date"],
    [{kind: "boolean", value: true}, "not_a_date"],
    [text("14/02/1925"), "date_implausible"],
    [{kind: "date", day: "2199-01-01"}, "date_implausible"]
  ],
  class: [
    [text("Giỏi"), "unknown_class"],
    [text("Hoàn thành tốt"), "unknown_class"],
    [number(3), "unknown_class"]
  ],
  model_class: [
    [text("Giỏi"), "unknown_model_class"],
    [text("Xuất sắc"), "unknown_model_class"]
  ],
  result: [
    [text("Xem xét lại"), "unknown_result"],
    [text("???"), "unknown_result"]
  ],
  tick: [
    [text("???"), "unknown_tick"],
    [text("chờ ý kiến"), "unknown_tick"],
    [number(7), "unknown_tick"]
  ],
  yes_no: [[text("chờ ý kiến"), "unknown_answer"]],
  count: [
    [number(1.376), "count_not_whole"],
    [number(12.5), "count_not_whole"],
    [text("12,5"), "count_not_whole"],
    [text("1,376"), "count_not_whole"],
    [text("1,376,000"), "count_not_whole"],
    [text("nhiều"), "not_a_count"],
    [text("1.37"), "not_a_count"],
    [text("3-4"), "not_a_count"],
    [{kind: "boolean", value: true}, "not_a_count"],
    [{kind: "percent", share: 0.5}, "not_a_count"],
    [{kind: "date", day: "2025-01-31"}, "not_a_count"],
    [number(-3), "count_negative"],
    [text("-3"), "count_negative"],
    [number(99_999_999), "count_too_large"]
  ],
  score: [
    [number(840), "score_over_100"],
    [text("840"), "score_over_100"],
    [number(-1), "not_a_score"],
    [text("cao"), "not_a_score"],
    [{kind: "date", day: "2025-01-31"}, "not_a_score"]
  ],
  share: [
    [text("cao"), "not_a_share"],
    [text("5/0"), "not_a_share"],
    [{kind: "percent", share: 20}, "not_a_share"],
    [number(-2), "not_a_share"]
  ],
  managed_level: [
    [text("Khu vực"), "unknown_managed_level"],
    [text("Xã, huyện"), "unknown_managed_level"]
  ],
  former_commune: [[text("Xã Không Hề Có"), "unknown_former_commune"]]
};

/** What Excel shows where a formula fails. */
export const ERRORS = ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?"] as const;
