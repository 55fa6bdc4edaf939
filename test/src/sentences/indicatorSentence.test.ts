import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {indicatorMetadata, type IndicatorMetadata} from "../../../pipelines/indicators/registry.ts";
import {indicatorSentence, type SentenceFacts, type SentenceTarget} from "../../../src/sentences/indicatorSentence.ts";
import {overWholePercent, proseShare} from "../../../src/sentences/proseShare.ts";

const indicator = (id: string): IndicatorMetadata => {
  const found = indicatorMetadata().find((each) => each.id === id);
  if (found === undefined) throw new Error(`no indicator ${id}`);
  return found;
};

const figure = (numerator: number, denominator: number, unknown_count = 0, unreported_count = 0, is_final = true) => ({
  numerator,
  denominator,
  unknown_count,
  unreported_count,
  is_final,
  is_unbounded: false
});

const target: SentenceTarget = {
  comparator: ">=",
  measure: "percent",
  value: 80,
  basis: "rang_buoc",
  verdict: "dat",
  units_needed: 0,
  is_impossible: false,
  clause: "mục I.1 Kế hoạch số 60/KH-UBND",
  owner: "tỉnh"
};

const facts: SentenceFacts = {
  year: 2025,
  area: "toàn tỉnh",
  indicator: indicator("certified_of_eligible"),
  group: "khu_dan_cu",
  figure: figure(3512, 4357),
  before: null,
  target: null
};

describe("published figures come out as printed", () => {
  test.each([
    ["An Giang 2022, khu dân cư Xuất sắc và Khá", overWholePercent(845, 879), "trên 96%"],
    ["An Giang 2022, cấp huyện", overWholePercent(11, 11), "100%"],
    ["An Giang 2022, cấp huyện", proseShare(11, 11), "100%"],
    ["Bình Dương 2018, cơ quan, doanh nghiệp, nhà trường", proseShare(252, 284, {decimals: 2}), "88,73%"],
    ["Thanh Hóa 2025, giảm số xã", proseShare(381, 547, {decimals: 2}), "69,65%"],
    ["Xã P, 16 trong 25 thôn", proseShare(16, 25), "64%"]
  ])("%s", (_, said, printed) => expect(said).toBe(printed));
});

describe("a share in prose", () => {
  test.each([
    [4, 5, "80%"],
    [7996, 10000, "79,96%"],
    [8001, 10000, "80,01%"],
    [1, 3, "33,3%"],
    [0, 7, "0%"],
    [1, 3000, "0,03%"],
    [2999, 3000, "99,97%"],
    [1, 8, "12,5%"]
  ])("%i of %i is %s beside the target 80 %%", (n, d, said) => {
    const limit = n === 8001 ? ({target: 80, comparator: ">"} as const) : ({target: 80, comparator: ">="} as const);
    expect(proseShare(n, d, limit)).toBe(said);
  });

  test("never prints a whole target for a share that is not on it", () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 5000}), fc.nat(5000), fc.constantFrom(70, 80, 95), (d, a, goal) => {
        const n = Math.min(a, d);
        const printed = Number(proseShare(n, d, {target: goal, comparator: ">="}).replace("%", "").replace(",", "."));
        expect(printed >= goal).toBe(100 * n >= goal * d);
      }),
      {seed: 80}
    );
  });
});

