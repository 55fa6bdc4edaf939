import {changesFiles} from "./queries/changes.ts";
import {withWarehouse, writeArchive} from "./warehouse.ts";

/** What Thay đổi fetches: `<id>`, what changed from that edition to the latest. */
const files = await withWarehouse(changesFiles);
writeArchive(Object.fromEntries([...files].map(([id, file]) => [`${id}.json`, file])));
