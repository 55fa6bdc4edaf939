import {strFromU8, strToU8, unzipSync, zipSync} from "fflate";

const CORE = "docProps/core.xml";

/**
 * The same Office file with nothing of the hour it was made in: its dates become the cut-off day of the figures, and so do those of the
 * archive. @param day ISO; null where no day is known.
 */
export function stablePackage(bytes: Uint8Array, day: string | null): Uint8Array {
  const files = unzipSync(bytes);
  const written = `${day ?? "2025-01-01"}T08:00:00Z`;
  const core = files[CORE];
  if (core !== undefined) {
    files[CORE] = strToU8(
      strFromU8(core).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, (_, tag: string) => `${tag}${written}`)
    );
  }
  // Zip keeps local time without a zone: a local noon gives the same bytes everywhere.
  const mtime = new Date(2025, 0, 1, 12, 0, 0);
  const names = Object.keys(files).filter((name) => !name.endsWith("/"));
  const first = "[Content_Types].xml";
  const ordered = [first, ...names.filter((name) => name !== first).sort()];
  return zipSync(
    Object.fromEntries(
      ordered.map((name) => [name, [files[name] ?? new Uint8Array(), {mtime, level: isPacked(name) ? 0 : 6}] as const])
    )
  );
}

/** Pictures and workbooks are packed already. */
function isPacked(name: string): boolean {
  return /\.(png|jpe?g|xlsx)$/i.test(name);
}
