import {spawnSync} from "node:child_process";
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {utils, write} from "@e965/xlsx";
import {sql} from "kysely";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {checkFile} from "../../../loaders/checkFile/checkFile.ts";
import {SILENT} from "../../../loaders/progress.ts";
import {openWorkspace} from "../../../loaders/workspace.ts";
import {openDatabase} from "../../../pipelines/database/openDatabase.ts";
import {runPipeline} from "../../../pipelines/runPipeline.ts";
import type {PublicTables} from "../../../pipelines/tables.ts";
import {checkFiles} from "../../../src/checkFile/checkFiles.ts";
import {copyReceived} from "../../../src/markedCopy/copyReceived.ts";
import {forms, register} from "../../loaders/validate/build.ts";
import {writeSmallProvince} from "../../wholePath/smallProvince.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..");
const data = mkdtempSync(join(tmpdir(), "marked-data-"));
const files = mkdtempSync(join(tmpdir(), "marked-files-"));

interface Run {
  status: number | null;
  stdout: string;
  /** What progress told: notices, then the closing line. */
  told: string;
  lastLine: string;
}

async function run(command: typeof checkFiles, ...args: string[]): Promise<Run> {
  const written: string[] = [];
  const told: string[] = [];
  const progress = {...SILENT, finish: (sentence: string) => void told.push(sentence)};
  const status = await command(args, {write: (text) => written.push(text), progress});
  return {status, stdout: written.join(""), told: told.join("\n"), lastLine: told.at(-1) ?? ""};
}

/** The command as people start it. */
function start(command: "checkFile" | "markedCopy", ...args: string[]): Run {
  const script = join(ROOT, "src", command, "run.ts");
  const {status, stdout, stderr} = spawnSync(process.execPath, ["--import", "tsx", script, ...args], {
    cwd: ROOT,
    encoding: "utf8"
  });
  return {status, stdout, told: stderr, lastLine: stderr.trimEnd().split("\n").at(-1) ?? ""};
}

const HEADER = "STT;Tên đơn vị;Loại hình;Thuộc xã trước 1/7/2025;Cấp quản lý;Đăng ký;Kết quả xét;Phân loại";
const TITLES = "ỦY BAN NHÂN DÂN PHƯỜNG HÀM RỒNG\nDANH SÁCH ĐƠN VỊ NĂM 2026\n(tỉnh Thanh Hóa)";
const GOOD = `${TITLES}\n${HEADER}\n1;Phố 1;Khu dân cư;Phường Đông Thọ;Xã;x;Đạt;Khá\n2;Phố 2;Khu dân cư;Phường Đông Thọ;Xã;x;Đạt;Khá\n`;
const BAD = `${TITLES}\n${HEADER}\n1;Phố 1;Khu dân cư;Phường Đông Thọ;Xã;x;Đạt một phần;Khá\n2;;Khu dân cư;Phường Đông Thọ;Xã;x;Đạt;Giỏi\n`;

beforeAll(async () => {
  await writeSmallProvince(data);
  const samSon = BAD.replace("HÀM RỒNG", "SẦM SƠN").replace("2026", "2025").replaceAll("Phường Đông Thọ", "");
  writeFileSync(join(data, "submissions", "2025", "sam-son.csv"), samSon);
  await runPipeline(openWorkspace(data), {isFull: false, progress: SILENT});
  mkdirSync(join(files, "thu muc", "2026"), {recursive: true});
  writeFileSync(join(files, "tot.csv"), GOOD);
  writeFileSync(join(files, "thu muc", "2026", "sai.csv"), BAD);
  writeFileSync(join(files, "thu muc", "ban ky.xlsx"), "%PDF-1.7");
  const sheet = utils.aoa_to_sheet(BAD.split("\n").map((line) => line.split(";")));
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "Danh sách");
  writeFileSync(join(files, "cu.xls"), new Uint8Array(write(book, {type: "array", bookType: "biff8"}) as ArrayBuffer));
});
afterAll(() => {
  for (const folder of [data, files]) rmSync(folder, {recursive: true, force: true});
});

