import {CLASSES, EXCLUSION_REASONS, MODEL_CLASSES, UNIT_TYPES} from "../vocabulary.ts";
import type {FieldType} from "./form.ts";
import {writeNumber} from "./values/numberText.ts";
import {LEVEL_WORDS} from "./values/managedLevel.ts";

const TICK = {true: "x", false: "Không"};

/** How a value of each kind stands in a cell: by kind, by value. */
export const STANDARD_WORDS: Partial<Record<FieldType, Readonly<Record<string, string>>>> = {
  tick: TICK,
  yes_no: {true: "Có", false: "Không"},
  result: {true: "Đạt", false: "Chưa đạt"},
  class: CLASSES,
  model_class: MODEL_CLASSES,
  unit_type: UNIT_TYPES,
  managed_level: LEVEL_WORDS,
  exclusion: EXCLUSION_REASONS
};

/**
 * Text of a value as our forms write it: "x", "Đạt", "Xuất sắc", "14/02/2025", "1.376". Where the trace keeps no text of a cell,
 * the cell says this. "" for no value.
 */
export function standardText(type: FieldType, value: string | number | boolean | null): string {
  if (value === null) return "";
  const word = STANDARD_WORDS[type]?.[String(value)];
  if (word !== undefined) return word;
  if (type === "date") return String(value).split("-").reverse().join("/");
  if (type === "share" && typeof value === "number") return `${writeNumber(Math.round(value * 1e8) / 1e6)}%`;
  return typeof value === "number" ? writeNumber(value) : String(value);
}
