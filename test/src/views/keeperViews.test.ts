import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {decodeStates, DUTY_STATES, stateCode} from "../../../src/views/dutyStates.ts";
import {
  cumulative,
  daysLate,
  filteredFiles,
  filteredRows,
  fileStatus,
  firstDuty,
  knownDuty,
  knownStatus,
  progressRows,
  statusCounts
} from "../../../src/views/progressView.ts";
import {
  communeRows,
  filteredIssues,
  type IssueFilter,
  issueRows,
  knownSeverity,
  mustFix,
  ruleRows,
  severityTotals
} from "../../../src/views/qualityView.ts";
import {
  qualityCommune,
  reportDuty,
  silentDuty,
  smallProgressYear,
  smallQuality,
  smallQualityFiles,
  smallQualityIssues
} from "../smallKeeper.ts";

describe("what Tiến độ nộp lists", () => {
  const rows = progressRows(smallProgressYear, reportDuty);

  it("opens on the year's report with a day, then without one, then on what files tell of", () => {
    expect(firstDuty([silentDuty, reportDuty])).toBe(reportDuty);
    expect(firstDuty([silentDuty])).toBe(silentDuty);
    expect(firstDuty([])).toBeNull();
    expect(knownDuty([silentDuty, reportDuty], "không có")).toBe(reportDuty);
    expect(knownStatus("xấu")).toBe("all");
  });
  it("has a row for everyone who owes the duty, with days late after the last good day", () => {
    expect(rows.map(({state, days_late}) => [state, days_late])).toEqual([
      ["tre", 6],
      ["dung_han", 0],
      ["chua_nop", null],
      ["chua_nop", null]
    ]);
    expect(progressRows(smallProgressYear, {...reportDuty, id: "other"})).toEqual([]);
  });
  it("a report on the due day of a “trước ngày” is a day late; an unknown day is not late", () => {
    expect(daysLate("2025-11-15", "2025-11-14")).toBe(1);
    expect(daysLate("2025-11-14", "2025-11-14")).toBe(0);
    expect(daysLate(null, "2025-11-14")).toBeNull();
    expect(daysLate("2025-11-14", null)).toBeNull();
  });
  it("filters by state, by missing parts and by words without accents", () => {
    expect(filteredRows(rows, {status: "chua_nop", search: ""})).toHaveLength(2);
    expect(filteredRows(rows, {status: "thieu_phan", search: ""}).map(({area}) => area.name)).toEqual(["Mường Lý"]);
    expect(filteredRows(rows, {status: "all", search: "tinh gia"}).map(({area}) => area.name)).toEqual(["Tĩnh Gia"]);
  });
  it("counts of the filter are all rows; states without one are not offered", () => {
    expect(statusCounts(rows)).toEqual([
      {status: "all", count: 4},
      {status: "dung_han", count: 1},
      {status: "tre", count: 1},
      {status: "chua_nop", count: 2},
      {status: "thieu_phan", count: 1}
    ]);
  });
  it("a file all of whose parts were replaced is replaced, whatever was accepted of it", () => {
    expect(smallProgressYear.files.map(fileStatus)).toEqual(["accepted", "accepted", "thay", "rejected"]);
    expect(fileStatus({status: "partly_accepted", parts: 3, current_parts: 1})).toBe("partly_accepted");
    expect(filteredFiles(smallProgressYear, {status: "thay", search: "", code: undefined}).map(({id}) => id)).toEqual([
      "f2"
    ]);
    expect(filteredFiles(smallProgressYear, {status: "all", search: "", code: "2"}).map(({id}) => id)).toEqual([
      "f1",
      "f2"
    ]);
    expect(
      filteredFiles(smallProgressYear, {status: "all", search: "trung ly", code: undefined}).map(({id}) => id)
    ).toEqual(["f3"]);
  });
  it("running totals end at the sum, and never fall", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50)), (counts) => {
        const steps = cumulative(counts.map((count, i) => [`d${i}`, count]));
        expect(steps.at(-1)?.total ?? 0).toBe(counts.reduce((sum, count) => sum + count, 0));
        expect(steps.every(({total}, i) => total >= (steps[i - 1]?.total ?? 0))).toBe(true);
      })
    );
  });
  it("states survive being written in a file, and another character is a fault", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...DUTY_STATES)), (states) => {
        expect(decodeStates(states.map(stateCode).join(""))).toEqual(states);
      })
    );
    expect(() => decodeStates("9")).toThrow("unknown duty state");
  });
});

