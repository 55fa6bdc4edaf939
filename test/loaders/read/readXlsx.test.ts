import {describe, expect, it} from "vitest";
import {accepted, firstSheet, onlyCell, refused, relationships, xlsx, xlsxParts, zip} from "./xlsxFile.ts";

const data = (cell: string): string => `<sheetData><row r="3">${cell}</row></sheetData>`;
const strings = (...items: string[]): {"xl/sharedStrings.xml": string} => ({
  "xl/sharedStrings.xml": `<sst>${items.map((item) => `<si>${item}</si>`).join("")}</sst>`
});

describe("values of cells", () => {
  it("a number is kept as written, with its value", () => {
    const cell = onlyCell(xlsx(data(`<c r="B3"><v>1376</v></c>`)));
    expect(cell).toEqual({
      row: 3,
      column: 2,
      kind: "number",
      text: "1376",
      number: 1376,
      isDate: false,
      isPercent: false,
      isFormula: false,
      font: null
    });
  });

  it("a shared string is text as stored, spaces and all", () => {
    const bytes = xlsx(
      data(`<c r="A3" t="s"><v>1</v></c>`),
      strings("<t>x</t>", `<t xml:space="preserve"> Thôn 1 </t>`)
    );
    expect(onlyCell(bytes)).toMatchObject({kind: "text", text: " Thôn 1 ", number: null});
  });

  it("runs of rich text are one text in the font of the first run, without phonetic guides", () => {
    const item = `<r><rPr><rFont val=".VnTime"/></rPr><t>Th</t></r><r><t>«n 1</t></r><rPh sb="0" eb="1"><t>KANA</t></rPh>`;
    expect(onlyCell(xlsx(data(`<c r="A3" t="s"><v>0</v></c>`), strings(item)))).toMatchObject({
      text: "Th«n 1",
      font: ".VnTime"
    });
  });

  it("an inline string is read like a shared one", () => {
    const plain = `<c r="A3" t="inlineStr"><is><t>Thôn &amp; bản</t></is></c>`;
    expect(onlyCell(xlsx(data(plain)))).toMatchObject({kind: "text", text: "Thôn & bản"});
    const rich = `<c r="A3" t="inlineStr"><is><r><t>Thôn </t></r><r><t>2</t></r></is></c>`;
    expect(onlyCell(xlsx(data(rich)))).toMatchObject({text: "Thôn 2"});
  });

  it("CDATA and character references are text", () => {
    const cell = `<c r="A3" t="inlineStr"><is><t><![CDATA[a<b]]>&#x110;&#273;</t></is></c>`;
    expect(onlyCell(xlsx(data(cell)))).toMatchObject({text: "a<bĐđ"});
  });

  it("Excel's escapes are undone, lone halves of characters and control characters are not let in", () => {
    const cell = `<c r="A3" t="inlineStr"><is><t>a_x000D_b_x005F_x0041__xD800_c_x0000_d</t></is></c>`;
    expect(onlyCell(xlsx(data(cell))).text).toBe("a\rb_x0041_\ufffdcd");
  });

  it("a boolean shows as TRUE or FALSE and counts 1 or 0", () => {
    expect(onlyCell(xlsx(data(`<c r="A3" t="b"><v>1</v></c>`)))).toMatchObject({
      kind: "boolean",
      text: "TRUE",
      number: 1
    });
    expect(onlyCell(xlsx(data(`<c r="A3" t="b"><v>0</v></c>`)))).toMatchObject({
      kind: "boolean",
      text: "FALSE",
      number: 0
    });
  });

  it("an error keeps its name", () => {
    expect(onlyCell(xlsx(data(`<c r="A3" t="e"><v>#N/A</v></c>`)))).toMatchObject({
      kind: "error",
      text: "#N/A",
      number: null
    });
  });

  it("a formula gives its cached value", () => {
    const number = onlyCell(xlsx(data(`<c r="A3"><f>1+1</f><v>2</v></c>`)));
    expect(number).toMatchObject({kind: "number", number: 2, isFormula: true});
    const text = onlyCell(xlsx(data(`<c r="A3" t="str"><f t="shared" si="0"/><v>Đạt</v></c>`)));
    expect(text).toMatchObject({kind: "text", text: "Đạt", isFormula: true});
  });

  it("a formula without a cached value stays, as empty text", () => {
    expect(onlyCell(xlsx(data(`<c r="A3"><f>SUM(B1:B9)</f></c>`)))).toMatchObject({
      kind: "text",
      text: "",
      isFormula: true
    });
  });

  it("a formula whose result is empty text leaves no cell, nor does an empty cell", () => {
    const cells = `<c r="A3" t="str"><f>""</f><v></v></c><c r="B3" s="1"/><c r="C3" t="s"><v>0</v></c><c r="D3"><v/></c>`;
    expect(firstSheet(xlsx(data(cells), strings("<t/>"))).cells).toEqual([]);
  });

  it("a number that is not one is shown as text", () => {
    expect(onlyCell(xlsx(data(`<c r="A3"><v>1e999</v></c>`)))).toMatchObject({
      kind: "text",
      text: "1e999",
      number: null
    });
  });

  it("a day of a strict file becomes its serial number", () => {
    const cell = onlyCell(xlsx(data(`<c r="A3" t="d"><v>2025-07-01T12:00:00</v></c>`)));
    expect(cell).toMatchObject({kind: "number", number: 45839.5, isDate: true, text: "2025-07-01T12:00:00"});
  });
});

