import {describe, expect, it} from "vitest";
import {MemoryGate, memoryNeed} from "../../../loaders/submissions/memoryGate.ts";
import {xlsx} from "../read/xlsxFile.ts";

/** Runs files of these sizes (in units of a thousand bytes) and says which were read side by side. */
async function runAll(sizes: readonly number[], limit: number): Promise<{most: number; order: number[]}> {
  const gate = new MemoryGate(limit * memoryNeed(new Uint8Array(1000)));
  const order: number[] = [];
  let under = 0;
  let most = 0;
  await Promise.all(
    sizes.map(async (size, i) =>
      gate.run(new Uint8Array(size * 1000), async () => {
        order.push(i);
        most = Math.max(most, (under += size));
        await new Promise((resolve) => setTimeout(resolve, 2));
        under -= size;
      })
    )
  );
  return {most, order};
}

describe("memory that files read side by side may take together", () => {
  it("files that fit run together, the others wait their turn", async () => {
    expect(await runAll([2, 2, 2, 2, 2], 5)).toEqual({most: 4, order: [0, 1, 2, 3, 4]});
  });

  it("a file larger than the bound is read alone, and does not wait for ever", async () => {
    expect(await runAll([1, 9, 1, 1], 5)).toEqual({most: 9, order: [0, 1, 2, 3]});
  });

  it("a file that fails gives its room back", async () => {
    const gate = new MemoryGate(1);
    const fail = gate.run(new Uint8Array(9), async () => Promise.reject(new Error("x")));
    await expect(fail).rejects.toThrow("x");
    expect(await gate.run(new Uint8Array(9), async () => Promise.resolve(7))).toBe(7);
  });

  it("what counts of a workbook is its unpacked content, not its pictures", () => {
    const rows = `<sheetData>${"<row/>".repeat(10_000)}</sheetData>`;
    expect(memoryNeed(xlsx(rows))).toBeGreaterThan(8 * rows.length);
    const small = memoryNeed(xlsx(""));
    expect(memoryNeed(xlsx("", {"xl/media/1.png": new Uint8Array(1_000_000)})) - small).toBeLessThan(10_000);
  });
});
