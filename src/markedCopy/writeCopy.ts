import {existsSync, mkdirSync, renameSync, writeFileSync} from "node:fs";
import {extname, join} from "node:path";

/**
 * Writes a marked copy into a folder and gives its path. A file that is there is not overwritten, because an officer may be mending it:
 * the copy takes the next free name, "… (2).xlsx". @param mayReplace true in a folder that only this program writes to.
 */
export function writeCopy(
  folder: string,
  {fileName, bytes}: {fileName: string; bytes: Uint8Array},
  {mayReplace = false}: {mayReplace?: boolean} = {}
): string {
  mkdirSync(folder, {recursive: true});
  const extension = extname(fileName);
  const base = fileName.slice(0, fileName.length - extension.length);
  let path = join(folder, fileName);
  for (let number = 2; !mayReplace && existsSync(path); number++)
    path = join(folder, `${base} (${number})${extension}`);
  const unfinished = `${path}.tmp-${process.pid}`;
  writeFileSync(unfinished, bytes);
  renameSync(unfinished, path);
  return path;
}
