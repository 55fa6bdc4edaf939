import {chmodSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";
import fc from "fast-check";
import {type Kysely, sql} from "kysely";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import writeXlsxFile from "write-excel-file/node";
import type {Register} from "../../../loaders/reference/register.ts";
import {keepRows} from "../../../loaders/submissions/keptTables.ts";
import {type LoadSummary, loadSubmissions} from "../../../loaders/submissions/loadSubmissions.ts";
import {csvLine} from "../../../loaders/submissions/storedRows.ts";
import type {Forms} from "../../../loaders/validate/form.ts";
import {openWorkspace} from "../../../loaders/workspace.ts";
import {openDatabase} from "../../../pipelines/database/openDatabase.ts";

const REGISTER: Register = {
  provinces: [],
  districts: [],
  communes: [],
  lineage: [],
  aliases: []
};
const FORMS = {forms: {}, layout: {}} as unknown as Forms;
const stub = new URL("./stubReader.ts", import.meta.url);
const readers = {thread: stub, process: stub};

let directory: string;
let db: Kysely<unknown>;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), "submissions-"));
  mkdirSync(join(directory, "submissions"));
  db = await openDatabase(":memory:");
});
afterEach(async () => {
  await db.destroy();
  rmSync(directory, {recursive: true, force: true});
});

const send = (file: string, content: string | Uint8Array): void => {
  const path = join(directory, "submissions", file);
  mkdirSync(dirname(path), {recursive: true});
  writeFileSync(path, content);
};
const take = (file: string): void => rmSync(join(directory, "submissions", file));
const load = async (options: Partial<Parameters<typeof loadSubmissions>[2]> = {}): Promise<LoadSummary> =>
  loadSubmissions(db, openWorkspace(directory), {register: REGISTER, forms: FORMS, readers, ...options});
const query = async (text: string): Promise<unknown[][]> => {
  const {rows} = await sql.raw<Record<string, unknown>>(text).execute(db);
  return rows.map((row) => Object.values(row));
};
const statuses = async (): Promise<unknown[][]> => query("select file, status from raw_submissions order by file");
const kept = (): string[] =>
  readdirSync(join(directory, "build", "submissions")).filter((name) => /^[0-9a-f]{64}/.test(name));

/** How many readings stand in the kept folders. */
const keptReadings = async (): Promise<unknown> => {
  const folders = join(directory, "build", "submissions", "*", "reading.parquet");
  return (await query(`select count(distinct reading_key) from read_parquet('${folders}')`))[0]?.[0];
};

const A = "Thôn 1,khu_dan_cu\nThôn 2,khu_dan_cu\n";
const B = "Thôn 3,khu_dan_cu\nThôn 4\n";

describe("one file", () => {
  it("its rows, columns and issues stand in the raw tables under its id, with the exact types", async () => {
    send("2025/Xã A.csv", B);
    const summary = await load();
    expect(summary).toEqual({
      files: 1,
      read: 1,
      from_cache: 0,
      failed: 0,
      accepted: 0,
      partly_accepted: 1,
      rejected: 0,
      duplicate: 0,
      withdrawn: 0,
      rows_read: 2,
      rows_accepted: 1,
      rows_rejected: 1,
      issues: {row_error: 1, value_error: 0, warning: 0, info: 0}
    });
    const [[id] = []] = await query("select submission_id from raw_submissions where submission_id = left(sha256, 16)");
    expect(
      await query("select submission_id, sheet, row_number, unit_name, score, registered_date from raw_units")
    ).toEqual([[id, "Xã A", 1, "Thôn 3", 92.5, "2025-01-15"]]);
    expect(await query("select issue_id, cell, message from raw_issues")).toEqual([
      [`${String(id)}-0001`, "B2", "Ô B2 trống."]
    ]);
    expect(await query("select field, column_letter from raw_columns")).toEqual([["unit_name", "A"]]);
    const types = await query(
      "select column_name, data_type, is_nullable from information_schema.columns where table_name = 'raw_units'"
    );
    expect(types).toContainEqual(["is_block_leader", "BOOLEAN", "YES"]);
    expect(types).toContainEqual(["year", "INTEGER", "NO"]);
    expect(types).toContainEqual(["commune_valid_from", "DATE", "YES"]);
  });

  it("a workbook is read like a text file", async () => {
    const file = await writeXlsxFile([[{value: "Thôn 1"}, {value: "khu_dan_cu"}]], {sheet: "KDC"}).toBuffer();
    send("a.xlsx", file);
    await load();
    expect(await query("select sheet, unit_name, unit_type from raw_units")).toEqual([["KDC", "Thôn 1", "khu_dan_cu"]]);
  });

  it("no files make empty tables", async () => {
    expect(await load()).toMatchObject({files: 0, rows_read: 0});
    expect(await query("select count(*) from raw_units")).toEqual([[0]]);
  });

  it("a large one is kept in parts and comes back whole and in order", async () => {
    const rows = Array.from({length: 6_000}, (_, i) => `Thôn số ${i + 1} của xã có tên rất dài,khu_dan_cu`);
    send("a.csv", rows.join("\n"));
    await load();
    await load();
    const numbers = (await query("select row_number from raw_units")).map(([n]) => n);
    expect(numbers).toEqual(rows.map((_, i) => i + 1));
  });
});

