import {describe, expect, it} from "vitest";
import {communeStates} from "../../../src/views/communeStates.ts";
import {clauseWords, shortDocument} from "../../../src/sentences/clauseWords.ts";
import {overviewView} from "../../../src/views/overviewView.ts";
import {communes, smallOverview} from "./smallOverview.ts";

const state = {year: 2025, group: "all", boundary: "current"} as const;

describe("Tổng quan in the year of a plan", () => {
  const view = overviewView(smallOverview(), state);
  it("opens with the verdict, the gap and what the silent commune could change", () => {
    expect(view.title).toBe("Chưa đạt chỉ tiêu công nhận: 70,0%, còn thiếu 10 đơn vị");
    expect(view.subtitle).toContain("Dù 1 xã chưa nộp đều đạt hết, toàn tỉnh cũng chỉ lên 75,0%.");
  });
  it("has a card for each target the tables judged, rates first, with its clause", () => {
    expect(view.cards.map(({title, verdict}) => [title, verdict])).toEqual([
      ["Được công nhận An toàn về ANTT", "chua_dat"],
      ["Phân loại Khá trở lên", "chua_ket_luan"],
      ["Mô hình hiệu quả, KKT Nghi Sơn", "dat"]
    ]);
    expect(view.cards[0]?.change).toBe("+4,0 điểm % so với 2024");
    expect(view.cards[0]?.range_words).toBe("khi đủ 4 xã");
    expect(view.cards[0]?.clause).toEqual({
      text: "Mục I.1",
      href: "./ke-hoach#S2-01",
      rest: ", Kế hoạch 60/KH-UBND"
    });
  });
  it("counts reports against the duty of the plan", () => {
    const {expected, on_time, late, missing, gap, due} = view.completeness;
    expect([expected, on_time, late, missing]).toEqual([4, 2, 1, 1]);
    expect([gap, due]).toEqual(["**1 xã chưa nộp**, ước 20 đơn vị", "Hạn: trước 15/11/2025"]);
  });
  it("numbers on the map the communes that close the gap, and tells missing from a rate", () => {
    const values = view.map.data.values.map(({name, state: kind, rank, words}) => [name, kind, rank, words]);
    expect(values).toEqual([
      ["Tĩnh Gia", "value", 1, "cần thêm 12 đơn vị"],
      ["Mường Lý", "value", null, "cần thêm 4 đơn vị"],
      ["Trung Lý", "missing", null, "chưa nộp, ước 20 đơn vị"],
      ["Hạc Thành", "value", null, ""]
    ]);
    expect(view.map.title).toBe("2 trong 3 xã, phường còn dưới 80%, 1 xã dưới 60%");
  });
  it("lists those communes with what the tables say they need", () => {
    expect(view.closing.title).toBe("1 xã lên 80% là đủ bù 10 đơn vị còn thiếu");
    expect(view.closing.data.rows.map(({name, units_needed}) => [name, units_needed])).toEqual([
      ["Tĩnh Gia", 12],
      ["Mường Lý", 4]
    ]);
  });
  it("draws the target solid only in the year the plan set it", () => {
    expect(view.trend.data.target).toEqual({value: 80, comparator: ">=", years: [2025]});
    expect(view.trend.data.break).toEqual({before: 2025, title: "1/7/2025", subtitle: "12 → 4 xã"});
  });
});

describe("Tổng quan in a year without a plan", () => {
  const view = overviewView(smallOverview(), {...state, year: 2024});
  it("says so and gives no verdict", () => {
    expect(view.title).toBe("66,0% đơn vị được công nhận, chưa có kế hoạch năm 2024");
    expect(view.cards.map(({verdict, gap}) => [verdict, gap])).toEqual([
      [null, "Chưa có kế hoạch năm 2024"],
      [null, "Chưa có kế hoạch năm 2024"]
    ]);
    expect(view.trend.data.main.verdict).toBeNull();
    expect(view.map.subtitle).toBe("Tỷ lệ được công nhận, 2024. Đối chiếu mốc 80% của Kế hoạch 60/KH-UBND");
  });
  it("lists the communes with most units not certified, since nothing sets how many they need", () => {
    expect(view.closing.title).toBe("34 đơn vị chưa được công nhận, ở 4 xã");
    expect(view.closing.data.cut).toBeNull();
    expect(view.map.data.values.every(({rank}) => rank === null)).toBe(true);
  });
  it("counts the communes that meet the norm of the law, where it was judged", () => {
    const base = smallOverview();
    const norm = {...base.targets[0], target_id: "TT124-02", plan_id: "tt124-2021", kind: "norm", value: 70};
    const judged = {
      target_id: "TT124-02",
      year: 2024,
      boundary: "current" as const,
      dat: 3,
      chua_dat: 1,
      chua_ket_luan: 0
    };
    const withNorm = overviewView(
      smallOverview({targets: [...base.targets, norm as (typeof base.targets)[number]], norms: [judged]}),
      {...state, year: 2024}
    );
    expect(withNorm.cards.at(-1)).toMatchObject({
      title: "Xã đạt mức của Thông tư 124",
      numerator: 3,
      of: 4,
      gap: "**1 xã** dưới 70%"
    });
  });
});

