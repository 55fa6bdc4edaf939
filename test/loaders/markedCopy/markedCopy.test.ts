import {read as readBySheetJs, utils, write as writeBySheetJs} from "@e965/xlsx";
import {unzipSync} from "fflate";
import {SaxesParser} from "saxes";
import {describe, expect, it} from "vitest";
import {readZipDirectory} from "../../../loaders/read/zipDirectory.ts";
import type {Issue} from "../../../loaders/validate/reading.ts";
import {xlsxParts, zip} from "../read/xlsxFile.ts";
import {checked, LIST_ROWS, listFile, marked, partsOf, rowXml, textsOf} from "./marked.ts";

const SHEET = "xl/worksheets/sheet1.xml";

/** Fails on XML that is not well-formed or uses an undeclared prefix. */
function parse(xml: string): void {
  const parser = new SaxesParser({xmlns: true});
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(xml).close();
}

const problem = (about: Partial<Issue>): Issue => ({
  commune_code: null,
  severity: "warning",
  rule: "test",
  sheet: "Trang 1",
  cell: null,
  row_number: null,
  field: null,
  raw_value: null,
  message: "Sai.",
  remedy: "Sửa.",
  ...about
});

describe("what a marked copy says", () => {
  it("the column Lỗi stands right of the table, with its header and beside rows with problems only", () => {
    const {after} = marked(listFile());
    const texts = textsOf(after);
    expect(texts["G3"]).toBe("Lỗi");
    expect(texts["G5"]).toMatch(/^Phải sửa: Cột “Kết quả xét”: “Đạt một phần” .*Chọn Đạt hoặc Chưa đạt/);
    expect(Object.keys(texts).filter((address) => address.startsWith("G"))).toEqual(["G3", "G5", "G6"]);
  });

  it("several problems of a row are numbered, those to mend first", () => {
    const {after} = marked(listFile(), "tep.xlsx", [
      problem({row_number: 5, cell: "B5", message: "Lạ.", remedy: "Xem lại."})
    ]);
    const lines = textsOf(after)["G5"]?.split("\n");
    expect(lines?.map((line) => line.slice(0, 14))).toEqual(["1. Phải sửa: C", "2. Nên xem lại"]);
    expect(lines?.[1]).toBe("2. Nên xem lại: Lạ. Xem lại.");
  });

  it("cells to mend are orange, cells to review violet; a cell that is both is orange", () => {
    const more = [problem({row_number: 5, cell: "E5"}), problem({row_number: 7, cell: "B7"})];
    const xml = partsOf(marked(listFile(), "tep.xlsx", more).bytes)[SHEET] ?? "";
    const formats = [...xml.matchAll(/<conditionalFormatting sqref="([^"]*)">.*?dxfId="(\d)"/g)].map(
      ([, cells, format]) => [format, cells]
    );
    expect(formats).toEqual([
      ["0", "B6 E5"],
      ["1", "B7"]
    ]);
  });

  it("a column's problem marks its header cell and is listed, not written beside the header", () => {
    const {after, bytes} = marked(listFile(), "tep.xlsx", [
      problem({row_number: 3, cell: "D3", message: "Cột trống."})
    ]);
    expect(textsOf(after)["G3"]).toBe("Lỗi");
    expect(partsOf(bytes)[SHEET]).toContain('sqref="D3"');
    expect(Object.values(textsOf(after, 1))).toContain("Cột trống.");
  });

  it("the sheet Lỗi của tệp comes last and lists every problem, those of the whole file first, with links to cells", () => {
    const {after, bytes} = marked(listFile(), "tep.xlsx", [
      problem({sheet: null, severity: "row_error", message: "Không rõ năm."})
    ]);
    expect(after.workbook?.sheets.map(({name}) => name)).toEqual(["Trang 1", "Lỗi của tệp"]);
    const texts = textsOf(after, 1);
    expect(texts["A1"]).toBe("Kết quả kiểm tra tệp");
    expect(texts["A2"]).toBe("3 chỗ phải sửa.");
    expect([texts["A6"], texts["B6"], texts["E6"]]).toEqual(["Phải sửa", "cả tệp", "Không rõ năm."]);
    expect([texts["A7"], texts["B7"], texts["C7"], texts["D7"]]).toEqual(["Phải sửa", "Trang 1", "E5", "Đạt một phần"]);
    const part = Object.entries(partsOf(bytes)).find(([, xml]) => xml.includes("Kết quả kiểm tra tệp"))?.[1];
    expect(part).toContain(`<hyperlink ref="C7" location="'Trang 1'!E5"/>`);
  });

  it("a problem in a hidden row or sheet says so on the sheet of problems", () => {
    const rows = LIST_ROWS.map((row) => row.replace('<row r="5"', '<row r="5" hidden="1"'));
    const texts = textsOf(marked(listFile({rows})).after, 1);
    expect(Object.values(texts)).toContain("E5 (dòng ẩn)");
  });

  it("notes are listed, never written beside a row", () => {
    const {after} = marked(listFile(), "tep.xlsx", [
      problem({severity: "info", row_number: 4, cell: "B4", message: "Chỉ để biết."})
    ]);
    expect(textsOf(after)["G4"]).toBeUndefined();
    expect(
      Object.values(textsOf(after, 1)).filter((text) => text === "Ghi chú" || text === "Chỉ để biết.")
    ).toHaveLength(2);
  });

  it("text of the file and of messages is text: no markup, no formula, no character that XML cannot hold", () => {
    const message = '=HYPERLINK("http://a") <b>&amp; </t> \u0007 \ud800 _x0041_ “x”';
    const {bytes, after} = marked(listFile(), "tep.xlsx", [problem({row_number: 4, message, raw_value: "=1+1"})]);
    for (const [name, xml] of Object.entries(partsOf(bytes))) if (/\.(xml|rels)$/.test(name)) parse(xml);
    expect(textsOf(after)["G4"]).toBe(`Nên xem lại: ${message.replace("\u0007", "").replace("\ud800", "\ufffd")} Sửa.`);
    expect(partsOf(bytes)[SHEET]).not.toContain("<f>");
  });
});

