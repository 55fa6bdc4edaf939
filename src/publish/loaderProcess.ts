import {mkdirSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import process from "node:process";
import {pathToFileURL} from "node:url";
import {unzipSync} from "fflate";
import {printTo} from "../data/print.ts";

/** The process `fillCache` starts: runs each data loader it is told the name of, says when it is ready for one; "" ends it. */
const root = process.argv[2] ?? "src";
const cache = join(root, ".observablehq", "cache", "data");
const ready = (): void => void process.send?.("ready");

process.on("message", (name: string) => {
  if (name === "") {
    process.disconnect();
    return;
  }
  void runLoader(name).then(ready, (error: unknown) => {
    process.stderr.write(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`, () =>
      process.exit(1)
    );
  });
});
ready();

async function runLoader(name: string): Promise<void> {
  const target = name.slice(0, -".ts".length);
  printTo((content) => {
    if (typeof content === "string" || !target.endsWith(".zip")) {
      write(target, content);
      return;
    }
    const folder = target.slice(0, -".zip".length);
    for (const [member, bytes] of Object.entries(unzipSync(content))) write(join(folder, member), bytes);
  });
  await import(pathToFileURL(join(root, "data", name)).href);
}

function write(name: string, content: string | Uint8Array): void {
  const path = join(cache, name);
  mkdirSync(dirname(path), {recursive: true});
  writeFileSync(path, content);
}
