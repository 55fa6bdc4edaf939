import process from "node:process";
import {parseArgs} from "node:util";
import {runCommand} from "../../loaders/commandLine.ts";
import {requireFolder} from "../../loaders/workspace.ts";
import {formatCount} from "../components/format.ts";
import {verdictRows} from "../data/queries/verdictRows.ts";
import {openWarehouse} from "../data/warehouse.ts";
import {verdictTable} from "./verdictTable.ts";

/**
 * `npm run verdicts -- [--data DIR] [--target ID] [--year Y] [--units] [--format table|csv|json]`: every target of every plan on every area and
 * year it can be told of, with counts, bounds, verdict and units needed. Targets asked of single units: `--units`.
 */
await runCommand(async () => {
  const {values} = parseArgs({
    options: {
      data: {type: "string", default: "data"},
      target: {type: "string", multiple: true},
      year: {type: "string"},
      units: {type: "boolean", default: false},
      format: {type: "string", default: "table"}
    }
  });
  const {target, year, format, units} = values;
  if (year !== undefined && !/^\d{4}$/.test(year)) throw new Error(`--year: "${year}"; ghi bốn chữ số, ví dụ 2025`);
  if (format !== "table" && format !== "csv" && format !== "json") {
    throw new Error(`--format: "${format}"; chỉ có table, csv, json`);
  }
  const rows = await openWarehouse(requireFolder(values.data), (db) =>
    verdictRows(db, {
      ...(target === undefined ? {} : {targets: target}),
      ...(units ? {} : {levels: ["country", "province", "district", "commune", "board"]}),
      year: year === undefined ? undefined : Number(year)
    })
  );
  process.stdout.write(format === "json" ? `${JSON.stringify(rows)}\n` : verdictTable(rows, format));
  const targets = new Set(rows.map((row) => row.target_id)).size;
  process.stderr.write(`${formatCount(rows.length)} kết luận của ${formatCount(targets)} chỉ tiêu.\n`);
  return 0;
});
