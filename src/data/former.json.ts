import {formerValues} from "./queries/formerValues.ts";
import {writeJson} from "./warehouse.ts";

/** Counts of the communes until 30/6/2025: fetched only when someone looks at those years as they were reported. */
await writeJson(formerValues, {empty: {communes: [], values: {}}});