describe("the sentence of an indicator", () => {
  test("carries counts, share, change in percentage points and the target with its clause", () => {
    expect(indicatorSentence({...facts, before: {numerator: 3400, denominator: 4331}, target})).toBe(
      "Năm 2025, toàn tỉnh có 3.512/4.357 khu dân cư (80,6%) được công nhận đạt tiêu chuẩn “An toàn về an ninh, trật tự”, " +
        "tăng 2,1 điểm phần trăm so với năm 2024, đạt chỉ tiêu từ 80% trở lên (mục I.1 Kế hoạch số 60/KH-UBND)."
    );
  });

  test("says what is lacking in units before any judgement of why", () => {
    const missed = {...target, verdict: "chua_dat", units_needed: 81} as const;
    expect(indicatorSentence({...facts, group: "all", figure: figure(5594, 7093, 0, 279, false), target: missed})).toBe(
      "Năm 2025, toàn tỉnh có 5.594/7.093 đơn vị (78,9%) được công nhận đạt tiêu chuẩn “An toàn về an ninh, trật tự”, " +
        "chưa đạt chỉ tiêu từ 80% trở lên (mục I.1 Kế hoạch số 60/KH-UBND), còn thiếu 81 đơn vị. " +
        "Số liệu chưa phải chính thức: còn 279 đơn vị chưa báo cáo hoặc chưa rõ, tỷ lệ cuối cùng từ 75,9% đến 79,7%."
    );
  });

  test("“trên 80%” is not met by 80 %, and says so", () => {
    const strict = {...target, comparator: ">", verdict: "chua_dat", units_needed: 1} as const;
    const said = indicatorSentence({
      ...facts,
      indicator: indicator("good_or_better_of_eligible"),
      figure: figure(80, 100),
      target: strict
    });
    expect(said).toContain("(80%) xếp loại Khá trở lên, chưa đạt chỉ tiêu trên 80% (");
  });

  test("what unknowns may still change is not concluded", () => {
    const open = {...target, verdict: "chua_ket_luan", units_needed: 1} as const;
    expect(indicatorSentence({...facts, figure: figure(79, 100, 3), target: open})).toMatch(
      /chưa kết luận được chỉ tiêu từ 80% trở lên .*\. Còn 3 khu dân cư chưa có kết quả, tỷ lệ cuối cùng từ 79% đến 82%\.$/
    );
  });

  test.each([
    [79, "dưới mức chung 80% của tỉnh"],
    [80, "bằng mức chung 80% của tỉnh"],
    [81, "trên mức chung 80% của tỉnh"]
  ])("a commune of %i %% is compared with the province's rate, and no plan is said to be met or missed", (n, words) => {
    const compared = {...target, basis: "doi_chieu", verdict: n >= 80 ? "dat" : "chua_dat"} as const;
    const said = indicatorSentence({...facts, area: "xã Ba Đình", figure: figure(n, 100), target: compared});
    expect(said).toContain(words);
    expect(said).not.toMatch(/chỉ tiêu|kế hoạch (chưa|không)/);
  });

  test("“trong đó” speaks of those named before", () => {
    expect(
      indicatorSentence({
        ...facts,
        indicator: indicator("certified_of_registered"),
        group: "base",
        figure: figure(5, 6)
      })
    ).toBe(
      "Năm 2025, toàn tỉnh có 5/6 đơn vị cơ sở đã đăng ký (83,3%) được công nhận đạt tiêu chuẩn “An toàn về an ninh, trật tự”."
    );
  });

  test("none is “không có” only when all is known", () => {
    const weak = {...facts, indicator: indicator("weak_count"), group: "all"} as const;
    expect(indicatorSentence({...weak, figure: figure(0, 50)})).toBe(
      "Năm 2025, toàn tỉnh không có đơn vị nào xếp loại Yếu."
    );
    expect(indicatorSentence({...weak, figure: figure(0, 50, 2)})).toBe(
      "Năm 2025, toàn tỉnh chưa ghi nhận đơn vị nào xếp loại Yếu. Còn 2 đơn vị chưa có kết quả."
    );
  });

  test("a change on figures that are not complete is “tạm tính”; of an incomplete sum none is told", () => {
    const so = {...facts, before: {numerator: 3400, denominator: 4331}};
    expect(indicatorSentence({...so, figure: figure(3512, 4357, 0, 0, false)})).toContain(
      ", tạm tính tăng 2,1 điểm phần trăm so với năm 2024."
    );
    const models = {
      ...facts,
      indicator: indicator("effective_model_count"),
      group: "all",
      before: {numerator: 5, denominator: 9}
    } as const;
    expect(indicatorSentence({...models, figure: figure(3, 9)})).toBe(
      "Năm 2025, toàn tỉnh có 3 mô hình hoạt động hiệu quả ở các đơn vị, giảm 2 mô hình so với năm 2024."
    );
    expect(indicatorSentence({...models, figure: figure(3, 9, 1)})).toBe(
      "Năm 2025, toàn tỉnh có 3 mô hình hoạt động hiệu quả ở các đơn vị. Còn 1 đơn vị chưa có kết quả."
    );
  });

  test("a commune's own answer is no share, and is not compared with that of its predecessors", () => {
    const own = {...facts, area: "xã Hạnh Phúc", indicator: indicator("ntm_19_2_of_communes"), group: "xa"} as const;
    const before = {numerator: 2, denominator: 3};
    expect(indicatorSentence({...own, figure: figure(1, 1), before})).toBe(
      "Năm 2025, xã Hạnh Phúc đạt chỉ tiêu 19.2 nông thôn mới."
    );
    expect(indicatorSentence({...own, figure: figure(0, 1), before})).toBe(
      "Năm 2025, xã Hạnh Phúc chưa đạt chỉ tiêu 19.2 nông thôn mới."
    );
  });

  test("an unknown of any size bounds nothing", () => {
    const said = indicatorSentence({
      ...facts,
      indicator: indicator("households_reached_of_total"),
      group: "all",
      figure: {...figure(900, 1000, 0, 1, false), is_unbounded: true}
    });
    expect(said).toBe(
      "Năm 2025, toàn tỉnh có 900/1.000 hộ gia đình (90%) được tuyên truyền, phổ biến pháp luật, phát động phong trào. " +
        "Số liệu chưa phải chính thức: còn những nơi chưa báo cáo, chưa giới hạn được tỷ lệ cuối cùng."
    );
  });

  test("nothing known, nothing in scope", () => {
    expect(indicatorSentence({...facts, figure: figure(0, 0, 0, 12)})).toBe(
      "Năm 2025, toàn tỉnh chưa có số liệu về khu dân cư được công nhận đạt tiêu chuẩn “An toàn về an ninh, trật tự”."
    );
    expect(indicatorSentence({...facts, group: "dac_khu", figure: figure(0, 0)})).toBe(
      "Năm 2025, toàn tỉnh không có đặc khu nào thuộc diện."
    );
  });

  test("a change too small to print is not zero; an equal share is", () => {
    const big = {...facts, figure: figure(80_001, 100_000)};
    expect(indicatorSentence({...big, before: {numerator: 80_000, denominator: 100_000}})).toContain(
      "tăng dưới 0,1 điểm phần trăm"
    );
    expect(indicatorSentence({...facts, figure: figure(4, 5), before: {numerator: 8, denominator: 10}})).toContain(
      ", bằng năm 2024."
    );
  });

  test("of every indicator and group is one Vietnamese sentence, composed, with no code word", () => {
    for (const each of indicatorMetadata()) {
      for (const group of each.unit_groups) {
        const said = indicatorSentence({...facts, indicator: each, group, figure: figure(2, 3)});
        expect(said).toBe(said.normalize("NFC"));
        expect(said).toMatch(/^Năm 2025, toàn tỉnh có 2(\/3)? \S.*\.$/);
        expect(said).not.toMatch(/_|undefined|null| {2}/);
      }
    }
  });
});
