import {readPlans} from "../../pipelines/plans/readPlans.ts";
import {awardBook} from "./queries/awardBook.ts";
import {writeJson} from "./warehouse.ts";

/** Every award with its conditions, the years with candidates, the days by which dossiers must be sent. */
await writeJson((db, {plans, settings}) => awardBook(db, readPlans(plans), settings.home), {empty: []});
