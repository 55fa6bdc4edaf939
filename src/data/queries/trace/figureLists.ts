import {type Kysely, sql} from "kysely";
import {COUNT_COLUMNS, countColumn, UNIT_INDICATORS} from "../../../../pipelines/indicators/counts.ts";
import type {PublicTables} from "../../../../pipelines/tables.ts";
import {areaVerdicts} from "./communeVerdicts.ts";
import type {Counts, FigureList} from "./shape.ts";
import {LEVELS, TYPES} from "./unitColumns.ts";

type Place = {
  year: number;
  commune: string;
  province: string;
  district: string | null;
};
const VIEWS = ["current", "as_reported"] as const;

/** The counts of all communes, by `<year>-<indicator>-<boundary>`: what figures of districts, provinces and the country add up. */
export async function figureLists(
  db: Kysely<PublicTables>,
  {targets, indicators}: {targets: ReadonlyMap<string, number>; indicators: readonly string[]}
): Promise<Map<string, FigureList>> {
  const made = new Map<string, ListMaker>();
  const list = (year: number, indicator: string, boundary: string): ListMaker => {
    const key = `${year}-${indicator}-${boundary}`;
    const known = made.get(key) ?? new ListMaker();
    made.set(key, known);
    return known;
  };
  for (const boundary of VIEWS) {
    const {rows} = await sql<
      Place & {unit_type: string; managed_level: string; expected: number} & Record<string, number>
    >`
      select year, ${place(boundary)}, unit_type, managed_level, cast(sum(expected_count) as integer) as expected,
        ${sql.join(Object.keys(COUNT_COLUMNS).map((column) => sql`cast(sum(${sql.id(column)}) as integer) as ${sql.id(column)}`))}
      from int_commune_counts group by all order by all
    `.execute(db);
    for (const row of rows) {
      for (const indicator of UNIT_INDICATORS) {
        const count = (of: "numerator" | "denominator" | "unknown" | "membership_unknown"): number =>
          row[countColumn(indicator, of)] ?? 0;
        const counts: Counts = [
          count("numerator"),
          count("denominator"),
          count("unknown"),
          count("membership_unknown") + row.expected
        ];
        list(row.year, indicator.id, boundary).add(row, counts, {
          type: TYPES.indexOf(row.unit_type),
          level: LEVELS.indexOf(row.managed_level)
        });
      }
    }
    const {rows: reported} = await sql<Place & {indicator: string} & Record<"n" | "d" | "u" | "v", number>>`
      select year, ${place(boundary)}, indicator, cast(sum(numerator) as integer) as n, cast(sum(denominator) as integer) as d,
        cast(sum(unknown_count) as integer) as u, cast(sum(unreported_count) as integer) as v
      from int_report_counts group by all order by all
    `.execute(db);
    for (const row of reported) {
      list(row.year, row.indicator, boundary).add(row, [row.n, row.d, row.u, row.v], {type: -1, level: -1});
    }
  }
  for (const {level, code, year, boundary, verdict} of await areaVerdicts(db, targets)) {
    const [target, group, basis, ...rest] = verdict;
    made
      .get(`${year}-${indicators[target] ?? ""}-${boundary}`)
      ?.list.verdicts.push([level, code, target, group, basis, ...rest]);
  }
  return new Map([...made].map(([key, {list: of}]) => [key, of]));
}

const place = (boundary: (typeof VIEWS)[number]) =>
  boundary === "current"
    ? sql`current_commune_code as commune, current_province_code as province, null::varchar as district`
    : sql`commune_code as commune, province_code as province, district_code as district`;

/** One list in the making. */
class ListMaker {
  readonly list: FigureList = {
    communes: [],
    provinces: [],
    districts: [],
    rows: {commune: [], province: [], district: [], type: [], level: [], n: [], d: [], u: [], v: []},
    verdicts: []
  };
  readonly #places = new Map<string, number>();

  add({commune, province, district}: Place, [n, d, u, v]: Counts, {type, level}: {type: number; level: number}): void {
    if (d + v === 0) return;
    const {rows, communes, provinces, districts} = this.list;
    rows.commune.push(this.#place(communes, commune, "c"));
    rows.province.push(this.#place(provinces, province, "p"));
    rows.district.push(district === null ? -1 : this.#place(districts, district, "d"));
    rows.type.push(type);
    rows.level.push(level);
    rows.n.push(n);
    rows.d.push(d);
    rows.u.push(u);
    rows.v.push(v);
  }

  #place(codes: string[], code: string, kind: string): number {
    const key = kind + code;
    const known = this.#places.get(key) ?? codes.push(code) - 1;
    this.#places.set(key, known);
    return known;
  }
}
