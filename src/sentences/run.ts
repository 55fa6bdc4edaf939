import process from "node:process";
import {parseArgs} from "node:util";
import {runCommand} from "../../loaders/commandLine.ts";
import {requireFolder} from "../../loaders/workspace.ts";
import {areaSentences} from "../data/queries/areaSentences.ts";
import {openWarehouse} from "../data/warehouse.ts";

/** `npm run sentences -- --year Y [--area CODE] [--boundary current|as_reported] [--json]`: what the figures of an area and year say, in sentences. */
await runCommand(async () => {
  const {values} = parseArgs({
    options: {
      data: {type: "string", default: "data"},
      area: {type: "string"},
      year: {type: "string"},
      boundary: {type: "string", default: "current"},
      json: {type: "boolean", default: false}
    }
  });
  const {year, boundary} = values;
  if (!/^\d{4}$/.test(year ?? "")) throw new Error("cần --year, ví dụ: npm run sentences -- --year 2025 --area 38");
  if (boundary !== "current" && boundary !== "as_reported") {
    throw new Error(`--boundary: "${boundary}"; chỉ có current hoặc as_reported`);
  }
  const sentences = await openWarehouse(requireFolder(values.data), (db, {settings}) =>
    areaSentences(db, {area_code: values.area ?? settings.home.code, year: Number(year), boundary})
  );
  const text = values.json ? JSON.stringify(sentences) : sentences.map(({sentence}) => sentence).join("\n");
  process.stdout.write(`${text}\n`);
  return 0;
});
