import {describe, expect, it} from "vitest";
import {type HeadlineFacts, headlineSubtitle, headlineTitle} from "../../../src/sentences/headline.ts";

const facts: HeadlineFacts = {
  year: 2025,
  group: "all",
  area: "toàn tỉnh",
  as_of: "2025-11-18",
  figure: {numerator: 5609, denominator: 7108, unknown_count: 0, unreported_count: 365, is_final: false},
  judged: {
    comparator: ">=",
    measure: "percent",
    value: 80,
    basis: "rang_buoc",
    verdict: "chua_dat",
    units_needed: 78,
    is_impossible: false
  },
  plan: "Kế hoạch 60/KH-UBND",
  missing: {communes: 8, expected: 166, noun: "xã"},
  file_count: 158
};
const judged = facts.judged as NonNullable<HeadlineFacts["judged"]>;
const figure = facts.figure as NonNullable<HeadlineFacts["figure"]>;

describe("the title of Tổng quan", () => {
  it("says the verdict, the rate and the gap in units", () => {
    expect(headlineTitle(facts)).toBe("Chưa đạt chỉ tiêu công nhận: 78,9%, còn thiếu 78 đơn vị");
  });
  it("says how many units are beyond a target that is met, by whole units", () => {
    const met = {...facts, figure: {...figure, numerator: 5690}, judged: {...judged, verdict: "dat" as const}};
    expect(headlineTitle(met)).toBe("Đạt chỉ tiêu công nhận: 80,1%, vượt 3 đơn vị");
    expect(headlineTitle({...met, figure: {...figure, numerator: 5687}})).toBe(
      "Đạt chỉ tiêu công nhận: 80,0%, vừa đủ số đơn vị"
    );
  });
  it("says what an open verdict depends on, in one number when it is of two kinds", () => {
    const open = {...facts, judged: {...judged, verdict: "chua_ket_luan" as const}};
    expect(headlineTitle(open)).toBe("Chưa kết luận chỉ tiêu công nhận: 78,9%, còn tùy 8 xã chưa nộp");
    expect(headlineTitle({...open, figure: {...figure, unknown_count: 35}})).toBe(
      "Chưa kết luận chỉ tiêu công nhận: 78,9%, còn tùy 400 đơn vị chưa rõ"
    );
  });
  it("says that a target cannot be met any more", () => {
    expect(headlineTitle({...facts, judged: {...judged, is_impossible: true}})).toBe(
      "Chưa đạt chỉ tiêu công nhận: 78,9%, không thể đạt với mẫu số hiện tại"
    );
  });
  it("never says 'không đạt kế hoạch' of a rate that is only compared", () => {
    expect(headlineTitle({...facts, judged: {...judged, basis: "doi_chieu"}})).toBe(
      "78,9% đơn vị được công nhận, chưa tới mức chung từ 80%"
    );
  });
  it("gives no verdict in a year without a plan, nor for a unit group the plan sets no rate for", () => {
    expect(headlineTitle({...facts, year: 2026, judged: null, plan: null})).toBe(
      "78,9% đơn vị được công nhận, chưa có kế hoạch năm 2026"
    );
    expect(headlineTitle({...facts, group: "khu_dan_cu", judged: null})).toBe(
      "78,9% khu dân cư được công nhận, kế hoạch không giao riêng"
    );
  });
  it("says that nothing is there instead of a rate of zero", () => {
    const undecided = {...figure, numerator: 0, denominator: 20, unknown_count: 20};
    expect(headlineTitle({...facts, figure: undecided})).toBe("Chưa có kết quả công nhận năm 2025");
    expect(headlineTitle({...facts, figure: null, file_count: 0})).toBe("Chưa có tệp năm 2025");
  });
});

describe("the line under the title", () => {
  it("says when a failed target is certain whatever is still missing", () => {
    expect(headlineSubtitle(facts)).toBe(
      "Năm 2025, số liệu **sơ bộ** đến 18/11/2025. Dù 8 xã chưa nộp đều đạt hết, toàn tỉnh cũng chỉ lên 79,9%."
    );
  });
  it("says when a met target is certain whatever is still missing", () => {
    const met = {...facts, figure: {...figure, numerator: 6000}, judged: {...judged, verdict: "dat" as const}};
    expect(headlineSubtitle(met)).toContain("Dù 8 xã chưa nộp đều không đạt, toàn tỉnh vẫn còn 80,3%.");
  });
  it("gives the range where the missing reports decide", () => {
    const open = {...facts, judged: {...judged, verdict: "chua_ket_luan" as const}};
    expect(headlineSubtitle(open)).toContain("Tùy 8 xã chưa nộp, toàn tỉnh có thể từ 75,1 đến 79,9%.");
  });
  it("says that everyone has reported when nothing is open", () => {
    const whole = {...figure, unreported_count: 0, is_final: true};
    expect(headlineSubtitle({...facts, figure: whole, missing: {...facts.missing, communes: 0}})).toBe(
      "Năm 2025, số liệu **chính thức** đến 18/11/2025. Đủ 166 xã đã nộp."
    );
  });
});
