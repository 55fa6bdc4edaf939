import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {type BookType, utils, write} from "@e965/xlsx";
import {type Kysely, sql} from "kysely";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {type LoadSummary, loadSubmissions} from "../../../loaders/submissions/loadSubmissions.ts";
import {openWorkspace} from "../../../loaders/workspace.ts";
import {openDatabase} from "../../../pipelines/database/openDatabase.ts";
import {ALL_CASES} from "../../hostile/allCases.ts";
import {forms, register} from "../validate/build.ts";

/** The real readers, forms and register, from files on disk to raw tables. */

let directory: string;
let db: Kysely<unknown>;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), "formats-"));
  mkdirSync(join(directory, "submissions", "2025"), {recursive: true});
  writeFileSync(join(directory, "workspace.yaml"), 'home: {level: province, code: "38"}\n');
  db = await openDatabase(":memory:");
});
afterEach(async () => {
  await db.destroy();
  rmSync(directory, {recursive: true, force: true});
});

const send = (file: string, bytes: Uint8Array): void =>
  writeFileSync(join(directory, "submissions", "2025", file), bytes);
const load = async (): Promise<LoadSummary> => loadSubmissions(db, openWorkspace(directory), {register, forms});
const query = async (text: string): Promise<unknown[][]> => {
  const {rows} = await sql.raw<Record<string, unknown>>(text).execute(db);
  return rows.map((row) => Object.values(row));
};

/** A commune's unit list of these unit names. */
function unitList(names: readonly string[], bookType: BookType, unitType = "Khu dân cư"): Uint8Array {
  const sheet = utils.aoa_to_sheet([
    ["ỦY BAN NHÂN DÂN PHƯỜNG HÀM RỒNG"],
    ["DANH SÁCH ĐƠN VỊ ĐỀ NGHỊ XÉT AN TOÀN VỀ AN NINH, TRẬT TỰ NĂM 2025"],
    ["(Tỉnh Thanh Hóa)"],
    ["STT", "Tên đơn vị", "Loại hình", "Cấp quản lý", "Đăng ký", "Ngày đăng ký", "Kết quả xét", "Phân loại"],
    ...names.map((name, i) => [
      i + 1,
      {t: "s", v: name},
      unitType,
      "Xã",
      "x",
      {t: "n", v: 45_672, z: "dd/mm/yyyy"},
      "Đạt",
      "Khá"
    ])
  ]);
  const book = utils.book_new(sheet, "Danh sách đơn vị");
  return new Uint8Array(write(book, {type: "array", bookType, bookSST: true}) as ArrayBuffer);
}

describe("one list in every format", () => {
  it("makes the same rows", async () => {
    const formats = ["xlsx", "xlsm", "xlsb", "biff8", "ods", "fods", "xlml"] as const;
    for (const format of formats) send(`list.${format}`, unitList(["Phố 1", "Phố 2 Đông Sơn"], format));
    expect(await load()).toMatchObject({files: 7, accepted: 7, rows_read: 14, rows_rejected: 0});
    const rows = await query(
      `select distinct sheet, row_number, commune_code, unit_name, unit_type, is_registered, registered_date, is_certified, class
       from raw_units order by row_number`
    );
    expect(rows).toEqual([
      ["Danh sách đơn vị", 5, rows[0]?.[2], "Phố 1", "khu_dan_cu", true, "2025-01-15", true, "kha"],
      ["Danh sách đơn vị", 6, rows[0]?.[2], "Phố 2 Đông Sơn", "khu_dan_cu", true, "2025-01-15", true, "kha"]
    ]);
    expect(await load()).toMatchObject({read: 0, from_cache: 7});
  });
});

describe("what stands in a cell stays text all the way", () => {
  const NAMES = [
    `Phố 'Đông' "Sơn"`,
    "Phố '); drop table raw_units; --",
    "=cmd|'/c calc'!A1",
    "+84 Phố",
    "@SUM(1+1)",
    "<script>alert(1)</script>",
    "${process.exit(1)}",
    "{{constructor}}",
    "__proto__",
    "constructor",
    "Phố \u202eđảo\u202c",
    "Phố \\ \\n %s ? $1 :name",
    "Phố ]] --> ]]>",
    "Phố 😀 số 1",
    '{"a":[1,null]}',
    "NULL",
    "a;b,c\td"
  ];

  it.each(["xlsx", "biff8", "ods"] as const)("%s", async (format) => {
    send(`a.${format}`, unitList(NAMES, format));
    expect(await load()).toMatchObject({accepted: 1, rows_accepted: NAMES.length});
    const names = (await query("select unit_name from raw_units order by row_number")).map(([name]) => name);
    expect(names).toEqual(NAMES.map((name) => name.replace("\t", " ")));
    // The same from the kept reading.
    expect(await load()).toMatchObject({read: 0, from_cache: 1});
    expect((await query("select unit_name from raw_units order by row_number")).map(([name]) => name)).toEqual(names);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it("names of files and sheets too", async () => {
    const name = "a'); drop table raw_units; -- ${x} __proto__.xlsx";
    send(name, unitList(["Phố 1"], "xlsx"));
    await load();
    expect(
      await query("select s.file, u.unit_name from raw_units u join raw_submissions s using (submission_id)")
    ).toEqual([[`2025/${name}`, "Phố 1"]]);
  });

  it("texts quoted in issues too", async () => {
    send("a.xlsx", unitList(["Phố 1"], "xlsx", "'; drop <b>${x}</b>"));
    await load();
    const raw = (await query("select raw_value from raw_issues")).map(([text]) => text);
    expect(raw).toContain("'; drop <b>${x}</b>");
  });
});

it("hostile files beside an honest one: each is rejected with its reason, and the honest one is loaded", async () => {
  const refused = ALL_CASES.filter(({expected, name}) => expected !== "read" && !/cut off after (?!8)/.test(name));
  for (const [i, {make, file}] of refused.entries()) send(`${i} ${file}`, make());
  send("honest.xlsx", unitList(["Phố 1"], "xlsx"));
  // Two that are the same bytes would be one file sent twice.
  const summary = await load();
  expect(summary).toMatchObject({
    files: refused.length + 1,
    accepted: 1,
    rejected: refused.length - summary.duplicate,
    rows_read: 1,
    rows_accepted: 1
  });
  const rules = new Map(
    (
      await query(
        "select s.file, i.rule from raw_submissions s join raw_issues i using (submission_id) where s.status = 'rejected'"
      )
    ).map(([file, rule]) => [file, rule])
  );
  for (const [i, {file, expected, name}] of refused.entries()) {
    expect(rules.get(`2025/${i} ${file}`), name).toBe(expected);
  }
}, 180_000);
