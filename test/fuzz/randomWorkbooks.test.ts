import fc from "fast-check";
import {expect, test} from "vitest";
import {compose, recipe} from "./compose.ts";
import {demoFiles} from "./demoFiles.ts";
import {differences} from "./hold.ts";
import {mutate, mutation, survives} from "./mutate.ts";

/** The same files in every run; `npm run fuzz` makes others. */
const SEED = 138;

test("500 random workbooks, laid out and spoilt in every way: what is read is what was written, and each fault is told of", () => {
  fc.assert(
    fc.property(recipe, (made) => {
      expect(differences(compose(made))).toEqual([]);
    }),
    {numRuns: 500, seed: SEED}
  );
}, 300_000);

test("damaged copies of submissions are read or refused in words, and the rows are accounted for", async () => {
  const files = await demoFiles(4);
  let read = 0;
  fc.assert(
    fc.property(mutation, (one) => {
      if (survives(mutate(files, one))) read++;
    }),
    {numRuns: 300, seed: SEED}
  );
  expect(read).toBeGreaterThan(20);
}, 300_000);
