import {posix} from "node:path";
import {strFromU8, unzipSync} from "fflate";
import {SaxesParser} from "saxes";

/** Parts of an Office file by name. */
export type Parts = ReadonlyMap<string, Uint8Array>;

export function partsOf(bytes: Uint8Array): Parts {
  return new Map(Object.entries(unzipSync(bytes)));
}

export function textOf(parts: Parts, name: string): string {
  const bytes = parts.get(name);
  if (bytes === undefined) throw new Error(`no part ${name}`);
  return strFromU8(bytes);
}

/** Names of parts that match. */
export function named(parts: Parts, pattern: RegExp): string[] {
  return [...parts.keys()].filter((name) => pattern.test(name));
}

/**
 * What is wrong with the package: parts that are no well-formed XML, relations to parts that are not there, relations that are used and
 * not listed, parts without a content type. Workbooks inside are looked into too.
 */
export function faultsOf(bytes: Uint8Array): string[] {
  const parts = partsOf(bytes);
  const faults: string[] = [];
  for (const [name, content] of parts) {
    if (name.endsWith(".xlsx")) faults.push(...faultsOf(content).map((fault) => `${name}: ${fault}`));
    if (/\.(xml|rels)$/.test(name)) faults.push(...xmlFaults(name, strFromU8(content)));
    if (name.endsWith(".rels")) faults.push(...relationFaults(parts, name));
  }
  return [...faults, ...typeFaults(parts)];
}

function xmlFaults(name: string, xml: string): string[] {
  const faults: string[] = [];
  const parser = new SaxesParser({xmlns: true});
  parser.on("error", (error) => faults.push(`${name}: ${error.message}`));
  parser.write(xml).close();
  return faults;
}

function relationFaults(parts: Parts, name: string): string[] {
  const owner = name.replace(/_rels\/([^/]*)\.rels$/, "$1");
  const folder = posix.dirname(owner);
  const list = textOf(parts, name);
  const relations = [...list.matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => tag);
  const ids = new Set<string>();
  const faults: string[] = [];
  for (const tag of relations) {
    const id = / Id="([^"]*)"/.exec(tag)?.[1] ?? "";
    if (ids.has(id)) faults.push(`${name}: ${id} twice`);
    ids.add(id);
    const target = / Target="([^"]*)"/.exec(tag)?.[1] ?? "";
    if (/TargetMode="External"/.test(tag)) faults.push(`${name}: leads outside, ${target}`);
    const path = target.startsWith("/") ? target.slice(1) : posix.normalize(posix.join(folder, target));
    if (!parts.has(path)) faults.push(`${name}: ${id} leads to ${path}, which is not there`);
  }
  if (owner === "") return faults;
  const text = parts.has(owner) ? textOf(parts, owner) : "";
  for (const [, id = ""] of text.matchAll(/ r:(?:id|embed|link|pict)="([^"]+)"/g)) {
    if (!ids.has(id)) faults.push(`${owner}: uses ${id}, which is not listed`);
  }
  return faults;
}

function typeFaults(parts: Parts): string[] {
  const types = textOf(parts, "[Content_Types].xml");
  const ends = new Set([...types.matchAll(/Extension="([^"]+)"/g)].map(([, end = ""]) => end.toLowerCase()));
  const overrides = [...types.matchAll(/PartName="\/([^"]+)"/g)].map(([, name = ""]) => name);
  const known = new Set(overrides);
  return [
    ...[...parts.keys()]
      .filter((name) => name !== "[Content_Types].xml" && !known.has(name))
      .filter((name) => !ends.has(name.split(".").at(-1)?.toLowerCase() ?? ""))
      .map((name) => `${name}: no content type`),
    ...overrides.filter((name) => !parts.has(name)).map((name) => `[Content_Types].xml: ${name} is not there`)
  ];
}
