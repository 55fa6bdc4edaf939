import type {Cell} from "../../read/workbook.ts";
import {unknownResult} from "../rules/valueRules.ts";
import {valueOf, type ValueReading} from "./reading.ts";
import {readTick} from "./tick.ts";
import {readWord, wordList} from "./words.ts";

/** Thông tư 124/2021/TT-BCA Art. 8(1): the result is đạt or chưa đạt, nothing else. */
const RESULTS = wordList<boolean>(
  [
    [
      true,
      [
        "Đạt",
        "Đ",
        "Đạt tiêu chuẩn",
        "Đạt chuẩn",
        "Đã đạt",
        "Được công nhận",
        "Công nhận",
        "Công nhận đạt",
        "Đủ điều kiện"
      ].concat(["Đạt tiêu chí", "Có", "Đạt yêu cầu", "Đạt tiêu chuẩn ANTT", "Đạt an toàn về ANTT", "Đề nghị công nhận"])
    ],
    [
      false,
      ["Chưa đạt", "Không đạt", "CĐ", "KĐ", "Chưa công nhận", "Không công nhận", "Không", "Chưa được công nhận"].concat(
        [
          "Không được công nhận",
          "Chưa đủ điều kiện",
          "Không đạt tiêu chuẩn",
          "Chưa đạt tiêu chuẩn",
          "Chưa đạt chuẩn",
          "Không đạt chuẩn",
          "Ko đạt",
          "K đạt"
        ]
      )
    ]
  ],
  ["Chưa xét", "Đang xét", "Chưa có kết quả", "Chờ xét", "Chưa đánh giá", "Chưa thẩm định", "Đang thẩm định", "Chưa"]
);

/** Reads a result of certification: words and their abbreviations, or a tick (which is Đạt). */
export function readResult(cell: Cell | undefined): ValueReading<boolean> {
  const word = readWord(cell, RESULTS, {rule: unknownResult, standard: (isMet) => (isMet ? "Đạt" : "Chưa đạt")});
  if (word.fault?.rule !== unknownResult) return word;
  const tick = readTick(cell);
  return tick.value === null ? word : valueOf(tick.value, true);
}

/** True if the cell only ticks, as in a column of ticks without words. */
export function isBareTick(cell: Cell): boolean {
  const word = readWord(cell, RESULTS, {rule: unknownResult, standard: () => ""});
  return word.fault?.rule === unknownResult && readTick(cell).value === true;
}
