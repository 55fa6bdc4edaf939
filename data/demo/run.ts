import {parseArgs} from "node:util";
import {runCommand} from "../../loaders/commandLine.ts";
import {createProgress} from "../../loaders/progress.ts";
import {readRegister} from "../../loaders/reference/readRegister.ts";
import {openWorkspace} from "../../loaders/workspace.ts";
import {DEFAULT_SEED, writeDemo} from "./writeDemo.ts";

/** `npm run demo -- [--data DIR] [--seed N]`: writes simulated submissions into `DIR/submissions`. */
async function main(): Promise<number> {
  const {values} = parseArgs({
    options: {data: {type: "string", default: "data"}, seed: {type: "string", default: String(DEFAULT_SEED)}}
  });
  if (!/^\d{1,9}$/u.test(values.seed))
    throw new Error(`--seed: nhận được "${values.seed}", cần một số nguyên không âm. Ghi ví dụ --seed 138.`);
  const workspace = openWorkspace(values.data);
  const progress = createProgress();
  const register = readRegister(workspace.reference);
  const {fileCount, unitRowCount, byteCount} = await writeDemo(workspace.submissions, {
    seed: Number(values.seed),
    register,
    progress
  });
  const whole = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/gu, ".");
  progress.finish(
    `Đã ghi ${whole(fileCount)} tệp số liệu mô phỏng, ${whole(unitRowCount)} dòng đơn vị, ${(byteCount / 1_000_000).toFixed(1).replace(".", ",")} MB, vào ${workspace.submissions}`
  );
  return 0;
}

await runCommand(main);
