import {randomUUID} from "node:crypto";
import {
  closeSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync
} from "node:fs";
import {hostname} from "node:os";
import {join} from "node:path";
import type {Workspace} from "../loaders/workspace.ts";

/** Another run holds the data folder: said to the person who started this one. */
export class WorkspaceBusyError extends Error {}

/** The data folder is this run's until it is released. */
export interface WorkspaceLock {
  /** False once another run has taken the folder over, as after a long sleep of the machine. */
  isHeld: () => boolean;
  release: () => void;
}

/** Who holds a lock. `started` tells a process from a later one with its number; null where the system does not say. */
interface Holder {
  pid: number;
  host: string;
  started: string | null;
  token: string;
}

/** How often a holder touches its lock, and how long one that cannot be asked may be silent. */
const BEAT = 5_000;
const SILENCE = 120_000;
/** A lock is written right after it is made: one that stays empty was left by a run that was killed between the two. */
const EMPTY_WAIT = 200;

/**
 * Takes the data folder for this process. A lock left by a run that no longer lives is taken over: its process is gone, or has
 * the number but another start (numbers are used again, in a container at every start), or on another machine has been silent.
 * @throws WorkspaceBusyError when another run holds the folder.
 */
export function lockWorkspace(workspace: Workspace): WorkspaceLock {
  const path = join(workspace.build, "pipeline.lock");
  const own: Holder = {pid: process.pid, host: hostname(), started: startOf(process.pid), token: randomUUID()};
  while (!create(path, own)) {
    const text = readLock(path);
    if (text === null) continue;
    const holder = parseHolder(text);
    if (holder !== null && isAlive(holder, path)) throw busy(workspace, holder);
    takeAway(path, text, own.token);
  }
  const isHeld = (): boolean => parseHolder(readLock(path) ?? "")?.token === own.token;
  const beat = setInterval(() => touch(path), BEAT);
  beat.unref();
  return {
    isHeld,
    release: () => {
      clearInterval(beat);
      if (isHeld()) rmSync(path, {force: true});
    }
  };
}

function busy({directory}: Workspace, {pid, host}: Holder): WorkspaceBusyError {
  const where = host === hostname() ? `tiến trình ${pid}` : `tiến trình ${pid} trên máy ${host}`;
  return new WorkspaceBusyError(
    `Thư mục ${directory} đang được một lần chạy khác xử lý (${where}). Chờ lần đó xong rồi chạy lại.`
  );
}

/** True if the lock could be made; false if there is one. */
function create(path: string, own: Holder): boolean {
  let handle: number;
  try {
    handle = openSync(path, "wx");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  }
  try {
    writeSync(handle, JSON.stringify(own));
  } catch (error) {
    // On a full disk an empty lock must not stay behind.
    rmSync(path, {force: true});
    throw error;
  } finally {
    closeSync(handle);
  }
  return true;
}

/** Text of the lock, waited for if it is still empty; null if it is gone. */
function readLock(path: string): string | null {
  for (const isLast of [false, true]) {
    try {
      const text = readFileSync(path, "utf8");
      if (text !== "" || isLast) return text;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
      throw error;
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, EMPTY_WAIT);
  }
  return null;
}

/** Null for a text that no run of this version wrote whole: it is nobody's. */
function parseHolder(text: string): Holder | null {
  try {
    const {pid, host, started, token} = JSON.parse(text) as Partial<Holder>;
    const isWhole = Number.isInteger(pid) && typeof host === "string" && typeof token === "string";
    return isWhole ? {pid: pid ?? 0, host, started: started ?? null, token} : null;
  } catch {
    return null;
  }
}

function isAlive({pid, host, started}: Holder, path: string): boolean {
  if (host !== hostname()) return !isSilent(path);
  if (!isRunning(pid)) return false;
  return started === null ? !isSilent(path) : startOf(pid) === started;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function isSilent(path: string): boolean {
  const touched = statSync(path, {throwIfNoEntry: false})?.mtimeMs ?? 0;
  return Date.now() - touched > SILENCE;
}

function touch(path: string): void {
  try {
    const now = new Date();
    utimesSync(path, now, now);
  } catch {
    // Gone or forbidden: the swap at the end will see whether the folder is still ours.
  }
}

/** When a process started, on Linux: clock ticks since boot, with the boot they count from. */
function startOf(pid: number): string | null {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, "utf8");
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const ticks = status.slice(status.lastIndexOf(")") + 2).split(" ")[19];
    return ticks === undefined ? null : `${boot} ${ticks}`;
  } catch {
    return null;
  }
}

/** Removes the lock with the text `stale`; a lock that another run has put in its place meanwhile is put back. */
function takeAway(path: string, stale: string, token: string): void {
  const aside = `${path}.${token}`;
  try {
    renameSync(path, aside);
    if (readFileSync(aside, "utf8") !== stale) linkSync(aside, path);
  } catch (error) {
    if (!["ENOENT", "EEXIST"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  } finally {
    rmSync(aside, {force: true});
  }
}