describe("files that cannot be used", () => {
  it.each([
    ["a.pdf", "%PDF-1.7", "file_not_spreadsheet"],
    ["a.xlsx", "PK\x03\x04 cut off", "file_damaged"],
    ["a.xls", "", "file_empty"],
    ["a", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), "file_damaged"]
  ])("%s is rejected with one issue and no rows, the others are loaded", async (file, content, rule) => {
    send(`2024/${file}`, content);
    send("b.csv", A);
    expect(await load()).toMatchObject({files: 2, accepted: 1, rejected: 1, rows_read: 2});
    const issues = await query(
      "select s.file, s.year, s.form, i.severity, i.rule from raw_issues i join raw_submissions s using (submission_id)"
    );
    expect(issues).toEqual([[`2024/${file}`, 2024, "", "row_error", rule]]);
  });

  it("a form that is not recognised, or of which no row was accepted, is rejected", async () => {
    send("empty form.csv", ",,");
    send("refused rows.csv", "Thôn 1\nThôn 2\n");
    await load();
    expect(await statuses()).toEqual([["empty form.csv", "rejected"], ["refused rows.csv", "rejected"]]); // prettier-ignore
  });

  it("a file that is gone or may not be opened is an issue, and the run goes on", async () => {
    send("b.csv", A);
    symlinkSync(join(directory, "gone.csv"), join(directory, "submissions", "a.csv"));
    mkdirSync(join(directory, "submissions", "closed"));
    send("closed/c.csv", A);
    chmodSync(join(directory, "submissions", "closed"), 0);
    await load();
    chmodSync(join(directory, "submissions", "closed"), 0o700);
    const isRoot = process.getuid?.() === 0;
    expect(await statuses()).toEqual([
      ["a.csv", "rejected"],
      ["b.csv", "accepted"],
      isRoot ? ["closed/c.csv", "duplicate"] : ["closed/", "rejected"]
    ]);
    expect(await query("select message from raw_issues where rule = 'file_not_opened'")).toContainEqual([
      "Không mở được tệp: tệp vừa bị xoá hoặc đổi tên."
    ]);
  });

  it("files that programs leave behind are no submissions", async () => {
    for (const name of [".DS_Store", "~$a.xlsx", "2025/.~lock.a.ods#", "Thumbs.db", "2025/desktop.ini", ".git/config"])
      send(name, "x");
    expect(await load()).toMatchObject({files: 0});
  });

  it("a fault of our own code ends the run and names the file", async () => {
    send("2025/a.csv", A);
    send("2025/b.csv", "FAIL,x");
    await expect(load()).rejects.toThrow(/"2025\/b\.csv": the stub fails/);
  });

  it("a row that no table can hold is a fault of our own, named by file, list, row and column", async () => {
    send("b.csv", "Thôn 1,xa\nBAD,xa");
    await expect(load()).rejects.toThrow(/"b\.csv": units, row 2, row_number: got null, expected INTEGER not null/);
  });
});

