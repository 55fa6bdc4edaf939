import {parseArgs} from "node:util";
import {runCommand} from "../../loaders/commandLine.ts";
import {createProgress} from "../../loaders/progress.ts";
import {PERIODS, type Period} from "../../loaders/vocabulary.ts";
import {requireFolder} from "../../loaders/workspace.ts";
import {formatCount, formatNumber} from "../components/format.ts";
import {site} from "../data/queries/site.ts";
import {openWarehouse} from "../data/warehouse.ts";
import {FORMATS, type ReportFormat} from "./formats.ts";
import {type ReportOwners, writeReports} from "./writeReports.ts";

/**
 * `npm run report -- [--year Y] [--commune CODE | --all] [--period 6_thang|nam] [--format docx|pptx|xlsx]… [--data DIR] [--out PATH]`: the
 * report of the home area, of one commune, or of every commune, as Word, PowerPoint or Excel files.
 */
await runCommand(async () => {
  const {values} = parseArgs({
    options: {
      year: {type: "string"},
      commune: {type: "string"},
      all: {type: "boolean", default: false},
      period: {type: "string", default: "nam"},
      format: {type: "string", multiple: true, default: ["docx"]},
      data: {type: "string", default: "data"},
      out: {type: "string"}
    }
  });
  const {year, period, format, out} = values;
  if (year !== undefined && !/^20\d\d$/.test(year))
    throw new Error(`--year: nhận được "${year}", cần năm của số liệu. Ghi bốn chữ số, ví dụ --year 2025.`);
  if (!(period in PERIODS)) throw new Error(`--period: nhận được "${period}". Ghi 6_thang hoặc nam.`);
  for (const one of format) {
    if (!(one in FORMATS)) throw new Error(`--format: nhận được "${one}". Ghi docx, pptx hoặc xlsx.`);
  }
  const owners = ownersOf(values);
  const progress = createProgress();
  const started = performance.now();
  const written = await openWarehouse(requireFolder(values.data), async (db, workspace) => {
    const shown = year === undefined ? (await site(db, workspace)).default_year : Number(year);
    if (shown === null) throw new Error("Chưa có năm nào có số liệu. Chạy npm run pipeline rồi lập báo cáo.");
    return writeReports(
      db,
      workspace,
      {owners, year: shown, period: period as Period, formats: [...new Set(format)] as ReportFormat[], out: out ?? null},
      progress
    );
  });
  const seconds = formatNumber((performance.now() - started) / 1000);
  progress.finish(
    `Đã ghi ${formatCount(written.files)} tệp báo cáo, ${formatCount(Math.ceil(written.bytes / 1000))} kB, vào ${written.path} trong ${seconds} giây.`
  );
  return 0;
});

function ownersOf({commune, all}: {commune?: string | undefined; all: boolean}): ReportOwners {
  if (commune !== undefined && all) throw new Error("Ghi một trong hai: --commune MÃ hoặc --all (mọi xã, phường).");
  if (commune !== undefined) return {kind: "commune", code: commune};
  return {kind: all ? "all" : "home"};
}
