import {readPlans} from "../../pipelines/plans/readPlans.ts";
import {keeperSite} from "./queries/keeperSite.ts";
import {progressYear} from "./queries/progressYear.ts";
import {withWarehouse, writeArchive} from "./warehouse.ts";

/** One JSON file per year, `<year>.json`: the page Tiến độ nộp fetches the one it shows. */
writeArchive(
  await withWarehouse(async (db, workspace) => {
    const plans = readPlans(workspace.plans);
    const {years} = await keeperSite(db, workspace);
    const files: Record<string, unknown> = {};
    for (const year of years) files[`${year}.json`] = await progressYear(db, workspace, plans, year);
    return files;
  })
);
