import {strToU8} from "fflate";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {Register} from "../../../loaders/reference/register.ts";
import {bundleReader, ReaderPool, type ReadOutcome} from "../../../loaders/submissions/readerPool.ts";
import type {Forms} from "../../../loaders/validate/form.ts";

let pool: ReaderPool;
let script: string;

beforeAll(async () => {
  script = await bundleReader(new URL("./stubReader.ts", import.meta.url));
  pool = new ReaderPool(script, {register: {} as Register, forms: {} as Forms}, {threads: 2, threadMemory: 64});
});
afterAll(async () => pool.close());

const read = async (text: string, file = "a.csv"): Promise<ReadOutcome> =>
  pool.read({bytes: strToU8(text), context: {file, folderYear: 2025, receipt: null}, readingKey: file});

describe("threads that read", () => {
  it("many files over few threads: each answer belongs to its file", async () => {
    const names = Array.from({length: 40}, (_, i) => `Thôn ${i}`);
    const outcomes = await Promise.all(names.map(async (name) => read(`${name},xa`, name)));
    for (const [i, outcome] of outcomes.entries()) {
      if (outcome.kind !== "read") throw new Error(outcome.kind);
      expect(outcome.lines.join()).toContain(`{"reading_key":"Thôn ${i}","part":0`);
      expect(outcome.lines.join()).toContain(`"Thôn ${i}","thôn ${i}","xa"`);
    }
  });

  it("files come under way together up to a bound of their bytes; a larger one waits, and is read alone", async () => {
    const rules = {register: {} as Register, forms: {} as Forms};
    const bounded = new ReaderPool(script, rules, {threads: 2, bytesTogether: 30});
    expect(bounded.hasRoomFor(1000)).toBe(true);
    const job = (text: string): Parameters<ReaderPool["read"]>[0] => ({
      bytes: strToU8(text),
      context: {file: "a.csv", folderYear: 2025, receipt: null},
      readingKey: text
    });
    const underWay = bounded.read(job("Thon 1,khu_dan_cu xx"));
    expect([bounded.hasRoomFor(10), bounded.hasRoomFor(11)]).toEqual([true, false]);
    await underWay;
    expect(bounded.hasRoomFor(1000)).toBe(true);
    await expect(bounded.read(job("FAIL,x"))).rejects.toThrow();
    expect(bounded.hasRoomFor(1000)).toBe(true);
    await bounded.close();
  });

  it("a file that takes all memory ends its thread, not the run", async () => {
    expect(await Promise.all([read("HUGE,x"), read("Thôn 1,xa"), read("Thôn 2,xa")])).toMatchObject([
      {kind: "out of memory"},
      {kind: "read"},
      {kind: "read"}
    ]);
    expect(await read("Thôn 3,xa")).toMatchObject({kind: "read"});
  });

  it("a fault of our own code is an error with the file's name, and the thread goes on", async () => {
    await expect(read("FAIL,x", "2025/b.csv")).rejects.toThrow(`"2025/b.csv": the stub fails`);
    expect(await read("Thôn 1,xa")).toMatchObject({kind: "read"});
  });

  it("the script, and so the reader's version, is the same whenever it is made", async () => {
    expect(await bundleReader(new URL("./stubReader.ts", import.meta.url))).toBe(script);
  });
});
