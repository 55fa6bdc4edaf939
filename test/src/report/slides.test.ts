import {beforeAll, describe, expect, it} from "vitest";
import {cleanText} from "../../../src/report/content/cleanText.ts";
import {planSlides} from "../../../src/report/slides/planSlides.ts";
import {writeSlides} from "../../../src/report/slides/writeSlides.ts";
import {faultsOf, named, type Parts, partsOf, textOf} from "./officeFile.ts";
import {HOSTILE, smallReport, TABLE} from "./smallReport.ts";

let bytes: Uint8Array;
let parts: Parts;
const slideNames = (file: Parts): string[] => named(file, /^ppt\/slides\/slide\d+\.xml$/);

beforeAll(async () => {
  // A file before it in the same process: charts must be numbered anew.
  await writeSlides(smallReport());
  bytes = await writeSlides(smallReport());
  parts = partsOf(bytes);
});

describe("the slides of a report", () => {
  it("are a sound package", () => {
    expect(faultsOf(bytes)).toEqual([]);
  });

  it("are wide, one for the title, what leads, each clause, each chart and table", () => {
    expect(textOf(parts, "ppt/presentation.xml")).toMatch(/<p:sldSz cx="12192000" cy="6858000"/);
    expect(planSlides(smallReport()).map(({body}) => body.kind)).toEqual([
      "cover",
      "text",
      "target",
      "table",
      "chart",
      "chart"
    ]);
    expect(slideNames(parts)).toHaveLength(6);
  });

  it("hold charts that PowerPoint draws and can edit: of the target, the trend and the bars, each with its workbook", () => {
    expect(named(parts, /^ppt\/charts\/chart\d+\.xml$/).sort()).toEqual(
      [1, 2, 3].map((n) => `ppt/charts/chart${n}.xml`)
    );
    for (const number of [1, 2, 3]) {
      const rels = textOf(parts, `ppt/charts/_rels/chart${number}.xml.rels`);
      expect(rels).toContain(`Microsoft_Excel_Worksheet${number}.xlsx`);
      expect(textOf(parts, `ppt/charts/chart${number}.xml`)).toMatch(/externalData r:id="rId1"/);
    }
    expect(textOf(parts, "ppt/charts/chart3.xml")).toContain("1. Hạc Thành");
    expect(textOf(parts, "ppt/charts/chart1.xml")).not.toMatch(/<c:v><\/c:v>|<c:v\/>/);
  });

  it("carry the sentences as notes", () => {
    const notes = named(parts, /^ppt\/notesSlides\/notesSlide\d+\.xml$/).map((name) => textOf(parts, name));
    expect(notes).toHaveLength(6);
    expect(notes[2]).toContain("Toàn tỉnh có 5.594/7.093 đơn vị.");
    expect(notes[4]).toContain("Năm 2025, toàn tỉnh có 5.594/7.093 đơn vị (78,9%).");
  });

  it("say on each slide that figures are simulated and provisional, and where they come from", () => {
    for (const name of slideNames(parts)) {
      expect(textOf(parts, name), name).toContain("Số liệu mô phỏng · Sơ bộ");
      expect(textOf(parts, name), name).toContain("Nguồn: 225 tệp");
    }
  });

  it("cut a long table into slides, its head on each, no row lost", () => {
    const rows = Array.from({length: 23}, (_, i) => [`Thôn ${i + 1}`, i, null, null, null]);
    const report = smallReport({
      targets: [],
      parts: [{title: "Kết quả", blocks: [{kind: "table", table: {...TABLE, rows, totals: [22]}}]}]
    });
    const tables = planSlides(report).flatMap(({body}) => (body.kind === "table" ? [body.table] : []));
    expect(tables.map((table) => table.rows.length)).toEqual([10, 10, 3]);
    expect(tables.flatMap((table) => table.rows)).toEqual(rows);
    expect(tables.map((table) => table.totals)).toEqual([[], [], [2]]);
  });

  it("are the same bytes for the same report", async () => {
    expect(Buffer.from(await writeSlides(smallReport())).equals(Buffer.from(bytes))).toBe(true);
  });

  it("take the text of submitted files as text", async () => {
    const name = cleanText(HOSTILE);
    const table = {...TABLE, caption: name, rows: [[name, 1, null, null, null]]};
    const hostile = await writeSlides(
      smallReport({
        parts: [
          {
            title: name,
            blocks: [
              {kind: "paragraph", text: name},
              {kind: "table", table}
            ]
          }
        ]
      })
    );
    expect(faultsOf(hostile)).toEqual([]);
  });
});
