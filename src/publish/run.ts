import {parseArgs} from "node:util";
import {buildSite} from "./build.ts";
import {runCommand} from "../../loaders/commandLine.ts";
import {createProgress} from "../../loaders/progress.ts";
import {openWorkspace, requireFolder} from "../../loaders/workspace.ts";
import {runPipeline} from "../../pipelines/runPipeline.ts";
import {summarySentence} from "../../pipelines/summarySentence.ts";

/** `npm run build -- [--data DIR] [--out dist] [--as-of DATE]`: pipeline and static site. */
await runCommand(async () => {
  const {values} = parseArgs({
    options: {
      data: {type: "string", default: "data"},
      out: {type: "string", default: "dist"},
      "as-of": {type: "string"}
    }
  });
  const workspace = openWorkspace(requireFolder(values.data), {asOf: values["as-of"]});
  const progress = createProgress();
  progress.finish(summarySentence(await runPipeline(workspace, {isFull: false, progress})));
  progress.step("Dựng trang");
  const site = await buildSite({
    dataDir: workspace.directory,
    out: values.out,
    ...(values["as-of"] ? {asOf: values["as-of"]} : {})
  });
  progress.finish(
    `Đã dựng ${site.pages} trang, ${site.files} tệp vào ${site.out} trong ${Math.round(site.seconds)} giây.`
  );
  return 0;
});
