import type {Cell} from "../../read/workbook.ts";
import {textOf} from "../cellText.ts";
import {foldKey} from "../foldKey.ts";
import type {Rule} from "../rules/rule.ts";
import {blank, faulty, readCommon, saidBlank, valueOf, type ValueReading} from "./reading.ts";

/** A closed list of words: each folded word with its value, null for a word that means "no value yet". */
export type WordList<T> = ReadonlyMap<string, T | null>;

/** Makes a word list from values with their spellings; `none`: words that mean no value ("chưa xét"). */
export function wordList<T extends string | boolean>(
  spellings: readonly (readonly [value: T, words: readonly string[]])[],
  none: readonly string[] = []
): WordList<T> {
  const list = new Map<string, T | null>();
  for (const [value, words] of spellings) for (const word of words) list.set(foldKey(word), value);
  for (const word of none) list.set(foldKey(word), null);
  return list;
}

/** Reads a word of a closed list. `standard` gives the word as we write it, to tell unusual spellings. */
export function readWord<T>(
  cell: Cell | undefined,
  list: WordList<T>,
  {rule, standard}: {rule: Rule; standard: (value: T) => string}
): ValueReading<T> {
  const common = readCommon<T>(cell);
  if (common !== null || cell === undefined) return common ?? blank();
  const text = textOf(cell);
  const key = foldKey(text);
  const value = list.get(key);
  if (value === undefined) return faulty(rule, text);
  if (value === null) return saidBlank();
  return valueOf(value, cell.text !== standard(value));
}