describe("what a marked copy keeps", () => {
  const RICH = listFile(
    {
      before:
        '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:F9"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="3" topLeftCell="A4" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="1" width="5" customWidth="1"/><col min="5" max="16384" width="9" style="1" hidden="1"/></cols>',
      rows: [
        ...LIST_ROWS.slice(0, 3),
        '<row r="4" spans="1:6" ht="15" customHeight="1"><c r="A4" s="1"><f>ROW()-3</f><v>1</v></c><c r="B4" t="s"><v>0</v></c><c r="C4" t="str"><f>"Khu dân cư"</f><v>Khu dân cư</v></c><c r="F4" s="1"/></row>',
        ...LIST_ROWS.slice(4, 6).map((row) =>
          row
            .replace("</row>", '<c r="G6" s="1"/></row>')
            .replace('r="G6"', row.includes('r="5"') ? 'r="G5"' : 'r="G6"')
        ),
        ...LIST_ROWS.slice(6),
        '<row r="9"><c r="A9" t="str"><f t="shared" ref="A9:B9" si="0">"Tổng cộng"</f><v>Tổng cộng</v></c></row>'
      ],
      behind:
        '<sheetProtection sheet="1"/><autoFilter ref="A3:F7"/><mergeCells count="1"><mergeCell ref="A1:F1"/></mergeCells><conditionalFormatting sqref="E4:E7"><cfRule type="cellIs" dxfId="0" priority="1" operator="equal"><formula>"Đạt"</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="E4:E7"><formula1>"Đạt,Chưa đạt"</formula1></dataValidation></dataValidations><pageMargins left="0.5" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><tableParts count="0"/>'
    },
    {
      "xl/sharedStrings.xml":
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>Tổ dân phố Bắc Kỳ</t></si></sst>',
      "xl/styles.xml":
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="12"/><name val=".VnTime"/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf xfId="0" numFmtId="14"/></cellXfs><dxfs count="1"><dxf><font><b/></font></dxf></dxfs></styleSheet>',
      "xl/vbaProject.bin": new Uint8Array([1, 2, 3, 0, 255]),
      "custom/anything.xml": "<a>giữ nguyên</a>"
    }
  );
  const copy = marked(RICH, "tep.xlsm");
  const before = partsOf(RICH);
  const after = partsOf(copy.bytes);

  it("every formula, value, style and row of the officer's cells", () => {
    const cellsOf = (xml = ""): string[] => xml.match(/<c [^>]*?(?:\/>|>.*?<\/c>)/g) ?? [];
    const kept = cellsOf(before[SHEET]).filter((xml) => !xml.startsWith('<c r="G'));
    const own = cellsOf(after[SHEET]).filter((xml) => !xml.startsWith('<c r="G'));
    expect(kept.length).toBeGreaterThan(20);
    expect(own).toEqual(kept);
  });

  it("merges, frozen rows, filter, protection, drop-down lists, page setup", () => {
    for (const element of [
      "sheetPr",
      "sheetViews",
      "sheetProtection",
      "autoFilter",
      "mergeCells",
      "dataValidations",
      "pageMargins"
    ]) {
      const xml = new RegExp(`<${element}[ >].*?(?:</${element}>|/>(?=<))`).exec(before[SHEET] ?? "")?.[0];
      expect(xml, element).toBeDefined();
      expect(after[SHEET], element).toContain(xml);
    }
  });

  it("the file's own conditional formats, behind those of the marks", () => {
    const rules = [...(after[SHEET] ?? "").matchAll(/type="(\w+)" dxfId="(\d+)" priority="(\d+)"/g)].map(
      ([, ...rule]) => rule
    );
    expect(rules).toEqual([
      ["expression", "1", "1"],
      ["cellIs", "0", "2"]
    ]);
    expect((after[SHEET] ?? "").indexOf("conditionalFormatting")).toBeGreaterThan(
      (after[SHEET] ?? "").indexOf("</mergeCells>")
    );
  });

  it("many scattered cells take several conditional formats, each of its own rank", () => {
    const scattered = Array.from({length: 600}, (_, i) => problem({row_number: 10 + 2 * i, cell: `B${10 + 2 * i}`}));
    const xml = partsOf(marked(RICH, "tep.xlsm", scattered).bytes)[SHEET] ?? "";
    const ranks = [...xml.matchAll(/ priority="(\d+)"/g)].map(([, rank]) => rank);
    expect(ranks).toEqual(["1", "2", "3", "4"]);
  });

  it("numbers of styles: those of the marks come behind the others", () => {
    const styles = after["xl/styles.xml"] ?? "";
    expect(styles).toContain('<cellXfs count="7"><xf xfId="0"/><xf xfId="0" numFmtId="14"/><xf numFmtId="49"');
    expect(styles).toContain('<dxfs count="3"><dxf><font><b/></font></dxf><dxf>');
    expect(/<c r="G3" s="(\d+)"/.exec(after[SHEET] ?? "")?.[1]).toBe("2");
  });

  it("the bytes of every part that has nothing to do with the marks", () => {
    const packed = (bytes: Uint8Array, name: string): Uint8Array | undefined => {
      const entry = readZipDirectory(bytes).get(name.toLowerCase());
      if (entry === undefined) return undefined;
      const view = new DataView(bytes.buffer, bytes.byteOffset);
      const from =
        entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
      return bytes.slice(from, from + entry.compressedSize);
    };
    for (const name of ["xl/vbaProject.bin", "custom/anything.xml", "xl/sharedStrings.xml", "_rels/.rels"]) {
      expect(packed(copy.bytes, name), name).toEqual(packed(RICH, name));
    }
    expect(Object.keys(after).sort()).toEqual([...Object.keys(before), "xl/worksheets/loi1.xml"].sort());
  });

  it("the column Lỗi shows among hidden ones, and rows too low for their mark grow", () => {
    const xml = after[SHEET] ?? "";
    expect(/<cols>.*<\/cols>/.exec(xml)?.[0]).toBe(
      '<cols><col min="1" max="1" width="5" customWidth="1"/><col min="5" max="6" width="9" style="1" hidden="1"/><col min="7" max="7" width="90" customWidth="1"/><col min="8" max="16384" width="9" style="1" hidden="1"/></cols>'
    );
    expect(xml).toContain('<dimension ref="A1:G9"/>');
    expect(Number(/<row r="6"[^>]* ht="(\d+)"/.exec(xml)?.[1])).toBeGreaterThanOrEqual(30);
    expect(xml).toContain('<row r="4" spans="1:6" ht="15" customHeight="1">');
  });

  it("the name, with words that tell it from the original and the extension its macros need", () => {
    expect(copy.fileName).toBe("tep (ghi lỗi).xlsm");
    expect(marked(copy.bytes, copy.fileName).fileName).toBe("tep (ghi lỗi).xlsm");
    expect(marked(copy.bytes, "tep (ghi lỗi) (1).xlsm").fileName).toBe("tep (ghi lỗi).xlsm");
  });

  it("all parts are well-formed, and another reader finds the same cells", () => {
    for (const [name, xml] of Object.entries(after)) if (/\.(xml|rels)$/.test(name)) parse(xml);
    const book = readBySheetJs(copy.bytes, {type: "array"});
    expect(book.SheetNames).toEqual(["Trang 1", "Lỗi của tệp"]);
    const sheet = book.Sheets["Trang 1"] ?? {};
    const own = textsOf(copy.after);
    for (const address of ["B4", "C4", "G3", "G5", "G6"]) {
      expect(String((sheet[address] as {v: unknown}).v).replaceAll("\r\n", "\n"), address).toBe(own[address]);
    }
    expect((sheet["A4"] as {f: string}).f).toBe("ROW()-3");
  });
});

