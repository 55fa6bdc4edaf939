import {dirname} from "node:path";
import {parseArgs} from "node:util";
import {communeTitle, type Said} from "../../loaders/checkFile/compareSaid.ts";
import {markedCopy} from "../../loaders/markedCopy/markedCopy.ts";
import {gravityOf} from "../../loaders/markedCopy/problems.ts";
import type {Progress} from "../../loaders/progress.ts";
import {readRegister} from "../../loaders/reference/readRegister.ts";
import {LegacyWorkbooks} from "../../loaders/submissions/legacyWorkbooks.ts";
import {readForms} from "../../loaders/submissions/readForms.ts";
import type {Rules} from "../../loaders/submissions/readSubmission.ts";
import {openWorkspace, requireFolder, type Workspace} from "../../loaders/workspace.ts";
import {writeCopy} from "../markedCopy/writeCopy.ts";
import {type CheckedFile, checkOne} from "./checkedFile.ts";
import {checkJson} from "./checkJson.ts";
import {checkSentence} from "./checkSentence.ts";
import {listFiles} from "./listFiles.ts";
import {openPriorLists} from "./priorOfFile.ts";
import {COLOURED, PLAIN, printCheck} from "./printCheck.ts";

const USAGE =
  "Cần ít nhất một tệp, ví dụ: npm run check-file -- “Danh sach 2025.xlsx” [--commune MÃ XÃ] [--year NĂM] [--json] [--mark] [--out THƯ MỤC] [--data THƯ MỤC]";

/** Where a command writes its report, and tells how far it is. */
export interface CommandOutput {
  write: (text: string) => void;
  progress: Progress;
  /** True on a terminal that shows colours. */
  hasColours?: boolean;
}

/**
 * `npm run check-file -- FILE… [--commune CODE] [--year Y] [--json] [--mark] [--out DIR] [--data DIR]`: reads and validates files, or all
 * files of folders, without loading them. The report goes to standard output, progress and the closing line to standard error.
 * `--commune`, `--year`: whose file it is and of what year, where the file does not say; a file that says otherwise has a problem more.
 * `--mark`: writes the marked copy of each file with problems beside it, or into `--out`. `--json`: `{files: […], prior_year: boolean}`,
 * see `checkJson.ts`. Exit status: 0 nothing must be mended; 2 a file was refused or something in it must be mended; 1 the check failed.
 */
export async function checkFiles(
  args: readonly string[],
  {write, progress, hasColours = false}: CommandOutput
): Promise<number> {
  const {values, positionals} = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      commune: {type: "string"},
      year: {type: "string"},
      json: {type: "boolean", default: false},
      mark: {type: "boolean", default: false},
      out: {type: "string"},
      data: {type: "string", default: "data"}
    }
  });
  if (positionals.length === 0) throw new Error(USAGE);
  const files = listFiles(positionals);
  const workspace = openWorkspace(requireFolder(values.data));
  progress.step("Đọc danh mục, biểu mẫu");
  const rules = rulesOf(workspace);
  const said = readSaid(values, rules);
  const legacy = new LegacyWorkbooks(rules);
  const priors = await openPriorLists(workspace);
  const paint = hasColours ? COLOURED : PLAIN;
  const reports: object[] = [];
  const lines: string[] = [];
  const counts = {files: 0, refused: 0, mustFix: 0, shouldReview: 0, copies: 0};
  try {
    progress.step("Kiểm tra tệp");
    for (const [done, file] of files.entries()) {
      progress.advance(done, files.length, file.name);
      const checked = await checkOne(file, said, {rules, legacy, priors});
      const {check} = checked;
      counts.files++;
      if (check.status === "rejected") counts.refused++;
      counts.mustFix += check.issues.filter((issue) => gravityOf(issue) === "error").length;
      counts.shouldReview += check.issues.filter((issue) => gravityOf(issue) === "warning").length;
      const copy = values.mark ? writeMarked(checked, values.out) : null;
      if (copy !== null) counts.copies++;
      if (values.json) {
        reports.push(checkJson(checked, copy));
        continue;
      }
      lines.push(...printCheck(checked, paint));
      if (copy !== null) lines.push(`  Bản ghi lỗi: ${copy}`, "");
    }
  } finally {
    await legacy.close();
    if (priors.ok) await priors.close();
  }
  progress.clear();
  if (!priors.ok) progress.finish(priors.notice);
  const text = values.json ? JSON.stringify({files: reports, prior_year: priors.ok}) : lines.join("\n").trimEnd();
  write(`${text}\n`);
  progress.finish(checkSentence(counts));
  return counts.refused + counts.mustFix > 0 ? 2 : 0;
}

function rulesOf({reference, forms, settings: {home}}: Workspace): Rules {
  return {
    register: readRegister(reference),
    forms: readForms(forms),
    homeProvince: home.level === "province" ? home.code : null
  };
}

function readSaid({commune, year}: {commune?: string | undefined; year?: string | undefined}, {register}: Rules): Said {
  if (commune !== undefined && communeTitle(commune, register) === null) {
    throw new Error(
      `--commune: không có xã, phường nào mã "${commune}" trong danh mục. Ghi mã 5 chữ số của xã, phường.`
    );
  }
  if (year !== undefined && !/^20\d\d$/.test(year))
    throw new Error(`--year: "${year}" không phải năm. Ghi bốn chữ số.`);
  return {communeCode: commune ?? null, year: year === undefined ? null : Number(year)};
}

/** Path of the copy; null for a file without problems or one that could not be read. */
function writeMarked({path, name, bytes, check}: CheckedFile, out: string | undefined): string | null {
  const {workbook, sheets, issues} = check;
  if (bytes === null || workbook === null || issues.every((issue) => gravityOf(issue) === "note")) return null;
  return writeCopy(out ?? dirname(path), markedCopy({bytes, fileName: name, workbook, sheets, issues}));
}
