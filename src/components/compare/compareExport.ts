import {targetWords} from "../../sentences/clauseWords.js";
import {COMMUNE_TYPES} from "../../sentences/compareWords.js";
import type {Goal} from "../../sentences/figures.js";
import type {CompareCell} from "../../views/compare/compareCells.js";
import type {CompareView} from "../../views/compare/compareView.js";
import {exportName} from "../export/exportName.js";
import {rateFields} from "../export/rateFields.js";
import type {ExportField} from "../export/tableData.js";
import {STAGE_WORDS, VERDICT_WORDS} from "../words.js";

/**
 * What the files of a drawing of So sánh xã are called, and the filters and the clause they say.
 * @param options.isMeasured the subtitle of the drawing says the measure, with its year and filters, itself.
 */
export function compareNames(
  what: string,
  {state, columns, measure, stage, noun}: CompareView,
  {isMeasured = false}: {isMeasured?: boolean} = {}
): {name: string; filters: string; clause?: string} {
  const {target} = columns.subject;
  const filters = [
    isMeasured ? "" : measure,
    "ranh giới hiện nay",
    state.words === "" ? "" : `tên có “${state.words}”`
  ].filter(Boolean);
  const words = filters.join(", ");
  return {
    name: exportName({what, of: state.type === "all" ? null : noun, year: state.year, stage}),
    filters: words.slice(0, 1).toLocaleUpperCase("vi") + words.slice(1),
    ...(target === null ? {} : {clause: targetWords(target)})
  };
}

interface Commune {
  code: string;
  name: string;
  type: string;
}

/** Who a row is of, and of what year and stage its figures are. */
export function communeFields<Row>(
  {state, stage}: Pick<CompareView, "state" | "stage">,
  of: (row: Row) => Commune
): ExportField<Row>[] {
  return [
    {header: "Mã xã", kind: "text", of: (row) => of(row).code},
    {header: "Xã, phường", kind: "text", of: (row) => of(row).name},
    {header: "Loại", kind: "text", of: (row) => COMMUNE_TYPES[of(row).type] ?? null},
    {header: "Ranh giới", kind: "text", of: () => "từ 1/7/2025"},
    {header: "Năm", kind: "text", of: () => `${state.year}`},
    {header: "Giai đoạn", kind: "text", of: () => (stage === null ? null : STAGE_WORDS[stage])}
  ];
}

const CELL_WORDS = {value: "có kết quả", none: "không có đơn vị"} as const;

/**
 * A rate of a commune as it leaves the page: counts, share, level, units to go, verdict, and what is known of it where there is no
 * rate: missing, never zero.
 * @param before stands before each head: "Công nhận: ".
 */
export function cellFields<Row>(
  before: string,
  of: (row: Row) => CompareCell | null | undefined,
  goal: Goal | null
): ExportField<Row>[] {
  const head = (words: string): string => (before === "" ? words : before + words.toLocaleLowerCase("vi"));
  const valued = (row: Row): CompareCell | null => {
    const cell = of(row);
    return cell?.state === "value" ? cell : null;
  };
  const known: ExportField<Row>[] = [
    {header: head("Còn thiếu (đơn vị)"), kind: "count", of: (row) => valued(row)?.needed ?? null},
    {
      header: head("Kết luận"),
      kind: "text",
      of: (row) => {
        const verdict = of(row)?.verdict ?? null;
        return verdict === null ? null : VERDICT_WORDS[verdict];
      }
    },
    {
      header: head("Tình trạng số liệu"),
      kind: "text",
      of: (row) => {
        const cell = of(row);
        if (!cell) return CELL_WORDS.none;
        return cell.state === "missing" ? (cell.v > 0 ? "chưa nộp" : "chưa có kết quả") : CELL_WORDS[cell.state];
      }
    }
  ];
  if (goal?.measure === "count") {
    return [
      {header: head("Số đếm"), kind: "count", of: (row) => valued(row)?.n ?? null},
      {header: head("Mức"), kind: "count", of: () => goal.value},
      ...known
    ];
  }
  return [...rateFields<Row>(before, (row) => countsOf(valued(row)), goal?.value), ...known];
}

/** Counts as rates are exported. */
export function countsOf(
  counts: {n: number; d: number} | null | undefined
): {numerator: number; denominator: number} | null {
  return counts ? {numerator: counts.n, denominator: counts.d} : null;
}
