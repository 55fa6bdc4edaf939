import {type ChildProcess, fork} from "node:child_process";
import {createRequire} from "node:module";
import process from "node:process";
import {fileURLToPath, pathToFileURL} from "node:url";

/** Starts a TypeScript file of ours as a process of its own, so that the build uses more than one core. */
export function ownProcess(
  script: URL,
  {args = [], env = {}}: {args?: readonly string[]; env?: Readonly<Record<string, string>>} = {}
): {child: ChildProcess; ended: Promise<void>} {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
  const child = fork(fileURLToPath(script), args, {
    execArgv: ["--import", tsx],
    env: {...process.env, ...env},
    stdio: ["ignore", "ignore", "pipe", "ipc"]
  });
  const said: Buffer[] = [];
  child.stderr?.on("data", (chunk: Buffer) => said.push(chunk));
  const ended = new Promise<void>((done, fail) =>
    child.on("error", fail).on("close", (code) => {
      if (code === 0) done();
      else fail(new Error(`the site was not built:\n${Buffer.concat(said).toString("utf8")}`));
    })
  );
  return {child, ended};
}
