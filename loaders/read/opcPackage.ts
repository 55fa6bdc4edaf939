import {damaged} from "./refusal.ts";
import {parseXml} from "./xml.ts";
import {readZipDirectory, type ZipDirectory} from "./zipDirectory.ts";
import {unpackEntry} from "./zipEntry.ts";

/** A link from one part of a package to another. */
export interface Relationship {
  /** Last word of the type's address, equal in transitional and strict files: "worksheet", "styles". */
  type: string;
  target: string;
  isExternal: boolean;
}

/** A ZIP whose parts link to one another (ISO/IEC 29500-2): .xlsx, .xlsm, .xlsb. */
export interface OpcPackage {
  directory: ZipDirectory;
  has: (part: string) => boolean;
  /** Unpacks a part. @throws RefusalError if it is missing. */
  unpack: (part: string) => Uint8Array;
  /** Links of a part by their ids; "" is the package itself. */
  relationshipsOf: (part: string) => ReadonlyMap<string, Relationship>;
}

/** Opens a package after the preflight of its directory. @throws RefusalError if that finds something wrong. */
export function openPackage(bytes: Uint8Array): OpcPackage {
  const directory = readZipDirectory(bytes);
  const has = (part: string): boolean => directory.has(part.toLowerCase());
  const unpack = (part: string): Uint8Array => {
    const entry = directory.get(part.toLowerCase());
    if (entry === undefined) throw damaged(`thiếu thành phần "${part}"`);
    return unpackEntry(bytes, entry);
  };
  const relationshipsOf = (part: string): Map<string, Relationship> => {
    const slash = part.lastIndexOf("/") + 1;
    const path = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
    return has(path) ? readRelationships(path, unpack(path)) : new Map<string, Relationship>();
  };
  return {directory, has, unpack, relationshipsOf};
}

/** Path of the part of a type that `source` links to, or null. */
export function partOfType(
  source: string,
  relationships: ReadonlyMap<string, Relationship>,
  type: string
): string | null {
  const found = [...relationships.values()].find((one) => one.type === type && !one.isExternal);
  return found === undefined ? null : resolvePart(source, found.target);
}

function readRelationships(part: string, bytes: Uint8Array): Map<string, Relationship> {
  const relationships = new Map<string, Relationship>();
  parseXml(part, bytes, {
    open: (name, attributes) => {
      if (name !== "Relationship") return;
      const id = attributes.get("Id");
      const type = attributes.get("Type") ?? "";
      const target = attributes.get("Target");
      if (id === undefined || target === undefined) throw damaged(`"${part}" có liên kết thiếu Id hoặc Target`);
      relationships.set(id, {
        type: type.slice(type.lastIndexOf("/") + 1),
        target,
        isExternal: attributes.get("TargetMode") === "External"
      });
    },
    close: () => undefined,
    text: () => undefined
  });
  return relationships;
}

/** Path of a relationship's target: "/xl/a.xml" from the root, "a.xml" or "../a.xml" from the folder of `source`. */
export function resolvePart(source: string, target: string): string {
  const path = target.startsWith("/") ? target.slice(1) : source.slice(0, source.lastIndexOf("/") + 1) + target;
  const steps: string[] = [];
  for (const step of decodePercents(path).split("/")) {
    if (step === "..") {
      if (steps.pop() === undefined) throw damaged(`liên kết "${target}" chỉ ra ngoài tệp`);
    } else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

function decodePercents(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
