import {strToU8} from "fflate";
import {describe, expect, it} from "vitest";
import type {Cell, Workbook} from "../../../loaders/read/workbook.ts";
import {accepted, zip} from "./xlsxFile.ts";

const MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet";

interface Parts {
  styles?: string;
  named?: string;
  before?: string;
}

function ods(tables: string, {styles = "", named, before = ""}: Parts = {}): Workbook {
  const content = `<office:document-content>${styles}<office:body><office:spreadsheet>${before}${tables}</office:spreadsheet></office:body></office:document-content>`;
  return accepted(
    zip({
      mimetype: MIMETYPE,
      "content.xml": content,
      ...(named === undefined ? {} : {"styles.xml": `<office:document-styles>${named}</office:document-styles>`})
    }),
    "a.ods"
  );
}

const table = (rows: string, attributes = ""): string =>
  `<table:table table:name="A"${attributes}>${rows}</table:table>`;
const row = (cells: string, attributes = ""): string => `<table:table-row${attributes}>${cells}</table:table-row>`;
const typed = (type: string, value: string, rest = ""): string =>
  `<table:table-cell office:value-type="${type}" ${value} ${rest}/>`;
const text = (paragraphs: string, rest = ""): string =>
  `<table:table-cell office:value-type="string" ${rest}>${paragraphs}</table:table-cell>`;
const cellsOf = (workbook: Workbook): readonly Cell[] => workbook.sheets[0]?.cells ?? [];
const places = (workbook: Workbook): string[] => cellsOf(workbook).map((cell) => `${cell.row},${cell.column}:${cell.text}`); // prettier-ignore

describe("values of .ods cells", () => {
  it.each([
    [typed("float", `office:value="1376"`), {kind: "number", text: "1376", number: 1376, isDate: false}],
    [typed("currency", `office:value="5.5"`), {kind: "number", number: 5.5}],
    [typed("percentage", `office:value="0.887"`), {kind: "number", number: 0.887, isPercent: true}],
    [
      typed("date", `office:date-value="2025-07-01"`),
      {kind: "number", text: "2025-07-01", number: 45_839, isDate: true}
    ],
    [typed("date", `office:date-value="2025-07-01T12:00:00"`), {number: 45_839.5, isDate: true}],
    [typed("time", `office:time-value="PT36H00M00S"`), {number: 1.5, isDate: true}],
    [typed("boolean", `office:boolean-value="true"`), {kind: "boolean", text: "TRUE", number: 1}],
    [typed("string", `office:string-value="Thôn 1"`), {kind: "text", text: "Thôn 1"}],
    [typed("float", `office:value="2"`, `table:formula="of:=1+1"`), {number: 2, isFormula: true}],
    [`<table:table-cell table:formula="of:=1+1"/>`, {kind: "text", text: "", isFormula: true}],
    [text("<text:p>#N/A</text:p>", `calcext:value-type="error" table:formula="of:=X"`), {kind: "error", text: "#N/A"}],
    [
      typed("date", `office:date-value="hôm qua"`).replace("/>", "><text:p>hôm qua</text:p></table:table-cell>"),
      {kind: "text", text: "hôm qua"}
    ]
  ])("%s", (cell, expected) => {
    expect(cellsOf(ods(table(row(cell))))).toMatchObject([expected]);
  });

  it("a formula whose result is an empty text leaves no cell, nor does an empty cell", () => {
    const cells = text("<text:p/>", `table:formula="of:=X"`) + "<table:table-cell/>" + typed("string", "");
    expect(cellsOf(ods(table(row(cells))))).toEqual([]);
  });
});

describe("texts of .ods cells", () => {
  it.each([
    ["paragraphs are lines", "<text:p>Thôn 1</text:p><text:p>Thôn 2</text:p>", "Thôn 1\nThôn 2"],
    [
      "marks stand for spaces",
      `<text:p><text:s text:c="2"/>a<text:tab/>b<text:s/>c<text:line-break/>d</text:p>`,
      "  a\tb c\nd"
    ],
    ["written white space is one space", "<text:p>\n  Thôn\n   1</text:p>", "Thôn 1"],
    ["spans and links are text", `<text:p>Th<text:span>ô</text:span>n <text:a>1</text:a></text:p>`, "Thôn 1"],
    [
      "comments, notes and drawings are not",
      "<office:annotation><text:p>ghi chú</text:p></office:annotation><draw:frame><draw:text-box><text:p>x</text:p></draw:text-box></draw:frame><text:p>Thôn 1</text:p>",
      "Thôn 1"
    ]
  ])("%s", (_, paragraphs, expected) => {
    expect(cellsOf(ods(table(row(text(paragraphs)))))[0]?.text).toBe(expected);
  });
});

