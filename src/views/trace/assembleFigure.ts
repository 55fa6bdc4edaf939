import type {FigureKey} from "../../components/trace/figureKey.js";
import type {
  CommuneTrace,
  Counts,
  RoleLetter,
  TraceFile,
  TraceIndex,
  TraceIndicator,
  TraceUnits
} from "../../data/queries/trace/shape.ts";

/** A cell behind a number: where it stands, what is written in it and what it was read as. */
export interface FigureCell {
  field: string;
  role: RoleLetter;
  /** "G57", several where several columns hold the field; null where the column is not known. */
  address: string | null;
  /** What stands in the cell; null: nothing, or nobody kept it. */
  text: string | null;
  /** The value it was read as, in our forms' words. */
  value: string | null;
  rule: string | null;
}

/** Where a row stands. */
export interface FigurePlace {
  file: TraceFile;
  sheet: string;
  row: number;
  /** Which file's data and which sheet in it: what an excerpt is cut from. */
  trace: CommuneTrace;
  sheetIndex: number;
}

/** One row behind a number: a unit, a row of Biểu tổng hợp, or of what a commune says of itself. */
export interface FigureRow {
  role: RoleLetter;
  /** Name of the unit; null for a row that is not about one. */
  name: string | null;
  type: string | null;
  /** Commune as reported. */
  commune: string;
  counts: Counts;
  place: FigurePlace | null;
  cells: FigureCell[];
}

/** A number put together from the rows of its files. */
export interface AssembledFigure {
  counts: Counts;
  rows: FigureRow[];
  /** Expected units that are known by number only. */
  counted: number;
  /** Rows of the group that lie outside Thông tư 124, by reason. */
  excluded: Record<string, number>;
}

/** Which rows of a file a figure speaks of. */
export interface Scope {
  types: ReadonlySet<number>;
  isLevel: (level: number) => boolean;
  isOf: (place: number) => boolean;
}

/**
 * Puts a figure of a commune together from its file, that of a former commune from those of its successors. Roles and counts of single
 * rows are the pipeline's; here they are only chosen and added up.
 */
export function assembleFigure(traces: readonly CommuneTrace[], index: TraceIndex, key: FigureKey): AssembledFigure {
  const indicator = index.indicators.find(({id}) => id === key.indicator);
  if (indicator === undefined) return {counts: [0, 0, 0, 0], rows: [], counted: 0, excluded: {}};
  const parts = traces.map((trace) => assembleTrace(trace, index, indicator, scopeOf(trace, index, key), key));
  return {
    counts: addUp(parts.map(({counts}) => counts)),
    rows: parts.flatMap(({rows}) => rows),
    counted: parts.reduce((sum, {counted}) => sum + counted, 0),
    excluded: parts.reduce<Record<string, number>>((all, {excluded}) => {
      for (const [reason, count] of Object.entries(excluded)) all[reason] = (all[reason] ?? 0) + count;
      return all;
    }, {})
  };
}

export function scopeOf({communes}: CommuneTrace, index: TraceIndex, key: FigureKey): Scope {
  const of = communes.indexOf(key.area);
  const levels =
    key.managed === "all" ? null : new Set(key.managed.split("+").map((level) => index.levels.indexOf(level)));
  return {
    types: typesOf(index, key.group),
    isLevel: (level) => levels === null || levels.has(level),
    isOf: (place) => key.boundary === "current" || place === of
  };
}

/** Unit types of a group, or of groups joined by "+", as places in the index. */
export function typesOf({groups}: TraceIndex, group: string): ReadonlySet<number> {
  return new Set(group.split("+").flatMap((part) => groups[part] ?? []));
}

function assembleTrace(
  trace: CommuneTrace,
  index: TraceIndex,
  indicator: TraceIndicator,
  scope: Scope,
  {group}: FigureKey
): AssembledFigure {
  if (indicator.kind === "reported") return reportedFigure(trace, indicator, scope, group);
  const {rows, excluded} = unitRows(trace, index, indicator, scope);
  const all = [...rows, ...summaryRows(trace, index, indicator, scope)];
  const {counted: numbers} = trace;
  const counted = numbers.count.reduce(
    (sum, count, i) =>
      scope.types.has(numbers.type[i] ?? -1) && scope.isLevel(numbers.level[i] ?? -1) && scope.isOf(numbers.of[i] ?? -1)
        ? sum + count
        : sum,
    0
  );
  return {counts: addUp([...all.map(({counts}) => counts), [0, 0, 0, counted]]), rows: all, counted, excluded};
}

function unitRows(
  trace: CommuneTrace,
  index: TraceIndex,
  indicator: TraceIndicator,
  scope: Scope
): {rows: FigureRow[]; excluded: Record<string, number>} {
  const {units} = trace;
  const texts = textFinder(units);
  const rows: FigureRow[] = [];
  const excluded: Record<string, number> = {};
  for (const i of unitsIn(units, scope)) {
    const role = roleOf(units, indicator, i);
    if (role === "-") {
      const reason = units.values["exclusion_reason"]?.[i];
      if (reason != null) excluded[reason] = (excluded[reason] ?? 0) + 1;
      continue;
    }
    const sheetIndex = units.sheet[i] ?? -1;
    const row = units.row[i] ?? 0;
    const sheet = trace.sheets[sheetIndex];
    const file = sheet && trace.files[sheet.file];
    const fields = role === "v" ? ["unit_name"] : indicator.fields;
    rows.push({
      role,
      name: units.name[i] ?? "",
      type: index.types[units.type[i] ?? -1] ?? null,
      commune: trace.communes[units.of[i] ?? -1] ?? "",
      counts: countsOf(units, indicator, i),
      place: sheet && file ? {file, sheet: sheet.name, row, trace, sheetIndex} : null,
      cells: fields.map((field) => {
        const value = field === "unit_name" ? (units.name[i] ?? null) : (units.values[field]?.[i] ?? null);
        const said = texts(field, i);
        return {
          field,
          role,
          address: addressOf(sheet?.columns[field]?.[0], row),
          text: said ? said.text : sheet ? value : null,
          value,
          rule: said?.rule ?? null
        };
      })
    });
  }
  return {rows, excluded};
}

