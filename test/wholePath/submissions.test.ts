import {cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import type {Kysely} from "kysely";
import {afterAll, afterEach, beforeEach, describe, expect, test} from "vitest";
import {loadRegister} from "../../loaders/reference/loadRegister.ts";
import {readRegister} from "../../loaders/reference/readRegister.ts";
import {loadSubmissions} from "../../loaders/submissions/loadSubmissions.ts";
import {readForms} from "../../loaders/submissions/readForms.ts";
import {openWorkspace} from "../../loaders/workspace.ts";
import {openDatabase} from "../../pipelines/database/openDatabase.ts";
import {buildTables} from "../../pipelines/models.ts";
import {rowsOf} from "../pipelines/world.ts";

/** Real files through the real loader and the real tables: which version of what stands, and that nothing that was sent is lost. */
let directory: string;
const opened: Kysely<never>[] = [];
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "submissions-"));
  writeFileSync(join(directory, "workspace.yaml"), 'home: {level: province, code: "38"}\npublication: internal\n');
});
afterEach(() => rmSync(directory, {recursive: true, force: true}));
afterAll(async () => {
  for (const db of opened) await db.destroy();
});

const send = (file: string, text: string): void => {
  const path = join(directory, "submissions", file);
  mkdirSync(dirname(path), {recursive: true});
  writeFileSync(path, text);
};
const receipts = (...lines: string[]): void =>
  send("receipts.csv", ["file,received_date,stage,withdrawn", ...lines].join("\n"));
const load = async (): Promise<Kysely<never>> => {
  const workspace = openWorkspace(directory);
  const register = readRegister(workspace.reference);
  const db = await openDatabase<never>(":memory:");
  opened.push(db);
  await loadRegister(db, register);
  await loadSubmissions(db, workspace, {register, forms: readForms(workspace.forms)});
  await buildTables(db, workspace);
  return db;
};

/** A list of phường Hàm Rồng of 2025: name, type, result. */
const list = (...rows: readonly (readonly [name: string, type: string, result: string])[]): string =>
  [
    '"DANH SÁCH ĐƠN VỊ PHƯỜNG HÀM RỒNG, TỈNH THANH HÓA NĂM 2025"',
    "STT,Tên đơn vị,Loại hình,Đăng ký,Kết quả xét",
    ...rows.map(([name, type, result], i) => `${i + 1},${name},${type},x,${result}`)
  ].join("\n");
const counted = async (db: Kysely<never>) => {
  const rows = await rowsOf<{unit_name: string; is_certified: boolean; file: string}>(
    db,
    "select unit_name, is_certified, file from unit_years join submissions using (submission_id) order by unit_name, file"
  );
  return rows.map(({unit_name, is_certified, file}) => `${unit_name}: ${is_certified ? "đạt" : "chưa đạt"} (${file})`);
};
const parts = async (db: Kysely<never>) => {
  const rows = await rowsOf<{file: string; unit_type: string; is_current: boolean; by: string | null}>(
    db,
    `select s.file, p.unit_type, p.is_current, n.file as by from submission_parts p join submissions s using (submission_id)
      left join submissions n on n.submission_id = p.superseded_by order by s.file, p.unit_type`
  );
  return rows.map(
    ({file, unit_type, is_current, by}) => `${file} ${unit_type}: ${is_current ? "hiện hành" : `thay bởi ${by}`}`
  );
};

