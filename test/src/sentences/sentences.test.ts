import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {countChangeWords, gapWords, pointsWords} from "../../../src/sentences/cardWords.ts";
import {closingSubtitle, closingTitle, cutWords, mapTitle} from "../../../src/sentences/communesTitle.ts";
import {addFigures, type Figure, isKnown, meets, unitsToSpare} from "../../../src/sentences/figures.ts";
import {trendTitle} from "../../../src/sentences/trendTitle.ts";

const of = (numerator: number, denominator: number): Figure => ({
  numerator,
  denominator,
  unknown_count: 0,
  unreported_count: 0,
  is_final: true
});
const goal = {comparator: ">=" as const, value: 80};

describe("figures", () => {
  it("of parts are sums over sums, final only if each part is", () => {
    expect(addFigures([of(1, 2), {...of(3, 4), is_final: false}])).toEqual({...of(4, 6), is_final: false});
    expect(addFigures([])).toBeNull();
  });
  it("whose every unit is undecided are missing, not zero", () => {
    expect(isKnown({...of(0, 5), unknown_count: 5})).toBe(false);
    expect(isKnown({...of(0, 5), unknown_count: 4})).toBe(true);
    expect(isKnown(of(0, 0))).toBe(false);
  });
  it("meet 'từ' at the very value and 'trên' only beyond it", () => {
    expect(meets(4, 5, goal)).toBe(true);
    expect(meets(4, 5, {...goal, comparator: ">"})).toBe(false);
  });
  it("have exactly so many units to spare that one more lost would miss the target", () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), fc.constantFrom(">=" as const, ">" as const), (n, rest, comparator) => {
        const d = n + rest + 1;
        fc.pre(meets(n, d, {comparator, value: 80}));
        const spare = unitsToSpare(n, d, {comparator, value: 80});
        expect(meets(n - spare, d, {comparator, value: 80})).toBe(true);
        expect(meets(n - spare - 1, d, {comparator, value: 80})).toBe(false);
      })
    );
  });
});

describe("the first line of a card", () => {
  const judged = {
    comparator: ">=" as const,
    measure: "percent" as const,
    value: 80,
    basis: "rang_buoc" as const,
    verdict: "chua_dat" as const,
    units_needed: 78,
    is_impossible: false
  };
  const missing = {communes: 8, expected: 166, noun: "xã"};
  it("is the gap in units", () => {
    expect(gapWords(judged, of(5609, 7108), missing)).toBe("**Thiếu 78 đơn vị** để đạt");
    expect(gapWords({...judged, is_impossible: true}, of(1, 9), missing)).toBe("**Không thể đạt** với mẫu số hiện tại");
  });
  it("is what is beyond a target that is met, in models where models are counted", () => {
    const counted = {...judged, measure: "count" as const, value: 1, verdict: "dat" as const};
    expect(gapWords(counted, of(3, 8), missing, "mô hình")).toBe("**Vượt 2 mô hình**");
    expect(gapWords(counted, of(1, 8), missing, "mô hình")).toBe("**Vừa đủ** số mô hình");
  });
  it("is what an open verdict depends on", () => {
    const open = {...judged, verdict: "chua_ket_luan" as const};
    expect(gapWords(open, {...of(80, 100), unreported_count: 9}, missing)).toBe("**Còn tùy 8 xã chưa nộp**");
  });
  it("says that figures are missing, never zero", () => {
    expect(gapWords({...judged, verdict: "thieu_so_lieu"}, null, missing)).toBe("Chưa đủ số liệu");
  });
});

describe("the change", () => {
  it("is in percentage points with a true minus, and empty where a year is unknown", () => {
    expect(pointsWords(of(789, 1000), of(766, 1000), 2024)).toBe("+2,3 điểm % so với 2024");
    expect(pointsWords(of(766, 1000), of(789, 1000), 2024)).toBe("−2,3 điểm % so với 2024");
    expect(pointsWords(of(1, 2), null, 2024)).toBe("");
  });
  it("of a count is a difference of counts", () => {
    expect(countChangeWords(3, 2, 2024)).toBe("Thêm 1 so với 2024");
    expect(countChangeWords(2, 3, 2024)).toBe("Bớt 1 so với 2024");
    expect(countChangeWords(2, 2, 2024)).toBe("Bằng năm 2024");
    expect(countChangeWords(2, null, 2024)).toBe("");
  });
});

