import {existsSync, mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {readForms} from "../../loaders/submissions/readForms.ts";
import {openWorkspace} from "../../loaders/workspace.ts";
import {openWarehouse} from "../data/warehouse.ts";
import {allTraces, traceJson} from "../data/queries/trace/allTraces.ts";

/**
 * Writes the files that the trace panel fetches, `data/truy-vet/*.json`, into the site at `out`, in one go: as an archive of the build's
 * own each of its thousand members would cost a reading of the whole. None for a public edition: they name units. In the live preview
 * `src/data/truy-vet/[name].json.ts` makes the one that is asked for.
 * @returns how many were written.
 */
export async function writeTraces(out: string, {dataDir}: {dataDir: string}): Promise<number> {
  const {warehouse, settings} = openWorkspace(dataDir);
  if (!existsSync(warehouse) || settings.publication !== "internal") return 0;
  const folder = join(out, "data", "truy-vet");
  const files = await openWarehouse(dataDir, async (db, {forms}) => traceJson(await allTraces(db, readForms(forms))));
  mkdirSync(folder, {recursive: true});
  for (const [name, value] of files) writeFileSync(join(folder, `${name}.json`), JSON.stringify(value));
  return files.length;
}
