import {createHash, type Hash} from "node:crypto";
import {existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {codeHash} from "../loaders/compiled.ts";
import {listSubmissionFiles, RECEIPTS_FILE} from "../loaders/submissions/listSubmissionFiles.ts";
import type {LoadSummary} from "../loaders/submissions/loadSummary.ts";
import {openSubmission} from "../loaders/submissions/openSubmission.ts";
import type {Workspace} from "../loaders/workspace.ts";

/** What a warehouse was made from, and the file it was then: `build/warehouse.json`. */
interface Made {
  inputs: string;
  size: number;
  modified: number;
  summary: LoadSummary;
}

/**
 * Hash of everything that decides the warehouse: submitted files and receipts, reference, forms, plans, boundaries, settings, and our
 * own code with the versions of its libraries. Equal hashes make equal tables: results hold no clock.
 */
export function inputsHash(workspace: Workspace): string {
  const hash = createHash("sha256").update(JSON.stringify(workspace.settings));
  for (const {file, path} of listSubmissionFiles(workspace.submissions)) {
    const opened = openSubmission(path);
    hash.update(`\n${file}\n`);
    add(hash, opened.ok ? opened.bytes : opened.refusal.message);
  }
  addFile(hash, join(workspace.submissions, RECEIPTS_FILE));
  for (const folder of [workspace.reference, workspace.forms, workspace.plans, workspace.boundaries])
    addFolder(hash, folder);
  return hash.update(codeHash()).digest("hex");
}

/** What the run said that made the warehouse, if it was made from these inputs and is as it was left; null if it must be made. */
export function summaryOfUnchanged(workspace: Workspace, inputs: string): LoadSummary | null {
  if (!existsSync(workspace.warehouse) || !existsSync(join(workspace.build, "map.json"))) return null;
  try {
    const file = statSync(workspace.warehouse);
    const made = JSON.parse(readFileSync(noteOf(workspace), "utf8")) as Partial<Made>;
    const isSame = made.inputs === inputs && made.size === file.size && made.modified === file.mtimeMs;
    if (!isSame || made.summary === undefined) return null;
    const {read, from_cache} = made.summary;
    return {...made.summary, read: 0, from_cache: read + from_cache};
  } catch {
    return null;
  }
}

/** Writes down what the warehouse was made from. */
export function noteInputs(workspace: Workspace, inputs: string, summary: LoadSummary): void {
  const {size, mtimeMs} = statSync(workspace.warehouse);
  const path = noteOf(workspace);
  writeFileSync(`${path}.new`, JSON.stringify({inputs, size, modified: mtimeMs, summary} satisfies Made));
  renameSync(`${path}.new`, path);
}

function noteOf({build}: Workspace): string {
  return join(build, "warehouse.json");
}

function addFolder(hash: Hash, folder: string): void {
  if (!existsSync(folder)) return;
  const files = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile());
  for (const path of files.map(({parentPath, name}) => join(parentPath, name)).sort()) addFile(hash, path);
}

function addFile(hash: Hash, path: string): void {
  hash.update(`\n${path}\n`);
  if (existsSync(path)) add(hash, readFileSync(path));
}

/** The length first, so that the end of one file is not the beginning of the next. */
function add(hash: Hash, content: Uint8Array | string): void {
  hash.update(`${content.length} `).update(content);
}
