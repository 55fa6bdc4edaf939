import type {FieldType} from "../validate/form.ts";
import type {Validation} from "../write/plannedSheet.ts";
import {dateSerial} from "../write/plannedSheet.ts";
import type {CellKind} from "./looks.ts";
import type {TemplateField, TemplateForm} from "./templateForms.ts";
import type {WordLists} from "./wordSheet.ts";

/** Width in characters and content of the cells, by the type of the column. */
const SHAPES: Readonly<Record<FieldType, readonly [width: number, kind: CellKind]>> = {
  ordinal: [5.5, "centre"],
  code: [13, "code"],
  name: [38, "text"],
  text: [23, "text"],
  unit_type: [14, "centre"],
  commune: [20, "text"],
  commune_code: [10, "code"],
  former_commune: [20, "text"],
  district: [18, "text"],
  year: [8, "centre"],
  managed_level: [11, "centre"],
  exclusion: [17, "text"],
  tick: [9.5, "centre"],
  yes_no: [11, "centre"],
  result: [11, "centre"],
  class: [11.5, "centre"],
  model_class: [12, "centre"],
  date: [12, "date"],
  count: [10, "number"],
  score: [8, "decimal"],
  share: [12, "share"],
  fact: [56, "text"],
  ignored: [10, "text"]
};

/** Columns of a form for the owner of one commune: areas of the row are said once, not in every row. */
export function templateColumns({fields}: TemplateForm, {hasCommunes}: {hasCommunes: boolean}): TemplateField[] {
  const left: readonly FieldType[] = hasCommunes
    ? ["commune_code", "district", "year"]
    : ["commune", "commune_code", "district", "year"];
  return fields.filter(({type}) => !left.includes(type));
}

export function columnWidth({type}: TemplateField): number {
  return SHAPES[type][0];
}

export function columnKind({type}: TemplateField): CellKind {
  return SHAPES[type][1];
}

/** More than the people of a province: see `validate/values/count.ts`. */
const MOST = 10_000_000;

/**
 * What the cells of a column take, with the sentence for who types something else; null for free text.
 * @param first address of the first cell of the range, for formulas.
 */
export function columnValidation(
  {title, type, maximum, mayNotConcern}: TemplateField,
  {range, first, year, words}: {range: string; first: string; year: number; words: WordLists}
): Validation | null {
  const about = {range, title};
  const list = words.sourceOf(type);
  const said = SAID_OF_LISTS[type];
  if (list !== null && said !== undefined) return {...about, rule: {kind: "list", source: list}, ...said};
  switch (type) {
    case "count": {
      const to = maximum ?? MOST;
      const error = `Ghi một số nguyên từ 0${maximum === null ? " trở lên" : ` đến ${maximum}`}, không có dấu ngăn hàng nghìn; chưa có số liệu thì để trống.`;
      if (!mayNotConcern) return {...about, rule: {kind: "whole", from: 0, to}, strictness: "stop", error};
      const formula = `IF(ISNUMBER(${first}),AND(${first}>=0,${first}<=${to},${first}=INT(${first})),LOWER(${first})="không thuộc diện")`;
      return {
        ...about,
        rule: {kind: "custom", formula},
        strictness: "stop",
        error: `${error} Không thuộc diện xét danh hiệu thì ghi “không thuộc diện”.`
      };
    }
    case "score":
      return {
        ...about,
        rule: {kind: "decimal", from: 0, to: 100},
        strictness: "stop",
        error: "Ghi điểm từ 0 đến 100, ví dụ 84,5; chưa chấm thì để trống."
      };
    case "share":
      return {
        ...about,
        rule: {kind: "decimal", from: 0, to: 10},
        strictness: "stop",
        error: "Ghi tỷ lệ dạng 88,73%; chưa có thì để trống."
      };
    case "date":
      return {
        ...about,
        rule: {kind: "date", from: dateSerial("2000-01-01").serial, to: dateSerial(`${year + 1}-12-31`).serial},
        strictness: "warning",
        error: `Ghi ngày dạng dd/mm/yyyy, ví dụ 14/02/${year}; chưa có thì để trống. Vẫn giữ nội dung vừa ghi?`
      };
    default:
      return null;
  }
}

/** What is said of a word outside its list, and beside the cell where the word alone does not say enough. */
const SAID_OF_LISTS: Readonly<Partial<Record<FieldType, Pick<Validation, "strictness" | "error" | "prompt">>>> = {
  unit_type: {
    strictness: "stop",
    error:
      "Chọn một loại hình trong danh sách; hợp tác xã thì chọn Doanh nghiệp. Để trống thì theo dòng nhóm phía trên."
  },
  managed_level: {
    strictness: "stop",
    error: "Chọn Xã, Tỉnh hoặc Trung ương.",
    prompt: "Cấp công nhận đơn vị. Được ủy quyền thì chọn cấp nhận ủy quyền."
  },
  commune: {strictness: "warning", error: "Chọn xã, phường hiện nay trong danh sách. Vẫn giữ nội dung vừa ghi?"},
  former_commune: {
    strictness: "warning",
    error: "Chọn xã, phường, thị trấn trước 1/7/2025 trong danh sách. Vẫn giữ nội dung vừa ghi?"
  },
  exclusion: {
    strictness: "warning",
    error: "Chọn lý do trong danh sách; đơn vị phải xét thì để trống. Vẫn giữ nội dung vừa ghi?",
    prompt: "Chỉ chọn khi đơn vị ngoài diện xét theo Thông tư 124; đơn vị phải xét thì để trống."
  },
  tick: {strictness: "warning", error: "Ghi x nếu có; không có thì để trống hoặc ghi Không. Vẫn giữ nội dung vừa ghi?"},
  yes_no: {strictness: "stop", error: "Chọn Có hoặc Không; chưa rõ thì để trống."},
  result: {
    strictness: "stop",
    error: "Chọn Đạt hoặc Chưa đạt; chưa xét thì để trống.",
    prompt: "Chọn Đạt hoặc Chưa đạt; chưa xét thì để trống."
  },
  class: {
    strictness: "stop",
    error: "Chọn Xuất sắc, Khá, Trung bình hoặc Yếu; chưa phân loại thì để trống.",
    prompt: "Chưa phân loại thì để trống."
  },
  model_class: {strictness: "stop", error: "Chọn Tốt, Khá, Trung bình hoặc Yếu; chưa phân loại thì để trống."}
};
