import {existsSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {runCommand} from "../../loaders/commandLine.ts";
import {openWorkspace, requireFolder} from "../../loaders/workspace.ts";
import {openDatabase} from "../database/openDatabase.ts";
import {matchesCsv} from "./matchesCsv.ts";

/** `npm run matches -- [--data DIR] [--out FILE]`: units that may be one under two names, for a person to settle. */
await runCommand(async () => {
  const {values} = parseArgs({options: {data: {type: "string", default: "data"}, out: {type: "string"}}});
  const {warehouse, build} = openWorkspace(requireFolder(values.data));
  if (!existsSync(warehouse)) throw new Error(`Chưa có ${warehouse}. Chạy "npm run pipeline" trước.`);
  const db = await openDatabase<never>(warehouse, {mode: "READ_ONLY"});
  try {
    const {csv, count} = await matchesCsv(db);
    const file = values.out ?? join(build, "unit_matches.csv");
    writeFileSync(file, csv);
    process.stderr.write(
      count === 0
        ? `Không có đơn vị nào cần nối hay tách. Đã ghi ${file}.\n`
        : `${count} cặp đơn vị cần người quyết định, ghi ở ${file}: điền "có" hoặc "không" vào cột settled rồi chép các dòng ` +
            "vào reference/unit_lineage.csv.\n"
    );
  } finally {
    await db.destroy();
  }
  return 0;
});
