import type {Cell} from "../../read/workbook.ts";
import type {ManagedLevel} from "../../vocabulary.ts";
import {textOf} from "../cellText.ts";
import {foldKey} from "../foldKey.ts";
import {unknownManagedLevel} from "../rules/valueRules.ts";
import {Phrases} from "../recognise/phrases.ts";
import {blank, faulty, readCommon, saidBlank, valueOf, type ValueReading} from "./reading.ts";

const FILLERS = new Phrases<never>(
  ["cấp", "UBND", "quản lý", "do", "thuộc", "Công an", "được", "ủy ban nhân dân", "cho", "và", "các", "QL", "CA"].map(
    (word) => [foldKey(word), []]
  )
);

const LEVELS = new Phrases<ManagedLevel>(
  (
    [
      ["xa", ["xã", "phường", "thị trấn", "đặc khu", "cơ sở", "X", "P"]],
      ["huyen", ["huyện", "quận", "thị xã", "H", "phòng GD&ĐT", "phòng giáo dục", "thành phố thuộc tỉnh"]],
      ["tinh", ["tỉnh", "T", "sở", "tỉnh thành phố", "ban quản lý khu kinh tế"]],
      ["trung_uong", ["trung ương", "TW", "T.Ư", "TƯ", "bộ", "ngành dọc", "bộ ngành", "tổng công ty"]]
    ] satisfies [ManagedLevel, string[]][]
  ).flatMap(([level, words]) => words.map((word): [string, ManagedLevel[]] => [foldKey(word), [level]])),
  FILLERS
);

/**
 * Reads the managing level (cấp quản lý). What is delegated counts as the delegate's level (Thông tư 124 Art. 10):
 * "Tỉnh ủy quyền xã" is xã; "được ủy quyền" alone is the reporter's own, hence blank here.
 */
export function readManagedLevel(cell: Cell | undefined, {isFormer}: {isFormer: boolean}): ValueReading<ManagedLevel> {
  const common = readCommon<ManagedLevel>(cell);
  if (common !== null || cell === undefined) return common ?? blank();
  const text = textOf(cell);
  const key = foldKey(text);
  if (key === "thanh pho" || key === "tp" || key === "cap thanh pho") {
    return valueOf(isFormer ? "huyen" : "tinh", true);
  }
  const delegated = key.split("uy quyen");
  const isDelegated = delegated.length > 1;
  const {values, rest} = LEVELS.find(isDelegated ? (delegated.at(-1) ?? "").trim() : key);
  const [level] = values;
  if (isDelegated && level === undefined) return saidBlank();
  if (level === undefined || values.length > 1 || (!isDelegated && rest.some((word) => word !== ""))) {
    return faulty(unknownManagedLevel, text);
  }
  return valueOf(level, isDelegated || cell.text !== LEVEL_WORDS[level]);
}

/** How forms write a level. */
export const LEVEL_WORDS: Record<ManagedLevel, string> = {
  xa: "Xã",
  huyen: "Huyện",
  tinh: "Tỉnh",
  trung_uong: "Trung ương"
};
