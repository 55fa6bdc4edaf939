import {existsSync, readdirSync} from "node:fs";
import {parseArgs} from "node:util";
import {buildSite} from "./build.ts";
import {serve} from "./serve.ts";
import {DEFAULT_SEED, writeDemo} from "../../data/demo/writeDemo.ts";
import {runCommand} from "../../loaders/commandLine.ts";
import {createProgress} from "../../loaders/progress.ts";
import {readRegister} from "../../loaders/reference/readRegister.ts";
import {openWorkspace} from "../../loaders/workspace.ts";
import {runPipeline} from "../../pipelines/runPipeline.ts";
import {summarySentence} from "../../pipelines/summarySentence.ts";

/** `npm start -- [--data DIR] [--as-of DATE] [--port N]`: submissions (simulated if none), pipeline, site, local server. */
await runCommand(async () => {
  const {values} = parseArgs({
    options: {
      data: {type: "string", default: "data"},
      "as-of": {type: "string"},
      port: {type: "string", default: "8080"}
    }
  });
  const workspace = openWorkspace(values.data, {asOf: values["as-of"]});
  const progress = createProgress();
  if (!existsSync(workspace.submissions) || readdirSync(workspace.submissions).length === 0) {
    progress.step("Chưa có tệp nào: viết số liệu mô phỏng");
    const register = readRegister(workspace.reference);
    const demo = await writeDemo(workspace.submissions, {seed: DEFAULT_SEED, register, progress});
    progress.finish(`Đã viết ${demo.fileCount} tệp mô phỏng vào ${workspace.submissions}.`);
  }
  progress.finish(summarySentence(await runPipeline(workspace, {isFull: false, progress})));
  progress.step("Dựng trang");
  const site = await buildSite({dataDir: workspace.directory, ...(values["as-of"] ? {asOf: values["as-of"]} : {})});
  progress.finish(`Đã dựng ${site.pages} trang trong ${Math.round(site.seconds)} giây.`);
  const {url} = await serve(site.out, {port: Number(values.port)});
  process.stdout.write(`Mở ${url} bằng trình duyệt. Dừng: Ctrl+C.\n`);
  return 0;
});
