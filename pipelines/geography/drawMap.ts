import {Worker} from "node:worker_threads";
import {isDrawn} from "./writeMap.ts";
import {bundleScript, keptForCode} from "../../loaders/compiled.ts";
import type {Register} from "../../loaders/reference/register.ts";
import type {Workspace} from "../../loaders/workspace.ts";

const ENTRY = new URL("./mapThread.ts", import.meta.url);

/**
 * Writes the map (`writeMap`) in a thread of its own, so that the tables can be made meanwhile; a map that is drawn already is left.
 * @throws Error for people when a boundary file cannot be used.
 */
export async function drawMap(workspace: Workspace, register: Register): Promise<void> {
  if (isDrawn(workspace, register)) return;
  const script = await keptForCode("mapThread", async () => bundleScript(ENTRY));
  const complaint = await new Promise<string | null>((resolve, reject) => {
    const worker = new Worker(script, {eval: true, workerData: {workspace, register}, execArgv: []});
    worker.once("message", resolve);
    worker.once("error", reject);
  });
  if (complaint !== null) throw new Error(complaint);
}
