import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {runCommand} from "../../loaders/commandLine.ts";
import {killRun, makeKillSite, type Killed} from "./killedRuns.ts";

/**
 * `npm run kills -- [--times 50] [--files 30]`: kills runs of the pipeline at moments spread over their whole length, every other one
 * without kept readings, and every fifth near the end, where the warehouse is put in place. Ends with 1 if one did damage.
 */
await runCommand(async () => {
  const {values} = parseArgs({
    options: {times: {type: "string", default: "50"}, files: {type: "string", default: "30"}}
  });
  const times = Number(values.times);
  const directory = mkdtempSync(join(tmpdir(), "kills-"));
  try {
    const site = await makeKillSite(directory, Number(values.files));
    process.stderr.write(`a whole run takes ${Math.round(site.duration)} ms\n`);
    const killed: Killed[] = [];
    for (let i = 0; i < times; i++) {
      const share = i % 5 === 4 ? 0.85 + 0.3 * Math.random() : (i + Math.random()) / times;
      const one = await killRun(site, share * site.duration, i % 2 === 1);
      killed.push(one);
      const left = one.leftovers.length === 0 ? "" : `, left ${one.leftovers.length}`;
      const wrong = one.wrong.length === 0 ? "" : `\n  WRONG ${one.wrong.join("\n  WRONG ")}`;
      process.stdout.write(
        `${i + 1}/${times} ${one.moment} ms${one.isCold ? " cold" : ""}: ${one.warehouse} (${one.step}${left})${wrong}\n`
      );
    }
    const bad = killed.filter(({wrong}) => wrong.length > 0).length;
    const old = killed.filter(({warehouse}) => warehouse === "old").length;
    process.stdout.write(`${times} killed: ${old} old, ${times - old} new, ${bad} damaged\n`);
    return bad === 0 ? 0 : 1;
  } finally {
    rmSync(directory, {recursive: true, force: true});
  }
});
