import {closeSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeSync} from "node:fs";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import type {Workspace} from "../loaders/workspace.ts";

/** Another run holds the data folder: said to the person who started this one. */
export class WorkspaceBusyError extends Error {}

/**
 * Builds the warehouse beside the old one and puts it in place whole: readers see the old tables or the new, never a half.
 * @param build writes the database file at the path it is given and closes it.
 * @throws WorkspaceBusyError when another run holds the folder; whatever `build` throws, the old warehouse then stands.
 */
export async function swapWarehouse<T>(workspace: Workspace, build: (path: string) => Promise<T>): Promise<T> {
  mkdirSync(workspace.build, {recursive: true});
  const release = lock(workspace);
  const draft = join(workspace.build, `warehouse.${process.pid}.duckdb`);
  try {
    removeLeftovers(workspace.build);
    const result = await build(draft);
    await renameWithRetry(draft, workspace.warehouse);
    return result;
  } finally {
    removeDatabase(draft);
    release();
  }
}

/** Drafts of runs that were killed: this run holds the folder, so none of them is being written. */
function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (/^warehouse\.\d+\.duckdb(\.wal)?$/.test(name)) rmSync(join(folder, name), {force: true});
  }
}

function removeDatabase(path: string): void {
  rmSync(path, {force: true});
  rmSync(`${path}.wal`, {force: true});
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

/** Takes the folder for this process; a lock left by a run that no longer lives is taken over. */
function lock(workspace: Workspace): () => void {
  const path = join(workspace.build, "pipeline.lock");
  for (;;) {
    try {
      const handle = openSync(path, "wx");
      writeSync(handle, String(process.pid));
      closeSync(handle);
      return () => rmSync(path, {force: true});
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const holder = Number(readFileSync(path, "utf8"));
      if (Number.isInteger(holder) && holder > 0 && isAlive(holder)) {
        throw new WorkspaceBusyError(
          `Thư mục ${workspace.directory} đang được một lần chạy khác xử lý (tiến trình ${holder}). Chờ lần đó xong rồi chạy lại.`
        );
      }
      rmSync(path, {force: true});
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