describe("what was read before is not read again", () => {
  it("a second run reads nothing and makes the same tables", async () => {
    send("2025/a.csv", A);
    send("2025/b.csv", B);
    send("2025/c.pdf", "%PDF");
    await load();
    const tables = ["raw_submissions", "raw_units", "raw_columns", "raw_issues"];
    const first = await Promise.all(tables.map(async (table) => query(`select * from ${table}`)));
    expect(await load()).toMatchObject({read: 0, from_cache: 3});
    expect(await Promise.all(tables.map(async (table) => query(`select * from ${table}`)))).toEqual(first);
  });

  it("only the file that changed is read; what no file uses any more is deleted", async () => {
    for (let i = 0; i < 30; i++) send(`2025/${i}.csv`, `Thôn ${i},xa\n`);
    await load();
    expect(await keptReadings()).toBe(30);
    send("2025/7.csv", "Thôn bảy,xa\n");
    take("2025/8.csv");
    expect(await load()).toMatchObject({files: 29, read: 1, from_cache: 28});
    expect(await keptReadings()).toBe(29);
    expect(await query("select count(*), count(distinct submission_id) from raw_units")).toEqual([[29, 29]]);
    expect(await query("select unit_name from raw_units where unit_name like 'Thôn b%'")).toEqual([["Thôn bảy"]]);
    expect(await load()).toMatchObject({read: 0, from_cache: 29});
  });

  it("a changed form or register reads everything again, as does a full run", async () => {
    send("a.csv", A);
    await load();
    const forms = {forms: {}, layout: {totals: ["Cộng"]}} as unknown as Forms;
    expect(await load({forms})).toMatchObject({read: 1});
    const register: Register = {
      ...REGISTER,
      aliases: [{level: "commune", code: "14758", valid_from: null, alias: "Hà Trung"}]
    };
    expect(await load({forms, register})).toMatchObject({read: 1});
    expect(await load({forms, register})).toMatchObject({read: 0});
    expect(await load({forms, register, isFull: true})).toMatchObject({read: 1});
  });

  it("a new version of the reader reads everything again", async () => {
    send("a.csv", A);
    await load();
    const other = join(directory, "reader.ts");
    writeFileSync(other, `import ${JSON.stringify(fileURLToPath(stub))};\nexport const version = 2;\n`);
    const later = {readers: {thread: pathToFileURL(other), process: stub}};
    expect(await load(later)).toMatchObject({read: 1, from_cache: 0});
    expect(await load(later)).toMatchObject({read: 0, from_cache: 1});
  });

  it("many files are read within the bound of bytes under way", async () => {
    for (let i = 0; i < 60; i++) send(`${i}.csv`, `Thôn ${i},xa\n`.repeat(1 + (i % 7) * 200));
    expect(await load()).toMatchObject({read: 60, rows_rejected: 0});
    expect(await query("select count(distinct submission_id) from raw_units")).toEqual([[60]]);
  });

  it("a file that is moved to another year, or gets another receipt, is read again", async () => {
    send("2024/a.csv", A);
    await load();
    mkdirSync(join(directory, "submissions", "2025"));
    renameSync(join(directory, "submissions", "2024", "a.csv"), join(directory, "submissions", "2025", "a.csv"));
    expect(await load()).toMatchObject({read: 1});
    expect(await query("select year from raw_submissions")).toEqual([[2025]]);
    send("receipts.csv", "file,stage\n2025/a.csv,so_bo\n");
    expect(await load()).toMatchObject({read: 1});
    expect(await query("select stage from raw_submissions")).toEqual([["so_bo"]]);
  });

  it("readings of many runs are gathered, and make the same tables", async () => {
    for (let i = 0; i < 15; i++) {
      send(`2025/${i}.csv`, `Thôn ${i},xa\nThôn ${i} hai\n`);
      expect(await load()).toMatchObject({read: 1, from_cache: i});
    }
    expect(kept().length).toBeLessThan(15);
    const tables = ["raw_units", "raw_issues"];
    const first = await Promise.all(tables.map(async (table) => query(`select * from ${table}`)));
    expect(await load({isFull: true})).toMatchObject({read: 15});
    expect(await Promise.all(tables.map(async (table) => query(`select * from ${table}`)))).toEqual(first);
  });

  it("a damaged kept reading is made anew", async () => {
    send("a.csv", A);
    send("b.csv", B);
    await load();
    const cache = join(directory, "build", "submissions");
    for (const list of ["units", "reading"]) {
      for (const name of kept()) writeFileSync(join(cache, name, `${list}.parquet`), "PAR1");
      expect(await load()).toMatchObject({read: 2, rows_read: 4});
      expect(await load()).toMatchObject({read: 0, rows_read: 4});
    }
  });

  it("texts are kept as they are: quotes, commas, lines, spaces, nothing, and no text at all", async () => {
    const text = fc.string({unit: "binary", maxLength: 20}).filter((one) => !one.includes("\0"));
    const cell = fc.oneof(
      text,
      fc.constantFrom('"', '""', ",", "\n", "\r\n", "\r", " ", "", "NULL", "null", "'", "\\", "#"),
      fc.constant(null)
    );
    const rows = fc.array(fc.tuple(cell, cell), {minLength: 1, maxLength: 30});
    await fc.assert(
      fc.asyncProperty(rows, async (given) => {
        const csv = join(directory, "columns.csv");
        const line = ([a, b]: readonly [string | null, string | null], i: number): string =>
          csvLine(["k", i, a, "f", "x", "A", b]);
        writeFileSync(csv, given.map(line).join(""));
        await db.connection().execute(async (connection) => {
          const session = connection as unknown as Kysely<unknown>;
          await keepRows(session, new Map([["columns", csv]]), join(directory, "kept"), 4096);
        });
        const path = join(directory, "kept", "columns.parquet");
        expect(await query(`select sheet, header_text from read_parquet('${path}') order by ordinal`)).toEqual(given);
      }),
      {numRuns: 60}
    );
  });
});