describe("the title of the trend", () => {
  const years = (...rates: [number, number][]): Map<number, Figure> =>
    new Map(rates.map(([year, n]) => [year, of(n, 1000)]));
  it("counts years in a row", () => {
    expect(trendTitle(years([2022, 714], [2023, 741], [2024, 766], [2025, 789]), 2025)).toBe(
      "Tăng ba năm liền, năm 2025 thêm 2,3 điểm %"
    );
    expect(trendTitle(years([2023, 800], [2024, 790], [2025, 780]), 2025)).toBe(
      "Giảm hai năm liền, năm 2025 bớt 1,0 điểm %"
    );
  });
  it("speaks of the last year alone when the direction changed, and not of years after it", () => {
    expect(trendTitle(years([2023, 800], [2024, 766], [2025, 789], [2026, 100]), 2025)).toBe(
      "Năm 2025 tăng 2,3 điểm % so với 2024"
    );
    expect(trendTitle(years([2024, 766], [2025, 766]), 2025)).toBe("Năm 2025 bằng năm 2024");
  });
  it("compares with no year that is missing", () => {
    expect(trendTitle(years([2023, 700], [2025, 789]), 2025)).toBe("Năm 2025 được công nhận 78,9%");
    expect(trendTitle(years([2024, 700]), 2025)).toBe("Chưa có kết quả năm 2025");
  });
});

describe("the title of the map", () => {
  it("counts the communes below the target and far below it, by integers", () => {
    expect(mapTitle([of(4, 5), of(79, 100), of(59, 100), of(60, 100)], goal, 2025)).toBe(
      "3 trong 4 xã, phường còn dưới 80%, 1 xã dưới 60%"
    );
  });
  it("counts exactly 80% as not above 80%", () => {
    expect(mapTitle([of(4, 5), of(9, 10)], {...goal, comparator: ">"}, 2025)).toBe(
      "1 trong 2 xã, phường còn chưa trên 80%"
    );
  });
  it("leaves out communes without a result", () => {
    expect(mapTitle([of(4, 5), {...of(0, 5), unknown_count: 5}], goal, 2025)).toBe(
      "Cả 1 xã, phường đều từ 80% trở lên"
    );
    expect(mapTitle([], goal, 2025)).toBe("Chưa có kết quả của xã, phường năm 2025");
  });
});

describe("the title of the closing list", () => {
  const facts = {goal, needed: [18, 17, 16, 14, 14, 14], cut: 5, gap: 78, area: "toàn tỉnh"};
  it("says how many communes close the gap", () => {
    expect(closingTitle(facts)).toBe("5 xã lên 80% là đủ bù 78 đơn vị còn thiếu");
    expect(cutWords(facts)).toBe("Đủ 79 đơn vị, toàn tỉnh lên 80%");
    expect(closingSubtitle(goal)).toBe("Số đơn vị mỗi xã cần thêm để tự đạt 80%");
  });
  it("says 'vượt' where exactly the value does not meet the target", () => {
    expect(closingTitle({...facts, goal: {...goal, comparator: ">"}})).toBe(
      "5 xã vượt 80% là đủ bù 78 đơn vị còn thiếu"
    );
  });
  it("claims nothing where there is no gap, or the communes cannot close it", () => {
    expect(closingTitle({...facts, cut: null, gap: null})).toBe("6 xã còn dưới 80%, cần thêm 93 đơn vị");
    expect(cutWords({...facts, cut: null})).toBe("");
    expect(closingTitle({...facts, needed: [], cut: null})).toBe("Không xã nào dưới 80%");
  });
});
