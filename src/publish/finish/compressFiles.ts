import {readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";

const COMPRESSED = /\.(html|js|css|json|svg|txt|csv)$/;

/** Under this size a packet holds the file either way. */
const LEAST_BYTES = 1024;

/** Puts a gzip copy beside each text file under `folder`; the number of files there are without the copies. */
export function compressFiles(folder: string): number {
  let files = 0;
  for (const entry of readdirSync(folder, {recursive: true, withFileTypes: true})) {
    if (!entry.isFile()) continue;
    ++files;
    if (!COMPRESSED.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const contents = readFileSync(path);
    if (contents.length >= LEAST_BYTES) writeFileSync(`${path}.gz`, gzipSync(contents, {level: 9}));
  }
  return files;
}
