import {existsSync} from "node:fs";
import {dirname, join} from "node:path";
import {parseArgs} from "node:util";
import type {Progress} from "../../loaders/progress.ts";
import {readRegister} from "../../loaders/reference/readRegister.ts";
import {LegacyWorkbooks} from "../../loaders/submissions/legacyWorkbooks.ts";
import {readForms} from "../../loaders/submissions/readForms.ts";
import {openWorkspace, requireFolder, type Workspace} from "../../loaders/workspace.ts";
import {openDatabase} from "../../pipelines/database/openDatabase.ts";
import type {PublicTables} from "../../pipelines/tables.ts";
import type {CommandOutput} from "../checkFile/checkFiles.ts";
import {markReceived} from "./markReceived.ts";
import {type ReceivedFile, receivedFiles} from "./receivedFile.ts";
import {writeCopy} from "./writeCopy.ts";

/**
 * `npm run marked-copy -- --submission ID|FILE… [--out DIR] [--data DIR]` or `-- --all`: the marked copy of received files, with every
 * problem that stands in the warehouse, those that only the pipeline found included. `--all`: of every file with something to mend or
 * to review. Copies go to `DIR/build/marked-copies`, in the folders of their originals, or below `--out`.
 * Exit status: 0 done, 1 failed or a named file cannot be marked.
 */
export async function copyReceived(args: readonly string[], {write, progress}: CommandOutput): Promise<number> {
  const {values} = parseArgs({
    args: [...args],
    options: {
      submission: {type: "string", multiple: true, default: []},
      all: {type: "boolean", default: false},
      out: {type: "string"},
      data: {type: "string", default: "data"}
    }
  });
  if (values.all === values.submission.length > 0) {
    throw new Error(
      'Cần --submission MÃ hoặc ĐƯỜNG DẪN (nhiều lần cũng được), hoặc --all, ví dụ: npm run marked-copy -- --submission "2025/a.xlsx"'
    );
  }
  const workspace = openWorkspace(requireFolder(values.data));
  progress.step("Đọc kho số liệu");
  const files = await readWarehouse(workspace, values.all ? null : values.submission);
  const {written, left} = await markFiles(workspace, files, values.out, progress);
  progress.clear();
  if (!values.all) for (const path of written) write(`${path}\n`);
  for (const {file, reason} of left) progress.finish(`Không có bản ghi lỗi của "${file}": ${reason}`);
  const unmarked = left.length === 0 ? "" : `; ${left.length} tệp không có bản ghi lỗi`;
  progress.finish(
    `Đã viết ${written.length} bản ghi lỗi${values.all ? ` vào ${values.out ?? ownFolder(workspace)}` : ""}${unmarked}.`
  );
  return !values.all && left.length > 0 ? 1 : 0;
}

function ownFolder({build}: Workspace): string {
  return join(build, "marked-copies");
}

async function readWarehouse({warehouse}: Workspace, wanted: readonly string[] | null): Promise<ReceivedFile[]> {
  if (!existsSync(warehouse)) throw new Error(`Chưa có ${warehouse}. Chạy npm run pipeline trước.`);
  const db = await openDatabase<PublicTables>(warehouse, {mode: "READ_ONLY"});
  try {
    return await receivedFiles(db, wanted);
  } finally {
    await db.destroy();
  }
}

async function markFiles(
  workspace: Workspace,
  files: readonly ReceivedFile[],
  out: string | undefined,
  progress: Progress
): Promise<{written: string[]; left: {file: string; reason: string}[]}> {
  const rules = {register: readRegister(workspace.reference), forms: readForms(workspace.forms)};
  const legacy = new LegacyWorkbooks(rules);
  const written: string[] = [];
  const left: {file: string; reason: string}[] = [];
  progress.step("Ghi lỗi vào tệp");
  try {
    for (const [done, received] of files.entries()) {
      progress.advance(done, files.length, received.file);
      const marked = await markReceived(received, workspace, rules, legacy);
      if (!marked.ok) {
        left.push({file: received.file, reason: marked.reason});
        continue;
      }
      const folder = join(out ?? ownFolder(workspace), dirname(received.file));
      written.push(writeCopy(folder, marked.copy, {mayReplace: out === undefined}));
    }
  } finally {
    await legacy.close();
  }
  return {written, left};
}