describe("a marked copy sent again", () => {
  it("reads as the file without marks", () => {
    const {before, after} = marked(listFile());
    expect(after.reading).toEqual(before.reading);
    expect(after.status).toBe(before.status);
  });

  it("a sheet that the officer mended is right, whatever stands in the column Lỗi", () => {
    const {bytes} = marked(listFile());
    const parts = partsOf(bytes);
    const mended = (parts[SHEET] ?? "").replace("Đạt một phần</t>", "Đạt</t>").replace("Giỏi</t>", "Khá</t>");
    const {issues} = checked(zip({...parts, [SHEET]: mended}), "tep.xlsx");
    expect(issues.map(({rule, cell}) => [rule, cell])).toEqual([["missing_unit_name", "B6"]]);
  });

  it("is marked anew: old marks go, new ones stand in their place, and the officer's cells are those of the original", () => {
    const once = marked(listFile());
    const parts = partsOf(once.bytes);
    const mended = zip({...parts, [SHEET]: (parts[SHEET] ?? "").replace("Đạt một phần</t>", "Đạt</t>")});
    const twice = marked(mended, once.fileName);
    const texts = textsOf(twice.after);
    expect(Object.keys(texts).filter((address) => address.startsWith("G"))).toEqual(["G3", "G6"]);
    expect(twice.after.workbook?.sheets).toHaveLength(2);
    expect(textsOf(twice.after, 1)["A2"]).toBe("1 chỗ phải sửa.");
    const xml = partsOf(twice.bytes)[SHEET] ?? "";
    expect(xml.match(/<conditionalFormatting/g)).toHaveLength(1);
    expect(xml).toContain('sqref="B6"');
    expect(xml.match(/<col /g)).toHaveLength(1);
  });

  it("with nothing left to mend it has no marks, and says so", () => {
    const once = marked(listFile());
    const parts = partsOf(once.bytes);
    const mended = (parts[SHEET] ?? "")
      .replace("Đạt một phần</t>", "Đạt</t>")
      .replace('<c r="C6"', '<c r="B6" t="inlineStr"><is><t>Tổ dân phố Tây Kỳ</t></is></c><c r="C6"')
      .replace("Giỏi</t>", "Khá</t>");
    const clean = marked(zip({...parts, [SHEET]: mended}), once.fileName);
    expect(clean.before.issues).toEqual([]);
    expect(Object.keys(textsOf(clean.after)).filter((address) => address.startsWith("G"))).toEqual([]);
    expect(partsOf(clean.bytes)[SHEET]).not.toContain("conditionalFormatting");
    expect(textsOf(clean.after, 1)["A2"]).toBe("Không còn lỗi phải sửa, không còn chỗ nên xem lại.");
  });

  it("what the officer wrote into the column Lỗi is no mark and stays", () => {
    const once = marked(listFile());
    const parts = partsOf(once.bytes);
    const written = (parts[SHEET] ?? "")
      .replace('<row r="7">', '<row r="7">')
      .replace(/(<row r="7">.*?)<\/row>/, '$1<c r="G7" t="inlineStr"><is><t>đã sửa</t></is></c></row>');
    const again = marked(zip({...parts, [SHEET]: written}), once.fileName);
    expect(Object.values(textsOf(again.after))).toContain("đã sửa");
    expect(again.after.reading.rows_read).toBe(once.before.reading.rows_read);
    expect(again.after.reading.units).toEqual(once.before.reading.units);
  });

  it("a form's own column is not taken for marks because a cell of it says Lỗi", () => {
    const rows = [
      ...LIST_ROWS.slice(0, 4),
      rowXml(5, ["2", "Lỗi", "Khu dân cư", "x", "Đạt", "Khá"]),
      LIST_ROWS[6] ?? ""
    ];
    const {reading} = checked(listFile({rows}), "tep.xlsx");
    expect(reading.units.map(({unit_name}) => unit_name)).toContain("Lỗi");
  });
});

