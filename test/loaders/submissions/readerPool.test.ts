import {utils, write} from "@e965/xlsx";
import {strToU8} from "fflate";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {Register} from "../../../loaders/reference/register.ts";
import {bundleReaders, type ReaderScripts} from "../../../loaders/submissions/bundleReaders.ts";
import type {ReadOutcome} from "../../../loaders/submissions/reader.ts";
import {ReaderPool} from "../../../loaders/submissions/readerPool.ts";
import type {Forms} from "../../../loaders/validate/form.ts";

const STUB = new URL("./stubReader.ts", import.meta.url);

let pool: ReaderPool;
/** Its readers are given up after a second. */
let hasty: ReaderPool;
let scripts: ReaderScripts;

beforeAll(async () => {
  scripts = await bundleReaders({thread: STUB, process: STUB});
  const start = (time: number): ReaderPool =>
    new ReaderPool(
      scripts,
      {register: {} as Register, forms: {} as Forms},
      {threads: 2, threadMemory: 64, threadTime: time, processMemory: {heap: 64, resident: 300}, processTime: time}
    );
  pool = start(50_000);
  hasty = start(1_000);
});
afterAll(async () => Promise.all([pool.close(), hasty.close()]));

const readBytes = async (bytes: Uint8Array, file: string, by = pool): Promise<ReadOutcome> =>
  by.read({bytes, context: {file, folderYear: 2025, receipt: null}, readingKey: file});
const read = async (text: string, file = "a.csv", by = pool): Promise<ReadOutcome> =>
  readBytes(strToU8(text), file, by);
/** The same in a workbook of Excel 97–2003, which is read in a process of its own. */
const readXls = async (text: string, file = "a.xls", by = pool): Promise<ReadOutcome> => {
  const book = utils.book_new(utils.aoa_to_sheet(text.split("\n").map((line) => line.split(","))), "S");
  return readBytes(new Uint8Array(write(book, {type: "array", bookType: "biff8"}) as ArrayBuffer), file, by);
};

describe.each([
  ["threads that read", read],
  ["processes that read .xls", readXls]
])("%s", (_, readText) => {
  it("many files over few readers: each answer belongs to its file", async () => {
    const names = Array.from({length: 40}, (_, i) => `Thôn ${i}`);
    const outcomes = await Promise.all(names.map(async (name) => readText(`${name},xa`, name)));
    for (const [i, outcome] of outcomes.entries()) {
      if (outcome.kind !== "read") throw new Error(outcome.kind);
      expect(outcome.lines.join()).toContain(`reading\n"Thôn ${i}",1,`);
      expect(outcome.lines.join()).toContain(`"Thôn ${i}","thôn ${i}","xa"`);
    }
  });

  it("a file that takes all memory ends its reader, not the run", async () => {
    expect(await Promise.all([readText("HUGE,x"), readText("Thôn 1,xa"), readText("Thôn 2,xa")])).toMatchObject([
      {kind: "out of memory"},
      {kind: "read"},
      {kind: "read"}
    ]);
    expect(await readText("Thôn 3,xa")).toMatchObject({kind: "read"});
  });

  it("a file that is never done is stopped, and the files that wait get another reader", async () => {
    const waiting = Array.from({length: 4}, async () => readText("LOOP,x", "a", hasty));
    expect((await Promise.all(waiting)).map(({kind}) => kind)).toEqual(Array(4).fill("too slow"));
  });

  it("a fault of our own code is an error with the file's name, and reading goes on", async () => {
    await expect(readText("FAIL,x", "2025/b.csv")).rejects.toThrow(`"2025/b.csv": the stub fails`);
    expect(await readText("Thôn 1,xa")).toMatchObject({kind: "read"});
  });
});

describe("a process that reads .xls", () => {
  it("memory outside the heap counts too", async () => {
    expect(await readXls("BUFFERS,x")).toEqual({kind: "out of memory"});
    expect(await readXls("Thôn 1,xa")).toMatchObject({kind: "read"});
  });

  it("one that ends by itself is told, and the next file is read", async () => {
    expect(await readXls("ABORT,x")).toEqual({kind: "crashed"});
    expect(await readXls("Thôn 1,xa")).toMatchObject({kind: "read"});
  });
});

it("the readers' version is the same whenever they are compiled, and differs with their code", async () => {
  const again = await bundleReaders({thread: STUB, process: STUB});
  expect(again.version).toBe(scripts.version);
  const real = new URL("../../../loaders/submissions/readerProcess.ts", import.meta.url);
  expect((await bundleReaders({thread: STUB, process: real})).version).not.toBe(scripts.version);
});
