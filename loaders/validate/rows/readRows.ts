import type {Register} from "../../reference/register.ts";
import type {Reading} from "../reading.ts";
import type {Words} from "../recognise/compileForms.ts";
import type {Table} from "../recognise/findTables.ts";
import type {FileOwner} from "../whose/fileOwner.ts";
import {checkCommunes} from "./checkCommunes.ts";
import {checkFactDates, checkQuarter} from "./checkDates.ts";
import {checkDuplicates, checkUnit, settleUnregistered} from "./checkUnits.ts";
import {compareModels} from "./compareModels.ts";
import {compareSummaries} from "./compareSummaries.ts";
import {readFacts} from "./facts.ts";
import {readModels} from "./models.ts";
import type {RowSink} from "./readValues.ts";
import {RowOrigins} from "./rowOrigin.ts";
import {readSummaries} from "./summaries.ts";
import {settleTicks} from "./tickColumns.ts";
import {UnitReader} from "./units.ts";
import type {UnitDraft} from "./unitDraft.ts";

type RowsRead = Pick<
  Reading,
  "units" | "models" | "facts" | "summaries" | "rows_read" | "rows_accepted" | "rows_rejected"
>;

/** Reads the rows of all tables. Tick columns are settled sheet by sheet, once all rows of the sheet are known. */
export function readRows(
  tables: readonly Table[],
  owner: FileOwner,
  register: Register,
  words: Words,
  sink: RowSink
): RowsRead {
  const origins = new RowOrigins(owner, register, sink.log);
  const unitReader = new UnitReader(owner, origins, words, sink);
  const result: RowsRead = {
    units: [],
    models: [],
    facts: [],
    summaries: [],
    rows_read: 0,
    rows_accepted: 0,
    rows_rejected: 0
  };
  const count = (read: number, rejected: number): void => {
    result.rows_read += read;
    result.rows_rejected += rejected;
    result.rows_accepted += read - rejected;
  };
  const allUnits: UnitDraft[] = [];
  for (const [, ofSheet] of bySheet(tables)) {
    const units: UnitDraft[] = [];
    for (const table of ofSheet) {
      const {id} = table.match.compiled.form;
      count(table.besideRows.length, table.besideRows.length);
      if (id === "unit_list") {
        const drafts = unitReader.readTable(table);
        const accepted = drafts.filter((draft) => draft !== null);
        for (const draft of accepted) units.push(draft);
        count(drafts.length, drafts.length - accepted.length);
      } else if (id === "models") {
        const drafts = readModels(table, origins, sink);
        const accepted = drafts.filter((draft) => draft !== null);
        settleTicks(accepted, sink);
        for (const {row} of accepted) result.models.push(row);
        count(drafts.length, drafts.length - accepted.length);
      } else if (id === "commune_facts") {
        const {rows, rejected} = readFacts(table, origins, sink);
        for (const row of rows) result.facts.push(row);
        count(rows.length + rejected, rejected);
      } else {
        const {rows, read, rejected} = readSummaries(table, origins, words, sink);
        for (const row of rows) result.summaries.push(row);
        count(read, rejected);
      }
    }
    settleTicks(units, sink);
    for (const draft of units) {
      settleUnregistered(draft, sink);
      checkUnit(draft, sink);
      allUnits.push(draft);
    }
  }
  checkDuplicates(allUnits, sink);
  checkQuarter(allUnits, sink);
  checkCommunes(allUnits, sink);
  compareModels(result.models, allUnits, sink);
  checkFactDates(result.facts, sink);
  compareSummaries(result.summaries, allUnits, sink);
  for (const {row} of allUnits) result.units.push(row);
  origins.finish();
  return result;
}

function bySheet(tables: readonly Table[]): Map<string, Table[]> {
  const sheets = new Map<string, Table[]>();
  for (const table of tables) {
    const sharing = sheets.get(table.sheet);
    if (sharing === undefined) sheets.set(table.sheet, [table]);
    else sharing.push(table);
  }
  return sheets;
}
