import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {parseArgs} from "node:util";
import fc from "fast-check";
import {runCommand} from "../../loaders/commandLine.ts";
import {compose, recipe, type Recipe} from "./compose.ts";
import {demoFiles} from "./demoFiles.ts";
import {differences} from "./hold.ts";
import {mutate, mutation, survives, type Mutation} from "./mutate.ts";

/**
 * `npm run fuzz -- [--count 10000] [--mutations 2000] [--seed N] [--path P]`: random workbooks, each read and held against what was
 * written; then damaged copies of simulated submissions. Ends with 1, the seed and the smallest failing file in `data/build/fuzz`.
 */
await runCommand(async () => {
  const {values} = parseArgs({
    options: {
      count: {type: "string", default: "10000"},
      mutations: {type: "string", default: "2000"},
      seed: {type: "string"},
      path: {type: "string"}
    }
  });
  const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
  const options = {seed, ...(values.path === undefined ? {} : {path: values.path})};
  const folder = join("data", "build", "fuzz", String(seed));
  const areWell = fuzzWorkbooks(Number(values.count), options, folder);
  const survive = await fuzzBytes(Number(values.mutations), {seed}, folder);
  return areWell && survive ? 0 : 1;
});

function fuzzWorkbooks(count: number, options: fc.Parameters<[Recipe]>, folder: string): boolean {
  const features = new Map<string, number>();
  const tick = progress("random workbooks", count);
  let rows = 0;
  let done = 0;
  const started = performance.now();
  const run = fc.check(
    fc.property(recipe, (made) => {
      const file = compose(made);
      // Files beyond the count are those that a failing one is made smaller by.
      if (done < count) {
        tick(++done);
        rows += file.expectation.rowsRead;
        for (const feature of file.features) features.set(feature, (features.get(feature) ?? 0) + 1);
      }
      const found = differences(file);
      if (found.length > 0) throw new Error(found.join("\n"));
    }),
    {...options, numRuns: count}
  );
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (run.failed) {
    const failing = run.counterexample?.[0];
    if (failing !== undefined) {
      mkdirSync(folder, {recursive: true});
      const file = compose(failing);
      writeFileSync(join(folder, "recipe.json"), JSON.stringify(failing, null, 2));
      writeFileSync(join(folder, file.context.file.split("/").at(-1) ?? "file"), file.bytes);
    }
    tellFailure(run, `after ${run.numRuns} workbooks`, folder);
    return false;
  }
  for (const [feature, times] of [...features].sort())
    process.stdout.write(`${String(times).padStart(7)}  ${feature}\n`);
  process.stdout.write(
    `${count} random workbooks with ${rows} rows in ${seconds} s, ${features.size} ways and faults: none read otherwise than written (seed ${String(run.seed)})\n`
  );
  return true;
}

async function fuzzBytes(count: number, options: fc.Parameters<[Mutation]>, folder: string): Promise<boolean> {
  const files = await demoFiles(12);
  const tick = progress("damaged files", count);
  const started = performance.now();
  let done = 0;
  let read = 0;
  const run = fc.check(
    fc.property(mutation, (one) => {
      if (survives(mutate(files, one)) && done < count) read++;
      if (done < count) tick(++done);
    }),
    {...options, numRuns: count}
  );
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (run.failed) {
    const failing = run.counterexample?.[0];
    mkdirSync(folder, {recursive: true});
    if (failing !== undefined) writeFileSync(join(folder, "damaged"), mutate(files, failing));
    tellFailure(run, `after ${run.numRuns} damaged files`, folder);
    return false;
  }
  process.stdout.write(`${count} damaged files in ${seconds} s: ${read} read, ${count - read} refused, no crash\n`);
  return true;
}

function tellFailure<T>(
  {seed, counterexamplePath, errorInstance}: fc.RunDetails<T>,
  when: string,
  folder: string
): void {
  const told = errorInstance instanceof Error ? (errorInstance.stack ?? errorInstance.message) : String(errorInstance);
  process.stdout.write(
    `${told}\nFAILED ${when}: --seed ${seed} --path ${counterexamplePath ?? ""}, file in ${folder}\n`
  );
}

/** Tells every twentieth part on the way. */
function progress(what: string, total: number): (done: number) => void {
  const step = Math.max(1, Math.floor(total / 20));
  return (done) => {
    if (done % step === 0) process.stderr.write(`${what} ${done}/${total}\n`);
  };
}
