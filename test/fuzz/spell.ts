import type {FieldType} from "../../loaders/validate/form.ts";
import {writeNumber} from "../../loaders/validate/values/numberText.ts";
import {
  CLASSES,
  EXCLUSION_REASONS,
  MODEL_CLASSES,
  type ExclusionReason,
  type ManagedLevel,
  type ModelClass,
  type MovementClass,
  type UnitType
} from "../../loaders/vocabulary.ts";
import type {Choices} from "./choose.ts";
import type {Layout} from "./layout.ts";
import type {Meant} from "./truth.ts";
import {dayText, number, text, type Written} from "./written.ts";

const CLASS_WORDS: Readonly<Record<MovementClass, readonly string[]>> = {
  xuat_sac: [CLASSES.xuat_sac, "XS", "xuất sắc", "Loại xuất sắc"],
  kha: [CLASSES.kha, "K", "Loại khá", "KHÁ"],
  trung_binh: [CLASSES.trung_binh, "TB", "Trung Bình", "Loại trung bình"],
  yeu: [CLASSES.yeu, "Y", "yếu", "Loại yếu"]
};
const MODEL_CLASS_WORDS: Readonly<Record<ModelClass, readonly string[]>> = {
  tot: [MODEL_CLASSES.tot, "T", "Loại tốt"],
  kha: [MODEL_CLASSES.kha, "K"],
  trung_binh: [MODEL_CLASSES.trung_binh, "TB"],
  yeu: [MODEL_CLASSES.yeu, "Y"]
};
const LEVELS: Readonly<Record<ManagedLevel, readonly string[]>> = {
  xa: ["Xã", "Cấp xã", "UBND xã", "Tỉnh ủy quyền xã"],
  huyen: ["Huyện", "Cấp huyện", "UBND huyện"],
  tinh: ["Tỉnh", "Cấp tỉnh", "tỉnh"],
  trung_uong: ["Trung ương", "TW", "Bộ, ngành"]
};
const REASONS: Readonly<Record<ExclusionReason, readonly string[]>> = {
  mam_non: [EXCLUSION_REASONS.mam_non, "mầm non", "Nhà trẻ"],
  tieu_hoc: [EXCLUSION_REASONS.tieu_hoc, "Trường tiểu học"],
  doanh_nghiep_nho: [EXCLUSION_REASONS.doanh_nghiep_nho, "DN siêu nhỏ"],
  luc_luong_vu_trang: [EXCLUSION_REASONS.luc_luong_vu_trang, "LLVT", "Quân đội"],
  khac: [EXCLUSION_REASONS.khac, "Mới thành lập", "Đang giải thể"]
};
/** Words of the column "Loại hình". */
export const TYPE_WORDS: Readonly<Partial<Record<UnitType, readonly string[]>>> = {
  khu_dan_cu: ["Khu dân cư", "KDC", "Thôn", "khu dân cư"],
  co_quan: ["Cơ quan", "CQ", "Cơ quan, đơn vị", "CQHC"],
  doanh_nghiep: ["Doanh nghiệp", "DN", "Hợp tác xã"],
  co_so_giao_duc: ["Cơ sở giáo dục", "CSGD", "Trường học", "Nhà trường"]
};
export const YES: readonly Written[] = ["x", "X", "✓", "+", "Có", "x "]
  .map(text)
  .concat([number(1), {kind: "boolean", value: true}]);
export const NO: readonly Written[] = ["Không", "0", "chưa"].map(text).concat([number(0)]);

/** A way of writing a value of a kind; null stays an empty cell. `key` names the cell. */
export function spell(type: FieldType, value: Meant, key: string, layout: Layout, choices: Choices): Written | null {
  if (value === null) return null;
  const one = <T>(options: readonly T[]): T => choices.of(`cell/${key}`, options);
  const isText = layout.areNumbersText && choices.is(`as text/${key}`, 0.7);
  let written: Written;
  switch (type) {
    case "tick":
    case "yes_no":
      written = one(value === true ? YES : NO);
      break;
    case "result":
      written = text(
        one(value === true ? ["Đạt", "đạt", "Đ", "Công nhận"] : ["Chưa đạt", "Không đạt", "CĐ", "chưa  đạt"])
      );
      break;
    case "class":
      written = text(one(CLASS_WORDS[value as MovementClass]));
      break;
    case "model_class":
      written = text(one(MODEL_CLASS_WORDS[value as ModelClass]));
      break;
    case "managed_level":
      written = text(one(LEVELS[value as ManagedLevel]));
      break;
    case "exclusion":
      written = text(one(REASONS[value as ExclusionReason]));
      break;
    case "date":
      written = one(dates(String(value)));
      break;
    case "count":
      written = one(isText ? countTexts(Number(value)) : [number(Number(value))]);
      break;
    case "score":
      written = one(isText ? scoreTexts(Number(value)) : [number(Number(value))]);
      break;
    case "share":
      written = one(shares(Number(value)));
      break;
    default:
      written = text(String(value));
  }
  return dress(written, key, layout, choices);
}

function dates(day: string): Written[] {
  const [year = "", month = "", date = ""] = day.split("-");
  return [
    {kind: "date", day},
    {kind: "date", day},
    text(dayText(day)),
    text(dayText(day, "-")),
    text(dayText(day, ".")),
    text(day),
    text(`${Number(date)}/${Number(month)}/${year}`),
    text(`${date}/${month}/${year.slice(2)}`),
    text(`ngày ${date} tháng ${month} năm ${year}`)
  ];
}

function countTexts(count: number): Written[] {
  const grouped = writeNumber(count);
  const ways = [String(count), grouped, grouped.replaceAll(".", " "), `${count} người`, `${grouped} hộ`];
  return ways.map(text);
}

function scoreTexts(score: number): Written[] {
  const comma = String(score).replace(".", ",");
  return [comma, String(score), `${comma} điểm`, `${comma}/100`].map(text);
}

function shares(share: number): Written[] {
  const percent = Math.round(share * 1e6) / 1e4;
  const words = String(percent).replace(".", ",");
  const ways: Written[] = [{kind: "percent", share}, text(`${words}%`), text(`${words} %`)];
  if (percent > 1) ways.push(number(percent), text(words));
  return ways;
}

/** Slips of typing that mean nothing: decomposed letters, wide or doubled spaces; and formulas that lead to the same value. */
export function dress(written: Written, key: string, layout: Layout, choices: Choices): Written {
  const made = written.kind === "text" && layout.isUntidy ? text(untidy(written.text, key, choices)) : written;
  const isFormula = layout.format === "xlsx" && made.kind !== "error" && choices.is(`formula/${key}`, 0.04);
  return isFormula ? {kind: "formula", value: made} : made;
}

export function untidy(words: string, key: string, choices: Choices): string {
  const ways = [
    words,
    words.normalize("NFD"),
    words.replaceAll(" ", "\u00a0"),
    ` ${words} `,
    words.replace(" ", "  "),
    `${words}\u200b`,
    `${words}\n`
  ];
  return choices.of(`untidy/${key}`, ways);
}
