import type {Cell} from "../../read/workbook.ts";
import {CLASSES, MODEL_CLASSES, type ModelClass, type MovementClass} from "../../vocabulary.ts";
import {unknownClass, unknownModelClass} from "../rules/valueRules.ts";
import {textOf} from "../cellText.ts";
import {valueOf, type ValueReading} from "./reading.ts";
import {readWord, wordList} from "./words.ts";

const NOT_YET = ["Chưa phân loại", "Chưa xếp loại", "Không phân loại", "Không xếp loại", "Chưa xét", "KPL", "KXL"];
const COMMON: [readonly ["kha", string[]], readonly ["trung_binh", string[]], readonly ["yeu", string[]]] = [
  ["kha", ["Khá", "K", "Loại khá", "Loại K", "Xếp loại khá"]],
  ["trung_binh", ["Trung bình", "TB", "T.B", "Tr.bình", "Loại trung bình", "Loại TB", "T bình", "Xếp loại trung bình"]],
  ["yeu", ["Yếu", "Y", "Loại yếu", "Loại Y", "Xếp loại yếu"]]
];

const MOVEMENT = wordList<MovementClass>(
  [
    ["xuat_sac", ["Xuất sắc", "XS", "X.sắc", "X.S", "Xuất xắc", "Loại xuất sắc", "Loại XS", "Xếp loại xuất sắc"]],
    ...COMMON
  ],
  NOT_YET
);

const MODEL = wordList<ModelClass>([["tot", ["Tốt", "T", "Loại tốt", "Loại T", "Xếp loại tốt"]], ...COMMON], NOT_YET);

/** A class with its score behind it: "Khá (84,5 điểm)", "Xuất sắc - 95". */
const WITH_SCORE = /^(\p{L}[\p{L} .]*?) *[-–:(] *\d+(?:[.,]\d+)? *(?:điểm|đ)?\)?$/iu;

/** Reads the class of the movement (Quyết định 510/QĐ-BCA-V05). "Hoàn thành xuất sắc" and "Giỏi" are other scales. */
export function readClass(cell: Cell | undefined): ValueReading<MovementClass> {
  const about = {rule: unknownClass, standard: (value: MovementClass) => CLASSES[value]};
  const read = readWord(cell, MOVEMENT, about);
  if (read.fault?.rule !== unknownClass || cell === undefined) return read;
  const word = WITH_SCORE.exec(textOf(cell))?.[1];
  const ofWord = word === undefined ? read : readWord({...cell, text: word}, MOVEMENT, about);
  return ofWord.value === null ? read : valueOf(ofWord.value, true);
}

/** Reads the class of a model (Hướng dẫn 22/HD-BCA-V05). */
export function readModelClass(cell: Cell | undefined): ValueReading<ModelClass> {
  return readWord(cell, MODEL, {rule: unknownModelClass, standard: (value) => MODEL_CLASSES[value]});
}
