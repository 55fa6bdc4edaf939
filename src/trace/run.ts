import process from "node:process";
import {parseArgs} from "node:util";
import {runCommand} from "../../loaders/commandLine.ts";
import {readForms} from "../../loaders/submissions/readForms.ts";
import {requireFolder} from "../../loaders/workspace.ts";
import {indicatorMetadata} from "../../pipelines/indicators/registry.ts";
import {figureTrace} from "../data/queries/figureTrace.ts";
import {openWarehouse} from "../data/warehouse.ts";
import {printTrace} from "./printTrace.ts";

const MOST = 20;

/**
 * `npm run trace -- --indicator I --area CODE --year Y [--unit-group G] [--boundary current|as_reported] [--managed-level L] [--all] [--json]`:
 * the source cells behind a number.
 */
await runCommand(async () => {
  const {values} = parseArgs({
    options: {
      data: {type: "string", default: "data"},
      indicator: {type: "string"},
      area: {type: "string"},
      year: {type: "string"},
      "unit-group": {type: "string"},
      boundary: {type: "string", default: "current"},
      "managed-level": {type: "string", default: "all"},
      all: {type: "boolean", default: false},
      json: {type: "boolean", default: false}
    }
  });
  const {indicator: id, area, year, boundary} = values;
  if (id === undefined || area === undefined || !/^\d{4}$/.test(year ?? "")) {
    throw new Error(
      "cần --indicator, --area và --year, ví dụ: npm run trace -- --indicator certified_of_eligible --area 38 --year 2025"
    );
  }
  if (boundary !== "current" && boundary !== "as_reported") {
    throw new Error(`--boundary: "${boundary}"; chỉ có current (địa giới hiện nay) hoặc as_reported (khi báo cáo)`);
  }
  const indicator = indicatorMetadata().find((each) => each.id === id);
  const trace = await openWarehouse(requireFolder(values.data), (db, {forms}) =>
    figureTrace(
      db,
      {
        indicator: id,
        area_code: area,
        year: Number(year),
        unit_group: values["unit-group"] ?? indicator?.unit_groups[0] ?? "all",
        boundary,
        managed_level: values["managed-level"]
      },
      readForms(forms)
    )
  );
  if (indicator === undefined) throw new Error(`unknown indicator: ${id}`);
  const most = values.all ? Number.POSITIVE_INFINITY : MOST;
  const text = values.json ? JSON.stringify(trace) : printTrace(trace, indicator, {most}).join("\n");
  process.stdout.write(`${text}\n`);
  return 0;
});
