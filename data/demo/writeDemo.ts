import {mkdir, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {type Progress, SILENT} from "../../loaders/progress.ts";
import {type Register} from "../../loaders/reference/register.ts";
import {clearDemo} from "./clearDemo.ts";
import {fileBytes} from "./files/fileBytes.ts";
import {receiptsCsv} from "./files/receipts.ts";
import {planDemo} from "./plan/planDemo.ts";
import {type PlannedFile} from "./plan/plannedFile.ts";
import {createRandom} from "./random.ts";
import {areaNames} from "./sheets/areaNames.ts";

/** Seed of the demo that everyone sees. */
export const DEFAULT_SEED = 138;

export interface DemoOptions {
  seed: number;
  register: Register;
  /** Writes only these files; for tests that need a small demo. */
  only?: (file: PlannedFile) => boolean;
  progress?: Progress;
}

export interface DemoSummary {
  fileCount: number;
  /** Rows of unit lists over all files. */
  unitRowCount: number;
  byteCount: number;
}

/**
 * Writes the simulated submissions and their receipts.csv into `directory` (made if missing); equal options give equal bytes.
 * An earlier demo in the folder is replaced.
 * @throws Error when the folder holds files that are not of a demo.
 */
export async function writeDemo(
  directory: string,
  {seed, register, only = () => true, progress = SILENT}: DemoOptions
): Promise<DemoSummary> {
  progress.step("Mô phỏng kết quả");
  await clearDemo(directory);
  const files = planDemo(register, seed).files.filter(only);
  const names = areaNames(register);
  const random = createRandom(seed);
  const summary: DemoSummary = {fileCount: files.length, unitRowCount: 0, byteCount: 0};
  const written = new Map<string, Uint8Array>();
  const copies = files.filter((file) => file.kind === "copy");
  const originals = new Set(copies.map(({original}) => original));
  const save = async (file: string, bytes: Uint8Array): Promise<void> => {
    const path = join(directory, ...file.split("/"));
    await mkdir(dirname(path), {recursive: true});
    await writeFile(path, bytes);
    summary.byteCount += bytes.length;
  };
  progress.step("Ghi tệp mô phỏng");
  for (const [index, file] of files.entries()) {
    progress.advance(index, files.length, file.file);
    const bytes = fileBytes(file, names, random);
    if (bytes === null) continue;
    if (originals.has(file.file)) written.set(file.file, bytes);
    if (file.kind === "lists") summary.unitRowCount += file.contents.units?.length ?? 0;
    await save(file.file, bytes);
  }
  for (const copy of copies) {
    const bytes = written.get(copy.original);
    if (bytes === undefined) throw new Error(`the original of a copy was not written: ${copy.file}`);
    await save(copy.file, bytes);
  }
  progress.advance(files.length, files.length, "receipts.csv");
  await mkdir(directory, {recursive: true});
  await writeFile(join(directory, "receipts.csv"), receiptsCsv(files));
  return summary;
}
