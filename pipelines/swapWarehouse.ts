import {closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync} from "node:fs";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {explainDiskError} from "./diskError.ts";
import {lockWorkspace, WorkspaceBusyError} from "./workspaceLock.ts";
import type {Workspace} from "../loaders/workspace.ts";

/**
 * Builds the warehouse beside the old one and puts it in place whole: readers see the old tables or the new, never a half.
 * @param build writes the database file at the path it is given and closes it.
 * @param swapped called once the new warehouse is in place, while the folder is still held.
 * @throws WorkspaceBusyError when another run holds the folder; whatever `build` throws, the old warehouse then stands.
 */
export async function swapWarehouse<T>(
  workspace: Workspace,
  build: (path: string) => Promise<T>,
  swapped: (result: T) => void | Promise<void> = () => undefined
): Promise<T> {
  try {
    mkdirSync(workspace.build, {recursive: true});
    const lock = lockWorkspace(workspace);
    const draft = join(workspace.build, `warehouse.${process.pid}.duckdb`);
    try {
      removeLeftovers(workspace.build);
      const result = await build(draft);
      toDisk(draft);
      if (!lock.isHeld())
        throw new WorkspaceBusyError(`Lần chạy khác đã nhận thư mục ${workspace.directory}. Chạy lại.`);
      await renameWithRetry(draft, workspace.warehouse);
      await swapped(result);
      return result;
    } finally {
      removeDatabase(draft);
      lock.release();
    }
  } catch (error) {
    throw explainDiskError(error, workspace.build);
  }
}

/** Drafts of runs that were killed: this run holds the folder, so none of them is being written. */
function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (/^(?:warehouse\.\d+\.duckdb(?:\.wal)?|pipeline\.lock\..+|.+\.new)$/.test(name))
      rmSync(join(folder, name), {force: true});
  }
}

function removeDatabase(path: string): void {
  rmSync(path, {force: true});
  rmSync(`${path}.wal`, {force: true});
}

/** The new file must be on the disk before its name is: a power cut could otherwise leave the name on an empty file. */
function toDisk(path: string): void {
  const handle = openSync(path, "r+");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Windows refuses to replace a file that a reader or a virus scanner holds for a moment. */
async function renameWithRetry(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      if (attempt === 20 || !["EPERM", "EBUSY", "EACCES"].includes((error as NodeJS.ErrnoException).code ?? ""))
        throw error;
      await sleep(100);
    }
  }
}
