import {emptyMapPage, mapPage} from "./queries/mapPage.ts";
import {siteWorkspace, writeJson} from "./warehouse.ts";

/** Everything the page Bản đồ shows of present communes. */
await writeJson(mapPage, {empty: emptyMapPage(siteWorkspace())});
