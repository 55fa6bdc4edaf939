import {readPlans} from "../../pipelines/plans/readPlans.ts";
import {awardCandidates} from "./queries/awardCandidates.ts";
import {awardBook} from "./queries/awardBook.ts";
import {withWarehouse, writeArchive} from "./warehouse.ts";

/** What Khen thưởng fetches of an award: `<award>-<year>`, its candidates. */
writeArchive(
  await withWarehouse(async (db, {plans: folder, settings}) => {
    const plans = readPlans(folder);
    const files: Record<string, unknown> = {};
    for (const {id, plan_id, years} of await awardBook(db, plans, settings.home)) {
      const plan = plans.find((known) => known.id === plan_id);
      for (const {year} of plan ? years : [])
        if (plan) files[`${id}-${year}.json`] = await awardCandidates(db, plan, id, year);
    }
    return files;
  })
);
