import type {Kysely} from "kysely";
import type {Forms} from "../../../../loaders/validate/form.ts";
import type {PublicTables} from "../../../../pipelines/tables.ts";
import {communeTraces} from "./communeTraces.ts";
import {figureLists} from "./figureLists.ts";
import type {CommuneTrace, FigureList, FormerPlaces, TraceIndex} from "./shape.ts";
import {formerPlaces, traceIndex, traceTargets} from "./traceIndex.ts";

/** Everything that any figure of the site can be traced by. */
export interface AllTraces {
  index: TraceIndex;
  former: FormerPlaces;
  communes: ReadonlyMap<string, CommuneTrace>;
  lists: ReadonlyMap<string, FigureList>;
}

export async function allTraces(db: Kysely<PublicTables>, forms: Forms): Promise<AllTraces> {
  const {ids, targets} = await traceTargets(db);
  const communes = await communeTraces(db, {forms, targets: ids});
  const lists = await figureLists(db, {targets: ids, indicators: targets.map(({indicator}) => indicator)});
  const index = await traceIndex(db, {forms, targets, files: [...communes.keys()].sort()});
  return {index, former: await formerPlaces(db), communes, lists};
}

/** The same as JSON files by name, `index.json` among them. */
export function traceJson({index, former, communes, lists}: AllTraces): [name: string, value: unknown][] {
  return [["index", index], ["former", former], ...communes, ...lists];
}
