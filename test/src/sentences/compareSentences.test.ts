import {describe, expect, it} from "vitest";
import {
  compareTitle,
  endsTitle,
  funnelTitle,
  gridTitle,
  type NamedRate,
  pickedTitle,
  stripTitle
} from "../../../src/sentences/compareSentences.ts";
import type {Goal} from "../../../src/sentences/figures.ts";

const goal: Goal = {comparator: ">=", measure: "percent", value: 80};
const more: Goal = {...goal, comparator: ">"};
const rate = (name: string, n: number, d: number, needed: number | null): NamedRate => ({name, n, d, needed});
const year = {noun: "xã", year: 2025};

describe("the title of the page", () => {
  it("tells how much of what is lacking lies in ten communes, where twenty or more lack some", () => {
    const many = Array.from({length: 20}, (_, i) => rate(`Xã ${i}`, 1, 40, i < 10 ? 3 : 2));
    expect(compareTitle(many, goal, year)).toBe("10 xã chiếm 60% số đơn vị mà các xã dưới 80% cần thêm");
    expect(compareTitle(many, more, year)).toBe("10 xã chiếm 60% số đơn vị mà các xã chưa trên 80% cần thêm");
  });
  it("names the one that lacks most, or counts those that lack as much", () => {
    const few = [rate("Tĩnh Gia", 30, 60, 18), rate("Hạc Thành", 60, 80, 4)];
    expect(compareTitle(few, goal, year)).toBe("Tĩnh Gia cần thêm nhiều nhất 18 đơn vị để lên 80%");
    expect(compareTitle([...few, rate("Mường Lý", 2, 60, 18)], goal, year)).toBe(
      "2 xã cần thêm nhiều nhất, mỗi nơi 18 đơn vị để lên 80%"
    );
  });
  it("of a clause that asks for a number, counts those that have it", () => {
    const one: Goal = {comparator: ">=", measure: "count", value: 1};
    const rates = [rate("A", 2, 1, 0), rate("B", 0, 1, 1)];
    expect(compareTitle(rates, one, {...year, head: "Mô hình hiệu quả"})).toBe(
      "1 trong 2 xã có ít nhất 1 mô hình hiệu quả"
    );
  });
  it("says so where none lacks any, where nothing is asked and where nothing is known", () => {
    const good = [rate("Hạc Thành", 9, 10, 0), rate("Các Sơn", 10, 10, 0)];
    expect(compareTitle(good, goal, year)).toBe("Không xã nào còn dưới 80%");
    expect(compareTitle(good, null, year)).toBe("Cao nhất Các Sơn 100%, thấp nhất Hạc Thành 90,0%");
    expect(compareTitle([], goal, year)).toBe("Chưa có kết quả để so sánh xã năm 2025");
  });
});

describe("the titles of grid and charts", () => {
  it("of the grid: how many lack units, and how many units together", () => {
    const rates = [rate("A", 1, 10, 7), rate("B", 2, 10, 6), rate("C", 9, 10, 0)];
    expect(gridTitle(rates, goal, "xã")).toBe("2 xã, phường còn dưới 80% và cần thêm 13 đơn vị");
    expect(gridTitle(rates, goal, "phường")).toBe("2 phường còn dưới 80% và cần thêm 13 đơn vị");
    expect(gridTitle([], goal, "xã")).toBe("Chưa xã nào có kết quả");
  });
  it("of the strip: the rate whose middle lies farthest under its level; none under: so it says", () => {
    const rows = [
      {label: "Công nhận", median: 81.3, goal},
      {label: "Khu dân cư", median: 77.2, goal}
    ];
    expect(stripTitle(rows, "xã")).toBe("Nửa số xã có tỷ lệ khu dân cư từ 77,2% trở xuống");
    expect(stripTitle(rows.slice(0, 1), "xã")).toBe("Hơn nửa số xã đã tới mức ở tỷ lệ này");
    expect(stripTitle([{label: "Công nhận", median: null, goal}], "xã")).toBe("Chưa có kết quả để vẽ dải phân bố");
  });
  it("of the funnel: communes under the level by more than chance", () => {
    expect(funnelTitle(19, {goal, noun: "xã"})).toBe("19 xã thấp hơn 80% quá mức dao động ngẫu nhiên");
    expect(funnelTitle(0, {goal, noun: "xã"})).toBe("Không xã nào thấp hơn 80% quá mức dao động ngẫu nhiên");
  });
  it("of the ranking: both ends, counted where several share one", () => {
    expect(endsTitle([rate("A", 4, 4, 0), rate("B", 9, 9, 0), rate("C", 1, 5, 3)], "xã")).toBe(
      "Cao nhất 100% ở 2 xã, thấp nhất C 20,0%"
    );
  });
});

describe("the title of communes beside each other", () => {
  it("tells points and units", () => {
    expect(pickedTitle([rate("Hạc Thành", 74, 100, 6), rate("Sầm Sơn", 84, 100, 0)])).toBe(
      "Hạc Thành thấp hơn Sầm Sơn 10,0 điểm %, cần thêm nhiều hơn 6 đơn vị"
    );
  });
  it("where the lower one lacks fewer units, says that too", () => {
    expect(pickedTitle([rate("A", 1, 5, 3), rate("B", 60, 100, 20)])).toBe(
      "A thấp hơn B 40,0 điểm % nhưng cần thêm ít hơn 17 đơn vị"
    );
  });
  it("of equal fractions, says they are equal", () => {
    expect(pickedTitle([rate("A", 1, 2, 1), rate("B", 50, 100, 30)])).toBe("2 xã có cùng tỷ lệ 50,0%");
  });
  it("of one commune with a result, says that two are needed", () => {
    expect(pickedTitle([rate("A", 1, 2, 1)])).toBe("Chưa đủ hai xã có kết quả để so sánh");
  });
});
