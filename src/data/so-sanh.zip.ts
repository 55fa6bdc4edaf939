import {compareScope} from "./queries/compare.ts";
import {compareYear} from "./queries/compareYear.ts";
import {site} from "./queries/site.ts";
import {withWarehouse, writeArchive} from "./warehouse.ts";

/** What So sánh xã fetches of a year other than the first: `<year>`. */
writeArchive(
  await withWarehouse(async (db, workspace) => {
    const {years} = await site(db, workspace);
    const scope = await compareScope(db, workspace.settings.home);
    const files: Record<string, unknown> = {};
    for (const year of years) files[`${year}.json`] = await compareYear(db, scope, year);
    return files;
  })
);
