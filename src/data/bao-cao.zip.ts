import {strToU8, zipSync} from "fflate";
import {readPlans} from "../../pipelines/plans/readPlans.ts";
import {siteReports} from "../report/siteReports.ts";
import {site} from "./queries/site.ts";
import {withWarehouseIfAny} from "./warehouse.ts";
import {print} from "./print.ts";

/** The home area's report of the default year as Word, PowerPoint and Excel files, and `noi-dung.json`, what the page Báo cáo shows of it. */
const files = await withWarehouseIfAny(async (db, workspace): Promise<Record<string, Uint8Array>> => {
  const year = db === null ? null : (await site(db, workspace)).default_year;
  if (db === null || year === null) return {};
  const {files: made, content} = await siteReports(db, workspace, readPlans(workspace.plans), year);
  return {...Object.fromEntries(made), "noi-dung.json": strToU8(JSON.stringify(content))};
});
print(zipSync(files, {level: 0, mtime: new Date(1980, 0, 1)}));
