import {readPlans} from "../../pipelines/plans/readPlans.ts";
import {emptyOverview, overview} from "./queries/overview.ts";
import {siteWorkspace, writeJson} from "./warehouse.ts";

/** Everything Tổng quan shows, for every year, unit group and boundary view. */
await writeJson((db, workspace) => overview(db, workspace, readPlans(workspace.plans)), {
  empty: emptyOverview(siteWorkspace())
});
