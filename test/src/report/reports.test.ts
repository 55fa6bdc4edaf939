import {mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {read, utils} from "@e965/xlsx";
import {type Kysely, sql} from "kysely";
import mammoth from "mammoth";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {SILENT} from "../../../loaders/progress.ts";
import type {Workspace} from "../../../loaders/workspace.ts";
import {openDatabase} from "../../../pipelines/database/openDatabase.ts";
import {readPlans} from "../../../pipelines/plans/readPlans.ts";
import type {PublicTables} from "../../../pipelines/tables.ts";
import {formatCount} from "../../../src/components/format.ts";
import {prepareCommunes} from "../../../src/report/content/prepareCommunes.ts";
import {prepareHome} from "../../../src/report/content/prepareHome.ts";
import {type PreparedReport, writeReport} from "../../../src/report/formats.ts";
import type {ReportTable} from "../../../src/report/reportShape.ts";
import {FORMATS} from "../../../src/report/formats.ts";
import {siteReports} from "../../../src/report/siteReports.ts";
import {writeReports} from "../../../src/report/writeReports.ts";
import {proseShare} from "../../../src/sentences/proseShare.ts";
import {makeSmallWorkspace} from "../../browser/harness/smallWorkspace.ts";
import {faultsOf, named, partsOf, textOf} from "./officeFile.ts";

/** The simulated files of every eighth commune of Thanh Hóa through the whole path, and the reports on them. */
const directory = mkdtempSync(join(tmpdir(), "reports-"));
const YEAR = 2025;
const COMMUNE = "14797";
let workspace: Workspace;
let db: Kysely<PublicTables>;
let home: PreparedReport;
let homeText: string;
let commune: PreparedReport;

beforeAll(async () => {
  workspace = await makeSmallWorkspace(directory);
  db = await openDatabase<PublicTables>(workspace.warehouse, {mode: "READ_ONLY"});
  home = await prepareHome(db, workspace, readPlans(workspace.plans), {year: YEAR, period: "nam"});
  homeText = await wordText(home);
  commune = await prepareOne(COMMUNE);
}, 600_000);
afterAll(async () => {
  await db.destroy();
  rmSync(directory, {recursive: true, force: true});
});

async function prepareOne(code: string): Promise<PreparedReport> {
  const {prepare, close} = await prepareCommunes(db, workspace, {year: YEAR, period: "nam"}, [code]);
  try {
    return await prepare(code);
  } finally {
    await close();
  }
}

async function wordText(prepared: PreparedReport): Promise<string> {
  const bytes = await writeReport(prepared, "docx");
  return (await mammoth.extractRawText({buffer: Buffer.from(bytes)})).value;
}

interface Row {
  numerator: number;
  denominator: number;
  unknown_count: number;
  unreported_count: number;
}

/** What the warehouse holds of an area in the year: figures of indicators, and of targets in their own counts. */
async function warehouseRows(level: string, code: string): Promise<Row[]> {
  const {rows} = await sql<Row>`
    select numerator, denominator, unknown_count, unreported_count from indicator_values
    where area_level = ${level} and area_code = ${code} and boundary = 'current' and year = ${YEAR}
    union select numerator, denominator, unknown_count, unreported_count from target_results
    where subject_level in (${level}, 'board') and (subject_id = ${code} or subject_level = 'board') and year = ${YEAR}
      and numerator is not null
  `.execute(db);
  return rows;
}

const asNumber = (text: string): number => Number(text.replaceAll(".", ""));

/** Sentences "có n/d … (x%) … tỷ lệ cuối cùng từ a% đến b%" of a text, one a paragraph. */
function figureSentences(
  text: string
): {n: number; d: number; share: string; bounds: [string, string] | null; said: string}[] {
  return text.split("\n").flatMap((said) => {
    const found = /^Năm 2025, .*? có ([\d.]+)\/([\d.]+) [^(]*\(([\d,]+%)\)/.exec(said);
    if (found === null) return [];
    const bounds = /tỷ lệ cuối cùng từ ([\d,]+%) đến ([\d,]+%)/.exec(said);
    return [
      {
        n: asNumber(found[1] ?? ""),
        d: asNumber(found[2] ?? ""),
        share: found[3] ?? "",
        bounds: bounds === null ? null : ([bounds[1] ?? "", bounds[2] ?? ""] as [string, string]),
        said
      }
    ];
  });
}

function holdSentences(text: string, rows: readonly Row[], least: number): void {
  const sentences = figureSentences(text);
  expect(sentences.length).toBeGreaterThan(least);
  for (const {n, d, share, bounds, said} of sentences) {
    const row = rows.find(
      (one) =>
        one.numerator === n &&
        one.denominator === d &&
        (bounds === null || bounds[0] === proseShare(n, d + one.unreported_count))
    );
    expect(row, said).toBeDefined();
    expect(Number.parseFloat(share.replace(",", ".")), said).toBeCloseTo((100 * n) / d, 0);
    if (bounds === null || row === undefined) continue;
    const total = d + row.unreported_count;
    expect(bounds, said).toEqual([
      proseShare(n, total),
      proseShare(n + row.unknown_count + row.unreported_count, total)
    ]);
  }
}

function tables({report}: PreparedReport): ReportTable[] {
  return [...report.parts, ...report.annexes].flatMap(({blocks}) =>
    blocks.flatMap((block) => (block.kind === "table" ? [block.table] : []))
  );
}

describe("the report of the province", () => {
  it("says only figures the warehouse holds, each share that of its counts, each range that of its open units", async () => {
    holdSentences(homeText, await warehouseRows("province", "38"), 10);
  });

  it("prints the verdicts of the tables", async () => {
    const result = await db
      .selectFrom("target_results")
      .selectAll()
      .where("target_id", "=", "S2-01")
      .where("subject_level", "=", "province")
      .where("boundary", "=", "current")
      .where("year", "=", YEAR)
      .executeTakeFirstOrThrow();
    const [clauses] = tables(home);
    expect(clauses?.rows[0]?.[2]).toBe(`${formatCount(result.numerator ?? 0)}/${formatCount(result.denominator ?? 0)}`);
    expect(homeText).toContain(`${formatCount(result.numerator ?? 0)}/${formatCount(result.denominator ?? 0)}`);
  });

  it("adds up: units by type to all of them, classes to those classified", () => {
    const byType = tables(home).filter(({totals}) => totals !== undefined);
    expect(byType).toHaveLength(2);
    for (const {rows, columns} of byType) {
      columns.forEach(({kind}, i) => {
        if (kind !== "count") return;
        const parts = rows.slice(0, -1).reduce((sum, row) => sum + Number(row[i] ?? 0), 0);
        expect(parts).toBe(rows.at(-1)?.[i]);
      });
    }
    for (const row of byType[1]?.rows ?? []) {
      expect([2, 3, 4, 5].reduce((sum, i) => sum + Number(row[i]), 0)).toBe(row[1]);
    }
  });

  it("lists every commune in its annex, those that have not reported without a figure", async () => {
    const annex = home.report.annexes[0]?.blocks.find((block) => block.kind === "table");
    const rows = annex?.kind === "table" ? annex.table.rows : [];
    expect(rows).toHaveLength(166);
    const {rows: known} = await sql<{code: string; d: number; n: number}>`
      select area_code as code, denominator as d, numerator as n from indicator_values
      where area_level = 'commune' and boundary = 'current' and year = ${YEAR} and indicator = 'certified_of_eligible'
        and unit_group = 'all' and managed_level = 'all' and area_code = ${COMMUNE}
    `.execute(db);
    const own = rows.find((row) => row[1] === "Phường Hạc Thành");
    expect([own?.[2], own?.[4]]).toEqual([known[0]?.d, known[0]?.n]);
    const silent = rows.filter((row) => row.at(-1) === "Chưa nộp");
    expect(silent.length).toBeGreaterThan(100);
    for (const row of silent) expect(row.slice(2, -1).every((cell) => cell === null)).toBe(true);
  });

  it("says on each page that its figures are simulated and provisional", async () => {
    const parts = partsOf(await writeReport(home, "docx"));
    for (const name of named(parts, /^word\/header/)) expect(textOf(parts, name)).toContain("Số liệu mô phỏng · Sơ bộ");
  });

  it("leaves judgement and plans to those who report, and says so", () => {
    expect(homeText).toContain("[Cơ quan báo cáo viết: ưu điểm; tồn tại, hạn chế; nguyên nhân.]");
  });

  it("makes sound files of each kind, the map a drawing with its picture", async () => {
    for (const format of ["docx", "pptx", "xlsx"] as const)
      expect(faultsOf(await writeReport(home, format))).toEqual([]);
    const media = named(partsOf(await writeReport(home, "docx")), /^word\/media\//);
    expect(media.map((name) => name.split(".").at(-1)).sort()).toEqual(["png", "svg"]);
  });

  it("holds in its workbook every figure and every unit of the year", async () => {
    const book = read(await writeReport(home, "xlsx"));
    const rowsOf = (name: string): unknown[][] =>
      utils.sheet_to_json(book.Sheets[name] ?? {}, {header: 1}).slice(5) as unknown[][];
    const {rows: figures} = await sql<{n: number}>`
      select count(*) as n from indicator_values
      where area_level = 'province' and area_code = '38' and boundary = 'current' and year = ${YEAR} and managed_level = 'all'
    `.execute(db);
    expect(rowsOf("Chỉ tiêu")).toHaveLength(Number(figures[0]?.n));
    const {rows: units} = await sql<{n: number}>`
      select count(*) as n from unit_years u where year = ${YEAR} and is_eligible
        and current_commune_code in (select code from communes where province_code = '38' and valid_from is not null)
    `.execute(db);
    expect(rowsOf("Đơn vị")).toHaveLength(Number(units[0]?.n));
    expect(book.SheetNames).toEqual([
      "Tổng hợp",
      "Chỉ tiêu",
      "Xã, phường",
      "Kết luận",
      "Đơn vị",
      "Lỗi trong tệp",
      "Tệp",
      "Ghi chú"
    ]);
  });

  it("of six months tells registration, not results", async () => {
    const half = await prepareHome(db, workspace, readPlans(workspace.plans), {year: YEAR, period: "6_thang"});
    const text = await wordText(half);
    expect(text).toContain("6 tháng đầu năm 2025");
    expect(text).toContain("đăng ký phấn đấu");
    expect(text).toContain("Chưa nhận được tệp kỳ 6 tháng nào của năm 2025");
    expect(text).not.toMatch(/xếp loại (Xuất sắc|Khá)/);
    expect(half.report.marks.is_provisional).toBe(true);
  });

  it("is refused in Vietnamese for a year without figures", async () => {
    const asked = prepareHome(db, workspace, readPlans(workspace.plans), {year: 2019, period: "nam"});
    await expect(asked).rejects.toThrow(/--year: năm 2019 không có số liệu của địa bàn\. Ghi một trong các năm/);
  });
});

describe("the report of a commune", () => {
  it("says only figures the warehouse holds of it", async () => {
    holdSentences(await wordText(commune), await warehouseRows("commune", COMMUNE), 5);
  });

  it("lists each of its units that is not certified", async () => {
    const {rows} = await sql<{n: number}>`
      select count(*) as n from unit_years
      where year = ${YEAR} and is_eligible and is_certified is distinct from true and current_commune_code = ${COMMUNE}
    `.execute(db);
    const annex = commune.report.annexes[0]?.blocks[0];
    expect(annex?.kind === "table" ? annex.table.rows.length : 0).toBe(Number(rows[0]?.n));
  });

  it("never says that a province's rate was not met by the commune", async () => {
    expect(await wordText(commune)).not.toMatch(/chưa đạt chỉ tiêu từ 80%/);
  });

  it("that has not reported says so, with no figure", async () => {
    const silent = await db
      .selectFrom("commune_reports")
      .select("commune_code")
      .where("year", "=", YEAR)
      .where("is_expected", "=", true)
      .where("is_reported", "=", false)
      .where("commune_valid_from", "is not", null)
      .where("commune_code", "in", (query) =>
        query.selectFrom("communes").select("code").where("province_code", "=", "38")
      )
      .orderBy("commune_code")
      .executeTakeFirstOrThrow();
    const text = await wordText(await prepareOne(silent.commune_code));
    expect(text).toMatch(/Chưa có tệp báo cáo năm 2025/);
    expect(figureSentences(text)).toEqual([]);
  });

  it("is refused in Vietnamese for a code of no commune of the province", async () => {
    await expect(prepareCommunes(db, workspace, {year: YEAR, period: "nam"}, ["99999"])).rejects.toThrow(
      /--commune: không có xã, phường nào của địa bàn mang mã "99999"/
    );
  });

  it("is written for every commune at once, each file whole", async () => {
    const out = join(directory, "all");
    const {codes, close} = await prepareCommunes(db, workspace, {year: YEAR, period: "nam"}, null);
    await close();
    const written = await writeReports(
      db,
      workspace,
      {owners: {kind: "all"}, year: YEAR, period: "nam", formats: ["xlsx"], out},
      SILENT
    );
    expect(written.files).toBe(codes.length);
    expect(readdirSync(out)).toHaveLength(codes.length);
    for (const name of readdirSync(out).slice(0, 3)) expect(faultsOf(readFileSync(join(out, name)))).toEqual([]);
  }, 300_000);
});

describe("what the site offers", () => {
  it("are the files of every format, and the report as the page shows it", async () => {
    const {files, content} = await siteReports(db, workspace, readPlans(workspace.plans), YEAR);
    const endings = [...files.keys()].map((name) => name.split(".").at(-1));
    expect(endings).toEqual(Object.keys(FORMATS));
    expect(content.downloads.map(({name, bytes}) => [name, bytes])).toEqual(
      [...files].map(([name, bytes]) => [name, bytes.length])
    );
    expect(JSON.stringify(content).length).toBeLessThan(100_000);
    expect(content.mark).toBe("Số liệu mô phỏng · Sơ bộ");
  });
});
