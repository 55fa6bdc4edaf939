import fc from "fast-check";
import {type Kysely, sql} from "kysely";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {openDatabase} from "../../../pipelines/database/openDatabase.ts";
import {literalRows} from "../../../pipelines/verdicts/literalRows.ts";
import {decide} from "../../../pipelines/verdicts/verdictSql.ts";

interface Case {
  n: number;
  d: number;
  u?: number;
  v?: number;
  open?: number | null;
  unbounded?: boolean;
  comparator: string;
  measure?: string;
  value: number;
}
interface Decided {
  verdict: string;
  units_needed: number | null;
  low_share: number | null;
  high_share: number | null;
  is_impossible: boolean;
}

const COLUMNS = {
  place: "INTEGER not null",
  n: "INTEGER",
  d: "INTEGER",
  u: "INTEGER",
  v: "INTEGER",
  open: "INTEGER",
  unbounded: "BOOLEAN not null",
  comparator: "VARCHAR not null",
  measure: "VARCHAR not null",
  goal: "BIGINT not null"
} as const;

let db: Kysely<never>;
beforeAll(async () => {
  db = await openDatabase<never>(":memory:");
});
afterAll(() => db.destroy());

/** All cases in one query, as the pipeline decides them. */
async function decideAll(cases: readonly Case[]): Promise<Decided[]> {
  const source = literalRows(
    db,
    COLUMNS,
    cases.map(({n, d, u = 0, v = 0, open = null, unbounded = false, comparator, measure = "percent", value}, place) => {
      return {place, n, d, u, v, open, unbounded, comparator, measure, goal: Math.round(value * 100)};
    })
  );
  await db.executeQuery({...source, sql: `create or replace table cases as ${source.sql}`});
  const {rows} = await sql<Decided>`
    select ${sql.join(
      Object.entries(
        decide({
          n: sql`n`,
          d: sql`d`,
          u: sql`u`,
          v: sql`v`,
          open: sql`open`,
          isUnbounded: sql`unbounded`,
          comparator: sql`comparator`,
          measure: sql`measure`,
          goal: sql`goal`
        })
      ).map(([name, value]) => sql`${value} as ${sql.id(name)}`)
    )} from cases order by place
  `.execute(db);
  return rows;
}

async function decideOne(one: Case): Promise<Decided> {
  const [decided] = await decideAll([one]);
  if (!decided) throw new Error("no row");
  return decided;
}

describe("exact edges", () => {
  test("80 of 100 meets “từ 80% trở lên” and not “trên 80%”, which needs one more", async () => {
    expect(await decideOne({n: 80, d: 100, comparator: ">=", value: 80})).toMatchObject({
      verdict: "dat",
      units_needed: 0
    });
    expect(await decideOne({n: 80, d: 100, comparator: ">", value: 80})).toMatchObject({
      verdict: "chua_dat",
      units_needed: 1
    });
    expect(await decideOne({n: 81, d: 100, comparator: ">", value: 80})).toMatchObject({
      verdict: "dat",
      units_needed: 0
    });
  });

  test("39 of 49 is 79,59 %: under 80 %, one unit short", async () => {
    expect(await decideOne({n: 39, d: 49, comparator: ">=", value: 80})).toMatchObject({
      verdict: "chua_dat",
      units_needed: 1
    });
  });

  test("79,96 % of many units is never 80 %", async () => {
    expect(await decideOne({n: 1999, d: 2500, comparator: ">=", value: 80})).toMatchObject({
      verdict: "chua_dat",
      units_needed: 1
    });
  });

  test("25 thôn at 70 % need 18: 16 lack two, 18 meet it", async () => {
    expect(await decideOne({n: 16, d: 25, comparator: ">=", value: 70})).toMatchObject({
      verdict: "chua_dat",
      units_needed: 2
    });
    expect(await decideOne({n: 18, d: 25, comparator: ">=", value: 70})).toMatchObject({
      verdict: "dat",
      units_needed: 0
    });
  });

  test("100 % is missed by one unit of many", async () => {
    expect(await decideOne({n: 4356, d: 4357, comparator: "=", value: 100})).toMatchObject({
      verdict: "chua_dat",
      units_needed: 1
    });
  });

  test("a target with decimals is compared in integers", async () => {
    expect(await decideOne({n: 199, d: 200, comparator: ">=", value: 99.5})).toMatchObject({verdict: "dat"});
    expect(await decideOne({n: 1989, d: 2000, comparator: ">=", value: 99.5})).toMatchObject({
      verdict: "chua_dat",
      units_needed: 1
    });
  });

  test("five million units do not overflow", async () => {
    expect(await decideOne({n: 3_999_999, d: 5_000_000, comparator: ">=", value: 80})).toMatchObject({
      verdict: "chua_dat",
      units_needed: 1
    });
  });
});

