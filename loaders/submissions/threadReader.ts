import {Worker} from "node:worker_threads";
import {type Reader, readerFault} from "./reader.ts";
import type {Rules} from "./readSubmission.ts";
import type {ReadAnswer} from "./serveReader.ts";

/** Starts a thread that reads. @param script made by `bundleReaders`. @param memory of its heap, in MB. */
export function startThread(script: string, rules: Rules, memory: number): Reader {
  const worker = new Worker(script, {
    eval: true,
    workerData: rules,
    execArgv: [],
    resourceLimits: {maxOldGenerationSizeMb: memory}
  });
  return {
    read: async (job) =>
      new Promise((resolve, reject) => {
        const settle = (): void => {
          worker.removeAllListeners("message");
          worker.removeAllListeners("error");
        };
        worker.once("message", (answer: ReadAnswer) => {
          settle();
          if (answer.ok) resolve({kind: "read", lines: answer.lines});
          else reject(readerFault(job, answer.message, answer.stack));
        });
        worker.once("error", (error: NodeJS.ErrnoException) => {
          settle();
          if (error.code === "ERR_WORKER_OUT_OF_MEMORY") resolve({kind: "out of memory"});
          else reject(readerFault(job, error.message, error));
        });
        worker.postMessage(job, [job.bytes.buffer as ArrayBuffer]);
      }),
    end: async () => {
      worker.removeAllListeners();
      // A thread that runs out of memory while it is being ended is no fault.
      worker.on("error", () => undefined);
      await worker.terminate();
    }
  };
}
