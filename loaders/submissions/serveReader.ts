import {parentPort, workerData} from "node:worker_threads";
import {readSubmission, type Rules, type SubmissionContext, type Validate} from "./readSubmission.ts";

/** A file for a reader thread; its bytes are handed over, not copied. */
export interface ReadJob {
  bytes: Uint8Array;
  context: SubmissionContext;
  readingKey: string;
}

/** What the thread answers: stored lines, or the fault that stopped it. */
export type ReadAnswer = {ok: true; lines: string[]} | {ok: false; message: string; stack: string};

/** The whole of a reader thread: answers every job in turn. */
export function serveReader(validate: Validate): void {
  const port = parentPort;
  if (port === null) throw new Error("a reader runs in a worker thread");
  const rules = workerData as Rules;
  port.on("message", ({bytes, context, readingKey}: ReadJob) => {
    let answer: ReadAnswer;
    try {
      answer = {ok: true, lines: readSubmission(bytes, context, {readingKey, rules, validate})};
    } catch (error) {
      const {message, stack = ""} = error as Error;
      answer = {ok: false, message, stack};
    }
    port.postMessage(answer);
  });
}
