import {emptyKeeperSite} from "./queries/keeperSite.ts";
import {emptyQuality, quality} from "./queries/quality.ts";
import {siteWorkspace, writeJson} from "./warehouse.ts";

/** Counts of issues, rows and results of every year: the first view of Chất lượng. */
await writeJson(quality, {empty: emptyQuality(emptyKeeperSite(siteWorkspace()))});
