import {existsSync} from "node:fs";
import {parseArgs} from "node:util";
import {runCommand} from "../../loaders/commandLine.ts";
import {createProgress} from "../../loaders/progress.ts";
import {openWorkspace, requireFolder} from "../../loaders/workspace.ts";
import {formatCount} from "../components/format.ts";
import {type TemplateOwners, writeTemplates} from "./writeTemplates.ts";

/**
 * `npm run template -- (--commune CODE | --province CODE | --all | --blank) --year Y [--data DIR] [--out PATH]`: forms to fill in, with the
 * units of the last lists before that year. Several forms go into a folder.
 */
await runCommand(async () => {
  const {values} = parseArgs({
    options: {
      commune: {type: "string"},
      province: {type: "string"},
      all: {type: "boolean", default: false},
      blank: {type: "boolean", default: false},
      year: {type: "string"},
      data: {type: "string", default: "data"},
      out: {type: "string"}
    }
  });
  const owners = ownersOf(values);
  const {year = ""} = values;
  if (!/^20\d\d$/.test(year))
    throw new Error(`--year: nhận được "${year}", cần năm của số liệu. Ghi bốn chữ số, ví dụ --year 2026.`);
  const workspace = openWorkspace(requireFolder(values.data));
  const progress = createProgress();
  const {files, units, bytes, path} = await writeTemplates(workspace, {
    owners,
    year: Number(year),
    out: values.out ?? null,
    progress
  });
  const note = existsSync(workspace.warehouse)
    ? ""
    : " Chưa có số liệu đã nạp nên biểu không có sẵn đơn vị; chạy npm run pipeline trước để có.";
  progress.finish(
    `Đã ghi ${formatCount(files)} biểu mẫu, ${formatCount(units)} đơn vị, ${formatCount(Math.ceil(bytes / 1000))} kB, vào ${path}.${note}`
  );
  return 0;
});

function ownersOf(values: {
  commune?: string | undefined;
  province?: string | undefined;
  all: boolean;
  blank: boolean;
}): TemplateOwners {
  const {commune, province, all, blank} = values;
  const asked: TemplateOwners[] = [
    ...(commune === undefined ? [] : [{kind: "commune", code: commune} as const]),
    ...(province === undefined ? [] : [{kind: "province", code: province} as const]),
    ...(all ? [{kind: "home"} as const] : []),
    ...(blank ? [{kind: "blank"} as const] : [])
  ];
  const [owners] = asked;
  if (owners === undefined || asked.length > 1)
    throw new Error(
      "Ghi một trong các lựa chọn: --commune MÃ, --province MÃ, --all (mọi xã, phường) hoặc --blank (biểu trống)."
    );
  return owners;
}
