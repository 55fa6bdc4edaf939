import {formatCount} from "../../components/format.ts";
import type {AreaSentence} from "../../data/queries/areaSentences.ts";
import type {Block, ReportPart} from "../reportShape.ts";
import type {ReportFacts} from "./reportFacts.ts";
import {heading, note} from "./blocks.ts";
import {sectionParagraphs} from "./sections.ts";

/**
 * What six months can tell: registration and what was done; results are examined at the end of the year. Says which files the figures
 * come from, since the year's own file takes the place of the half-year's.
 */
export function halfYearPart(facts: ReportFacts, sentences: readonly AreaSentence[]): ReportPart {
  const {half_year: count, expected} = facts.half_year;
  const registered = sectionParagraphs(sentences, "certification").slice(0, 1);
  const movement = sectionParagraphs(sentences, "movement");
  const origin =
    count === 0
      ? `Chưa nhận được tệp kỳ 6 tháng nào của năm ${facts.year}; các số dưới đây lấy từ những tệp của năm đang có.`
      : `Đã nhận tệp kỳ 6 tháng của ${formatCount(count)} trong ${formatCount(expected)} xã, phường; xã đã nộp cả năm thì lấy số cả năm.`;
  return {
    title: `Kết quả 6 tháng đầu năm ${facts.year}`,
    blocks: [
      {kind: "paragraph", text: origin} as Block,
      heading("Đăng ký phấn đấu đạt tiêu chuẩn “An toàn về an ninh, trật tự”"),
      ...registered,
      ...(movement.length === 0
        ? []
        : [heading("Tuyên truyền, xây dựng mô hình, điển hình và các kết quả khác"), ...movement]),
      note("Công nhận và phân loại xét vào cuối năm (Thông tư 124/2021/TT-BCA, Quyết định 510/QĐ-BCA-V05), chưa nêu ở báo cáo này.")
    ]
  };
}
