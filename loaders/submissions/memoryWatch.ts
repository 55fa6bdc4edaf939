import {Worker} from "node:worker_threads";

/** What a process writes to standard error before it ends itself for its memory. */
export const MEMORY_EXCEEDED = "reader: memory limit exceeded";

/** Runs beside the reader: a library that is busy answers no message, and most of its memory may be outside the heap. */
const WATCH = `
const {workerData: limit} = require("node:worker_threads");
setInterval(() => {
  if (process.memoryUsage.rss() < limit) return;
  require("node:fs").writeSync(2, ${JSON.stringify(MEMORY_EXCEEDED)});
  process.kill(process.pid, "SIGKILL");
}, 25);
`;

/** Ends this process as soon as it takes more than `limit` bytes of memory. */
export function watchMemory(limit: number): void {
  new Worker(WATCH, {eval: true, workerData: limit, execArgv: []}).unref();
}
