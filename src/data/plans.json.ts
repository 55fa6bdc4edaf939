import {planBook} from "./queries/planBook.ts";
import {writeJson} from "./warehouse.ts";
import {readPlans} from "../../pipelines/plans/readPlans.ts";

await writeJson((db, workspace) => planBook(db, readPlans(workspace.plans)), {empty: []});
