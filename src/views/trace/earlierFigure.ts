import type {FigureKey} from "../../components/trace/figureKey.js";
import type {CommuneTrace, Counts, TraceFile, TraceIndex} from "../../data/queries/trace/shape.ts";
import {addUp, countsOf, roleOf, scopeOf, unitsIn} from "./assembleFigure.js";

/** What the files before the last ones gave, and the units whose part in the number is another now. */
export interface EarlierFigure {
  counts: Counts;
  /** Superseded files, and those in their place. */
  before: TraceFile[];
  now: TraceFile[];
  changes: {name: string; type: string; from: string | null; to: string | null}[];
}

/** The number as it was before the newest files of the commune came; null where none took another's place. */
export function earlierFigure(
  trace: CommuneTrace,
  index: TraceIndex,
  key: FigureKey,
  now: Counts
): EarlierFigure | null {
  const indicator = index.indicators.find(({id}) => id === key.indicator);
  if (indicator === undefined || indicator.kind === "reported") return null;
  const scope = scopeOf(trace, index, key);
  const parts = trace.earlier.filter(({of, types}) => scope.isOf(of) && types.some((type) => scope.types.has(type)));
  if (parts.length === 0) return null;
  const {units, sheets} = trace;
  const commune = new Set(index.groups["commune"]);
  const isReplaced = (i: number): boolean => {
    const type = units.type[i] ?? -1;
    const file = sheets[units.sheet[i] ?? -1]?.file;
    return parts.some(
      ({by, of, types}) =>
        by === file &&
        of === units.of[i] &&
        types.some((old) => old === type || (commune.has(old) && commune.has(type)))
    );
  };
  const replaced = unitsIn(units, scope).filter(isReplaced);
  const old = parts.map((part) => ({part, chosen: unitsIn(part.units, scope)}));
  const gone = addUp(replaced.map((i) => countsOf(units, indicator, i)));
  const had = addUp(old.flatMap(({part, chosen}) => chosen.map((i) => countsOf(part.units, indicator, i))));
  const counts = now.map((count, k) => count - (gone[k] ?? 0) + (had[k] ?? 0)) as unknown as Counts;

  const roles = new Map<string, {name: string; type: string; from: string | null; to: string | null}>();
  const entry = (name: string, type: number): {name: string; type: string; from: string | null; to: string | null} => {
    const id = `${type}\n${name.normalize("NFC").toLowerCase()}`;
    const known = roles.get(id) ?? {name, type: index.types[type] ?? "", from: null, to: null};
    roles.set(id, known);
    return known;
  };
  for (const {part, chosen} of old) {
    for (const i of chosen)
      entry(part.units.name[i] ?? "", part.units.type[i] ?? -1).from = roleOf(part.units, indicator, i);
  }
  for (const i of replaced) entry(units.name[i] ?? "", units.type[i] ?? -1).to = roleOf(units, indicator, i);
  const files = (places: Iterable<number>): TraceFile[] =>
    [...new Set(places)].flatMap((place) => trace.files[place] ?? []);
  return {
    counts,
    before: files(parts.map(({file}) => file)),
    now: files(parts.map(({by}) => by)),
    changes: [...roles.values()].filter(({from, to}) => from !== to)
  };
}
