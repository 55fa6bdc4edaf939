import {communeIndex} from "./queries/communeIndex.ts";
import {writeJson} from "./warehouse.ts";

await writeJson(communeIndex, {empty: []});
