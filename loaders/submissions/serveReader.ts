import {parentPort, workerData} from "node:worker_threads";
import type {ReadOther} from "../read/readWorkbook.ts";
import {watchMemory} from "./memoryWatch.ts";
import {readSubmission, type Rules, type SubmissionContext, type Validate} from "./readSubmission.ts";

/** A file for a reader; to a thread its bytes are handed over, not copied. */
export interface ReadJob {
  bytes: Uint8Array;
  context: SubmissionContext;
  readingKey: string;
}

/** What the reader answers: stored lines, or the fault that stopped it. */
export type ReadAnswer = {ok: true; lines: string[]} | {ok: false; message: string; stack: string};

/** First message to a reading process. */
export interface ProcessStart {
  rules: Rules;
  /** Memory in bytes beyond which the process ends itself. */
  residentLimit: number;
}

type Answer = (job: ReadJob, rules: Rules) => ReadAnswer;

/** The whole of a reader, a thread or a process: answers every job in turn. @param readOther reads .xls files. */
export function serveReader(validate: Validate, readOther?: ReadOther): void {
  serveLines(({bytes, context, readingKey}, rules) =>
    readSubmission(bytes, context, {readingKey, rules, validate, readOther})
  );
}

/** The same for whatever is to be made of a file, as lines of JSON. */
export function serveLines(read: (job: ReadJob, rules: Rules) => string[]): void {
  const answer: Answer = (job, rules) => {
    try {
      return {ok: true, lines: read(job, rules)};
    } catch (error) {
      const {message, stack = ""} = error as Error;
      return {ok: false, message, stack};
    }
  };
  if (parentPort !== null) serveThread(answer, parentPort);
  else serveProcess(answer);
}

function serveThread(answer: Answer, port: NonNullable<typeof parentPort>): void {
  const rules = workerData as Rules;
  port.on("message", (job: ReadJob) => port.postMessage(answer(job, rules)));
}

function serveProcess(answer: Answer): void {
  if (process.send === undefined) throw new Error("a reader runs in a worker thread or a child process");
  const send = process.send.bind(process);
  process.once("disconnect", () => process.exit());
  process.once("message", (start) => {
    const {rules, residentLimit} = start as ProcessStart;
    watchMemory(residentLimit);
    process.on("message", (job) => send(answer(job as ReadJob, rules)));
  });
}
