import {availableParallelism} from "node:os";
import type {CompiledQuery, Kysely} from "kysely";
import {createView, type View} from "./createView.ts";
import {materialize, type Model} from "./model.ts";

/** A table whose rows are found outside SQL, from the tables it names. */
export interface Found {
  name: string;
  reads: readonly string[];
  find: (db: Kysely<never>) => Promise<Model>;
}

/** One table or view to make. */
export type Step = Model | View | Found;

/** Queries under way at a time: most of them are too small to keep more than one processor busy. */
const ABREAST = Math.min(availableParallelism(), 4);

/**
 * Makes tables and views, each as soon as all that it reads is there: `steps` name every table after those it reads. What a step reads
 * are the earlier steps whose names its SQL mentions. The first failure is thrown once nothing is under way any more.
 */
export async function runSteps(db: Kysely<never>, steps: readonly Step[]): Promise<void> {
  const made = new Map<string, Promise<void>>();
  const turns = new Turns(ABREAST);
  for (const step of steps) {
    const before = readBy(db, step).flatMap((name) => made.get(name) ?? []);
    const task = Promise.all(before).then(async () => turns.take(async () => make(db, step)));
    made.set(step.name, task);
    // Told below; until then a failure must not end the process.
    task.catch(() => undefined);
  }
  const outcomes = await Promise.allSettled(made.values());
  const failure = outcomes.find(({status}) => status === "rejected") as PromiseRejectedResult | undefined;
  if (failure !== undefined) throw failure.reason;
}

async function make(db: Kysely<never>, step: Step): Promise<void> {
  if ("find" in step) await materialize(db, await step.find(db));
  else if ("grain" in step) await materialize(db, step);
  else await createView(db, step);
}

/** Every word of a step's SQL: among them are the names of the tables it reads. */
function readBy(db: Kysely<never>, step: Step): readonly string[] {
  if ("find" in step) return step.reads;
  const query = step.query(db) as {compile?: (executor: Kysely<never>) => CompiledQuery; sql?: string};
  const text = query.sql ?? query.compile?.(db).sql ?? "";
  return [...new Set(text.match(/\w+/g))];
}

/** Lets a few tasks run at a time, first come, first served. */
class Turns {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(size: number) {
    this.#free = size;
  }

  async take<T>(task: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((enter) => this.#waiting.push(enter));
    try {
      return await task();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free++;
      else next();
    }
  }
}
