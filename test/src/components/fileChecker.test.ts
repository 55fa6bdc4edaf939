import {describe, expect, it, vi} from "vitest";
import type {Answer, Question} from "../../../loaders/checkFile/messages.ts";
import {CheckFault, FileChecker, type WorkerLike} from "../../../src/components/fileChecker.ts";

const ADDRESSES = {rulesUrl: "/rules", legacyUrl: "/legacy", priorUrls: ["/prior"]};
const SAID = {communeCode: null, year: null};

/** A Worker whose answers the test gives. */
class StubWorker implements WorkerLike {
  onmessage: WorkerLike["onmessage"] = null;
  onerror: WorkerLike["onerror"] = null;
  readonly asked: Question[] = [];
  isEnded = false;
  postMessage(question: Question): void {
    this.asked.push(question);
  }
  terminate(): void {
    this.isEnded = true;
  }
  answer(answer: Answer): void {
    this.onmessage?.({data: answer} as MessageEvent<Answer>);
  }
}

function checkerOf(limit = 1000): {checker: FileChecker; workers: StubWorker[]} {
  const workers: StubWorker[] = [];
  const start = (): StubWorker => {
    const worker = new StubWorker();
    workers.push(worker);
    return worker;
  };
  return {checker: new FileChecker({start, addresses: () => ADDRESSES, limit}), workers};
}

describe("FileChecker", () => {
  it("starts the Worker with the first question and keeps it", async () => {
    const {checker, workers} = checkerOf();
    expect(workers).toHaveLength(0);
    const rows = checker.rows(0, 100, 100);
    workers[0]?.answer({id: 1, ok: true, value: []});
    await expect(rows).resolves.toEqual([]);
    void checker.rows(0, 200, 100).catch(() => undefined);
    expect(workers).toHaveLength(1);
    expect(workers[0]?.asked.map(({id, ask}) => [id, ask])).toEqual([
      [1, "rows"],
      [2, "rows"]
    ]);
  });

  it("gives each answer to its own question, in whatever order they come", async () => {
    const {checker, workers} = checkerOf();
    const first = checker.communes(2025);
    const second = checker.communes(2024);
    workers[0]?.answer({id: 2, ok: true, value: [{code: "2", title: "hai"}]});
    workers[0]?.answer({id: 1, ok: true, value: [{code: "1", title: "một"}]});
    expect([(await first)[0]?.code, (await second)[0]?.code]).toEqual(["1", "2"]);
  });

  it("ends a Worker that takes too long; the next file gets a new one", async () => {
    vi.useFakeTimers();
    try {
      const {checker, workers} = checkerOf(20_000);
      const check = checker.check(new Uint8Array(1), "a.xlsx", SAID);
      const failed = expect(check).rejects.toMatchObject({kind: "time"});
      await vi.advanceTimersByTimeAsync(20_000);
      await failed;
      expect(workers[0]?.isEnded).toBe(true);
      void checker.check(new Uint8Array(1), "b.xlsx", SAID).catch(() => undefined);
      expect(workers).toHaveLength(2);
    } finally {
      vi.useRealTimers();
    }
  });

  it("a Worker that fails to start, or dies, is a crash; whoever waits is told", async () => {
    const {checker, workers} = checkerOf();
    const waiting = [checker.rows(0, 0, 1), checker.communes(null)];
    const stopped = vi.fn();
    workers[0]?.onerror?.({message: "boom", preventDefault: stopped} as unknown as ErrorEvent);
    for (const one of waiting) await expect(one).rejects.toBeInstanceOf(CheckFault);
    await expect(waiting[0]).rejects.toMatchObject({kind: "crash", message: "boom"});
    expect(stopped).toHaveBeenCalled();
    expect(workers[0]?.isEnded).toBe(true);
  });

  it("a fault of the reader on one file is a crash of that file alone", async () => {
    const {checker, workers} = checkerOf();
    const check = checker.check(new Uint8Array(1), "a.xlsx", SAID);
    workers[0]?.answer({id: 1, ok: false, message: "no roles"});
    await expect(check).rejects.toMatchObject({kind: "crash", message: "no roles"});
    expect(workers[0]?.isEnded).toBe(false);
  });
});
