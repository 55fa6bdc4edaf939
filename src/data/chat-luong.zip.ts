import {quality} from "./queries/quality.ts";
import {crossUnits, qualityYear} from "./queries/qualityYear.ts";
import {withWarehouse, writeArchive} from "./warehouse.ts";

/** What Chất lượng fetches of a year: `tep-<year>` files and communes, `loi-<year>` issues, `o-<year>-<result>-<class>` units of a cell. */
writeArchive(
  await withWarehouse(async (db, workspace) => {
    const files: Record<string, unknown> = {};
    const {rules, years} = await quality(db, workspace);
    for (const {year} of years) {
      const read = await qualityYear(db, workspace, rules, year);
      files[`tep-${year}.json`] = read.files;
      files[`loi-${year}.json`] = read.issues;
      for (const [cell, units] of await crossUnits(db, workspace, year)) files[`o-${year}-${cell}.json`] = units;
    }
    return files;
  })
);
