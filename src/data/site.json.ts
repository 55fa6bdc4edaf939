import {emptySite, site} from "./queries/site.ts";
import {siteWorkspace, writeJson} from "./warehouse.ts";

/** What every page needs to know of the site: whose it is, its years, its day, its indicators. */
await writeJson(site, {empty: emptySite(siteWorkspace())});
