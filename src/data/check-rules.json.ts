import {checkRules} from "./queries/checkRules.ts";
import {communesWithPrior} from "./queries/priorLists.ts";
import {siteWorkspace, writeJson} from "./warehouse.ts";

/** What Kiểm tra tệp checks by; without a warehouse there are no earlier lists. */
await writeJson(
  async (db, workspace) =>
    checkRules(workspace, workspace.settings.publication === "internal" ? await communesWithPrior(db) : []),
  {empty: checkRules(siteWorkspace(), [])}
);
