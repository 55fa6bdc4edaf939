import {type Dirent, readdirSync, statSync} from "node:fs";
import {join} from "node:path";

/** A received file, before it is opened. */
export interface SubmissionFile {
  /** Path inside `submissions`: NFC, "/" between folders; how people and tables name it. */
  file: string;
  /** Path to open it by. */
  path: string;
  /** Year of the first folder ("2025/…"), else null. */
  folderYear: number | null;
}

export const RECEIPTS_FILE = "receipts.csv";

/** Files that programs leave behind, never sent by anyone: hidden files, lock files of Office, folder settings of Windows. */
const LEFT_BEHIND = /^(?:\.|~\$)|^(?:thumbs\.db|desktop\.ini)$/i;

/**
 * Every file under `directory` in the order of their paths; none if there is no such folder. `receipts.csv` is not one of them.
 * A folder that may not be opened stands for the files in it, so that it is noticed.
 */
export function listSubmissionFiles(directory: string): SubmissionFile[] {
  const found: SubmissionFile[] = [];
  const visit = (folder: string, prefix: string): void => {
    const entries = readFolder(folder);
    if (entries === null) found.push({file: prefix, path: folder, folderYear: yearOf(prefix)});
    for (const entry of entries ?? []) {
      if (LEFT_BEHIND.test(entry.name)) continue;
      const path = join(folder, entry.name);
      const file = prefix + entry.name.normalize("NFC");
      if (entry.isDirectory()) visit(path, `${file}/`);
      else if (file !== RECEIPTS_FILE && !isLinkedFolder(entry, path))
        found.push({file, path, folderYear: yearOf(file)});
    }
  };
  visit(directory, "");
  return found.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}

/** Null if the folder may not be looked into. */
function readFolder(folder: string): Dirent[] | null {
  try {
    return readdirSync(folder, {withFileTypes: true});
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT" ? [] : null;
  }
}

/** A link to a folder could lead round in a circle: it is not followed. */
function isLinkedFolder(entry: Dirent, path: string): boolean {
  if (!entry.isSymbolicLink()) return false;
  return statSync(path, {throwIfNoEntry: false})?.isDirectory() ?? false;
}

function yearOf(file: string): number | null {
  const year = /^(20\d\d)\//.exec(file)?.[1];
  return year === undefined ? null : Number(year);
}
