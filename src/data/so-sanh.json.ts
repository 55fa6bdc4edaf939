import {readCommuneGroups} from "../../loaders/reference/readCommuneGroups.ts";
import {compare, emptyCompare} from "./queries/compare.ts";
import {siteWorkspace, writeJson} from "./warehouse.ts";

/** Communes, targets and the default year: the first view of So sánh xã. */
await writeJson(async (db, workspace) => compare(db, workspace, readCommuneGroups(workspace.reference)), {
  empty: emptyCompare(siteWorkspace())
});