describe("a newer file", () => {
  test("replaces the unit types it holds, of the communes it holds; the rest of the district's file stands", async () => {
    const header = "STT,Tên đơn vị,Loại hình,Xã,Đăng ký,Kết quả xét";
    const title = '"DANH SÁCH ĐƠN VỊ THÀNH PHỐ THANH HÓA, TỈNH THANH HÓA NĂM 2024"';
    const whole = [
      "1,Phố 1,Khu dân cư,Phường Nam Ngạn,x,Chưa đạt",
      "2,Trạm Y tế,Cơ quan,Phường Nam Ngạn,x,Đạt",
      "3,Phố 1,Khu dân cư,Phường Đông Hải,x,Đạt"
    ];
    send("2024/thanh-pho.csv", [title, header, ...whole].join("\n"));
    send("2024/thanh-pho-bo-sung.csv", [title, header, "1,Phố 1,Khu dân cư,Phường Nam Ngạn,x,Đạt"].join("\n"));
    receipts("2024/thanh-pho.csv,2024-11-10,,", "2024/thanh-pho-bo-sung.csv,2024-11-12,,");
    expect(await counted(await load())).toEqual([
      "Phố 1: đạt (2024/thanh-pho-bo-sung.csv)",
      "Phố 1: đạt (2024/thanh-pho.csv)",
      "Trạm Y tế: đạt (2024/thanh-pho.csv)"
    ]);
  });

  test("with fewer units stands, and the missing ones are named", async () => {
    send("2025/a.csv", list(["Phố 1", "KDC", "Đạt"], ["Phố 2", "KDC", "Đạt"]));
    send("2025/b.csv", list(["Phố 1", "KDC", "Đạt"]));
    receipts("2025/a.csv,2025-11-10,,", "2025/b.csv,2025-11-12,,");
    const db = await load();
    expect(await counted(db)).toEqual(["Phố 1: đạt (2025/b.csv)"]);
    expect(await rowsOf(db, "select severity, raw_value from issues where rule = 'fewer_units'")).toEqual([
      {severity: "warning", raw_value: "Phố 2"}
    ]);
  });

  test("leaves each older version pointing at the one that stands; every file and row is kept", async () => {
    for (const [file, result] of [["a", "Chưa đạt"], ["b", "Đạt"], ["c", "Đạt"]] as const) send(`2025/${file}.csv`, list([`Phố 1`, "KDC", result], [`Phố ${file}`, "KDC", result])); // prettier-ignore
    receipts("2025/a.csv,2025-11-10,,", "2025/b.csv,2025-11-11,,", "2025/c.csv,2025-11-12,,");
    const db = await load();
    expect(await parts(db)).toEqual([
      "2025/a.csv khu_dan_cu: thay bởi 2025/c.csv",
      "2025/b.csv khu_dan_cu: thay bởi 2025/c.csv",
      "2025/c.csv khu_dan_cu: hiện hành"
    ]);
    expect(await rowsOf(db, "select count(*) as n from raw_units")).toEqual([{n: 6}]);
    expect(await rowsOf(db, "select distinct status from submissions")).toEqual([{status: "accepted"}]);
  });
});

describe("provisional and final", () => {
  test("the final figures stand over provisional ones, whichever came first", async () => {
    send("2025/so-bo.csv", list(["Phố 1", "KDC", "Chưa đạt"]));
    send("2025/chinh-thuc.csv", list(["Phố 1", "KDC", "Đạt"]));
    for (const [first, second] of [
      ["2025-11-10", "2025-11-20"],
      ["2025-11-20", "2025-11-10"]
    ] as const) {
      // prettier-ignore
      receipts(`2025/so-bo.csv,${first},so_bo,`, `2025/chinh-thuc.csv,${second},chinh_thuc,`);
      expect(await counted(await load())).toEqual(["Phố 1: đạt (2025/chinh-thuc.csv)"]);
    }
  });

  test("a type that only the provisional file holds stays provisional and stands", async () => {
    send("2025/so-bo.csv", list(["Phố 1", "KDC", "Chưa đạt"], ["Trạm Y tế", "CQ", "Đạt"]));
    send("2025/chinh-thuc.csv", list(["Phố 1", "KDC", "Đạt"]));
    receipts("2025/so-bo.csv,2025-11-10,so_bo,", "2025/chinh-thuc.csv,2025-11-20,chinh_thuc,");
    const db = await load();
    expect(await counted(db)).toEqual(["Phố 1: đạt (2025/chinh-thuc.csv)", "Trạm Y tế: đạt (2025/so-bo.csv)"]);
    expect(await rowsOf(db, "select unit_name, stage from unit_years order by 1")).toEqual([
      {unit_name: "Phố 1", stage: "chinh_thuc"},
      {unit_name: "Trạm Y tế", stage: "so_bo"}
    ]);
  });
});

describe("a file that is withdrawn", () => {
  test("gives way to the version before it, and stays on record; put back, it counts again", async () => {
    send("2025/a.csv", list(["Phố 1", "KDC", "Chưa đạt"]));
    send("2025/b.csv", list(["Phố 1", "KDC", "Đạt"]));
    receipts("2025/a.csv,2025-11-10,,", "2025/b.csv,2025-11-12,,x");
    const withdrawn = await load();
    expect(await counted(withdrawn)).toEqual(["Phố 1: chưa đạt (2025/a.csv)"]);
    expect(await rowsOf(withdrawn, "select file, status from submissions order by 1")).toEqual([
      {file: "2025/a.csv", status: "accepted"},
      {file: "2025/b.csv", status: "withdrawn"}
    ]);
    receipts("2025/a.csv,2025-11-10,,", "2025/b.csv,2025-11-12,,");
    expect(await counted(await load())).toEqual(["Phố 1: đạt (2025/b.csv)"]);
  });
});

