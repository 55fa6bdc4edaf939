import type {Cell} from "../../read/workbook.ts";
import {unknownAnswer} from "../rules/valueRules.ts";
import {valueOf, type ValueReading} from "./reading.ts";
import {readTick} from "./tick.ts";
import {readWord, wordList} from "./words.ts";

const ANSWERS = wordList<boolean>(
  [
    [true, ["Có", "Đạt", "Đã tổ chức", "Có tổ chức", "Đã thực hiện", "Đã ban hành", "Rồi", "Đã đạt", "Được công nhận"]],
    [
      false,
      ["Không", "Chưa", "Chưa đạt", "Không đạt", "Chưa tổ chức", "Không tổ chức", "Chưa thực hiện", "Chưa có"].concat([
        "Không có"
      ])
    ]
  ],
  ["Chưa xét", "Không rõ", "Chưa rõ"]
);

/** Reads an answer yes or no, in words or as a tick. */
export function readYesNo(cell: Cell | undefined): ValueReading<boolean> {
  const word = readWord(cell, ANSWERS, {rule: unknownAnswer, standard: (yes) => (yes ? "Có" : "Không")});
  if (word.fault?.rule !== unknownAnswer) return word;
  const tick = readTick(cell);
  return tick.value === null ? word : valueOf(tick.value, true);
}
