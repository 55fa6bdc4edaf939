import type {Cell} from "../../read/workbook.ts";
import {textOf} from "../cellText.ts";
import {foldKey} from "../foldKey.ts";
import {unknownTick} from "../rules/valueRules.ts";
import {blank, faulty, readCommon, valueOf, type ValueReading} from "./reading.ts";

/** Signs that are letters or nothing once folded. */
const SIGNS = new Set(["x", "X", "×", "✓", "✔", "√", "☑", "☒", "✗", "✘", "+", "++", "*", "•", "●", "v", "V", "х", "Х"]);
/** Ticks of the fonts Wingdings and Wingdings 2, which store letters. */
const WINGDINGS = new Set(["ü", "þ", "û", "ý", "P", "R", "O", "Q", "T", "S"]);
/** Ticks of Webdings and Marlett. */
const WEBDINGS = new Set(["a", "b", "r"]);
const YES = new Set([
  "co",
  "roi",
  "da",
  "dung",
  "yes",
  "true",
  "1",
  "x",
  "xx",
  "v",
  "dat",
  "dang ky",
  "da dang ky",
  "da co",
  "da nop"
]);
const NO = new Set(
  ["khong", "chua", "0", "false", "no", "k", "ko", "khong co", "chua co", "chua dang ky", "khong dang ky"].concat([
    "chua dat",
    "khong dat",
    "sai"
  ])
);

/** Reads a tick: x, X, ✓, +, 1, Có are yes; 0, Không, Chưa are no; an empty cell is blank, which is not "no" yet. */
export function readTick(cell: Cell | undefined): ValueReading<boolean> {
  const common = readCommon<boolean>(cell);
  if (common !== null || cell === undefined) return common ?? blank();
  if (cell.kind === "boolean") return valueOf(cell.number === 1, true);
  if (cell.kind === "number" && cell.number !== null && !cell.isDate) {
    return cell.number === 1 || cell.number === 0
      ? valueOf(cell.number === 1, true)
      : faulty(unknownTick, textOf(cell));
  }
  const text = textOf(cell);
  if (text === "x") return valueOf(true, cell.text !== "x");
  if (SIGNS.has(text)) return valueOf(true, true);
  if (WINGDINGS.has(text) && cell.font?.startsWith("Wingdings") === true) return valueOf(true, true);
  if (WEBDINGS.has(text) && /^(?:webdings|marlett)/i.test(cell.font ?? "")) return valueOf(true, true);
  const key = foldKey(text);
  if (YES.has(key)) return valueOf(true, true);
  if (NO.has(key)) return valueOf(false, cell.text !== "Không");
  return faulty(unknownTick, text);
}
