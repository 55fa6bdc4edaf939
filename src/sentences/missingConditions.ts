import type {PublicTables} from "../../pipelines/tables.ts";

/** The fields of a unit's year that say why it was not certified. */
export type ConditionFields = Pick<
  PublicTables["unit_years"],
  | "unit_type"
  | "is_registered"
  | "is_certified"
  | "decision_number"
  | "complex_case_count"
  | "petition_count"
  | "disciplined_count"
  | "warned_or_heavier_count"
  | "effective_model_count"
  | "informed_count"
  | "informed_total"
  | "titled_subunit_count"
  | "subunit_count"
  | "is_title_eligible"
>;

/** Share of sub-units with a title that Thông tư 124 asks for, in percent (Art. 6, 7). */
const TITLED_PERCENT = 70;

/**
 * What a unit that is not certified lacks, as far as its own row says, in the order of the criteria: registration, people informed, model,
 * incidents, discipline, sub-units with titles (Thông tư 124/2021/TT-BCA Art. 4 to 7). A blank field says nothing; when no field
 * gives a reason the answer says that, never a guess.
 * @returns short Vietnamese phrases, at least one.
 */
export function missingConditions(unit: ConditionFields): string[] {
  const missing: string[] = [];
  const isOrganisation = ["co_quan", "doanh_nghiep", "co_so_giao_duc"].includes(unit.unit_type);
  if (unit.is_registered === false) missing.push("Chưa đăng ký");
  if (isOrganisation && unit.informed_count !== null && unit.informed_total !== null) {
    if (unit.informed_count < unit.informed_total)
      missing.push(`Phổ biến ${unit.informed_count}/${unit.informed_total} người`);
  }
  if (unit.unit_type !== "khu_dan_cu" && unit.effective_model_count === 0) missing.push("Chưa có mô hình hiệu quả");
  if (isPositive(unit.complex_case_count)) missing.push(`Có ${unit.complex_case_count} vụ việc phức tạp`);
  if (isPositive(unit.petition_count)) missing.push(`Có ${unit.petition_count} đơn thư`);
  if (isPositive(unit.warned_or_heavier_count))
    missing.push(`${unit.warned_or_heavier_count} người bị kỷ luật từ cảnh cáo`);
  else if (isPositive(unit.disciplined_count)) missing.push(`${unit.disciplined_count} người bị kỷ luật`);
  const {titled_subunit_count: titled, subunit_count: subunits} = unit;
  if (isOrganisation && unit.is_title_eligible !== false && titled !== null && subunits !== null && subunits > 0) {
    if (100 * titled < TITLED_PERCENT * subunits) missing.push(`Đầu mối đạt danh hiệu ${titled}/${subunits}`);
  }
  if (missing.length > 0) return missing;
  return [unit.is_certified === null ? "Chưa ghi kết quả xét" : "Tệp không ghi lý do"];
}

function isPositive(count: number | null): boolean {
  return count !== null && count > 0;
}
