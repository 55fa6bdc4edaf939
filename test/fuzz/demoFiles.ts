import {mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DEFAULT_SEED, writeDemo} from "../../data/demo/writeDemo.ts";
import {register} from "../loaders/validate/build.ts";

/** Bytes of some simulated submissions, workbooks and text files, spread over the demo. */
export async function demoFiles(count: number): Promise<Uint8Array[]> {
  const directory = mkdtempSync(join(tmpdir(), "demo-files-"));
  try {
    let seen = 0;
    await writeDemo(directory, {
      seed: DEFAULT_SEED,
      register,
      only: (file) => file.kind === "lists" && seen++ % 37 === 0 && seen <= 37 * count
    });
    return readdirSync(directory, {recursive: true, withFileTypes: true})
      .filter((entry) => entry.isFile() && entry.name !== "receipts.csv")
      .map(({parentPath, name}) => new Uint8Array(readFileSync(join(parentPath, name))));
  } finally {
    rmSync(directory, {recursive: true, force: true});
  }
}
