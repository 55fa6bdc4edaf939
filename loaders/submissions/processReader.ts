import {spawn} from "node:child_process";
import {once} from "node:events";
import {MEMORY_EXCEEDED} from "./memoryWatch.ts";
import {type Reader, readerFault} from "./reader.ts";
import type {Rules} from "./readSubmission.ts";
import type {ReadAnswer} from "./serveReader.ts";

/** Memory of a reading process in MB. */
export interface ProcessMemory {
  /** Of the JavaScript heap. */
  heap: number;
  /** Of the whole process, with what libraries keep outside the heap. */
  resident: number;
}

/** Last characters of what the process writes about its end. */
const TAIL = 4_096;

/** Starts a process that reads. It gets the script through standard input: no file is written. @param script made by `bundleReaders`. */
export function startProcess(script: Promise<string>, rules: Rules, memory: ProcessMemory): Reader {
  const child = spawn(process.execPath, [`--max-old-space-size=${memory.heap}`, "--input-type=commonjs", "-"], {
    stdio: ["pipe", "ignore", "pipe", "ipc"],
    serialization: "advanced",
    windowsHide: true,
    // What options the parent runs with are no business of the child's.
    env: {...process.env, NODE_OPTIONS: ""}
  });
  let tail = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (tail = (tail + text).slice(-TAIL)));
  // A process that ends before it took its script or a job is told by its exit.
  child.stdin?.on("error", () => undefined);
  script.then(
    (text) => child.stdin?.end(text),
    () => child.kill("SIGKILL")
  );
  const closed = once(child, "close");
  child.send({rules, residentLimit: memory.resident * 2 ** 20}, () => undefined);
  return {
    read: async (job) =>
      new Promise((resolve, reject) => {
        const settle = (): void => {
          child.removeAllListeners("message");
          child.off("close", onClose);
        };
        const onClose = (): void => {
          settle();
          const isMemory = tail.includes(MEMORY_EXCEEDED) || tail.includes("heap out of memory");
          resolve({kind: isMemory ? "out of memory" : "crashed"});
        };
        child.once("message", (message) => {
          settle();
          const answer = message as ReadAnswer;
          if (answer.ok) resolve({kind: "read", lines: answer.lines});
          else reject(readerFault(job, answer.message, answer.stack));
        });
        child.once("close", onClose);
        if (child.exitCode !== null || child.signalCode !== null) onClose();
        else child.send(job, () => undefined);
      }),
    end: async () => {
      child.removeAllListeners("message");
      child.kill("SIGKILL");
      await closed;
    }
  };
}
