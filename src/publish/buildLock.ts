import {mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import process from "node:process";
import {setTimeout as wait} from "node:timers/promises";

/**
 * Runs `build` while no other build of this repository runs: two would overwrite each other's cache. Waits for the other one; takes
 * over from one that was killed.
 */
export async function withBuildLock<T>(folder: string, build: () => Promise<T>): Promise<T> {
  mkdirSync(folder, {recursive: true});
  const lock = join(folder, "build.lock");
  while (!take(lock)) await wait(250);
  try {
    return await build();
  } finally {
    rmSync(lock, {force: true});
  }
}

function take(lock: string): boolean {
  try {
    writeFileSync(lock, `${process.pid}`, {flag: "wx"});
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    if (!isRunning(lock)) rmSync(lock, {force: true});
    return false;
  }
}

function isRunning(lock: string): boolean {
  try {
    const holder = Number(readFileSync(lock, "utf8"));
    // Just made, not written yet.
    if (holder === 0) return true;
    process.kill(holder, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
