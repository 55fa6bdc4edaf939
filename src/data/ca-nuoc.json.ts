import {emptyNation, nation} from "./queries/nation.ts";
import {siteWorkspace, writeJson} from "./warehouse.ts";

/** Every province's counts, all years and rates. */
await writeJson(nation, {empty: emptyNation(siteWorkspace())});
