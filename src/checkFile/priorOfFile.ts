import {existsSync} from "node:fs";
import type {Kysely} from "kysely";
import type {Reading} from "../../loaders/validate/reading.ts";
import {presentCommuneOf, type PriorYear} from "../../loaders/validate/prior/priorYear.ts";
import type {Workspace} from "../../loaders/workspace.ts";
import {openDatabase} from "../../pipelines/database/openDatabase.ts";
import {priorYears} from "../../pipelines/priorYears.ts";
import type {PublicTables} from "../../pipelines/tables.ts";

/** Earlier lists to hold files against, or why there are none. */
export type PriorLists =
  {ok: true; of: (reading: Reading) => Promise<PriorYear[]>; close: () => Promise<void>} | {ok: false; notice: string};

const NO_COMPARISON = "các phép so với năm trước được bỏ qua";

/** Opens the warehouse of a workspace for reading; one that is not there or cannot be opened is a notice, no failure. */
export async function openPriorLists({warehouse}: Workspace): Promise<PriorLists> {
  if (!existsSync(warehouse)) {
    return {ok: false, notice: `Chưa có số liệu năm trước (${warehouse}): ${NO_COMPARISON}.`};
  }
  let db: Kysely<PublicTables>;
  try {
    db = await openDatabase<PublicTables>(warehouse, {mode: "READ_ONLY"});
    await priorYears(db, {communes: ["0"]});
  } catch (error) {
    const reason = (error as Error).message.split("\n")[0] ?? "";
    return {
      ok: false,
      notice: `Không đọc được số liệu năm trước trong ${warehouse} (${reason}): ${NO_COMPARISON}. Chạy lại npm run pipeline.`
    };
  }
  return {
    ok: true,
    of: async (reading) => {
      const commune = presentCommuneOf(reading);
      if (commune === null || reading.year === null) return [];
      return priorYears(db, {before: reading.year, communes: [commune]});
    },
    close: async () => db.destroy()
  };
}
