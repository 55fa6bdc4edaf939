import fc from "fast-check";
import {describe, expect, test} from "vitest";
import type {AwardEntry} from "../../../src/data/queries/awardBook.ts";
import type {AwardCandidate, AwardYear} from "../../../src/data/queries/awardCandidates.ts";
import {awardSubtitle, awardTitle, noCandidatesTitle} from "../../../src/sentences/awardSentences.ts";
import {
  awardRows,
  chosenAward,
  conditionCounts,
  filteredAwardRows,
  standingCounts
} from "../../../src/views/awardView.ts";
import {smallAward, smallAwardYear} from "../smallAwards.ts";

const candidate = (name: string, outcomes: string): AwardCandidate => ({
  id: name,
  level: "commune",
  name,
  type: "xa",
  commune: 0,
  outcomes,
  reasons: [],
  dossier: null,
  figures: {}
});
const yearOf = (...candidates: AwardCandidate[]): AwardYear => ({...smallAwardYear, candidates});
const tracked = (count: number): AwardEntry["conditions"] =>
  Array.from({length: count}, (_, i) => ({id: `k${i}`, text: `Điều kiện ${i}`, is_tracked: true}));
const all = {standing: "all", kind: "all", commune: "all", outcome: "", words: ""} as const;

describe("candidates of an award", () => {
  test("who lacks least comes first, of those who know most; names settle the rest", () => {
    const rows = awardRows(
      {conditions: tracked(3)},
      yearOf(
        candidate("E", "000"),
        candidate("D", "0?1"),
        candidate("C", "011"),
        candidate("B", "11?"),
        candidate("A", "111")
      )
    );
    expect(rows.map((row) => row.candidate.name).join("")).toBe("ABCDE");
    expect(rows.map(({standing}) => standing)).toEqual(["du", "chua_ro", "thieu_1", "chua_ro", "thieu_nhieu"]);
  });
  test("unknown is never not met, and a condition no form asks for is neither", () => {
    const conditions = tracked(2).map((one, i) => ({...one, is_tracked: i === 0}));
    const [met, open] = awardRows({conditions}, yearOf(candidate("A", "1?"), candidate("B", "??")));
    expect(met).toMatchObject({missing: 0, unknown: 0, standing: "du"});
    expect(open).toMatchObject({missing: 0, unknown: 1, standing: "chua_ro"});
  });
  test("one missing with another unknown is not called only one missing", () => {
    const [row] = awardRows({conditions: tracked(3)}, yearOf(candidate("A", "10?")));
    expect(row).toMatchObject({missing: 1, unknown: 1, standing: "chua_ro"});
  });
  test("nobody is eligible for an award of which no form asks anything", () => {
    const conditions = tracked(1).map((one) => ({...one, is_tracked: false}));
    expect(awardRows({conditions}, yearOf(candidate("A", "?")))[0]?.standing).toBe("chua_ro");
  });
  test("whatever the answers: every candidate stands in one place, and conditions count them all", () => {
    const answers = fc.array(fc.string({unit: fc.constantFrom("1", "0", "?"), minLength: 4, maxLength: 4}), {
      maxLength: 30
    });
    fc.assert(
      fc.property(answers, (given) => {
        const conditions = tracked(4);
        const rows = awardRows({conditions}, yearOf(...given.map((outcomes, i) => candidate(`${i}`, outcomes))));
        const counts = standingCounts(rows);
        expect(counts.du + counts.thieu_1 + counts.thieu_nhieu + counts.chua_ro).toBe(given.length);
        expect(counts.du).toBe(given.filter((outcomes) => outcomes === "1111").length);
        for (const [i, count] of conditionCounts({conditions}, rows).entries()) {
          expect(count.met + count.missing + count.unknown).toBe(given.length);
          expect(count.alone).toBe(given.filter((one) => one[i] === "0" && one.split("1").length === 4).length);
        }
        expect(rows.map(({missing}) => missing)).toEqual(rows.map(({missing}) => missing).sort((a, b) => a - b));
      })
    );
  });
  test("filters narrow by standing, kind, commune, one condition, and words without accents", () => {
    const rows = awardRows(smallAward, smallAwardYear);
    const names = (filter: Partial<Parameters<typeof filteredAwardRows>[2]>): string[] =>
      filteredAwardRows(smallAward, rows, {...all, ...filter}).map((row) => row.candidate.name);
    expect(names({})).toEqual(["Bằng Hành", "Đông Thành", "Vĩnh Tuy"]);
    expect(names({standing: "thieu_1"})).toEqual(["Đông Thành"]);
    expect(names({kind: "thi_tran"})).toEqual(["Vĩnh Tuy"]);
    expect(names({outcome: "class_excellent~0"})).toEqual(["Đông Thành", "Vĩnh Tuy"]);
    expect(names({words: "dong thanh"})).toEqual(["Đông Thành"]);
    expect(names({commune: "01156"})).toEqual(["Vĩnh Tuy"]);
  });
});

describe("what is said of an award", () => {
  const counts = {du: 3, thieu_1: 12, thieu_nhieu: 8, chua_ro: 0};
  test("eligible is said only where the forms ask for every condition", () => {
    expect(awardTitle({candidates: "communes", conditions: tracked(2)}, counts)).toBe(
      "3 xã đủ điều kiện, 12 xã chỉ thiếu một điều kiện"
    );
    expect(awardTitle(smallAward, counts)).toBe("3 xã đạt các điều kiện có số liệu, 12 xã chỉ thiếu một điều kiện");
  });
  test("none eligible is said in words, unknown apart", () => {
    expect(
      awardTitle({candidates: "units", conditions: tracked(1)}, {du: 0, thieu_1: 0, thieu_nhieu: 0, chua_ro: 4})
    ).toBe("Chưa đơn vị nào đủ điều kiện, 4 đơn vị còn điều kiện chưa rõ");
  });
  test("the subtitle names award, area, year, clause, and what people must weigh", () => {
    const words = awardSubtitle(smallAward, {year: 2024, candidates: 23, noun: "xã"});
    expect(words).toContain("**Khen thưởng Nhân dân và cán bộ xã, thị trấn**, Bắc Quang, năm 2024");
    expect(words).toContain("23 xã được xét. 1 điều kiện không biểu nào hỏi, phải xét riêng.");
  });
  test("an award without candidates says why", () => {
    expect(noCandidatesTitle({candidates: "none"})).toContain("không nêu điều kiện");
    expect(noCandidatesTitle({candidates: "communes"})).toContain("Chưa có tệp");
  });
});

test("the page opens on the home area's award, else on the latest with the most candidates; a stale link still opens", () => {
  const of = (id: string, is_home: boolean, years: AwardEntry["years"]): AwardEntry => ({
    ...smallAward,
    id,
    is_home,
    years
  });
  const none = of("N", true, []);
  const old = of("O", false, [{year: 2024, candidates: 90}]);
  const few = of("F", false, [{year: 2026, candidates: 3}]);
  const many = of("M", false, [{year: 2026, candidates: 52}]);
  const own = of("H", true, [{year: 2024, candidates: 2}]);
  expect(chosenAward([none, old, few, many], undefined)?.id).toBe("M");
  expect(chosenAward([none, old, few, many, own], undefined)?.id).toBe("H");
  expect(chosenAward([none, old], "N")?.id).toBe("N");
  expect(chosenAward([none, old], "X")?.id).toBe("O");
  expect(chosenAward([none], undefined)?.id).toBe("N");
});