describe("workbooks as other programs write them", () => {
  const same = (bytes: Uint8Array): void => {
    const {before, after, bytes: copy} = marked(bytes);
    expect(before.issues.length).toBeGreaterThan(0);
    expect(after.reading).toEqual(before.reading);
    for (const [name, content] of Object.entries(unzipSync(copy)))
      if (/\.(xml|rels)$/.test(name))
        parse(new TextDecoder(content[0] === 0xff ? "utf-16le" : "utf-8").decode(content));
    expect(textsOf(after)["G5"]).toMatch(/^Phải sửa/);
  };

  it("a prefix for the main namespace", () => {
    const prefixed = (xml: string): string =>
      xml.replace(/<(\/?)(?=[a-zA-Z])/g, "<$1x:").replace(" xmlns=", " xmlns:x=");
    const parts = partsOf(
      listFile({
        before: '<cols><col min="1" max="9" width="9"/></cols>',
        behind: '<pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/>'
      })
    );
    for (const name of [SHEET, "xl/workbook.xml", "xl/styles.xml"]) parts[name] = prefixed(parts[name] ?? "");
    same(zip(parts));
  });

  it("prefixes of links declared on each sheet alone", () => {
    const parts = partsOf(listFile());
    parts["xl/workbook.xml"] = (parts["xl/workbook.xml"] ?? "")
      .replace(/ xmlns:r="[^"]*"/, "")
      .replace(
        ' r:id="rId1"',
        ' xmlns:d3p1="http://schemas.openxmlformats.org/officeDocument/2006/relationships" d3p1:id="rId1"'
      );
    same(zip(parts));
  });

  it("strict namespaces", () => {
    const strict = (xml: string): string =>
      xml
        .replaceAll(
          "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
          "http://purl.oclc.org/ooxml/spreadsheetml/main"
        )
        .replaceAll(
          "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
          "http://purl.oclc.org/ooxml/officeDocument/relationships"
        );
    const parts = Object.fromEntries(Object.entries(partsOf(listFile())).map(([name, xml]) => [name, strict(xml)]));
    same(zip(parts));
    const added = partsOf(marked(zip(parts)).bytes);
    expect(added["xl/worksheets/loi1.xml"]).toContain("http://purl.oclc.org/ooxml/spreadsheetml/main");
    expect(added["xl/_rels/workbook.xml.rels"]).not.toContain("schemas.openxmlformats.org/officeDocument");
  });

  it("no style sheet", () => {
    const parts = partsOf(listFile());
    delete parts["xl/styles.xml"];
    parts["xl/_rels/workbook.xml.rels"] = (parts["xl/_rels/workbook.xml.rels"] ?? "").replace(
      /<Relationship [^>]*styles[^>]*>/,
      ""
    );
    same(zip(parts));
    const types = (bytes: Uint8Array): number | undefined =>
      partsOf(bytes)["[Content_Types].xml"]?.match(/PartName="\/xl\/styles.xml"/g)?.length;
    expect(types(marked(zip(parts)).bytes)).toBe(1);
    parts["[Content_Types].xml"] = (parts["[Content_Types].xml"] ?? "").replace(
      /<Override PartName="\/xl\/styles[^>]*>/,
      ""
    );
    expect(types(marked(zip(parts)).bytes)).toBe(1);
  });

  it("sheets in UTF-16", () => {
    const parts: Record<string, string | Uint8Array> = partsOf(listFile());
    const xml = `\ufeff<?xml version="1.0" encoding="UTF-16"?>${String(parts[SHEET])}`;
    parts[SHEET] = new Uint8Array(Uint16Array.from(xml, (letter) => letter.charCodeAt(0)).buffer);
    same(zip(parts));
  });

  it("cells and rows without addresses", () => {
    same(
      listFile({
        rows: LIST_ROWS.map((row) =>
          row.replace(/ r="B6"/, "").replace(/ r="[A-Z]*\d+"/g, row.includes('r="6"') ? "$&" : "")
        )
      })
    );
  });

  it("comments, CDATA and attributes that hold angle brackets", () => {
    const rows = LIST_ROWS.map((row) => row.replace("<t>Đạt</t>", "<t><!-- </row> --><![CDATA[Đạt]]></t>"));
    same(
      listFile({
        rows,
        behind: '<dataValidations count="1"><dataValidation sqref="A1" prompt="1 > 0 /> 2"/></dataValidations>'
      })
    );
  });

  it("a sheet of that name already: the added one takes another", () => {
    const parts = xlsxParts(`<sheetData>${LIST_ROWS.join("")}</sheetData>`);
    const own = partsOf(listFile());
    own["xl/workbook.xml"] = String(parts["xl/workbook.xml"]).replace(
      "</sheets>",
      '<sheet name="Lỗi của tệp" sheetId="7" r:id="rId9"/></sheets>'
    );
    own["xl/_rels/workbook.xml.rels"] = (own["xl/_rels/workbook.xml.rels"] ?? "").replace(
      "</Relationships>",
      '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/></Relationships>'
    );
    own["xl/worksheets/sheet2.xml"] =
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>';
    same(zip(own));
    const {after, bytes} = marked(zip(own));
    expect(after.workbook?.sheets.map(({name}) => name)).toEqual(["Trang 1", "Lỗi của tệp", "Lỗi của tệp 2"]);
    expect(partsOf(bytes)["xl/workbook.xml"]).toContain('sheetId="8"');
  });

  it("a formula without visible result right of the table is not written over", () => {
    const rows = LIST_ROWS.map((row) =>
      row.replace(
        "</row>",
        row.includes('r="5"') ? '<c r="G5" t="str"><f>IF(F5="","?","")</f><v></v></c></row>' : "</row>"
      )
    );
    const {bytes, after} = marked(listFile({rows}));
    expect(partsOf(bytes)[SHEET]).toContain('<c r="G5" t="str"><f>IF(F5="","?","")</f><v></v></c>');
    expect(textsOf(after)["H5"]).toMatch(/^Phải sửa/);
  });

  it("something stands right of the table: the column goes behind it, also behind merged cells", () => {
    const rows = LIST_ROWS.map((row) =>
      row.replace("</row>", row.includes('r="7"') ? '<c r="G7" t="inlineStr"><is><t>xem</t></is></c></row>' : "</row>")
    );
    const {before, after} = marked(
      listFile({rows, behind: '<mergeCells count="1"><mergeCell ref="H5:I6"/></mergeCells>'})
    );
    expect(textsOf(after)["J3"]).toBe("Lỗi");
    expect(after.reading).toEqual(before.reading);
  });
});

