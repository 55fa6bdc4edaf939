import {existsSync, readdirSync} from "node:fs";
import {join} from "node:path";

/**
 * Addresses of the files of archives that `fillCache` has put under `cache`, such as `/data/xa/14797.json`: pages fetch them by commune or by
 * year and no page names them, so the build is told. None in the live preview, which makes the archive when one is asked for.
 */
export function cachedFiles(cache: string): string[] {
  const data = join(cache, "data");
  if (!existsSync(data)) return [];
  return readdirSync(data, {withFileTypes: true})
    .filter((entry) => entry.isDirectory())
    .flatMap(({name}) => readdirSync(join(data, name)).map((member) => `/data/${name}/${member}`))
    .sort();
}
