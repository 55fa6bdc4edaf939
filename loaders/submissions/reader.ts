import type {ReadJob} from "./serveReader.ts";

/** How a job ended: its stored lines, or why the reader did not get to the end of the file. */
export type ReadOutcome = {kind: "read"; lines: string[]} | {kind: ReadFailure};
export type ReadFailure = "out of memory" | "too slow" | "crashed";

/** Something that reads one file at a time: a thread, or a process of its own. */
export interface Reader {
  /**
   * Reads a file. After an outcome other than "read" the reader is of no more use.
   * @throws Error if our own code fails on the file.
   */
  read: (job: ReadJob) => Promise<ReadOutcome>;
  /** Ends the reader at once, whatever it is doing; a read under way does not settle any more. */
  end: () => Promise<void>;
}

/** A fault of our own code while it read a file. */
export function readerFault({context: {file}}: ReadJob, message: string, cause: unknown): Error {
  return new Error(`Lỗi của chương trình khi đọc tệp "${file}": ${message}`, {cause});
}