/** Places of the units a scope holds. */
export function unitsIn({type, level, of}: TraceUnits, scope: Scope): number[] {
  return type.flatMap((each, i) =>
    scope.types.has(each) && scope.isLevel(level[i] ?? -1) && scope.isOf(of[i] ?? -1) ? [i] : []
  );
}

export function roleOf({roles}: TraceUnits, {place}: TraceIndicator, i: number): RoleLetter {
  return (roles[i]?.charAt(place ?? -1) || "-") as RoleLetter;
}

/** What one unit brings to the counts. */
export function countsOf(units: TraceUnits, indicator: TraceIndicator, i: number): Counts {
  const role = roleOf(units, indicator, i);
  if (role === "v") return [0, 0, 0, 1];
  if (indicator.kind === "outcome") {
    return [Number(role === "n"), Number("ndu".includes(role)), Number(role === "u"), Number(role === "m")];
  }
  const {n, d, u, v} = units.sums[indicator.id] ?? {};
  return [n?.[i] ?? 0, d?.[i] ?? 0, u?.[i] ?? 0, v?.[i] ?? 0];
}

/** Finds the text of a cell: undefined where it is the value's own. */
export function textFinder({
  texts
}: TraceUnits): (field: string, i: number) => {text: string; rule: string | null} | undefined {
  const places = new Map(
    Object.entries(texts).map(([field, {at}]) => [field, new Map(at.map((unit, place) => [unit, place]))])
  );
  return (field, i) => {
    const place = places.get(field)?.get(i);
    return place === undefined
      ? undefined
      : {text: texts[field]?.text[place] ?? "", rule: texts[field]?.rule[place] ?? null};
  };
}

/** "G", 57 → "G57"; "H, I", 57 → "H57, I57". */
export function addressOf(letters: string | undefined, row: number): string | null {
  if (letters === undefined) return null;
  return letters
    .split(", ")
    .map((letter) => `${letter}${row}`)
    .join(", ");
}

function summaryRows(trace: CommuneTrace, index: TraceIndex, indicator: TraceIndicator, scope: Scope): FigureRow[] {
  return trace.summaries.flatMap(({type, level, of, sheet, row, counts, values}): FigureRow[] => {
    if (!scope.types.has(type) || !scope.isLevel(level) || !scope.isOf(of)) return [];
    const own = counts[indicator.id];
    const at = trace.sheets[sheet];
    const file = at && trace.files[at.file];
    if (own === undefined || own[1] + own[3] === 0) return [];
    const code = index.types[type] ?? "";
    return [
      {
        role: "n",
        name: null,
        type: code,
        commune: trace.communes[of] ?? "",
        counts: own,
        place: at && file ? {file, sheet: at.name, row, trace, sheetIndex: sheet} : null,
        cells: indicator.summary.map(([field, role]) => {
          const value = values[field] === undefined ? null : `${values[field]}`;
          const name = `${code}.${field}`;
          return {field: name, role, address: addressOf(at?.columns[name]?.[0], row), text: value, value, rule: null};
        })
      }
    ];
  });
}

function reportedFigure(trace: CommuneTrace, indicator: TraceIndicator, scope: Scope, group: string): AssembledFigure {
  const report = trace.reported[indicator.id];
  if (report === undefined || !(indicator.unit_groups as readonly string[]).includes(group)) {
    return {counts: [0, 0, 0, 0], rows: [], counted: 0, excluded: {}};
  }
  const rows: FigureRow[] = [];
  const byRow = new Map<string, FigureRow>();
  for (const {of, role, sheet, row, field, text, rule} of report.cells) {
    if (!scope.isOf(of)) continue;
    const key = `${of} ${sheet} ${row}`;
    const at = trace.sheets[sheet];
    const file = at && trace.files[at.file];
    const known = byRow.get(key) ?? {
      role,
      name: null,
      type: null,
      commune: trace.communes[of] ?? "",
      counts: [0, 0, 0, 0] as const,
      place: at && file ? {file, sheet: at.name, row, trace, sheetIndex: sheet} : null,
      cells: []
    };
    if (!byRow.has(key)) rows.push(known);
    byRow.set(key, known);
    known.cells.push({field, role, address: addressOf(at?.columns[field]?.[0], row), text, value: text, rule});
  }
  const counts = addUp(report.counts.filter(([of]) => scope.isOf(of)).map(([, ...own]) => own));
  for (const [of, , , , v] of report.counts) {
    if (!scope.isOf(of) || v === 0) continue;
    const commune = trace.communes[of] ?? "";
    rows.push({role: "v", name: null, type: null, commune, counts: [0, 0, 0, v], place: null, cells: []});
  }
  return {counts, rows, counted: 0, excluded: {}};
}

export function addUp(all: readonly Counts[]): Counts {
  return all.reduce<Counts>(([n, d, u, v], [n2, d2, u2, v2]) => [n + n2, d + d2, u + u2, v + v2], [0, 0, 0, 0]);
}