describe("number formats and fonts", () => {
  const styled = (numFmt: string, id = 165): Uint8Array =>
    xlsx(data(`<c r="A3" s="1"><v>0.5</v></c>`), {
      "xl/styles.xml": `<styleSheet>
        <numFmts><numFmt numFmtId="165" formatCode="${numFmt}"/></numFmts>
        <fonts><font><name val="Arial"/></font><font><sz val="12"/><name val=".VnTime"/></font></fonts>
        <cellStyleXfs><xf numFmtId="14" fontId="0"/><xf numFmtId="14" fontId="0"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="${id}" fontId="1"/></cellXfs>
        <dxfs><dxf><font><name val="Wingdings"/></font></dxf></dxfs></styleSheet>`
    });

  it.each([
    ["dd/mm/yyyy", true, false],
    ["[$-42A]d &quot;tháng&quot; m;@", true, false],
    ["[h]:mm", true, false],
    ["yyyy", true, false],
    ["0.0%", false, true],
    ["0.00 &quot;%&quot;", false, false],
    ["#,##0 &quot;đồng&quot;", false, false],
    ["[Red]#,##0.00", false, false],
    ["_-* #,##0\\ _d_-", false, false],
    ["General", false, false],
    ["@", false, false],
    ["0;dd/mm", false, false]
  ])("format %s", (format, isDate, isPercent) => {
    expect(onlyCell(styled(format))).toMatchObject({isDate, isPercent, number: 0.5});
  });

  it("built-in formats: 14 is a day, 9 and 10 are percentages, 1 is a number", () => {
    expect(onlyCell(styled("", 14))).toMatchObject({isDate: true, isPercent: false});
    expect(onlyCell(styled("", 10))).toMatchObject({isDate: false, isPercent: true});
    expect(onlyCell(styled("", 1))).toMatchObject({isDate: false, isPercent: false});
  });

  it("the font of the cell's style is given", () => {
    expect(onlyCell(styled("0")).font).toBe(".VnTime");
  });

  it("a style that is not there is plain", () => {
    const bytes = xlsx(data(`<c r="A3" s="99"><v>1</v></c>`));
    expect(onlyCell(bytes)).toMatchObject({isDate: false, font: null});
  });
});