describe("other formats", () => {
  const LINES = [
    "PHƯỜNG SẦM SƠN;;;;;",
    "DANH SÁCH ĐƠN VỊ NĂM 2025;;;;;",
    "STT;Tên đơn vị;Loại hình;Đăng ký;Kết quả xét;Phân loại"
  ];
  const csv = (lines: readonly string[], name = "KDC.csv") => marked(new TextEncoder().encode(lines.join("\n")), name);

  it("a CSV file gets one more column: same delimiter, UTF-8 with byte order mark, read again under its own name", () => {
    const lines = [
      ...LINES,
      '1;"Tổ; dân phố ""A""";Khu dân cư;x;Đạt một phần;Khá',
      "2;=Tổ dân phố B;Khu dân cư;x;Đạt;Khá"
    ];
    const {bytes, fileName, before, after} = csv(lines);
    expect(fileName).toBe("KDC (ghi lỗi).csv");
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const written = new TextDecoder().decode(bytes).split("\r\n");
    expect(written[2]).toBe(`${LINES[2]};Lỗi`);
    expect(written[3]).toMatch(/^1;"Tổ; dân phố ""A""";Khu dân cư;x;Đạt một phần;Khá;"?Phải sửa: /);
    expect(written[4]).toBe("2;=Tổ dân phố B;Khu dân cư;x;Đạt;Khá");
    expect(after.reading).toEqual(before.reading);
  });

  it("problems of the whole CSV file stand in its first row of data, told as such", () => {
    const {bytes, before, after} = csv([...LINES.slice(2), "1;Tổ dân phố A;Khu dân cư;x;Đạt;Khá"]);
    expect(before.issues.some(({sheet}) => sheet === null)).toBe(true);
    expect(new TextDecoder().decode(bytes)).toMatch(/;"?(?:1\. )?Phải sửa \(cả tệp\): /);
    expect(after.reading).toEqual(before.reading);
  });

  it("a CSV file that is no form is told so, and marked anew it is not marked twice", () => {
    const once = csv(["Họ tên;Điện thoại", "A;1"]);
    const twice = marked(once.bytes, once.fileName);
    expect(new TextDecoder().decode(twice.bytes)).toBe(new TextDecoder().decode(once.bytes));
    expect(once.after.reading).toEqual(once.before.reading);
  });

  it("a delimiter that can no longer be told is written down for Excel", () => {
    const {bytes, before, after} = csv([
      "sep=|",
      ...LINES.map((line) => line.replaceAll(";", "|")),
      "1|A|Khu dân cư|x|Sai|Khá"
    ]);
    expect(new TextDecoder().decode(bytes)).toMatch(/^sep=\|/);
    expect(after.reading).toEqual(before.reading);
  });

  it("an .xls, .xlsb or .ods file becomes an .xlsx with its values, which reads alike", () => {
    const grid = [
      ["PHƯỜNG SẦM SƠN"],
      ["DANH SÁCH ĐƠN VỊ NĂM 2025"],
      ["STT", "Tên đơn vị", "Loại hình", "Đăng ký", "Ngày đăng ký", "Kết quả xét", "Phân loại", "Điểm"],
      [1, "Tổ dân phố Bắc Kỳ", "Khu dân cư", "x", new Date(Date.UTC(2025, 1, 14)), "Đạt một phần", "Khá", 86.5],
      [2, "Tổ dân phố Nam Kỳ", "Khu dân cư", "x", "31/02/2025", "Đạt", "Khá", 840]
    ];
    const sheet = utils.aoa_to_sheet(grid, {UTC: true});
    sheet["!merges"] = [{s: {r: 0, c: 0}, e: {r: 0, c: 7}}];
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, "Danh sách");
    for (const bookType of ["biff8", "xlsb", "ods"] as const) {
      const bytes = new Uint8Array(writeBySheetJs(book, {type: "array", bookType}) as ArrayBuffer);
      const {before, after, fileName} = marked(bytes, "Bao cao.xls");
      expect(
        before.issues.map(({rule}) => rule),
        bookType
      ).toContain("unknown_result");
      expect(fileName).toBe("Bao cao (ghi lỗi).xlsx");
      expect(after.workbook?.format).toBe("xlsx");
      expect(after.reading, bookType).toEqual(before.reading);
      expect(textsOf(after)["I4"], bookType).toMatch(/^Phải sửa/);
    }
  });
});