describe("what Chất lượng lists", () => {
  const rows = issueRows(smallQualityIssues, smallQualityFiles, smallQuality.rules);
  const all: IssueFilter = {
    severity: "all",
    rule: null,
    commune: null,
    boundary: "as_reported",
    file: null,
    search: "",
    isOpenOnly: false
  };
  const cells = (filter: Partial<IssueFilter>): (string | null)[] =>
    filteredIssues(rows, {...all, ...filter}).map(({cell}) => cell);

  it("an issue has its file, commune, rule, place and words", () => {
    expect(rows[0]).toMatchObject({
      cell: "J10",
      sheet: "Danh sách đơn vị",
      value: "Giỏi",
      remedy: "Chọn Khá.",
      isOpen: true
    });
    expect(rows[0]?.rule?.id).toBe("unknown_class");
    expect(rows[3]).toMatchObject({commune: null, sheet: null, cell: null, value: null});
  });
  it("filters by files in use, severity, rule, file, commune and words, all together", () => {
    expect(cells({isOpenOnly: true})).toEqual(["J10", "J12", null, "B20"]);
    expect(cells({severity: "phai-sua"})).toEqual(["J10", "J12", "J9", null]);
    expect(cells({severity: "warning"})).toEqual(["B20"]);
    expect(cells({rule: "unknown_class", file: "f2"})).toEqual(["J9"]);
    expect(cells({commune: "1"})).toEqual(["J10", "J12", "B20"]);
    expect(cells({search: "gioi muong ly"})).toEqual([]);
    expect(cells({search: "mam non"})).toEqual(["B20"]);
    expect(knownSeverity("xấu")).toBe("all");
  });
  it("on present boundaries a former commune answers to its successor, never to a code that was used again", () => {
    const moved = {
      ...smallQualityFiles,
      communes: [{...qualityCommune, register: "former" as const, code: "1", successor: "2"}]
    };
    const former = issueRows({...smallQualityIssues, commune: [0, 0, 0, -1, 0]}, moved, smallQuality.rules);
    expect(filteredIssues(former, {...all, boundary: "current", commune: "1"})).toHaveLength(0);
    expect(filteredIssues(former, {...all, boundary: "current", commune: "2"})).toHaveLength(4);
    expect(filteredIssues(former, {...all, commune: "1"})).toHaveLength(4);
  });
  it("rules stand by severity, then by count, and count what was asked for", () => {
    const counts = smallQuality.years[0]?.rules ?? [];
    expect(ruleRows(smallQuality.rules, counts, true).map(({rule, count}) => [rule.id, count])).toEqual([
      ["file_not_spreadsheet", 1],
      ["unknown_class", 2],
      ["excluded_kind", 1]
    ]);
    expect(severityTotals(ruleRows(smallQuality.rules, counts, false))).toEqual({
      row_error: 1,
      value_error: 3,
      warning: 1,
      info: 0
    });
  });
  it("both boundary views have the same totals; communes that were split stand in one line", () => {
    const commune = fc.record({
      code: fc.constantFrom("1", "2", "3", "4"),
      register: fc.constantFrom("former" as const, "current" as const),
      successor: fc.option(fc.constantFrom("1", "2", "9")),
      units: fc.nat(50),
      values: fc.nat(9)
    });
    fc.assert(
      fc.property(fc.uniqueArray(commune, {selector: ({code, register}) => `${code} ${register}`}), (communes) => {
        const files = {
          ...smallQualityFiles,
          communes: communes.map(({values, ...one}) => ({
            ...qualityCommune,
            ...one,
            successor: one.register === "current" ? one.code : one.successor,
            issues: [0, values, 0, 0] as [number, number, number, number]
          }))
        };
        const total = (boundary: "current" | "as_reported"): number[] => {
          const found = communeRows(files, boundary);
          return [
            found.reduce((sum, {units}) => sum + units, 0),
            found.reduce((sum, {issues}) => sum + mustFix(issues), 0)
          ];
        };
        expect(total("current")).toEqual(total("as_reported"));
        expect(communeRows(files, "as_reported")).toHaveLength(communes.length);
        expect(communeRows(files, "current").filter(({href}) => href === null).length).toBeLessThanOrEqual(1);
      })
    );
  });
});
