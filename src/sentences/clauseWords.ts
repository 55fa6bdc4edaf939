import {type Comparator, formatTarget} from "../components/format.js";

/** "Kế hoạch số 60/KH-UBND ngày 04/4/2025" → "Kế hoạch 60/KH-UBND". */
export function shortDocument(document: string): string {
  return document
    .replace(/\s*[,(].*$/, "")
    .replace(/ ngày \d{1,2}\/\d{1,2}\/\d{4}.*$/, "")
    .replace(" số ", " ");
}

/** "mục I.1" → "Mục I.1". */
export function clauseWords(clause: string): string {
  return clause.slice(0, 1).toLocaleUpperCase("vi") + clause.slice(1);
}

/** A target with where it is written: "từ 80%, mục I.1, Kế hoạch 60/KH-UBND". */
export function targetWords({
  comparator,
  value,
  measure,
  clause,
  document
}: {
  comparator: Comparator;
  value: number;
  measure: "percent" | "count";
  clause: string;
  document: string;
}): string {
  return `${formatTarget(comparator, value, measure)}, ${clause}, ${shortDocument(document)}`;
}