describe("layout of .ods sheets", () => {
  it("repeated cells and rows stand in all their places, repeated empty ones push what follows", () => {
    const repeated = text("<text:p>x</text:p>", `table:number-columns-repeated="2"`);
    const rows =
      row(`<table:table-cell table:number-columns-repeated="3"/>${repeated}`, ` table:number-rows-repeated="2"`) +
      row(`<table:table-cell table:number-columns-repeated="16384"/>`, ` table:number-rows-repeated="5"`) +
      row(text("<text:p>y</text:p>"));
    expect(places(ods(table(rows)))).toEqual(["1,4:x", "1,5:x", "2,4:x", "2,5:x", "8,1:y"]);
  });

  it("merged ranges are told; cells they cover take up their places", () => {
    const rows = row(
      text("<text:p>a</text:p>", `table:number-columns-spanned="2" table:number-rows-spanned="3"`) +
        `<table:covered-table-cell/>` +
        text("<text:p>b</text:p>")
    );
    const workbook = ods(table(rows));
    expect(workbook.sheets[0]?.merges).toEqual([{top: 1, left: 1, bottom: 3, right: 2}]);
    expect(places(workbook)).toEqual(["1,1:a", "1,3:b"]);
  });

  it("hidden rows and columns are told up to the end of the table, hidden sheets too", () => {
    const columns = `<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="16383"/>`;
    const rows =
      row(text("<text:p>a</text:p>") + text("<text:p>b</text:p>")) +
      row(text("<text:p>c</text:p>"), ` table:visibility="filter"`) +
      row(text("<text:p>d</text:p>")) +
      row("<table:table-cell/>", ` table:visibility="collapse" table:number-rows-repeated="1048573"`);
    const styles = `<office:automatic-styles><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>`;
    const {sheets} = ods(table(columns + rows, ` table:style-name="ta2"`), {styles});
    expect(sheets[0]).toMatchObject({isHidden: true, hiddenRows: [2], hiddenColumns: [2]});
  });

  it("groups and header rows do not change what stands where; copies of other files' tables are no sheets", () => {
    const linked = `<table:table table:name="'file:///b.ods'#A"><table:table-source/>${row(text("<text:p>z</text:p>"))}</table:table>`;
    const grouped = `<table:table-row-group><table:table-header-rows>${row(text("<text:p>a</text:p>"))}</table:table-header-rows></table:table-row-group>`;
    const workbook = ods(linked + table(grouped + row(text("<text:p>b</text:p>"))));
    expect(workbook.sheets.map(({name}) => name)).toEqual(["A"]);
    expect(places(workbook)).toEqual(["1,1:a", "2,1:b"]);
  });
});

describe("styles of .ods cells", () => {
  const fonts = `<office:font-face-decls><style:font-face style:name="F1" svg:font-family="'.VnTime'"/></office:font-face-decls>`;
  const named = `<office:styles><style:default-style style:family="table-cell"><style:text-properties style:font-name="Arial"/></style:default-style>
    <style:style style:name="P" style:family="table-cell"><style:text-properties style:font-name="F1"/></style:style></office:styles>`;
  const automatic = `<office:automatic-styles><number:date-style style:name="N1"/><number:percentage-style style:name="N2"/>
    <style:style style:name="ce1" style:family="table-cell" style:parent-style-name="P"/>
    <style:style style:name="ce2" style:family="table-cell" style:data-style-name="N1"/>
    <style:style style:name="ce3" style:family="table-cell" style:data-style-name="N2"/></office:automatic-styles>`;

  it("a font comes from the cell's style, the style it builds on, its row, its column, or the document", () => {
    const cells = (attributes: string): string => text("<text:p>a</text:p>", attributes);
    const rows =
      `<table:table-column table:number-columns-repeated="2"/><table:table-column table:default-cell-style-name="ce1"/>` +
      row(cells(`table:style-name="ce1"`) + cells("") + cells("")) +
      row(cells(""), ` table:default-cell-style-name="ce1"`);
    const workbook = ods(table(rows), {styles: fonts + automatic, named});
    expect(cellsOf(workbook).map(({font}) => font)).toEqual([".VnTime", "Arial", ".VnTime", ".VnTime"]);
  });

  it("numbers in a style of days or of percentages are such, as other programs write them", () => {
    const rows = row(
      typed("float", `office:value="45839"`, `table:style-name="ce2"`) +
        typed("float", `office:value="0.5"`, `table:style-name="ce3"`)
    );
    expect(cellsOf(ods(table(rows), {styles: automatic}))).toMatchObject([{isDate: true}, {isPercent: true}]);
  });

  it("days count from the file's own first day", () => {
    const before = `<table:calculation-settings><table:null-date table:date-value="1904-01-01"/></table:calculation-settings>`;
    const workbook = ods(table(row(typed("date", `office:date-value="1904-01-02"`))), {before});
    expect(workbook.uses1904Dates).toBe(true);
    expect(cellsOf(workbook)[0]?.number).toBe(1);
  });
});

it("a flat file (.fods) is read too", () => {
  const flat = `<?xml version="1.0"?><office:document office:mimetype="${MIMETYPE}"><office:body><office:spreadsheet>${table(row(text("<text:p>a</text:p>")))}</office:spreadsheet></office:body></office:document>`;
  expect(places(accepted(strToU8(flat), "a.fods"))).toEqual(["1,1:a"]);
});
