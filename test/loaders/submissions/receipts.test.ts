import {strToU8} from "fflate";
import {describe, expect, it} from "vitest";
import {readReceipts} from "../../../loaders/submissions/receipts.ts";

const read = (text: string): ReturnType<typeof readReceipts> => readReceipts(strToU8(text));

describe("receipts.csv", () => {
  it("only the file's name is needed; columns come in any order", () => {
    const {lines, problems} = read("stage,file,year\nSơ bộ,./submissions/2025/a.xlsx,2025\n,b.csv,\n");
    expect(problems).toEqual([]);
    expect(lines).toEqual([
      {
        line: 2,
        receipt: {
          file: "2025/a.xlsx",
          received_date: null,
          sender: null,
          stage: "so_bo",
          commune: null,
          year: 2025,
          withdrawn: false
        }
      },
      {
        line: 3,
        receipt: {
          file: "b.csv",
          received_date: null,
          sender: null,
          stage: null,
          commune: null,
          year: null,
          withdrawn: false
        }
      }
    ]);
  });

  it.each([
    ["2025-11-18", "2025-11-18"],
    ["18/11/2025", "2025-11-18"],
    ["8-1-2025", "2025-01-08"],
    ["2025-02-30", null],
    ["11/18/2025", null],
    ["hôm qua", null]
  ])("day %s is %s", (written, day) => {
    const {lines, problems} = read(`file,received_date\na.csv,${written}\n`);
    expect(lines[0]?.receipt.received_date).toBe(day);
    expect(problems.map(({line, field, raw_value}) => [line, field, raw_value])).toEqual(
      day === null ? [[2, "received_date", written]] : []
    );
  });

  it.each([
    ["x", true],
    ["có", true],
    ["1", true],
    ["không", false],
    ["", false]
  ])("withdrawn %j is %s", (written, withdrawn) => {
    expect(read(`file,withdrawn\na.csv,${written}\n`)).toMatchObject({lines: [{receipt: {withdrawn}}], problems: []});
  });

  it("a word that is neither yes nor no does not withdraw a file", () => {
    const {lines, problems} = read("file,withdrawn\na.csv,có lẽ\n");
    expect(lines[0]?.receipt.withdrawn).toBe(false);
    expect(problems).toHaveLength(1);
  });

  it("of two lines for one file the later holds, with a problem; a line without a file is a problem", () => {
    const {lines, problems} = read("file,sender\na.csv,Xã A\n,Xã B\na.csv,Xã C\n\n");
    expect(lines.map(({receipt}) => receipt.sender)).toEqual(["Xã C"]);
    expect(problems.map(({line, file}) => [line, file])).toEqual([[3, null], [4, "a.csv"]]); // prettier-ignore
  });

  it.each([
    ["no column file", "tệp\na.csv\n"],
    ["an open quotation mark", 'file\n"a.csv\n'],
    ["bytes that are no text", "file\n\0\u0001"],
    ["nothing", ""]
  ])("%s: one problem that says how the table should look", (_, text) => {
    const {lines, problems} = read(text);
    expect(lines).toEqual([]);
    expect(problems).toMatchObject([{line: null, file: null}]);
  });
});
