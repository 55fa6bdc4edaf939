import {readdirSync} from "node:fs";
import {join} from "node:path";
import {availableParallelism} from "node:os";
import {ownProcess} from "./ownProcess.ts";

/** More would wait for each other's reading of the warehouse. */
const MOST_PROCESSES = 2;

/** These take longest: begun first, so that no process ends long after the other. */
const FIRST = ["bao-cao.zip.ts", "bieu-mau.zip.ts", "bieu-mau.json.ts", "chat-luong.zip.ts", "tien-do-nop.zip.ts"];

/**
 * Runs every data loader of `<root>/data` and puts what it makes where Framework keeps it, archives unpacked: Framework, which would start
 * a process for each loader and read the whole archive for each of its files, finds them all made.
 * @param options.env DATA_DIR and AS_OF of the loaders.
 * @param options.hasWarehouse false: archives, which hold what only a warehouse has, are left to whoever asks for one.
 * @throws Error with what a loader said that failed.
 */
export async function fillCache(
  root: string,
  {env, hasWarehouse}: {env: Readonly<Record<string, string>>; hasWarehouse: boolean}
): Promise<void> {
  const names = readdirSync(join(root, "data")).filter((name) => /\.(json|zip|js)\.ts$/.test(name));
  const wanted = names.filter((name) => hasWarehouse || !name.endsWith(".zip.ts"));
  const queue = [...FIRST.filter((name) => wanted.includes(name)), ...wanted.filter((name) => !FIRST.includes(name))];
  const processes = Array.from({length: Math.min(MOST_PROCESSES, availableParallelism())}, () => {
    const {child, ended} = ownProcess(new URL("loaderProcess.ts", import.meta.url), {args: [root], env});
    // One at a time each, and the next to whoever is free; "" when nothing is left.
    child.on("message", () => {
      child.send(queue.shift() ?? "");
    });
    return {child, ended};
  });
  try {
    await Promise.all(processes.map(({ended}) => ended));
  } finally {
    for (const {child} of processes) child.kill();
  }
}
