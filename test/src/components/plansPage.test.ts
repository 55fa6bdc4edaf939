import {beforeEach, describe, expect, test} from "vitest";
import {plansPage} from "../../../src/components/plansPage.ts";
import type {BookPlan, BookTarget} from "../../../src/data/queries/planBook.ts";

const target: BookTarget = {
  target_id: "S2-02",
  title: "Phong trào xếp loại Khá trở lên",
  clause: "mục I.1",
  quote: "có trên 80% phân loại phong trào đạt loại Khá trở lên",
  interpretation: "“Trên 80%” là lớn hơn 80%; đúng 80% là chưa đạt.",
  indicator: "good_or_better_of_eligible",
  unit_group: "all",
  managed_levels: "all",
  subject_level: "province",
  comparator: ">",
  measure: "percent",
  value: 80,
  aspirational: false,
  years: [
    {
      year: 2025,
      basis: "rang_buoc",
      traced: null,
      figure: {
        numerator: 80,
        denominator: 100,
        unknown_count: 0,
        unreported_count: 0,
        verdict: "chua_dat",
        units_needed: 1,
        is_impossible: false
      },
      counts: null
    }
  ]
};
const plan: BookPlan = {
  plan_id: "thanh-hoa-2025",
  kind: "plan",
  title: "Kế hoạch năm 2025",
  document: "Kế hoạch số 60/KH-UBND",
  issuer: "Chủ tịch UBND tỉnh",
  level: "province",
  area: "Thanh Hóa",
  signed_date: "2025-04-04",
  year_from: 2025,
  year_to: 2025,
  targets: [target],
  duties: [
    {
      id: "S2-D3",
      title: "Báo cáo năm",
      clause: "mục IV.1",
      quote: null,
      who: "UBND các cấp",
      to: "Ban Chỉ đạo 138 tỉnh",
      due: "Trước 15/11/2025",
      years: [{year: 2025, due_date: "2025-11-15", counts: {dung_han: 141, tre: 17, chua_nop: 8}}]
    }
  ]
};
const each: BookPlan = {
  ...plan,
  plan_id: "tt124-2021",
  kind: "norm",
  document: "Thông tư số 124/2021/TT-BCA",
  year_from: 2022,
  year_to: null,
  targets: [
    {
      ...target,
      target_id: "TT124-02",
      subject_level: "commune",
      unit_group: "commune+organisations",
      years: [
        {
          year: 2026,
          basis: "rang_buoc",
          figure: null,
          traced: null,
          counts: {dat: 120, chua_dat: 30, thieu_so_lieu: 16}
        }
      ]
    }
  ]
};
const page = (): HTMLElement => plansPage({plans: [each, plan], years: [2024, 2025, 2026], defaultYear: 2025});
const text = (node: Element | null): string => (node?.textContent ?? "").replace(/\s+/g, " ");

describe("the page of plans", () => {
  beforeEach(() => history.replaceState(null, "", "/ke-hoach"));

  test("a target stands with its own words, its level in words and its verdict", () => {
    const row = page().querySelector("#thanh-hoa-2025 tbody tr");
    expect(text(row)).toContain("có trên 80% phân loại phong trào đạt loại Khá trở lên");
    expect(text(row)).toContain("trên 80%");
    expect(text(row)).toContain("80/100");
    expect(text(row)).toContain("Chưa đạt");
    expect(text(row)).toContain("thiếu 1");
  });
  test("plans of the year come before norms and plans of other years", () => {
    expect([...page().querySelectorAll(".plan")].map(({id}) => id)).toEqual(["thanh-hoa-2025", "tt124-2021"]);
  });
  test("a year without a plan says so and still shows the norm with its subjects by verdict", () => {
    history.replaceState(null, "", "/ke-hoach?nam=2026");
    const node = page();
    expect(text(node.querySelector("h1"))).toBe("Chưa có kế hoạch năm 2026, chỉ có mức của Thông tư 124");
    expect(text(node.querySelector("#tt124-2021"))).toContain("120 đạt");
    expect(text(node.querySelector("#tt124-2021"))).toContain("16 thiếu số liệu");
    expect(text(node.querySelector("#tt124-2021"))).toContain("từng xã, phường");
  });
  test("a deadline counts who kept it, and the counts are all of them", () => {
    expect(text(page().querySelector(".plan-duties"))).toContain("141 đúng hạn, 17 trễ, 8 chưa nộp (hạn 15/11/2025)");
  });
});
