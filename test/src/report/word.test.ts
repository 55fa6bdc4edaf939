import mammoth from "mammoth";
import {beforeAll, describe, expect, it} from "vitest";
import {cleanText} from "../../../src/report/content/cleanText.ts";
import {writeWord} from "../../../src/report/word/writeWord.ts";
import {faultsOf, named, type Parts, partsOf, textOf} from "./officeFile.ts";
import {HOSTILE, smallReport, TABLE} from "./smallReport.ts";

let bytes: Uint8Array;
let parts: Parts;
let body: string;

beforeAll(async () => {
  bytes = await writeWord(smallReport());
  parts = partsOf(bytes);
  body = textOf(parts, "word/document.xml");
});

describe("the Word file of a report", () => {
  it("is a sound package: well-formed parts, relations that lead somewhere inside", () => {
    expect(faultsOf(bytes)).toEqual([]);
  });

  it("is read by another program: sentences, tables, Vietnamese intact and NFC", async () => {
    const {value} = await mammoth.extractRawText({buffer: Buffer.from(bytes)});
    expect(value).toContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    expect(value).toContain("Năm 2025, toàn tỉnh có 5.594/7.093 đơn vị (78,9%).");
    expect(value).toContain("79,96%");
    expect(value).toContain("−1,3");
    expect(value).toContain("18/11/2025");
    expect(value).toBe(value.normalize("NFC"));
  });

  it("has A4 pages with the margins of Nghị định 30/2020, and the annex across", () => {
    const pages = [...body.matchAll(/<w:pgSz [^>]*>/g)].map(([tag]) => tag);
    expect(pages).toHaveLength(2);
    expect(pages[0]).toMatch(/w:w="11906" w:h="16838"/);
    expect(pages[1]).toMatch(/w:w="16838" w:h="11906".*landscape/);
    const [margins = ""] = /<w:pgMar [^>]*>/.exec(body) ?? [];
    const millimetres = (side: string): number =>
      (Number(new RegExp(`w:${side}="(\\d+)"`).exec(margins)?.[1]) * 25.4) / 1440;
    for (const side of ["top", "bottom"]) expect(millimetres(side)).toBeCloseTo(20, 0);
    expect(millimetres("left")).toBeCloseTo(30, 0);
    expect(millimetres("right")).toBeCloseTo(15, 0);
  });

  it("sets its text in Times New Roman 13, by styles", () => {
    const styles = textOf(parts, "word/styles.xml");
    expect(styles).toMatch(
      /<w:docDefaults>[\s\S]*?Times New Roman[\s\S]*?<w:sz w:val="26"\/>[\s\S]*?<\/w:docDefaults>/
    );
    const used = new Set([...body.matchAll(/<w:pStyle w:val="([^"]+)"/g)].map(([, style]) => style));
    for (const style of used) expect(styles).toContain(`w:styleId="${style}"`);
  });

  it("has headings that a table of contents finds, numbered by Word: I, then 1, 2", async () => {
    const {value} = await mammoth.convertToHtml({buffer: Buffer.from(bytes)});
    expect([...value.matchAll(/<h1>(.*?)<\/h1>/g)].map(([, words]) => words)).toContain("Kết quả");
    expect([...value.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, words]) => words)).toEqual(["Kết luận", "Các xã"]);
    expect(body).toMatch(/<w:pStyle w:val="Heading2"\/>.*?<w:numPr><w:ilvl w:val="1"\/>/);
    expect(textOf(parts, "word/numbering.xml")).toMatch(/upperRoman/);
  });

  it("repeats the head of a table on each page and never splits a row", () => {
    const tables = [...body.matchAll(/<w:tbl>[\s\S]*?<\/w:tbl>/g)].map(([table]) => table);
    const data = tables.filter((table) => table.includes("Thay đổi"));
    expect(data).toHaveLength(2);
    for (const table of data) {
      const rows = [...table.matchAll(/<w:tr>[\s\S]*?<\/w:tr>|<w:tr [\s\S]*?<\/w:tr>/g)].map(([row]) => row);
      expect(rows).toHaveLength(TABLE.rows.length + 1);
      expect(rows[0]).toContain("<w:tblHeader/>");
      for (const row of rows) expect(row).toContain("<w:cantSplit/>");
      expect(rows.filter((row) => row.includes("<w:tblHeader/>"))).toHaveLength(1);
    }
  });

  it("numbers pages at the top from the second on, and says on each that figures are simulated and provisional", () => {
    expect(body).toContain("<w:titlePg/>");
    const headers = named(parts, /^word\/header\d+\.xml$/).map((name) => textOf(parts, name));
    expect(headers).toHaveLength(3);
    for (const header of headers) expect(header).toContain("Số liệu mô phỏng · Sơ bộ");
    expect(headers.filter((header) => header.includes("PAGE"))).toHaveLength(2);
    for (const name of named(parts, /^word\/footer\d+\.xml$/)) expect(textOf(parts, name)).toContain("Nguồn: 225 tệp");
  });

  it("holds charts that Word draws and can edit, each with its workbook", () => {
    expect(named(parts, /^word\/charts\/chart\d+\.xml$/)).toHaveLength(2);
    expect(named(parts, /^word\/embeddings\/.*\.xlsx$/)).toHaveLength(2);
    const line = textOf(parts, "word/charts/chart1.xml");
    expect(line).toContain("<c:lineChart>");
    expect(line).toContain("Mốc 80%");
    expect(line).toContain("78,9");
    expect(line).not.toContain("en-US");
  });

  it("says nothing of a stage or of simulation where figures are real and final", async () => {
    const marks = {is_simulated: false, is_provisional: false, as_of: "2025-11-18", source: "Nguồn: 1 tệp"};
    const real = partsOf(await writeWord(smallReport({marks})));
    for (const [name, part] of real) {
      if (name.endsWith(".xml")) expect(new TextDecoder().decode(part), name).not.toMatch(/mô phỏng|Sơ bộ ?·/);
    }
  });

  it("is the same bytes for the same report", async () => {
    expect(Buffer.from(await writeWord(smallReport())).equals(Buffer.from(await writeWord(smallReport())))).toBe(true);
  });
});

describe("text of submitted files", () => {
  it("stands in a document as text: no markup, no control character, NFC", async () => {
    const name = cleanText(HOSTILE);
    expect(name).toBe('=HYPERLINK("http://x")&<b>"Thôn 1"</b> Á');
    const table = {...TABLE, rows: [[name, 1, null, null, null]]};
    const report = smallReport({
      parts: [
        {
          title: name,
          blocks: [
            {kind: "table", table},
            {kind: "paragraph", text: name}
          ]
        }
      ]
    });
    const hostile = await writeWord(report);
    expect(faultsOf(hostile)).toEqual([]);
    const {value} = await mammoth.extractRawText({buffer: Buffer.from(hostile)});
    expect(value.split(name)).toHaveLength(4);
  });
});
