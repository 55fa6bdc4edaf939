import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import process from "node:process";
import type {TestProject} from "vitest/node";
import {buildSite} from "../../../src/publish/build.ts";
import {serve} from "../../../src/publish/serve.ts";

declare module "vitest" {
  interface ProvidedContext {
    siteUrl: string;
    siteFolder: string;
    dataFolder: string;
  }
}

/**
 * Builds the site once for all browser tests of a run and serves it. `TEST_DATA_DIR` names a data folder whose warehouse is shown in
 * place of the small one.
 */
export default async function siteOfRun(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "site-of-run-"));
  const out = join(folder, "dist");
  const dataDir = process.env["TEST_DATA_DIR"] ?? (await smallData(join(folder, "data")));
  await buildSite({dataDir, out});
  const site = await serve(out, {port: 0});
  project.provide("siteUrl", site.url);
  project.provide("siteFolder", out);
  project.provide("dataFolder", dataDir);
  return async () => {
    await site.close();
    rmSync(folder, {recursive: true, force: true, maxRetries: 5});
  };
}

async function smallData(directory: string): Promise<string> {
  const {makeSmallWorkspace} = await import("./smallWorkspace.ts");
  return (await makeSmallWorkspace(directory)).directory;
}
