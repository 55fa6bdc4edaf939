import type {Stage} from "../../../loaders/vocabulary.ts";
import {STAGE_WORDS} from "../words.js";
import {pageFacts} from "./pageFacts.js";

/** What an exported chart or table is of. */
export interface ExportSubject {
  /** "Tỷ lệ được công nhận". */
  what: string;
  /** Unit type, commune, duty: what it is narrowed to. */
  of?: string | null | undefined;
  year?: number | string | null | undefined;
  stage?: Stage | null | undefined;
  /** Place where it is not that of the page. */
  place?: string | undefined;
}

/** The parts of a name of a file: "Tỷ lệ được công nhận, Thanh Hóa, 2025, sơ bộ". */
export function exportName({what, of, year, stage, place = shortPlace(pageFacts().place)}: ExportSubject): string {
  const parts = [what, of, place, year, stage ? STAGE_WORDS[stage].toLocaleLowerCase("vi") : null];
  return parts.filter((part) => part !== null && part !== undefined && part !== "").join(", ");
}

/** "Tỉnh Thanh Hóa" → "Thanh Hóa". */
function shortPlace(place: string): string {
  return place.replace(/^(tỉnh|thành phố)\s+/i, "");
}
