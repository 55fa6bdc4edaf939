import {strFromU8, strToU8, unzipSync, zipSync} from "fflate";

const CORE = "docProps/core.xml";
const CHART = /^(word|ppt)\/charts\/chart\d+\.xml$/;

type Files = Record<string, Uint8Array>;

/** `stableFiles` of a packed file. */
export function stablePackage(bytes: Uint8Array, day: string | null): Uint8Array {
  return stableFiles(unzipSync(bytes), day);
}

/**
 * Packs the parts of an Office file with nothing of the hour or the process that made it: its dates become the cut-off day of the
 * figures, relations are numbered in their order, charts speak Vietnamese. @param day ISO; null where no day is known.
 */
export function stableFiles(given: Files, day: string | null): Uint8Array {
  const files = withDay(withPlainRelations(given), `${day ?? "2025-01-01"}T08:00:00Z`);
  const names = Object.keys(files).filter((name) => !name.endsWith("/"));
  const first = "[Content_Types].xml";
  const ordered = [first, ...names.filter((name) => name !== first).sort()];
  // Zip keeps local time without a zone: a local noon gives the same bytes everywhere.
  const mtime = new Date(2025, 0, 1, 12, 0, 0);
  return zipSync(
    Object.fromEntries(
      ordered.map((name) => [name, [partOf(name, files), {mtime, level: isPacked(name) ? 0 : 6}] as const])
    )
  );
}

function partOf(name: string, files: Files): Uint8Array {
  const bytes = files[name];
  if (bytes === undefined) throw new Error(`no part ${name}`);
  if (name.endsWith(".xlsx")) return repacked(bytes);
  if (!CHART.test(name)) return bytes;
  return strToU8(strFromU8(bytes).replaceAll('<c:lang val="en-US"/>', '<c:lang val="vi-VN"/>').replaceAll('lang="en-US"', 'lang="vi-VN"'));
}

/** The workbook of a chart, its own dates taken out too. */
function repacked(bytes: Uint8Array): Uint8Array {
  return stableFiles(unzipSync(bytes), null);
}

function withDay(files: Files, written: string): Files {
  const core = files[CORE];
  if (core === undefined) return files;
  const dated = strFromU8(core).replace(
    /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g,
    (_, tag: string) => `${tag}${written}`
  );
  return {...files, [CORE]: strToU8(dated)};
}

/** Names of relations that were drawn at random become rIdX1, rIdX2 in the order of their list. */
function withPlainRelations(files: Files): Files {
  const made = {...files};
  for (const [name, bytes] of Object.entries(files)) {
    const found = /^(.*?)_rels\/([^/]+)\.rels$/.exec(name);
    if (found === null) continue;
    const owner = `${found[1] ?? ""}${found[2] ?? ""}`;
    let list = strFromU8(bytes);
    const ownerBytes = files[owner];
    let text = ownerBytes === undefined ? null : strFromU8(ownerBytes);
    let count = 0;
    for (const [, id = ""] of list.matchAll(/ Id="([^"]+)"/g)) {
      if (/^rId\d+$/.test(id)) continue;
      const plain = `rIdX${++count}`;
      list = list.replaceAll(`"${id}"`, `"${plain}"`);
      text = text?.replaceAll(`"${id}"`, `"${plain}"`) ?? null;
    }
    if (count === 0) continue;
    made[name] = strToU8(list);
    if (text !== null) made[owner] = strToU8(text);
  }
  return made;
}

/** Pictures and workbooks are packed already. */
function isPacked(name: string): boolean {
  return /\.(png|jpe?g|xlsx)$/i.test(name);
}
