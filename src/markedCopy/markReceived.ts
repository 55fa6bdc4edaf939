import {existsSync} from "node:fs";
import {basename, join} from "node:path";
import {checkFile} from "../../loaders/checkFile/checkFile.ts";
import {markedCopy} from "../../loaders/markedCopy/markedCopy.ts";
import type {LegacyWorkbooks} from "../../loaders/submissions/legacyWorkbooks.ts";
import {listSubmissionFiles} from "../../loaders/submissions/listSubmissionFiles.ts";
import {openSubmission} from "../../loaders/submissions/openSubmission.ts";
import {hash} from "../../loaders/submissions/readingCache.ts";
import type {Rules} from "../../loaders/submissions/readSubmission.ts";
import {inReadingOrder} from "../../loaders/validate/validateWorkbook.ts";
import type {Workspace} from "../../loaders/workspace.ts";
import type {ReceivedFile} from "./receivedFile.ts";

/** The marked copy of a received file, or why there is none. */
export type MarkedReceived = {ok: true; copy: {fileName: string; bytes: Uint8Array}} | {ok: false; reason: string};

/** Marks a received file with the problems that the warehouse holds; the file must be the one that the pipeline read. */
export async function markReceived(
  {file, sha256, issues}: ReceivedFile,
  {submissions}: Workspace,
  rules: Rules,
  legacy: LegacyWorkbooks
): Promise<MarkedReceived> {
  const opened = openSubmission(pathOf(file, submissions));
  if (!opened.ok) return {ok: false, reason: `${opened.refusal.message} ${opened.refusal.remedy}`};
  const {bytes} = opened;
  if (hash(bytes) !== sha256)
    return {ok: false, reason: "Tệp đã đổi sau lần nạp gần nhất. Chạy npm run pipeline rồi làm lại."};
  const fileName = basename(file);
  const readOther = await legacy.readerOf(bytes, fileName);
  const {workbook, sheets, refusal} = checkFile(bytes, {
    fileName,
    ...rules,
    ...(readOther === undefined ? {} : {readOther})
  });
  if (workbook === null) return {ok: false, reason: `${refusal?.message ?? ""} ${refusal?.remedy ?? ""}`.trim()};
  return {ok: true, copy: markedCopy({bytes, fileName, workbook, sheets, issues: inReadingOrder(issues, workbook)})};
}

/** Path to open a file by: names in the warehouse are NFC, on the disk they may not be. */
function pathOf(file: string, submissions: string): string {
  const direct = join(submissions, file);
  if (existsSync(direct)) return direct;
  return listSubmissionFiles(submissions).find((one) => one.file === file)?.path ?? direct;
}
