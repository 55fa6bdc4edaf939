import {group} from "d3";
import type {Kysely} from "kysely";
import type {Forms} from "../../../../loaders/validate/form.ts";
import type {PublicTables} from "../../../../pipelines/tables.ts";
import {earlierParts} from "./earlierParts.ts";
import type {CommuneTrace} from "./shape.ts";
import {reportCells, reportCounts} from "./reportRows.ts";
import {countedRows, summaryRows} from "./summaryRows.ts";
import {type FileFacts, traceFiles} from "./traceFiles.ts";
import {communeVerdicts} from "./communeVerdicts.ts";
import {asColumns, cellTexts, expectedRows, LEVELS, TYPES, unitRows} from "./unitColumns.ts";

/**
 * Everything behind the figures of every commune and year, by `<code>-<year>`: each unit's row with the part it plays in every number,
 * as the pipeline's own definitions say.
 * @param options.targets places of targets in the index.
 */
export async function communeTraces(
  db: Kysely<PublicTables>,
  {forms, targets}: {forms: Forms; targets: ReadonlyMap<string, number>}
): Promise<Map<string, CommuneTrace>> {
  const texts = await cellTexts(db);
  const [listed, expected, counted, summaries, counts, cells, earlier, facts, verdicts] = [
    await unitRows(db),
    await expectedRows(db),
    await countedRows(db),
    await summaryRows(db),
    await reportCounts(db),
    await reportCells(db, forms),
    await earlierParts(db),
    await traceFiles(db),
    await communeVerdicts(db, targets)
  ];
  const made = new Map<string, Drawer>();
  const drawer = (row: {home: string; year: number}): Drawer => {
    const key = `${row.home}-${row.year}`;
    const known = made.get(key) ?? new Drawer(row.home, row.year, facts);
    made.set(key, known);
    return known;
  };
  for (const [key, rows] of group([...listed, ...expected], ({home, year}) => `${home}-${year}`)) {
    const [first] = rows;
    if (first === undefined) throw new Error(`no rows: ${key}`);
    const of = drawer(first);
    of.trace.units = asColumns(rows, {...of.places, texts, forms});
  }
  for (const row of counted) {
    const {trace, places} = drawer(row);
    trace.counted.type.push(TYPES.indexOf(row.unit_type));
    trace.counted.level.push(LEVELS.indexOf(row.managed_level));
    trace.counted.of.push(places.of(row.of));
    trace.counted.count.push(row.count);
  }
  for (const {row, counts: own, values} of summaries) {
    const {trace, places} = drawer(row);
    trace.summaries.push({
      sheet: places.sheetOf(row),
      row: row.row_number,
      type: TYPES.indexOf(row.unit_type),
      level: LEVELS.indexOf(row.managed_level),
      of: places.of(row.of),
      counts: own,
      values
    });
  }
  for (const row of counts) {
    const {trace, places} = drawer(row);
    (trace.reported[row.indicator] ??= {counts: [], cells: []}).counts.push([places.of(row.of), ...row.counts]);
  }
  for (const {row, indicator, role, field, text, rule} of cells) {
    const {trace, places} = drawer(row);
    const cell = {of: places.of(row.of), role, sheet: places.sheetOf(row), row: row.row_number, field, text, rule};
    (trace.reported[indicator] ??= {counts: [], cells: []}).cells.push(cell);
  }
  for (const part of earlier) {
    const known = made.get(`${part.home}-${part.year}`);
    if (known === undefined) continue;
    const {trace, places} = known;
    trace.earlier.push({
      file: places.fileOf(part.submission_id),
      by: places.fileOf(part.by),
      of: places.of(part.of),
      types: part.types.map((type) => TYPES.indexOf(type)),
      units: asColumns(part.rows, {...places, texts: new Map(), forms})
    });
  }
  for (const {home, year, of, verdict} of verdicts) {
    const known = made.get(`${home}-${year}`);
    if (known === undefined || (of !== null && !known.trace.communes.includes(of))) continue;
    const [target, group, basis, ...rest] = verdict;
    known.trace.verdicts.push([target, group, of === null ? null : known.places.of(of), basis, ...rest]);
  }
  return new Map([...made].map(([key, {trace}]) => [key, trace]));
}

/** One file in the making: hands out places of communes, files and sheets as rows name them. */
class Drawer {
  readonly trace: CommuneTrace;
  readonly #facts: FileFacts;
  readonly #files = new Map<string, number>();
  readonly #sheets = new Map<string, number>();
  readonly #communes = new Map<string, number>();

  constructor(code: string, year: number, facts: FileFacts) {
    this.#facts = facts;
    this.trace = {
      code,
      year,
      communes: [],
      files: [],
      sheets: [],
      units: {sheet: [], row: [], type: [], level: [], of: [], name: [], roles: [], sums: {}, values: {}, texts: {}},
      counted: {type: [], level: [], of: [], count: []},
      summaries: [],
      reported: {},
      earlier: [],
      verdicts: []
    };
  }

  readonly places = {
    of: (code: string): number => {
      const place = this.#communes.get(code) ?? this.trace.communes.push(code) - 1;
      this.#communes.set(code, place);
      return place;
    },
    fileOf: (id: string): number => {
      const known = this.#files.get(id);
      if (known !== undefined) return known;
      const place = this.trace.files.push(this.#facts.file(id, this.trace)) - 1;
      this.#files.set(id, place);
      return place;
    },
    sheetOf: ({submission_id: id, sheet}: {submission_id: string | null; sheet: string | null}): number => {
      if (id === null || sheet === null) return -1;
      const key = `${id}\n${sheet}`;
      const known = this.#sheets.get(key);
      if (known !== undefined) return known;
      const file = this.places.fileOf(id);
      const place = this.trace.sheets.push({file, name: sheet, columns: this.#facts.columns(id, sheet)}) - 1;
      this.#sheets.set(key, place);
      return place;
    }
  };
}
