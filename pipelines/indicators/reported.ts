import {sql} from "kysely";
import type {ReportedIndicator, ReportedTerm} from "./indicator.ts";
import {REPORT_YEAR} from "./indicatorGroups.ts";

const percent = {measure: "percent", unit_measure: "%", direction: "up", period: REPORT_YEAR} as const;

/** Reached of total, as one row of Thông tin chung says it. */
const coverage = (fact: "households" | "officials" | "pupils"): ReportedTerm => ({
  numerator: sql`${sql.ref(`${fact}_reached`)}`,
  denominator: sql`${sql.ref(`${fact}_total`)}`,
  cells: [
    {fact, field: "reached_count", role: "numerator"},
    {fact, field: "total_count", role: "denominator"}
  ]
});

/** One commune that says yes or no of itself. */
const answer = (fact: string, column: string): ReportedTerm => ({
  numerator: sql`cast(${sql.ref(column)} as integer)`,
  denominator: sql`1`,
  cells: [{fact, field: "is_met", role: "numerator"}]
});

/** What communes report of themselves: people reached, new rural communes, the festival, models. */
export const REPORTED = [
  {
    ...percent,
    id: "households_reached_of_total",
    words: {noun: "hộ gia đình", predicate: "được tuyên truyền, phổ biến pháp luật, phát động phong trào"},
    title: "Tỷ lệ hộ gia đình được tuyên truyền, phổ biến",
    short_title: "Hộ được tuyên truyền",
    definition:
      "Trong tổng số hộ gia đình của các xã, phần được tuyên truyền, phổ biến pháp luật, phát động phong trào.",
    formula: "Số hộ được tuyên truyền, phổ biến ÷ tổng số hộ gia đình",
    legal_basis: "Kế hoạch năm 2024 của Ban Chỉ đạo 138 huyện Bắc Quang, mục IV.1",
    unit_groups: ["all"],
    reported: {table: "commune_years", terms: [coverage("households")]}
  },
  {
    ...percent,
    id: "officials_and_pupils_reached_of_total",
    words: {noun: "cán bộ, người lao động, học sinh, sinh viên", predicate: "được tuyên truyền, phổ biến pháp luật"},
    title: "Tỷ lệ cán bộ, người lao động, học sinh, sinh viên được tuyên truyền, phổ biến",
    short_title: "Cán bộ, học sinh được tuyên truyền",
    definition:
      "Trong tổng số cán bộ, công chức, viên chức, người lao động và học sinh, sinh viên của mọi trường (cả tiểu học, mầm non), " +
      "phần được tuyên truyền, phổ biến.",
    formula:
      "(Số cán bộ, người lao động được phổ biến + số học sinh, sinh viên được phổ biến) ÷ tổng số cán bộ, người lao động, học sinh, sinh viên",
    legal_basis: "Kế hoạch năm 2024 của Ban Chỉ đạo 138 huyện Bắc Quang, mục IV.1",
    unit_groups: ["all"],
    reported: {table: "commune_years", terms: [coverage("officials"), coverage("pupils")]}
  },
  {
    ...percent,
    id: "pupils_reached_of_total",
    words: {noun: "học sinh, sinh viên", predicate: "được phổ biến pháp luật"},
    title: "Tỷ lệ học sinh, sinh viên các trường được phổ biến pháp luật",
    short_title: "Học sinh được phổ biến",
    definition:
      "Trong tổng số học sinh, sinh viên của mọi trường (cả tiểu học, mầm non), phần được phổ biến pháp luật.",
    formula: "Số học sinh, sinh viên được phổ biến ÷ tổng số học sinh, sinh viên",
    legal_basis: "Chương trình công tác của Ban Chỉ đạo 138 thị xã Hương Trà ngày 18/02/2022, mục III.7",
    unit_groups: ["all"],
    reported: {table: "commune_years", terms: [coverage("pupils")]}
  },
  {
    ...percent,
    id: "ntm_19_2_of_communes",
    words: {noun: "xã", predicate: "đạt chỉ tiêu 19.2 nông thôn mới"},
    title: "Tỷ lệ xã đạt chỉ tiêu 19.2 của Bộ tiêu chí quốc gia về xã nông thôn mới",
    short_title: "Đạt 19.2 nông thôn mới",
    definition:
      "Trong số xã (không tính phường, thị trấn), phần đạt chỉ tiêu 19.2. Kết quả của xã cũ là của xã cũ: không cộng thành kết quả " +
      "của xã mới, khi quy về địa giới hiện nay mỗi xã cũ vẫn là một đơn vị.",
    formula: "Số xã đạt chỉ tiêu 19.2 ÷ số xã",
    legal_basis: "Hướng dẫn 04/HD-BCA-V05 ngày 18/3/2024; công văn 3371/BCA-V05 ngày 26/9/2022",
    unit_groups: ["xa"],
    reported: {table: "commune_years", communeTypes: ["xa"], terms: [answer("ntm_19_2", "is_ntm_19_2")]}
  },
  {
    ...percent,
    id: "ntm_advanced_19_2_of_communes",
    words: {noun: "xã", predicate: "đạt chỉ tiêu 19.2 nông thôn mới nâng cao"},
    title: "Tỷ lệ xã đạt chỉ tiêu 19.2 của Bộ tiêu chí quốc gia về xã nông thôn mới nâng cao",
    short_title: "Đạt 19.2 nông thôn mới nâng cao",
    definition: "Trong số xã (không tính phường, thị trấn), phần đạt chỉ tiêu 19.2 nâng cao. Mẫu số là mọi xã.",
    formula: "Số xã đạt chỉ tiêu 19.2 nâng cao ÷ số xã",
    legal_basis: "Hướng dẫn 04/HD-BCA-V05 ngày 18/3/2024; công văn 3371/BCA-V05 ngày 26/9/2022",
    unit_groups: ["xa"],
    reported: {
      table: "commune_years",
      communeTypes: ["xa"],
      terms: [answer("ntm_advanced_19_2", "is_ntm_advanced_19_2")]
    }
  },
  {
    ...percent,
    id: "festival_held_of_communes",
    words: {noun: "xã, phường", predicate: "tổ chức Ngày hội toàn dân bảo vệ an ninh Tổ quốc"},
    title: "Tỷ lệ xã, phường tổ chức Ngày hội toàn dân bảo vệ an ninh Tổ quốc",
    short_title: "Tổ chức Ngày hội",
    definition: "Trong số xã, phường, thị trấn, đặc khu, phần đã tổ chức Ngày hội (19/8); xã chưa ghi là chưa rõ.",
    formula: "Số xã, phường tổ chức Ngày hội ÷ số xã, phường",
    legal_basis: "Quyết định 521/QĐ-TTg ngày 13/6/2005",
    unit_groups: ["commune"],
    reported: {
      table: "commune_years",
      terms: [
        {
          numerator: sql`cast(is_festival_held as integer)`,
          denominator: sql`1`,
          cells: [
            {fact: "festival", field: "is_met", role: "numerator"},
            {fact: "festival", field: "value_date", role: "numerator"}
          ]
        }
      ]
    }
  },
  {
    id: "weak_model_count",
    words: {noun: "mô hình", predicate: "xếp loại Yếu"},
    title: "Số mô hình phân loại Yếu",
    short_title: "Mô hình Yếu",
    definition:
      "Số mô hình xếp loại Yếu trong số mô hình đã báo cáo; mô hình chưa phân loại là chưa rõ, không phải là Yếu.",
    formula: "Số mô hình Yếu, trong số mô hình đã báo cáo",
    legal_basis: "Hướng dẫn 22/HD-BCA-V05 ngày 18/11/2022",
    measure: "count",
    unit_measure: "mô hình",
    direction: "down",
    unit_groups: ["all"],
    period: REPORT_YEAR,
    reported: {
      table: "model_years",
      terms: [
        {
          numerator: sql`cast(class = 'yeu' as integer)`,
          denominator: sql`1`,
          cells: [{field: "class", role: "numerator"}]
        }
      ]
    }
  }
] as const satisfies readonly ReportedIndicator[];
