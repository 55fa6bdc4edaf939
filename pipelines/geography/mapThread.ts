import {parentPort, workerData} from "node:worker_threads";
import {BoundaryError} from "./readBoundaries.ts";
import {writeMap} from "./writeMap.ts";
import type {Register} from "../../loaders/reference/register.ts";
import type {Workspace} from "../../loaders/workspace.ts";

/** The thread that draws: see drawMap.ts. What is wrong with a boundary file is for a person to read. */
const {workspace, register} = workerData as {workspace: Workspace; register: Register};
try {
  writeMap(workspace, register);
  parentPort?.postMessage(null);
} catch (error) {
  if (!(error instanceof BoundaryError)) throw error;
  parentPort?.postMessage(error.message);
}