describe("Tổng quan of one unit group, or of nothing yet", () => {
  it("gives no verdict for a group the plan sets no rate for, and keeps the board's card", () => {
    const view = overviewView(smallOverview(), {...state, group: "khu_dan_cu"});
    expect(view.title).toBe("75,0% khu dân cư được công nhận, kế hoạch không giao riêng");
    expect(view.cards.map(({verdict}) => verdict)).toEqual([null, null, "dat"]);
    expect(view.trend.data.main.label).toBe("Khu dân cư");
    expect(view.trend.data.target?.years).toEqual([]);
  });
  it("says that no file of the year has come", () => {
    const view = overviewView(smallOverview(), {...state, year: 2026});
    expect(view.title).toBe("Chưa có tệp năm 2026");
    expect(view.map.data.values.every(({state: kind}) => kind === "missing")).toBe(true);
    expect(view.closing.data.rows).toEqual([]);
  });
});

describe("the state of a commune", () => {
  const none = {needed: new Map(), ranks: new Map()};
  const kinds = (columns: Parameters<typeof communeStates>[1]): string[] =>
    communeStates(communes, columns, none).map(({state: kind, words}) => `${kind}: ${words}`);
  it("is missing when nothing is decided, none when it has no such unit, never a rate of zero", () => {
    expect(kinds({n: [0, 0, 0, 3], d: [5, 0, 0, 9], u: [5, 0, 0, 1], v: [0, 0, 7, 0]})).toEqual([
      "missing: chưa có kết quả của 5 đơn vị",
      "none: không có đơn vị loại này",
      "missing: chưa nộp, ước 7 đơn vị",
      "value: 1 chưa có kết quả, mẫu số nhỏ"
    ]);
    expect(kinds(null)[0]).toBe("missing: chưa có số liệu");
  });
});

describe("names of plans and clauses", () => {
  it("are shortened to kind and number", () => {
    expect(shortDocument("Kế hoạch số 60/KH-UBND ngày 04/4/2025")).toBe("Kế hoạch 60/KH-UBND");
    expect(shortDocument("Kế hoạch của Ban Chỉ đạo 138 huyện Bắc Quang, tháng 4 năm 2024 (bản văn không ghi số)")).toBe(
      "Kế hoạch của Ban Chỉ đạo 138 huyện Bắc Quang"
    );
    expect(clauseWords("điều 5 khoản 4")).toBe("Điều 5 khoản 4");
  });
});

describe("communes as units of their own", () => {
  const values = {"2025|certified_of_eligible|commune": {n: [1, 0, 0, 1], d: [1, 1, 0, 1], v: [0, 0, 1, 0]}};
  const view = overviewView(smallOverview({values}), {...state, group: "commune"});
  it("are certified or not: counted, never given a rate", () => {
    expect(view.map.title).toBe("2 trong 3 xã, phường được công nhận");
    expect(view.map.data.scale.words).toEqual(["Chưa", "Có"]);
    expect(view.closing.title).toBe("1 xã, phường chưa được công nhận");
  });
  it("are called silent only where nothing came", () => {
    expect(view.map.data.missing_words).toBe("Chưa nộp");
    const undecided = {
      "2025|certified_of_eligible|commune": {n: [1, 0, 0, 1], d: [1, 1, 0, 1], u: [0, 1, 0, 0], v: [0, 0, 1, 0]}
    };
    const other = overviewView(smallOverview({values: undecided}), {...state, group: "commune"});
    expect(other.map.data.missing_words).toBe("Chưa nộp, chưa có kết quả");
  });
});
