import {checkFile, type FileCheck, withPrior} from "../../loaders/checkFile/checkFile.ts";
import {compareSaid, type Said} from "../../loaders/checkFile/compareSaid.ts";
import {ownerTitle} from "../../loaders/checkFile/ownerTitle.ts";
import type {LegacyWorkbooks} from "../../loaders/submissions/legacyWorkbooks.ts";
import {openSubmission} from "../../loaders/submissions/openSubmission.ts";
import {refusedReading, type Rules} from "../../loaders/submissions/readSubmission.ts";
import type {FileToCheck} from "./listFiles.ts";
import type {PriorLists} from "./priorOfFile.ts";

/** A checked file: where it lies, its bytes (null if it could not be opened), and what is to be said of it. */
export interface CheckedFile {
  path: string;
  name: string;
  bytes: Uint8Array | null;
  /** "phường Sầm Sơn"; null if it cannot be told. */
  owner: string | null;
  check: FileCheck;
}

export interface CheckTools {
  rules: Rules;
  legacy: LegacyWorkbooks;
  priors: PriorLists;
}

/**
 * Checks one file by the loader's own code, as it would be read on its way into the warehouse, and loads nothing. Held against the
 * year before where its lists are at hand, and against what the person says of it.
 */
export async function checkOne(
  {path, name}: FileToCheck,
  said: Said,
  {rules, legacy, priors}: CheckTools
): Promise<CheckedFile> {
  const opened = openSubmission(path);
  if (!opened.ok) {
    const reading = refusedReading(opened.refusal, {receipt: null, folderYear: null});
    const {issues} = reading;
    const check: FileCheck = {
      refusal: opened.refusal,
      workbook: null,
      shown: null,
      reading,
      sheets: [],
      status: "rejected",
      issues
    };
    return {path, name, bytes: null, owner: null, check};
  }
  const {bytes} = opened;
  const readOther = await legacy.readerOf(bytes, name);
  const about = {fileName: name, ...rules, ...said, ...(readOther === undefined ? {} : {readOther})};
  let check = checkFile(bytes, about);
  if (priors.ok) check = withPrior(check, await priors.of(check.reading));
  check = {...check, issues: [...compareSaid(check.reading, said, rules.register), ...check.issues]};
  return {path, name, bytes, owner: ownerTitle(check.reading, rules.register), check};
}