describe("layout", () => {
  it("merged ranges, hidden rows and hidden columns are told, their cells are read", () => {
    const sheet = firstSheet(
      xlsx(
        `<cols><col min="2" max="3" hidden="1"/><col min="4" max="999999999" hidden="0"/></cols>
         <sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="B2"><v>2</v></c></row></sheetData>
         <mergeCells count="1"><mergeCell ref="A1:C2"/></mergeCells>`
      )
    );
    expect(sheet.merges).toEqual([{top: 1, left: 1, bottom: 2, right: 3}]);
    expect(sheet.hiddenRows).toEqual([2]);
    expect(sheet.hiddenColumns).toEqual([2, 3]);
    expect(sheet.cells.map(({text}) => text)).toEqual(["1", "2"]);
  });

  it("missing addresses follow the cell before", () => {
    const {cells} = firstSheet(
      xlsx(
        `<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c r="C2"><v>3</v></c><c><v>4</v></c></row></sheetData>`
      )
    );
    expect(cells.map(({row, column}) => [row, column])).toEqual([[1, 1], [1, 2], [2, 3], [2, 4]]); // prettier-ignore
  });

  it("cells out of order are put in reading order, the later of two with one address stands", () => {
    const {cells} = firstSheet(
      xlsx(
        `<sheetData><row r="2"><c r="B2"><v>4</v></c><c r="A2"><v>3</v></c></row>
         <row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row></sheetData>`
      )
    );
    expect(cells.map(({text}) => text)).toEqual(["2", "3", "4"]);
  });

  it("sheets come in the workbook's order, hidden ones marked, chart sheets left out", () => {
    const sheet = (text: string): string =>
      `<worksheet><sheetData><row><c><v>${text}</v></c></row></sheetData></worksheet>`;
    const bytes = xlsx("", {
      "xl/workbook.xml": `<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets>
        <sheet name="B" r:id="r2" state="veryHidden"/><sheet name="Biểu đồ" r:id="r3"/><sheet name="A" r:id="r1"/></sheets></workbook>`,
      "xl/_rels/workbook.xml.rels": relationships({
        r1: ["worksheet", "worksheets/sheet1.xml"],
        r2: ["worksheet", "/xl/worksheets/sheet2.xml"],
        r3: ["chartsheet", "chartsheets/sheet1.xml"]
      }),
      "xl/worksheets/sheet1.xml": sheet("1"),
      "xl/worksheets/sheet2.xml": sheet("2")
    });
    const workbook = accepted(bytes);
    expect(workbook.sheets.map(({name, isHidden, cells}) => [name, isHidden, cells[0]?.text])).toEqual([
      ["B", true, "2"],
      ["A", false, "1"]
    ]);
    expect(workbook.uses1904Dates).toBe(true);
  });

  it("elements with a namespace prefix are read (.NET programs write them)", () => {
    const bytes = xlsx("", {
      "xl/workbook.xml": `<x:workbook xmlns:x="m" xmlns:d3p1="r"><x:sheets><x:sheet name="T" sheetId="1" d3p1:id="rId1"/></x:sheets></x:workbook>`,
      "xl/worksheets/sheet1.xml": `<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData>
        <x:extLst><x14:c xmlns:x14="n"><x14:v>7</x14:v></x14:c></x:extLst></x:worksheet>`,
      "xl/sharedStrings.xml": `<x:sst xmlns:x="m"><x:si><x:t>Thôn 1</x:t></x:si></x:sst>`
    });
    expect(onlyCell(bytes)).toMatchObject({text: "Thôn 1"});
  });

  it("strict files and unusual part paths are read", () => {
    const strict = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    const parts = xlsxParts("");
    const bytes = zip({
      "_rels/.rels": relationships({a: ["officeDocument", "/Book.XML"]}, strict),
      "book.xml": parts["xl/workbook.xml"] ?? "",
      "_rels/book.xml.rels": relationships({rId1: ["worksheet", "./x/../Bảng%201.xml"]}, strict),
      "Bảng 1.xml": `<worksheet><sheetData><row><c><v>5</v></c></row></sheetData></worksheet>`
    });
    expect(onlyCell(bytes)).toMatchObject({number: 5});
  });

  it("parts in UTF-16 are read", () => {
    const text = `\ufeff<worksheet><sheetData><row><c t="str"><v>Thôn Đông</v></c></row></sheetData></worksheet>`;
    const bytes = new Uint8Array(Uint16Array.from(text, (letter) => letter.charCodeAt(0)).buffer);
    expect(onlyCell(xlsx("", {"xl/worksheets/sheet1.xml": bytes}))).toMatchObject({text: "Thôn Đông"});
  });

  it("a large part is read across its pieces", () => {
    const row = (r: number): string =>
      `<row r="${r}"><c r="A${r}" t="inlineStr"><is><t>Thôn Đoàn Kết số ${r} – ấp</t></is></c></row>`;
    const rows = Array.from({length: 5_000}, (_, i) => row(i + 1));
    const {cells} = firstSheet(xlsx(`<sheetData>${rows.join("\n")}</sheetData>`));
    expect(cells.map(({text}) => text)).toEqual(rows.map((_, i) => `Thôn Đoàn Kết số ${i + 1} – ấp`));
  });
});