describe("npm run check-file", () => {
  test("the report names cell, value, reason and remedy; every row read is accounted for; one line says what was done", async () => {
    const {status, stdout, lastLine} = start("checkFile", join(files, "thu muc"), "--data", data);
    expect(status).toBe(2);
    expect(stdout).toContain("Nhận ra: Danh sách đơn vị; phường Hàm Rồng; năm 2026; số liệu chính thức");
    expect(stdout).toContain("Dòng đọc được: 2 = 1 nhận + 1 không nhận");
    expect(stdout).toMatch(
      /Trang “sai”, ô G5 đang ghi “Đạt một phần”\n +Cột “Kết quả xét”: .*\n +→ Chọn Đạt hoặc Chưa đạt/
    );
    expect(stdout).toContain("Không gửi được: tệp không được nhận.");
    expect(stdout.indexOf("Phải sửa")).toBeLessThan(stdout.indexOf("Nên xem lại"));
    // eslint-disable-next-line no-control-regex
    expect(stdout).not.toMatch(/\u001b/);
    expect(lastLine).toMatch(/^Đã kiểm tra 2 tệp: \d+ chỗ phải sửa, \d+ chỗ nên xem lại, 1 tệp không được nhận\.$/);
  });

  test("--json is one document with the loader's own issues, and the lists of the year before are held against the file", async () => {
    const {status, stdout} = await run(checkFiles, join(files, "tot.csv"), "--json", "--data", data);
    const document = JSON.parse(stdout) as {
      files: {status: string; issues: {rule: string; severity: string}[]; must_fix: number; area: {code: string}}[];
      prior_year: boolean;
    };
    expect(document.prior_year).toBe(true);
    const [file] = document.files;
    expect(file?.status).toBe("accepted");
    expect(file?.area.code).toBe("14758");
    expect(file?.must_fix).toBe(0);
    expect(status).toBe(0);
    const bytes = new Uint8Array(readFileSync(join(files, "tot.csv")));
    const alone = checkFile(bytes, {fileName: "tot.csv", register, forms, homeProvince: "38"}).issues;
    const rules = (file?.issues ?? []).map(({rule}) => rule);
    expect(rules).toEqual(expect.arrayContaining([...alone.map(({rule}) => rule), "unit_ended"]));
  });

  test("without a warehouse the comparison is left out with a notice; what the file says goes before what the person says", async () => {
    const empty = mkdtempSync(join(files, "trong-"));
    const {status, stdout, told} = await run(
      checkFiles,
      join(files, "tot.csv"),
      "--data",
      empty,
      "--commune",
      "16531",
      "--year",
      "2025"
    );
    expect(told).toContain("các phép so với năm trước được bỏ qua");
    expect(stdout).toContain("Tệp ghi năm 2026, không phải năm 2025 như đã khai");
    expect(stdout).toContain("Tệp là số liệu của phường Hàm Rồng, không phải của phường Sầm Sơn như đã khai");
    expect(status).toBe(0);
  });

  test("a legacy file is read in a process of its own and marked as .xlsx; a copy that is there is never overwritten", async () => {
    const out = join(files, "ghi loi");
    const first = await run(checkFiles, join(files, "cu.xls"), "--mark", "--out", out, "--data", data);
    expect(first.status).toBe(2);
    expect(first.stdout).toContain(`Bản ghi lỗi: ${join(out, "cu (ghi lỗi).xlsx")}`);
    await run(checkFiles, join(files, "cu.xls"), "--mark", "--out", out, "--data", data);
    expect(readdirSync(out).sort()).toEqual(["cu (ghi lỗi) (2).xlsx", "cu (ghi lỗi).xlsx"]);
  });

  test("what cannot be done fails with a reason: no file, no such file, no such commune", async () => {
    await expect(run(checkFiles)).rejects.toThrow("Cần ít nhất một tệp");
    await expect(run(checkFiles, join(files, "khong co.xlsx"), "--data", data)).rejects.toThrow(
      "Không có tệp hay thư mục"
    );
    await expect(run(checkFiles, join(files, "tot.csv"), "--commune", "99999", "--data", data)).rejects.toThrow(
      "không có xã, phường nào mã"
    );
  });
});

describe("npm run marked-copy", () => {
  test("marks a received file with what the pipeline found too, beside no original", async () => {
    const db = await openDatabase<PublicTables>(join(data, "build", "warehouse.duckdb"), {mode: "READ_ONLY"});
    const {rows} = await sql<{submission_id: string; rule: string; message: string}>`
      select submission_id, rule, message from issues inner join submissions using (submission_id)
      where file = '2024/thanh-pho-thanh-hoa.xlsx'
    `.execute(db);
    await db.destroy();
    const found = rows.find(({rule}) => rule === "unit_not_placed");
    expect(rows.map(({rule}) => rule).sort()).toEqual([
      "commune_below_norm",
      "excluded_kind",
      "excluded_yet_certified",
      "unit_not_placed"
    ]);
    const {status, stdout} = start("markedCopy", "--submission", found?.submission_id ?? "", "--data", data);
    expect(status).toBe(0);
    const path = join(data, "build", "marked-copies", "2024", "thanh-pho-thanh-hoa (ghi lỗi).xlsx");
    expect(stdout.trim()).toBe(path);
    const {workbook} = checkFile(new Uint8Array(readFileSync(path)), {fileName: "a.xlsx", register, forms});
    const texts = workbook?.sheets.at(-1)?.cells.map(({text}) => text) ?? [];
    for (const {message} of rows) expect(texts).toContain(message);
    expect(readdirSync(join(data, "submissions", "2024"))).toEqual(["thanh-pho-thanh-hoa.xlsx"]);
  });

  test("--all writes every file with problems; a file changed since the pipeline ran is left out with the reason", async () => {
    writeFileSync(join(data, "submissions", "2025", "sam-son.csv"), "khác");
    const out = join(files, "tat ca");
    const {status, told, lastLine} = await run(copyReceived, "--all", "--out", out, "--data", data);
    expect(status).toBe(0);
    expect(told).toContain('Không có bản ghi lỗi của "2025/sam-son.csv": Tệp đã đổi sau lần nạp gần nhất.');
    expect(existsSync(join(out, "2024", "thanh-pho-thanh-hoa (ghi lỗi).xlsx"))).toBe(true);
    expect(lastLine).toMatch(/^Đã viết \d+ bản ghi lỗi vào .*; 1 tệp không có bản ghi lỗi\.$/);
  });

  test("a file that was never received is told, with what to do", async () => {
    const asked = run(copyReceived, "--submission", "2025/khong-co.xlsx", "--data", data);
    await expect(asked).rejects.toThrow("chạy npm run pipeline trước");
  });
});
