import {createHash} from "node:crypto";
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join, relative, sep} from "node:path";
import {fileURLToPath} from "node:url";
import type {Workspace} from "../../loaders/workspace.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** The program, as one input: `loaders` and `pipelines`. */
export const PROGRAM = "program";

/** Hash of each thing other than submissions that decides figures, by name ("plans/thanh-hoa-2025.yaml"), ordered by name. */
export function inputHashes(workspace: Workspace): {name: string; hash: string}[] {
  const own = (["plans", "forms", "reference"] as const).flatMap((folder) =>
    filesUnder(workspace[folder])
      .filter((path) => /\.(ya?ml|csv)$/.test(path))
      .map((path) => ({
        name: `${folder}/${posix(relative(workspace[folder], path))}`,
        hash: hashOf([{name: "", path}])
      }))
  );
  const code = ["loaders", "pipelines"]
    .flatMap((folder) => filesUnder(join(ROOT, folder)))
    .map((path) => ({name: posix(relative(ROOT, path)), path}));
  return [...own, {name: PROGRAM, hash: hashOf(code)}].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map(({parentPath, name}) => join(parentPath, name))
    .sort();
}

/** Hash of files with the names they go by: where the folder lies does not matter. */
function hashOf(files: readonly {name: string; path: string}[]): string {
  const hash = createHash("sha256");
  for (const {name, path} of files) {
    const content = readFileSync(path);
    hash.update(`${name} ${content.length} `).update(content);
  }
  return hash.digest("hex").slice(0, 16);
}

function posix(path: string): string {
  return path.split(sep).join("/");
}
