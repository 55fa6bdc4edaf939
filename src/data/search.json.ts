import {searchIndex} from "./queries/searchIndex.ts";
import {writeJson} from "./warehouse.ts";

await writeJson(searchIndex, {empty: {current: [], former: []}});