describe("files without an order of their own", () => {
  test("of one day: the larger hash stands, whatever their names", async () => {
    const [one, other] = [list(["Phố 1", "KDC", "Đạt"]), list(["Phố 1", "KDC", "Chưa đạt"])];
    send("2025/a.csv", one);
    send("2025/b.csv", other);
    receipts("2025/a.csv,2025-11-10,,", "2025/b.csv,2025-11-10,,");
    const [first] = await counted(await load());
    send("2025/a.csv", other);
    send("2025/b.csv", one);
    const [second] = await counted(await load());
    expect(second?.split(" (")[0]).toBe(first?.split(" (")[0]);
    expect(second).not.toBe(first);
  });

  test("one whose day is unknown stands only until one with a day comes", async () => {
    send("2025/a.csv", list(["Phố 1", "KDC", "Đạt"]));
    send("2025/b.csv", list(["Phố 1", "KDC", "Chưa đạt"], ["Trạm Y tế", "CQ", "Đạt"]));
    receipts("2025/a.csv,2025-11-10,,");
    const db = await load();
    expect(await counted(db)).toEqual(["Phố 1: đạt (2025/a.csv)", "Trạm Y tế: đạt (2025/b.csv)"]);
    expect(await rowsOf(db, "select received_date from submissions where file = '2025/b.csv'")).toEqual([
      {received_date: null}
    ]);
  });

  test("the same bytes again are a duplicate that holds no rows", async () => {
    const text = list(["Phố 1", "KDC", "Đạt"]);
    send("2025/a.csv", text);
    send("2025/b.csv", text);
    const db = await load();
    expect(await counted(db)).toEqual(["Phố 1: đạt (2025/a.csv)"]);
    expect(await rowsOf(db, "select file, status, rows_read from submissions order by 1")).toEqual([
      {file: "2025/a.csv", status: "accepted", rows_read: 1},
      {file: "2025/b.csv", status: "duplicate", rows_read: 0}
    ]);
  });
});

test("a newer sheet of facts replaces only the facts it holds", async () => {
  const facts = (...rows: string[]): string =>
    ['"THÔNG TIN CHUNG PHƯỜNG HÀM RỒNG, TỈNH THANH HÓA NĂM 2025"', "Nội dung,Đã phổ biến,Tổng số", ...rows].join("\n");
  send("2025/a.csv", facts("Hộ gia đình,80,100", "Học sinh,10,20"));
  send("2025/b.csv", facts("Hộ gia đình,95,100"));
  receipts("2025/a.csv,2025-11-10,,", "2025/b.csv,2025-11-12,,");
  expect(
    await rowsOf(await load(), "select households_reached, pupils_reached, pupils_total from commune_years")
  ).toEqual([{households_reached: 95, pupils_reached: 10, pupils_total: 20}]);
});

describe("a commune that ended before 30/6/2025", () => {
  const EARLIER = "code,valid_to,name,type,district_code,province_code,became_code,clause";
  const sendEarlier = (): void =>
    send(
      "2023/thanh-pho.csv",
      [
        '"DANH SÁCH ĐƠN VỊ THÀNH PHỐ THANH HÓA, TỈNH THANH HÓA NĂM 2023"',
        "STT,Tên đơn vị,Loại hình,Xã,Đăng ký,Kết quả xét",
        "1,Thôn 1,Khu dân cư,Xã Vạn Thịnh Phú,x,Đạt"
      ].join("\n")
    );
  const found = async (db: Kysely<never>) =>
    rowsOf(db, "select commune_code, current_commune_code, is_certified from unit_years");

  test("is taken in under a provisional code with a warning, its units belong nowhere yet", async () => {
    sendEarlier();
    const db = await load();
    expect(await found(db)).toEqual([
      {commune_code: "tam-380-vạn-thịnh-phú", current_commune_code: "unassigned", is_certified: true}
    ]);
    expect(await rowsOf(db, "select severity from issues where rule = 'provisional_commune'")).toEqual([
      {severity: "warning"}
    ]);
  });

  test("settled in earlier_communes.csv it goes where its successor went, and the warning is gone", async () => {
    sendEarlier();
    cpSync("data/reference", join(directory, "reference"), {recursive: true});
    writeFileSync(
      join(directory, "reference", "earlier_communes.csv"),
      `${EARLIER}\ntam-380-vạn-thịnh-phú,2024-11-30,Vạn Thịnh Phú,xa,380,38,14761,Nghị quyết thử\n`
    );
    const db = await load();
    expect(await found(db)).toEqual([
      {commune_code: "tam-380-vạn-thịnh-phú", current_commune_code: "14758", is_certified: true}
    ]);
    expect(await rowsOf(db, "select count(*) as n from issues where rule = 'provisional_commune'")).toEqual([{n: 0}]);
  });
});
