import {readPlans} from "../../pipelines/plans/readPlans.ts";
import {emptyKeeperSite} from "./queries/keeperSite.ts";
import {emptyProgress, progress} from "./queries/progress.ts";
import {siteWorkspace, writeJson} from "./warehouse.ts";

/** Duties of every year with their counts: the first view of Tiến độ nộp. */
await writeJson((db, workspace) => progress(db, workspace, readPlans(workspace.plans)), {
  empty: emptyProgress(emptyKeeperSite(siteWorkspace()))
});
