import {describe, expect, test} from "vitest";
import {CAUSES} from "../../../pipelines/editions/changeCauses.ts";
import {
  CAUSE_WORDS,
  changesSubtitle,
  changesTitle,
  editionNote,
  firstTitle
} from "../../../src/sentences/changeSentences.ts";
import {
  causeCounts,
  type ChangeFilter,
  changeRows,
  differenceWords,
  filteredChanges,
  sideWords
} from "../../../src/views/changesView.ts";
import {smallChanges} from "../smallChanges.ts";

const rows = changeRows(smallChanges);
const row = (code: string): (typeof rows)[number] => {
  const found = rows.find(({area}) => area.code === code);
  if (!found) throw new Error(`no row of ${code}`);
  return found;
};

describe("what changed, figure by figure", () => {
  test("a rate that came is new, not a rise from zero", () => {
    expect(row("14800").points).toBeNull();
    expect(differenceWords(row("14800"))).toEqual({first: "Mới có", detail: ""});
    expect(sideWords(row("14800").before)).toEqual({rate: "chưa có", fraction: "ước 52 đơn vị chưa báo cáo"});
  });
  test("a rate that went is lost, not a fall to zero", () => {
    expect(differenceWords({...row("14800"), before: row("14800").after, after: null})).toEqual({
      first: "Mất số liệu",
      detail: ""
    });
  });
  test("a change is in points, and in units met and weighed", () => {
    expect(differenceWords(row("14797"))).toEqual({first: "−10,0 điểm %", detail: "đạt 0, xét +5 đơn vị"});
    expect(sideWords(row("14797").after)).toEqual({rate: "40,0%", fraction: "10/25, 2 chưa có kết quả"});
  });
  test("filters by year, indicator, cause, and name without accents", () => {
    const any: ChangeFilter = {year: null, indicator: "all", cause: "all", words: ""};
    const codes = (filter: Partial<ChangeFilter>): string[] =>
      filteredChanges(rows, {...any, ...filter}).map(({area}) => area.code);
    expect(codes({})).toEqual(["14797", "14800", "38"]);
    expect(codes({cause: "ban_sua"})).toEqual(["14797", "38"]);
    expect(codes({words: "hac thanh"})).toEqual(["14797"]);
    expect(codes({year: 2024})).toEqual([]);
    expect(codes({indicator: "registered_of_eligible"})).toEqual([]);
  });
  test("causes are counted by figure and by area, the most first", () => {
    expect(causeCounts(rows)).toEqual([
      {cause: "ban_sua", count: 2, communes: 2},
      {cause: "tep_moi", count: 2, communes: 2}
    ]);
  });
});

describe("what is said of an edition", () => {
  test("title and subtitle say both editions, communes, verdicts, files and changed rules", () => {
    expect(changesTitle(smallChanges)).toBe("2 xã thay đổi so với bản 2025-11-05.1, 1 kết luận đổi");
    expect(changesTitle({...smallChanges, value_count: 0, commune_count: 0, verdicts: []})).toBe(
      "Không số nào thay đổi so với bản 2025-11-05.1, không kết luận nào đổi"
    );
    const subtitle = changesSubtitle(smallChanges);
    expect(subtitle).toContain("Bản **2025-11-18.1** so với bản 2025-11-05.1, tính đến 05/11/2025 và 18/11/2025.");
    expect(subtitle).toContain("1.204 số thay đổi");
    expect(subtitle).toContain("Quy tắc đã sửa: kế hoạch thanh-hoa-2025.yaml, bản chương trình.");
  });
  test("the first edition is said to be the first", () => {
    expect(firstTitle("2025-11-18.1")).toBe("Đây là bản số liệu lần đầu: 2025-11-18.1");
    expect(firstTitle(null)).toBe("Chưa có bản số liệu nào được lưu");
    expect([editionNote(null), editionNote(0), editionNote(3)]).toEqual([
      "Bản lần đầu",
      "So bản trước: không xã nào thay đổi",
      "So bản trước: 3 xã thay đổi"
    ]);
  });
  test("every cause has words", () => {
    expect(Object.keys(CAUSE_WORDS).sort()).toEqual([...CAUSES].sort());
  });
});
