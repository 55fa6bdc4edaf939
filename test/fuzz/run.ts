import {parseArgs} from "node:util";
import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import fc from "fast-check";
import {compose, recipe, type Recipe} from "./compose.ts";
import {differences} from "./hold.ts";

/** `npm run fuzz -- [--count 10000] [--seed N] [--path P]` */
const {values} = parseArgs({
  options: {count: {type: "string", default: "10000"}, seed: {type: "string"}, path: {type: "string"}}
});
const count = Number(values.count);
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
const features = new Map<string, number>();
let done = 0;
let rows = 0;
const started = performance.now();
const result = fc.check(
  fc.property(recipe, (made: Recipe) => {
    const file = compose(made);
    if (done < count) {
      done++;
      rows += file.expectation.rowsRead;
      for (const feature of file.features) features.set(feature, (features.get(feature) ?? 0) + 1);
      if (done % 500 === 0) process.stderr.write(`${done} / ${count}\n`);
    }
    const found = differences(file);
    if (found.length > 0) throw new Error(found.join("\n"));
  }),
  {numRuns: count, seed, ...(values.path === undefined ? {} : {path: values.path})}
);
const seconds = Math.round((performance.now() - started) / 100) / 10;
if (result.failed) {
  const [failing] = result.counterexample ?? [];
  const folder = join("data", "build", "fuzz", `${seed}`);
  mkdirSync(folder, {recursive: true});
  if (failing !== undefined) {
    const file = compose(failing);
    writeFileSync(join(folder, "recipe.json"), JSON.stringify(failing, null, 1));
    writeFileSync(join(folder, file.context.file.split("/").at(-1) ?? "file"), file.bytes);
  }
  console.error(
    result.errorInstance instanceof Error ? result.errorInstance.stack?.slice(0, 3000) : result.errorInstance
  );
  console.error(JSON.stringify(failing).slice(0, 6000));
  console.error(
    `seed ${seed} path ${result.counterexamplePath} runs ${result.numRuns} shrinks ${result.numShrinks} ${seconds}s ${folder}`
  );
  process.exitCode = 1;
} else console.error(`${done} files, ${rows} rows, ${seconds} s, ${features.size} features`);