describe("unknown and unreported", () => {
  test("nothing in scope does not apply; nothing known of a scope is missing", async () => {
    expect(await decideOne({n: 0, d: 0, comparator: ">=", value: 80})).toMatchObject({
      verdict: "khong_ap_dung",
      units_needed: null,
      low_share: null
    });
    expect(await decideOne({n: 0, d: 0, v: 12, comparator: ">=", value: 80})).toMatchObject({
      verdict: "thieu_so_lieu",
      low_share: 0,
      high_share: 1
    });
  });

  test("missing lists count against in the lower bound and for in the upper", async () => {
    expect(await decideOne({n: 80, d: 90, u: 5, v: 10, comparator: ">=", value: 80})).toMatchObject({
      verdict: "dat",
      low_share: 0.8,
      high_share: 0.95
    });
    expect(await decideOne({n: 79, d: 90, u: 5, v: 10, comparator: ">=", value: 80})).toMatchObject({
      verdict: "chua_ket_luan"
    });
    expect(await decideOne({n: 60, d: 90, u: 5, v: 10, comparator: ">=", value: 80})).toMatchObject({
      verdict: "chua_dat"
    });
  });

  test("no weak unit is only certain when every unit is classified", async () => {
    const none = {comparator: "=", measure: "count", value: 0};
    expect(await decideOne({n: 0, d: 50, ...none})).toMatchObject({verdict: "dat", units_needed: 0, low_share: null});
    expect(await decideOne({n: 0, d: 50, u: 1, ...none})).toMatchObject({verdict: "chua_ket_luan"});
    expect(await decideOne({n: 2, d: 50, u: 1, ...none})).toMatchObject({verdict: "chua_dat", units_needed: 2});
  });

  test("an empty cell of a count may hold any number, a written one may not", async () => {
    const two = {comparator: ">=", measure: "count", value: 2, unbounded: true};
    expect(await decideOne({n: 0, d: 1, u: 1, ...two})).toMatchObject({verdict: "chua_ket_luan"});
    expect(await decideOne({n: 1, d: 1, ...two})).toMatchObject({verdict: "chua_dat", units_needed: 1});
  });
});

describe("unknowns of any size", () => {
  test("the households of a commune that never said how many can carry a share anywhere below 100 %", async () => {
    const silent = {v: 1, unbounded: true, comparator: ">=", value: 90};
    expect(await decideOne({n: 950, d: 1000, ...silent})).toMatchObject({
      verdict: "chua_ket_luan",
      low_share: 0,
      high_share: 1
    });
    expect(await decideOne({n: 500, d: 1000, ...silent})).toMatchObject({verdict: "chua_ket_luan"});
    expect(await decideOne({n: 950, d: 1000, ...silent, v: 0})).toMatchObject({verdict: "dat", low_share: 0.95});
  });

  test("one person known not to be reached misses 100 % whatever comes", async () => {
    const all = {v: 1, unbounded: true, comparator: "=", value: 100};
    expect(await decideOne({n: 999, d: 1000, ...all})).toMatchObject({verdict: "chua_dat"});
    expect(await decideOne({n: 999, d: 1000, u: 1, ...all})).toMatchObject({verdict: "chua_ket_luan"});
  });
});

describe("impossible", () => {
  test("a missed target is out of reach when fewer units are open than are lacking", async () => {
    const missed = {n: 70, d: 100, comparator: ">=", value: 80};
    expect(await decideOne({...missed, open: 9})).toMatchObject({is_impossible: true});
    expect(await decideOne({...missed, open: 10})).toMatchObject({is_impossible: false});
    expect(await decideOne({...missed, open: null})).toMatchObject({is_impossible: false});
  });

  test("a target that unknowns could still meet is never called impossible", async () => {
    expect(await decideOne({n: 70, d: 100, v: 60, open: 0, comparator: ">=", value: 80})).toMatchObject({
      verdict: "chua_ket_luan",
      is_impossible: false
    });
  });
});

