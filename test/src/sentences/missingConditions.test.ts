import {describe, expect, test} from "vitest";
import {type ConditionFields, missingConditions} from "../../../src/sentences/missingConditions.ts";

const unit: ConditionFields = {
  unit_type: "co_quan",
  is_registered: true,
  is_certified: false,
  decision_number: null,
  complex_case_count: null,
  petition_count: null,
  disciplined_count: null,
  warned_or_heavier_count: null,
  effective_model_count: null,
  informed_count: null,
  informed_total: null,
  titled_subunit_count: null,
  subunit_count: null,
  is_title_eligible: null
};

describe("what a unit that is not certified lacks", () => {
  test.each<[string, Partial<ConditionFields>, string[]]>([
    ["not registered", {is_registered: false}, ["Chưa đăng ký"]],
    ["people not informed", {informed_count: 412, informed_total: 530}, ["Phổ biến 412/530 người"]],
    ["no model", {effective_model_count: 0}, ["Chưa có mô hình hiệu quả"]],
    ["a residential area needs no model", {unit_type: "khu_dan_cu", effective_model_count: 0}, ["Tệp không ghi lý do"]],
    ["discipline at cảnh cáo or heavier", {warned_or_heavier_count: 1}, ["1 người bị kỷ luật từ cảnh cáo"]],
    ["7 of 10 sub-units is enough", {titled_subunit_count: 7, subunit_count: 10}, ["Tệp không ghi lý do"]],
    ["69 of 100 is not", {titled_subunit_count: 69, subunit_count: 100}, ["Đầu mối đạt danh hiệu 69/100"]],
    [
      "not eligible for titles",
      {titled_subunit_count: 0, subunit_count: 3, is_title_eligible: false},
      ["Tệp không ghi lý do"]
    ],
    ["a blank says nothing", {complex_case_count: null}, ["Tệp không ghi lý do"]],
    ["no result yet", {is_certified: null}, ["Chưa ghi kết quả xét"]]
  ])("%s", (_, fields, expected) => {
    expect(missingConditions({...unit, ...fields})).toEqual(expected);
  });
});
