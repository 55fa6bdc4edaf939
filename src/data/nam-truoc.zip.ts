import {strToU8, zipSync} from "fflate";
import {priorLists} from "./queries/priorLists.ts";
import {withWarehouse} from "./warehouse.ts";
import {print} from "./print.ts";

/**
 * One JSON file per present commune, `<code>.json`: its earlier lists, which Kiểm tra tệp holds a new file against. They name units: a
 * public edition has none.
 */
const lists = await withWarehouse(async (db, {settings}) =>
  settings.publication === "internal" ? await priorLists(db) : new Map<string, never>()
);
const files = Object.fromEntries(
  [...lists].map(([code, priors]) => [`${code}.json`, strToU8(JSON.stringify(priors))] as const)
);
print(zipSync(files, {level: 0, mtime: new Date(1980, 0, 1)}));