const terms = fc.oneof(
  fc.record({
    comparator: fc.constantFrom(">=", ">"),
    measure: fc.constant("percent"),
    // Shares that small counts hit exactly, and shares they do not.
    hundredths: fc.oneof(fc.constantFrom(0, 2000, 2500, 4000, 5000, 6000, 7500, 8000), fc.integer({min: 0, max: 9999}))
  }),
  fc.constantFrom(
    {comparator: ">=", measure: "percent", hundredths: 10000},
    {comparator: "=", measure: "percent", hundredths: 10000},
    {comparator: "=", measure: "count", hundredths: 0}
  ),
  fc.record({
    comparator: fc.constantFrom(">=", ">"),
    measure: fc.constant("count"),
    hundredths: fc.integer({min: 0, max: 8}).map((count) => count * 100)
  })
);
const counts = fc
  .record({d: fc.nat(7), v: fc.nat(4), a: fc.nat(7), b: fc.nat(7)})
  .map(({d, v, a, b}) => ({d, v, n: Math.min(a, d), u: Math.min(b, d - Math.min(a, d))}));
const anyCase = fc
  .tuple(counts, terms)
  .map(([count, {hundredths, ...rest}]) => ({...count, ...rest, value: hundredths / 100}));

/** Says by fractions, not by the products under test, whether yes of total meets the terms. */
function meets({comparator, measure, value}: Case, yes: number, total: number): boolean {
  // Exact for these sizes: two different shares of at most 11 units differ by more than 0.008, values are whole hundredths.
  const left = measure === "count" ? yes : yes / total;
  const right = measure === "count" ? value : value / 100;
  const difference = Math.abs(left - right) < 1e-9 ? 0 : left - right;
  return comparator === ">" ? difference > 0 : comparator === "=" ? difference === 0 : difference >= 0;
}

/** Every way the unknowns may come out: u units no or yes; v units outside, no or yes. */
function completions({n, d, u = 0, v = 0}: Case): [yes: number, total: number][] {
  const found: [number, number][] = [];
  for (let yes = 0; yes <= u; yes++)
    for (let more = 0; more <= v; more++)
      for (let moreYes = 0; moreYes <= more; moreYes++) if (d + more > 0) found.push([n + yes + moreYes, d + more]);
  return found;
}

test("the verdict is what all completions of the unknowns agree on", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyCase, {minLength: 200, maxLength: 400}), async (cases) => {
      const decided = await decideAll(cases);
      cases.forEach((one, i) => {
        const outcomes = new Set(completions(one).map(([yes, total]) => meets(one, yes, total)));
        const expected =
          one.d === 0
            ? one.v === 0
              ? "khong_ap_dung"
              : "thieu_so_lieu"
            : outcomes.size === 2
              ? "chua_ket_luan"
              : outcomes.has(true)
                ? "dat"
                : "chua_dat";
        expect({...one, verdict: decided[i]?.verdict}).toEqual({...one, verdict: expected});
      });
    }),
    {numRuns: 15, seed: 124, endOnFailure: true}
  );
});

/** Unknowns of any size, from nothing to a million, all no or all yes: what lies between them decides nothing more. */
function boundlessCompletions({n, d, u = 0}: Case): [yes: number, total: number][] {
  const sizes = [0, 1, 2, 1_000_000];
  return [0, u].flatMap((yes) =>
    sizes.flatMap((more) => [0, more].map((moreYes): [number, number] => [n + yes + moreYes, d + more]))
  );
}

test("of unknowns of any size the verdict is what all completions agree on", async () => {
  const percents = anyCase.filter(({measure, d, v}) => measure === "percent" && d > 0 && v > 0);
  await fc.assert(
    fc.asyncProperty(fc.array(percents, {minLength: 200, maxLength: 400}), async (cases) => {
      const decided = await decideAll(cases.map((one) => ({...one, unbounded: true})));
      cases.forEach((one, i) => {
        // A million units come to within 0.001 of every share; a target closer to 0 or 1 than that, without reaching it, is not drawn.
        if (one.value > 0 && one.value < 0.1) return;
        const outcomes = new Set(boundlessCompletions(one).map(([yes, total]) => meets(one, yes, total)));
        const expected = outcomes.size === 2 ? "chua_ket_luan" : outcomes.has(true) ? "dat" : "chua_dat";
        expect({...one, verdict: decided[i]?.verdict}).toEqual({...one, verdict: expected});
      });
    }),
    {numRuns: 10, seed: 2024, endOnFailure: true}
  );
});

test("units needed is the smallest number of further units that meets the target", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyCase, {minLength: 200, maxLength: 400}), async (cases) => {
      const decided = await decideAll(cases);
      cases.forEach((one, i) => {
        let expected: number | null = null;
        if (one.d > 0 && one.comparator === "=" && one.measure === "count") expected = one.n;
        else if (one.d > 0) for (expected = 0; !meets(one, one.n + expected, one.d); expected++);
        expect({...one, units_needed: decided[i]?.units_needed}).toEqual({...one, units_needed: expected});
      });
    }),
    {numRuns: 15, seed: 2021, endOnFailure: true}
  );
});
