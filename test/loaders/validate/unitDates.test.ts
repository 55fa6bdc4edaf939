import {describe, expect, test} from "vitest";
import {found, read, sheet, TITLE, type Value} from "./build.ts";

const HEADER = [
  "STT",
  "Tên đơn vị",
  "Loại hình",
  "Ngày đăng ký",
  "Ngày nghị quyết",
  "Kết quả xét",
  "Số quyết định",
  "Ngày gửi hồ sơ"
];
const reading = (row: {
  name?: string;
  type?: string;
  registered?: Value;
  resolution?: Value;
  decision?: Value;
  sent?: Value;
}) => {
  const {name = "Thôn 1", type = "KDC", registered = null, resolution = null, decision = null, sent = null} = row;
  return read(
    sheet("DS", [...TITLE, HEADER, [1, name, type, registered, resolution, "Đạt", decision ?? "1/QĐ", sent]])
  );
};
const told = (row: Parameters<typeof reading>[0]): string[] => found(reading(row));

describe("days of a unit against the assessed period (Thông tư 124 Điều 8)", () => {
  test.each<[string, Parameters<typeof reading>[0], string[]]>([
    ["a residential area's year begins on 1/11 of the year before", {registered: "01/11/2024"}, []],
    ["the day before is outside", {registered: "31/10/2024"}, ["date_outside_period D4"]],
    ["and ends on 31/10", {resolution: "31/10/2025"}, []],
    ["the day after is outside", {resolution: "01/11/2025"}, ["date_outside_period E4"]],
    ["an agency's year begins on 16/11", {type: "CQ", name: "Trạm Y tế", registered: "16/11/2024"}, []],
    [
      "the day before is outside",
      {type: "CQ", name: "Trạm Y tế", registered: "15/11/2024"},
      ["date_outside_period D4"]
    ],
    ["and ends on 15/11", {type: "CQ", name: "Trạm Y tế", resolution: "15/11/2025"}, []],
    ["the day after is outside", {type: "CQ", name: "Trạm Y tế", resolution: "16/11/2025"}, ["date_outside_period E4"]],
    ["the slip of a year", {registered: "14/02/2024"}, ["date_outside_period D4"]],
    ["a dossier may follow the year", {sent: "10/01/2026"}, []],
    ["not by half a year", {sent: "10/07/2026"}, ["date_outside_period H4"]]
  ])("%s", (_, row, issues) => {
    expect(told(row)).toEqual(issues);
  });

  test("names day and period", () => {
    expect(reading({registered: "14/02/2024"}).issues).toMatchObject([
      {
        severity: "warning",
        message: "Cột “Ngày đăng ký”: ngày 14/2/2024 ngoài kỳ đánh giá (1/11/2024 đến 31/10/2025)."
      }
    ]);
  });
});

describe("registration in the first quarter", () => {
  const list = (year: number, title: string, ...days: string[]) =>
    found(
      read(
        sheet("DS", [[title], HEADER, ...days.map((day, i) => [i, `Thôn ${i + 1}`, "KDC", day, null, "Đạt", "1/QĐ"])]),
        {
          folderYear: year
        }
      )
    );
  test("late ones are named once a sheet, for information", () => {
    const {issues} = read(
      sheet("DS", [...TITLE, HEADER, ...["31/03/2025", "01/04/2025", "02/05/2025"].map((day, i) => [i, `Thôn ${i + 1}`, "KDC", day, null, "Đạt", "1/QĐ"])]) // prettier-ignore
    );
    expect(issues).toMatchObject([
      {
        rule: "registered_after_q1",
        severity: "info",
        cell: "D5",
        message: "Cột “Ngày đăng ký”: 2 đơn vị đăng ký sau quý I: “Thôn 2”, “Thôn 3”."
      }
    ]);
  });
  test("in July 2025 it is no delay: the unit was founded with its commune", () => {
    expect(list(2025, "DANH SÁCH PHƯỜNG SẦM SƠN NĂM 2025", "07/07/2025")).toEqual([]);
    expect(list(2026, "DANH SÁCH PHƯỜNG SẦM SƠN NĂM 2026", "07/07/2026")).toEqual(["registered_after_q1 D3"]);
  });
});

describe("the day inside a decision's number", () => {
  test.each<[string, string[]]>([
    ["12/QĐ-UBND ngày 14/11/2025", []],
    ["12/QĐ-UBND ngày 14/11/2023", ["date_outside_period G4", "decided_before_registered G4"]],
    ["12/QĐ-UBND ngày 10/02/2025", ["decided_before_registered G4"]],
    ["12/QĐ-UBND", []]
  ])("“%s” of a unit registered on 14/2/2025", (decision, issues) => {
    expect(told({registered: "14/02/2025", decision})).toEqual(issues);
  });
});

test("a day of Thông tin chung outside the year", () => {
  const facts = (day: string) =>
    found(read(sheet("Thông tin chung", [["THÔNG TIN CHUNG PHƯỜNG SẦM SƠN NĂM 2025"], ["Nội dung", "Kết quả"], ["Ngày ban hành kế hoạch", day], ["Ngày báo cáo năm", "10/11/2025"]]))); // prettier-ignore
  expect(facts("20/02/2025")).toEqual([]);
  expect(facts("20/02/2023")).toEqual(["date_outside_period B3"]);
});
