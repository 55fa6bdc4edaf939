import {describe, expect, test} from "vitest";
import {
  communeSubtitle,
  communeTitle,
  formerTitle,
  stripsTitle,
  trendTitle,
  verdictsTitle
} from "../../../src/sentences/communeSentences.ts";
import {planVerdict, point, smallProfile} from "../smallProfile.ts";

describe("what a commune's page says of it", () => {
  test("the gap is said in units, against the level, never as a failure of the plan", () => {
    expect(communeTitle(smallProfile(), 2025)).toBe("Phường Hạc Thành còn thiếu 14 đơn vị để lên 80%");
  });
  test.each([
    [81, 100, "Phường Hạc Thành đạt 81,0%, trên mức 80%"],
    [80, 100, "Phường Hạc Thành đạt đúng mức 80%"],
    [8001, 10000, "Phường Hạc Thành đạt 80,01%, trên mức 80%"]
  ])("%i of %i: above only when strictly so", (numerator, denominator, title) => {
    const verdicts = [planVerdict({numerator, denominator, units_needed: 0, verdict: "dat"})];
    expect(communeTitle(smallProfile({verdicts}), 2025)).toBe(title);
  });
  test("a provisional file that can no longer reach the level says so; a final one says the gap", () => {
    const verdicts = [planVerdict({is_impossible: true})];
    expect(communeTitle(smallProfile({verdicts}), 2025)).toBe("Phường Hạc Thành không thể lên 80% với mẫu số hiện tại");
    const reports = smallProfile().reports.map((report) => ({...report, stage: "chinh_thuc"}));
    expect(communeTitle(smallProfile({verdicts, reports}), 2025)).toBe(
      "Phường Hạc Thành còn thiếu 14 đơn vị để lên 80%"
    );
  });
  test("a commune that has not reported is not judged", () => {
    const reports = smallProfile().reports.map((report) => ({...report, is_reported: false}));
    expect(communeTitle(smallProfile({reports}), 2025)).toBe("Phường Hạc Thành chưa nộp báo cáo năm 2025");
  });
  test("a year without a plan shows the rate alone, a year without figures says so", () => {
    expect(communeTitle(smallProfile({verdicts: []}), 2025)).toBe(
      "Phường Hạc Thành: 74,6% đơn vị được công nhận năm 2025"
    );
    expect(communeTitle(smallProfile({verdicts: []}), 2026)).toBe("Phường Hạc Thành chưa có số liệu năm 2026");
  });
  test("the subtitle tells the birth of the commune, whole and partial predecessors apart", () => {
    expect(communeSubtitle(smallProfile(), 2025)).toBe(
      "Mã 14797, Thanh Hóa, lập 1/7/2025 từ 2 phường cũ (1 toàn bộ, 1 một phần). 252 đơn vị phải xét năm 2025."
    );
  });
  test("land without people is not a predecessor; a commune that was kept says so", () => {
    const [whole] = smallProfile().former;
    if (!whole) throw new Error("the small profile has former communes");
    const former = [
      {...whole, name: "Hạc Thành"},
      {...whole, extent: "area_only"}
    ];
    expect(communeSubtitle(smallProfile({former}), 2024)).toContain("giữ nguyên địa giới khi sắp xếp 1/7/2025");
  });
  test("former communes are counted one by one, never summed", () => {
    expect(formerTitle(smallProfile())).toBe("1 trong 2 phường cũ được công nhận năm 2024");
  });
  test("levels of the plan and conditions of the norm are counted apart", () => {
    expect(verdictsTitle([planVerdict(), planVerdict({kind: "norm", verdict: "dat"})])).toBe(
      "Tới 0/1 mức của kế hoạch; đủ 1/1 điều kiện của Thông tư 124"
    );
    expect(verdictsTitle([])).toBe("Chưa có mức nào để đối chiếu trong năm này");
  });
  test("the place among the communes counts the rates below their median", () => {
    const dot = {label: "Công nhận", name: "A", numerator: 7, denominator: 10, isChosen: true};
    const others = [8, 9].map((numerator) => ({...dot, name: `${numerator}`, numerator, isChosen: false}));
    expect(stripsTitle(["Công nhận"], [dot, ...others])).toBe("Thấp hơn trung vị các xã ở cả 1 tỷ lệ");
    expect(stripsTitle(["Công nhận"], [{...dot, numerator: 9}, ...others])).toBe(
      "Không thấp hơn trung vị các xã ở tỷ lệ nào trong 1 tỷ lệ"
    );
    expect(stripsTitle(["Công nhận"], others)).toBe("Chưa có số liệu để so với các xã khác");
  });
  test("changes are percentage points; below what one decimal shows there is no change", () => {
    expect(trendTitle(smallProfile(), 2025)).toBe("Tăng 2,8 điểm, dưới toàn tỉnh 4,3 điểm");
    const flat = [
      {indicator: "certified_of_eligible", unit_group: "all", points: [point(2024, 1, 2), point(2025, 1, 2)]}
    ];
    expect(trendTitle(smallProfile({series: flat, province_points: []}), 2025)).toBe("Không đổi so với năm trước");
  });
});
