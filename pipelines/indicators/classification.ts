import type {UnitIndicator} from "./indicator.ts";
import {ASSESSMENT_PERIOD, EVERY_GROUP} from "./indicatorGroups.ts";
import {CLASSIFIED, ELIGIBLE, hasClass, hasClassAtLeast} from "./populations.ts";

const CLASS_LAW = "Quyết định 510/QĐ-BCA-V05 ngày 20/01/2022";
const percent = {measure: "percent", unit_measure: "%", unit_groups: EVERY_GROUP, period: ASSESSMENT_PERIOD} as const;

/** Classification of the movement, phân loại phong trào (Quyết định 510/QĐ-BCA-V05). */
export const CLASSIFICATION = [
  {
    ...percent,
    id: "excellent_of_classified",
    words: {noun: null, among: "đã phân loại", predicate: "xếp loại Xuất sắc"},
    title: "Tỷ lệ đơn vị phân loại Xuất sắc trên số đã phân loại",
    short_title: "Xuất sắc / đã phân loại",
    definition: "Trong số đơn vị đã được phân loại phong trào, phần xếp loại Xuất sắc.",
    formula: "Số đơn vị Xuất sắc ÷ số đơn vị đã phân loại",
    legal_basis: CLASS_LAW,
    direction: "up",
    population: CLASSIFIED,
    outcome: hasClass("xuat_sac")
  },
  {
    ...percent,
    id: "excellent_of_eligible",
    words: {noun: null, predicate: "xếp loại Xuất sắc"},
    title: "Tỷ lệ đơn vị phân loại Xuất sắc trên số thuộc diện",
    short_title: "Xuất sắc / thuộc diện",
    definition: "Phần đơn vị thuộc diện xếp loại Xuất sắc; đơn vị chưa phân loại là chưa rõ.",
    formula: "Số đơn vị Xuất sắc ÷ số đơn vị thuộc diện",
    legal_basis: CLASS_LAW,
    direction: "up",
    population: ELIGIBLE,
    outcome: hasClass("xuat_sac")
  },
  {
    ...percent,
    id: "good_or_better_of_classified",
    words: {noun: null, among: "đã phân loại", predicate: "xếp loại Khá trở lên"},
    title: "Tỷ lệ đơn vị phân loại Khá trở lên trên số đã phân loại",
    short_title: "Khá trở lên / đã phân loại",
    definition: "Trong số đơn vị đã được phân loại phong trào, phần xếp loại Khá hoặc Xuất sắc.",
    formula: "(Số đơn vị Xuất sắc + số đơn vị Khá) ÷ số đơn vị đã phân loại",
    legal_basis: CLASS_LAW,
    direction: "up",
    population: CLASSIFIED,
    outcome: hasClassAtLeast("kha")
  },
  {
    ...percent,
    id: "good_or_better_of_eligible",
    words: {noun: null, predicate: "xếp loại Khá trở lên"},
    title: "Tỷ lệ đơn vị phân loại Khá trở lên trên số thuộc diện",
    short_title: "Khá trở lên / thuộc diện",
    definition: "Phần đơn vị thuộc diện xếp loại Khá hoặc Xuất sắc; đơn vị chưa phân loại là chưa rõ.",
    formula: "(Số đơn vị Xuất sắc + số đơn vị Khá) ÷ số đơn vị thuộc diện",
    legal_basis: CLASS_LAW,
    direction: "up",
    population: ELIGIBLE,
    outcome: hasClassAtLeast("kha")
  },
  {
    ...percent,
    id: "average_or_better_of_eligible",
    words: {noun: null, predicate: "xếp loại Trung bình trở lên"},
    title: "Tỷ lệ đơn vị phân loại Trung bình trở lên trên số thuộc diện",
    short_title: "Trung bình trở lên / thuộc diện",
    definition: "Phần đơn vị thuộc diện xếp loại Trung bình, Khá hoặc Xuất sắc; đơn vị chưa phân loại là chưa rõ.",
    formula: "(Số đơn vị Xuất sắc + Khá + Trung bình) ÷ số đơn vị thuộc diện",
    legal_basis: CLASS_LAW,
    direction: "up",
    population: ELIGIBLE,
    outcome: hasClassAtLeast("trung_binh")
  },
  {
    ...percent,
    id: "average_or_better_of_classified",
    words: {noun: null, among: "đã phân loại", predicate: "xếp loại Trung bình trở lên"},
    title: "Tỷ lệ đơn vị phân loại Trung bình trở lên trên số đã phân loại",
    short_title: "Trung bình trở lên / đã phân loại",
    definition: "Trong số đơn vị đã được phân loại phong trào, phần không phải loại Yếu.",
    formula: "(Số đơn vị Xuất sắc + Khá + Trung bình) ÷ số đơn vị đã phân loại",
    legal_basis: CLASS_LAW,
    direction: "up",
    population: CLASSIFIED,
    outcome: hasClassAtLeast("trung_binh")
  },
  {
    id: "weak_count",
    words: {noun: null, predicate: "xếp loại Yếu"},
    title: "Số đơn vị phân loại Yếu",
    short_title: "Loại Yếu",
    definition: "Số đơn vị thuộc diện xếp loại Yếu; đơn vị chưa phân loại là chưa rõ, không phải là Yếu.",
    formula: "Số đơn vị Yếu, trong số đơn vị thuộc diện",
    legal_basis: CLASS_LAW,
    measure: "count",
    unit_measure: "đơn vị",
    direction: "down",
    unit_groups: EVERY_GROUP,
    period: ASSESSMENT_PERIOD,
    population: ELIGIBLE,
    outcome: hasClass("yeu")
  }
] as const satisfies readonly UnitIndicator[];
