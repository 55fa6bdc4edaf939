import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import process from "node:process";
import {parseArgs} from "node:util";
import {galleryPage} from "./galleryPage.ts";
import {STATES} from "./states.ts";
import {type Picture, takePictures} from "./takePictures.ts";
import {EVERYDAY, RARE} from "./views.ts";
import {runCommand} from "../../loaders/commandLine.ts";
import {SILENT} from "../../loaders/progress.ts";
import {openWorkspace, requireFolder} from "../../loaders/workspace.ts";
import {runPipeline} from "../../pipelines/runPipeline.ts";
import {buildSite} from "../../src/publish/build.ts";
import {serve} from "../../src/publish/serve.ts";

/**
 * `npm run gallery -- [--data DIR] [--out DIR] [--only TEXT] [--view NAME] [--all] [--empty] [--site DIR]`: pictures of all pages and states, with full data (`full`)
 * and with `--empty` also of a folder without any file (`empty`), as PNG and A4 files with an index page. `--site` shows a site that is
 * built already.
 */
await runCommand(async () => {
  const {values} = parseArgs({
    options: {
      data: {type: "string", default: "data"},
      out: {type: "string", default: join(tmpdir(), "gallery")},
      only: {type: "string"},
      view: {type: "string"},
      all: {type: "boolean", default: false},
      empty: {type: "boolean", default: false},
      site: {type: "string"}
    }
  });
  const folder = resolve(values.out);
  mkdirSync(folder, {recursive: true});
  const views = [...EVERYDAY, ...(values.all ? RARE : [])].filter(({name}) => !values.view || name === values.view);
  const states = STATES.filter(({name}) => name.startsWith(values.only ?? ""));
  if (views.length === 0 || states.length === 0) throw new Error("--only or --view leave nothing to look at");
  const pictures: Picture[] = [];
  const onPicture = (picture: Picture): void => {
    pictures.push(picture);
    process.stderr.write(`${picture.file} ${picture.faults.join("; ")}\n`);
  };
  const takeOf = async (dist: string, prefix: string): Promise<void> => {
    const site = await serve(dist, {port: 0});
    try {
      await takePictures({siteUrl: site.url, folder, prefix, states, views, onPicture});
    } finally {
      await site.close();
    }
  };
  const take = async (dataDir: string, prefix: string): Promise<void> => {
    const out = mkdtempSync(join(tmpdir(), "gallery-site-"));
    try {
      await buildSite({dataDir, out: join(out, "dist")});
      await takeOf(join(out, "dist"), prefix);
    } finally {
      rmSync(out, {recursive: true, force: true, maxRetries: 5});
    }
  };
  if (values.site === undefined) await take(requireFolder(values.data), "full");
  else await takeOf(requireFolder(values.site), "full");
  if (values.empty) {
    const data = mkdtempSync(join(tmpdir(), "gallery-empty-"));
    try {
      mkdirSync(join(data, "submissions"));
      await runPipeline(openWorkspace(data), {isFull: true, progress: SILENT});
      await take(data, "empty");
    } finally {
      rmSync(data, {recursive: true, force: true, maxRetries: 5});
    }
  }
  writeFileSync(join(folder, "index.html"), galleryPage(pictures));
  const faulty = pictures.filter(({faults}) => faults.length > 0).length;
  process.stderr.write(`${pictures.length} pictures in ${folder}, ${faulty} with faults\n`);
  return faulty === 0 ? 0 : 1;
});