describe("the same file twice", () => {
  it("the second is a duplicate: named, without rows", async () => {
    send("2025/a.csv", A);
    send("2025/b.csv", A);
    send("2025/c.csv", A);
    expect(await load()).toMatchObject({files: 3, read: 1, accepted: 1, duplicate: 2, rows_read: 2});
    const rows = await query("select submission_id, status, form, rows_read from raw_submissions order by file");
    const id = String(rows[0]?.[0]);
    expect(rows).toEqual([
      [id, "accepted", "unit_list", 2],
      [`${id}-2`, "duplicate", "unit_list", 0],
      [`${id}-3`, "duplicate", "unit_list", 0]
    ]);
    expect(await query("select count(*) from raw_units")).toEqual([[2]]);
    const issues = await query("select issue_id, severity, message from raw_issues order by issue_id");
    expect(issues[0]).toEqual([`${id}-2-0001`, "info", `Tệp giống hệt tệp "2025/a.csv": không nạp lần nữa.`]);
  });

  it("if the first was withdrawn, the second counts", async () => {
    send("a.csv", A);
    send("b.csv", A);
    send("receipts.csv", "file,withdrawn\na.csv,x\n");
    expect(await load()).toMatchObject({accepted: 1, withdrawn: 1, duplicate: 0});
    expect(await statuses()).toEqual([["a.csv", "withdrawn"], ["b.csv", "accepted"]]); // prettier-ignore
    expect(
      await query("select s.file, count(*) from raw_units u join raw_submissions s using (submission_id) group by 1")
    ).toEqual([["b.csv", 2]]);
  });

  it("a receipt that declares the same figures final is news, not a duplicate", async () => {
    send("a.csv", A);
    send("b.csv", A);
    send("receipts.csv", "file,stage\na.csv,so_bo\nb.csv,chinh_thuc\n");
    await load();
    expect(await query("select file, stage, status from raw_submissions order by file")).toEqual([
      ["a.csv", "so_bo", "accepted"],
      ["b.csv", "chinh_thuc", "accepted"]
    ]);
  });
});

describe("receipts.csv", () => {
  it("gives date and sender; its faults are issues of the file they concern", async () => {
    send("2025/Xã A.csv", A);
    send("receipts.csv", "file;received_date;sender;stage\n2025\\xã a.csv;18/11/2025;Công an xã A;nháp\n");
    await load();
    expect(await query("select received_date, sender, status from raw_submissions")).toEqual([
      ["2025-11-18", "Công an xã A", "accepted"]
    ]);
    expect(await query("select severity, row_number, field, raw_value from raw_issues")).toEqual([
      ["value_error", 2, "stage", "nháp"]
    ]);
  });

  it("a line for a file that is not there is told under receipts.csv, which is no submission otherwise", async () => {
    send("a.csv", A);
    send("receipts.csv", "file,received_date\na.csv,2025-11-18\n");
    await load();
    expect(await statuses()).toEqual([["a.csv", "accepted"]]);
    send("receipts.csv", "file,received_date\na.csv,2025-11-18\nb.csv,2025-11-19\n");
    expect(await load()).toMatchObject({files: 1, accepted: 1, partly_accepted: 0, issues: {warning: 1}});
    expect(await statuses()).toEqual([["a.csv", "accepted"], ["receipts.csv", "partly_accepted"]]); // prettier-ignore
  });

  it("one that cannot be read at all is a refused file, and the others are loaded", async () => {
    send("a.csv", A);
    send("receipts.csv", "tệp,ngày\na.csv,2025-11-18\n");
    expect(await load()).toMatchObject({accepted: 1, issues: {row_error: 1}});
    expect(await statuses()).toContainEqual(["receipts.csv", "rejected"]);
  });
});

it("progress names each file before it is read, in the order of paths", async () => {
  send("b.csv", A);
  send("a/z.csv", B);
  const seen: unknown[] = [];
  await load({progress: (...told) => seen.push(told)});
  expect(seen).toEqual([[0, 2, "a/z.csv"], [1, 2, "b.csv"]]); // prettier-ignore
});
