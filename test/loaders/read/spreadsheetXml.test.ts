import {strToU8} from "fflate";
import {describe, expect, it} from "vitest";
import type {Workbook} from "../../../loaders/read/workbook.ts";
import {accepted} from "./xlsxFile.ts";

const NAMESPACE = "urn:schemas-microsoft-com:office:spreadsheet";

function book(table: string, {styles = "", options = "", head = ""} = {}): Workbook {
  return accepted(
    strToU8(
      `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
      <Workbook xmlns="${NAMESPACE}" xmlns:ss="${NAMESPACE}" xmlns:x="urn:schemas-microsoft-com:office:excel">${head}
      <Styles>${styles}</Styles><Worksheet ss:Name="Danh sách"><Table>${table}</Table>${options}</Worksheet></Workbook>`
    ),
    "a.xls"
  );
}

const places = ({sheets}: Workbook): string[] =>
  (sheets[0]?.cells ?? []).map(({row, column, text}) => `${row},${column}:${text}`);
const data = (type: string, value: string): string => `<Data ss:Type="${type}">${value}</Data>`;

describe("XML Spreadsheet 2003", () => {
  it.each([
    [data("Number", "1376"), {kind: "number", text: "1376", number: 1376}],
    [data("String", " Thôn &lt;1&gt; "), {kind: "text", text: " Thôn <1> "}],
    [data("Boolean", "1"), {kind: "boolean", text: "TRUE", number: 1}],
    [data("Error", "#DIV/0!"), {kind: "error", text: "#DIV/0!"}],
    [data("DateTime", "2025-07-01T00:00:00.000"), {kind: "number", number: 45_839, isDate: true}],
    [`<ss:Data ss:Type="String"><B>Thôn</B><Font> 1</Font></ss:Data>`, {kind: "text", text: "Thôn 1"}],
    [`${data("String", "a")}<Comment><ss:Data>ghi chú</ss:Data></Comment>`, {text: "a"}],
    [`<Comment><ss:Data>ghi chú</ss:Data></Comment>${data("String", "a")}`, {text: "a"}]
  ])("%s", (cell, expected) => {
    expect(book(`<Row><Cell>${cell}</Cell></Row>`).sheets[0]?.cells).toMatchObject([expected]);
  });

  it("rows and cells stand where their index says, else after the one before and after its merged range", () => {
    const workbook = book(
      `<Row ss:Index="3"><Cell ss:Index="2" ss:MergeAcross="2" ss:MergeDown="1">${data("String", "a")}</Cell><Cell>${data("String", "b")}</Cell></Row>
       <Row><Cell>${data("String", "c")}</Cell></Row>`
    );
    expect(workbook.format).toBe("xml");
    expect(places(workbook)).toEqual(["3,2:a", "3,5:b", "4,1:c"]);
    expect(workbook.sheets[0]?.merges).toEqual([{top: 3, left: 2, bottom: 4, right: 4}]);
  });

  it("styles tell days, percentages and fonts", () => {
    const styles = `<Style ss:ID="Default"><Font ss:FontName="Arial"/></Style>
      <Style ss:ID="s1"><NumberFormat ss:Format="Short Date"/></Style>
      <Style ss:ID="s2"><NumberFormat ss:Format="0.0%"/><Font ss:FontName=".VnTime"/></Style>
      <Style ss:ID="s3" ss:Parent="s2"/>`;
    const cells = [`ss:StyleID="s1"`, `ss:StyleID="s2"`, `ss:StyleID="s3"`, ""].map(
      (style) => `<Cell ${style}>${data("Number", "0.5")}</Cell>`
    );
    const [sheet] = book(`<Row>${cells.join("")}</Row>`, {styles}).sheets;
    expect(sheet?.cells.map(({isDate, isPercent, font}) => [isDate, isPercent, font])).toEqual([
      [true, false, "Arial"],
      [false, true, ".VnTime"],
      [false, true, ".VnTime"],
      [false, false, "Arial"]
    ]);
  });

  it("formulas give their results; one without a result stays", () => {
    const row = `<Row><Cell ss:Formula="=1+1">${data("Number", "2")}</Cell><Cell ss:Formula="=A1"/></Row>`;
    expect(book(row).sheets[0]?.cells).toMatchObject([
      {number: 2, isFormula: true},
      {text: "", isFormula: true}
    ]);
  });

  it("hidden rows, columns and sheets, and days from 1904, are told", () => {
    const workbook = book(
      `<Column ss:Index="2" ss:Hidden="1"/><Row ss:Hidden="1"><Cell>${data("String", "a")}</Cell></Row>
       <Row><Cell ss:Index="2">${data("DateTime", "1904-01-02T00:00:00.000")}</Cell></Row>`,
      {
        options: `<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions>`,
        head: `<ExcelWorkbook xmlns="urn:schemas-microsoft-com:office:excel"><Date1904/></ExcelWorkbook>`
      }
    );
    expect(workbook.uses1904Dates).toBe(true);
    expect(workbook.sheets[0]).toMatchObject({isHidden: true, hiddenRows: [1], hiddenColumns: [2]});
    expect(workbook.sheets[0]?.cells[1]?.number).toBe(1);
  });
});
