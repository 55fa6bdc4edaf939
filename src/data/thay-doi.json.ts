import {changesBook} from "./queries/changes.ts";
import {writeJson} from "./warehouse.ts";

/** The kept editions of the figures. */
await writeJson(changesBook, {empty: {editions: [], latest: null, compared: []}});
