import {readRegister} from "../../loaders/reference/readRegister.ts";
import {provinceMap} from "../../pipelines/geography/nation/writeNation.ts";
import {nation, nationProvince} from "./queries/nation.ts";
import {withWarehouse, writeArchive} from "./warehouse.ts";

/** What Cả nước fetches of a province: `<code>`, the map and counts of its communes. */
writeArchive(
  await withWarehouse(async (db, workspace) => {
    const register = readRegister(workspace.reference);
    const files: Record<string, unknown> = {};
    for (const code of (await nation(db, workspace)).drilled)
      files[`${code}.json`] = await nationProvince(db, code, provinceMap(workspace, register, code));
    return files;
  })
);
