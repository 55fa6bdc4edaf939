import type {FieldType} from "../validate/form.ts";
import type {TemplateField} from "./templateForms.ts";
import {FIELD_WORDS} from "./wordLists.ts";

const FORMS_OF_TYPE: Readonly<Partial<Record<FieldType, string>>> = {
  ordinal: "Số",
  code: "Chữ và số",
  commune: "Tên xã, phường",
  commune_code: "Năm chữ số",
  former_commune: "Chọn xã, phường, thị trấn cũ",
  district: "Tên huyện",
  year: "Bốn chữ số",
  date: "Ngày dd/mm/yyyy",
  score: "Số từ 0 đến 100, dấu phẩy thập phân",
  share: "Tỷ lệ, dạng 88,73%"
};

/** What may be written in a column: the words of its list, or the form of a number or day. */
export function fieldWords({type, maximum, mayNotConcern}: TemplateField): string {
  const words = FIELD_WORDS[type];
  if (words !== undefined) return words.join(type === "exclusion" ? "; " : ", ");
  if (type === "count") {
    const count = maximum === null ? "Số nguyên từ 0" : `Số nguyên từ 0 đến ${maximum}`;
    return mayNotConcern ? `${count}, hoặc “không thuộc diện”` : count;
  }
  return FORMS_OF_TYPE[type] ?? "Chữ";
}
