import {type Random} from "../random.ts";

/** How a sender lays out its workbook: each office has its own habit and keeps it over the years. */
export interface Layout {
  /** Which columns the unit list has. */
  columns: "full" | "usual" | "brief";
  /** One row of headers, or two with merged groups above. */
  headRows: 1 | 2;
  /** A row "(1) (2) (3)" under the headers. */
  hasNumberRow: boolean;
  /** The result as a word in one column, or ticks in a pair Đạt | Chưa đạt. */
  result: "word" | "pair";
  /** The class as a word in one column, or ticks in four. */
  classes: "word" | "short" | "ticks";
  tick: string;
  spelling: "main" | "other";
  /** The type of a row from its column, from roman group rows, or from one sheet per type. */
  typeBy: "column" | "groups" | "both" | "sheets";
  typeWords: "long" | "short";
  /** Days as Excel dates, or typed as text. */
  days: "serial" | "text";
  /** Where the stage of the figures is written. */
  stageIn: "facts" | "title" | "fileName" | "receipt";
  /** Thông tin chung before or after the lists. */
  factsFirst: boolean;
  /** The name of the commune in merged cells over its rows (districts). */
  mergesCommune: boolean;
  hasSubtotals: boolean;
  /** A title row fewer, without "Kèm theo Báo cáo số …". */
  isPlainTitle: boolean;
  /** Titles that do not say which area it is: only Thông tin chung and the receipt do (a few communes). */
  isNameless: boolean;
  /** "Không" where a tick is missing in the columns on models, exemplary units and leading the block. */
  writesNo: boolean;
  /** A column of the sender's own, "Số hộ", which is no field of the form. */
  hasHouseholds: boolean;
}

/** The layout of a sender, drawn once by its key. */
export function layoutOf(sender: string, {wantsFullList}: {wantsFullList: boolean}, random: Random): Layout {
  const pick = <T>(habit: string, list: readonly T[]): T => random.pick(`layout/${habit}/${sender}`, list);
  const chance = (habit: string, share: number): boolean => random.chance(`layout/${habit}/${sender}`, share);
  const typeBy = pick("typeBy", ["column", "column", "both", "both", "both", "groups", "groups", "sheets"] as const);
  return {
    columns: wantsFullList ? "full" : pick("columns", ["full", "full", "usual", "usual", "usual", "brief"] as const),
    headRows: chance("oneHeadRow", 0.2) ? 1 : 2,
    hasNumberRow: chance("numberRow", 0.15),
    result: chance("pair", 0.3) ? "pair" : "word",
    classes: pick("classes", ["word", "word", "word", "word", "ticks", "ticks", "short"] as const),
    tick: pick("tick", ["x", "x", "x", "x", "X", "X", "✓", "+", "Có"] as const),
    spelling: chance("spelling", 0.12) ? "other" : "main",
    typeBy,
    typeWords: chance("shortTypes", 0.3) ? "short" : "long",
    days: chance("textDays", 0.12) ? "text" : "serial",
    stageIn: pick("stageIn", ["facts", "facts", "facts", "title", "fileName", "receipt"] as const),
    factsFirst: chance("factsFirst", 0.4),
    mergesCommune: typeBy === "column" && chance("mergesCommune", 0.5),
    hasSubtotals: typeBy === "both" && chance("subtotals", 0.3),
    isPlainTitle: chance("plainTitle", 0.2),
    isNameless: sender.startsWith("commune/") && chance("nameless", 0.03),
    writesNo: chance("writesNo", 0.75),
    hasHouseholds: chance("households", 0.1)
  };
}