describe("refusals", () => {
  it.each([
    ["row beyond Excel's last", `<row r="1048577"><c><v>1</v></c></row>`],
    ["row of four thousand million", `<row r="4000000000"/>`],
    ["column beyond XFD", `<row r="1"><c r="XFE1"><v>1</v></c></row>`],
    ["address that is a property of objects", `<row r="1"><c r="__proto__"><v>1</v></c></row>`],
    ["row zero", `<row r="1"><c r="A0"><v>1</v></c></row>`],
    ["half an address", `<row r="1"><c r="A"><v>1</v></c></row>`]
  ])("%s", (_, rows) => {
    expect(refused(xlsx(`<sheetData>${rows}</sheetData>`))).toMatchObject({rule: "file_damaged"});
  });

  it("the last cell of the grid is inside", () => {
    expect(
      onlyCell(xlsx(`<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>`))
    ).toMatchObject({
      row: 1_048_576,
      column: 16_384
    });
  });

  it("a merge over the whole sheet costs nothing, one outside it is refused", () => {
    expect(firstSheet(xlsx(`<sheetData/><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`)).merges).toEqual([
      {top: 1, left: 1, bottom: 1_048_576, right: 16_384}
    ]);
    expect(refused(xlsx(`<mergeCells><mergeCell ref="A1:ZZZZ9"/></mergeCells>`)).rule).toBe("file_damaged");
  });

  it("a shared string that is not there", () => {
    const {rule, message} = refused(xlsx(data(`<c r="A3" t="s"><v>7</v></c>`), strings("<t>a</t>")));
    expect(rule).toBe("file_damaged");
    expect(message).toContain("7");
  });

  it("a sheet without content is refused, never left out", () => {
    expect(refused(xlsx("", {"xl/_rels/workbook.xml.rels": relationships({})})).message).toContain("Trang 1");
    const parts = xlsxParts("");
    delete parts["xl/worksheets/sheet1.xml"];
    expect(refused(zip(parts)).message).toContain("xl/worksheets/sheet1.xml");
  });

  it("a target outside the file", () => {
    const outside = relationships({rId1: ["worksheet", "../../../etc/passwd"]});
    expect(refused(xlsx("", {"xl/_rels/workbook.xml.rels": outside})).message).toContain("ngoài tệp");
    const external = outside.replace("/>", ` TargetMode="External"/>`);
    expect(refused(xlsx("", {"xl/_rels/workbook.xml.rels": external})).message).toContain("Trang 1");
  });

  it("a DOCTYPE, whatever it declares", () => {
    const bomb = `<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><worksheet><sheetData/></worksheet>`;
    expect(refused(xlsx("", {"xl/worksheets/sheet1.xml": bomb}))).toMatchObject({rule: "file_unsafe"});
    const external = `<!DOCTYPE a SYSTEM "file:///etc/passwd"><sst/>`;
    expect(refused(xlsx("", {"xl/sharedStrings.xml": external}))).toMatchObject({rule: "file_unsafe"});
  });

  it.each([
    ["unclosed element", "<worksheet><sheetData>"],
    ["crossed elements", "<worksheet><sheetData><row></sheetData></row></worksheet>"],
    ["unknown entity", "<worksheet>&j;</worksheet>"],
    ["attribute without quotes", "<worksheet a=b/>"],
    ["no element", "   "],
    ["two roots", "<worksheet/><worksheet/>"],
    ["invalid UTF-8", new Uint8Array([60, 97, 62, 0xff, 0xfe, 60, 47, 97, 62])],
    ["many half tags", `<worksheet>${"<c ".repeat(10_000)}`],
    ["many half comments", `<worksheet>${"<!--".repeat(10_000)}`]
  ])("broken XML: %s", (_, content) => {
    expect(refused(xlsx("", {"xl/worksheets/sheet1.xml": content}))).toMatchObject({rule: "file_damaged"});
  });

  it("names such as __proto__ change nothing", () => {
    const bytes = xlsx(data(`<c r="A3" t="s" __proto__="x"><v>0</v></c>`), {
      ...strings("<t>__proto__</t>"),
      "xl/workbook.xml": `<workbook xmlns:r="r"><sheets><sheet name="__proto__" r:id="__proto__"/></sheets></workbook>`,
      "xl/_rels/workbook.xml.rels": relationships({
        ["__proto__"]: ["worksheet", "worksheets/sheet1.xml"],
        s: ["sharedStrings", "sharedStrings.xml"]
      })
    });
    expect(firstSheet(bytes)).toMatchObject({name: "__proto__", cells: [{text: "__proto__"}]});
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
