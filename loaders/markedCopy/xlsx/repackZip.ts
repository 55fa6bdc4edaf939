import {deflateSync} from "fflate";
import {crc32} from "../../read/zipEntry.ts";
import type {ZipDirectory} from "../../read/zipDirectory.ts";

const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_SIZE = 30;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_SIZE = 46;
const END_SIGNATURE = 0x06054b50;
const END_SIZE = 22;
const VERSION = 20;
const UTF8_NAME = 0x0800;
const DEFLATED = 8;
/** 1/1/2025, as MS-DOS writes a day: results hold no clock. */
const DAY = ((2025 - 1980) << 9) | (1 << 5) | 1;

/**
 * The ZIP `bytes` with other content in some entries, or with more entries. All other entries keep their packed bytes, order
 * and dates. @param contents new content by the name of the entry as the directory writes it.
 */
export function repackZip(
  bytes: Uint8Array,
  directory: ZipDirectory,
  contents: ReadonlyMap<string, Uint8Array>
): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: PackedEntry[] = [];
  const known = new Set<string>();
  for (const {name, method, crc32: checksum, compressedSize, size, offset} of directory.values()) {
    known.add(name);
    const written = {time: view.getUint16(offset + 10, true), day: view.getUint16(offset + 12, true)};
    const content = contents.get(name);
    if (content !== undefined) {
      entries.push({...pack(name, content), ...written});
      continue;
    }
    const from = offset + LOCAL_SIZE + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    const packed = bytes.subarray(from, from + compressedSize);
    entries.push({name, method, checksum, size, packed, ...written});
  }
  for (const [name, content] of contents) if (!known.has(name)) entries.push(pack(name, content));
  return writeZip(entries);
}

interface PackedEntry {
  name: string;
  method: number;
  checksum: number;
  size: number;
  packed: Uint8Array;
  time: number;
  day: number;
}

function pack(name: string, content: Uint8Array): PackedEntry {
  const packed = deflateSync(content, {level: 6});
  return {name, method: DEFLATED, checksum: crc32(content), size: content.length, packed, time: 0, day: DAY};
}

function writeZip(entries: readonly PackedEntry[]): Uint8Array {
  const named = entries.map((entry) => ({...entry, nameBytes: new TextEncoder().encode(entry.name)}));
  const length = named.reduce(
    (sum, {nameBytes, packed}) => sum + LOCAL_SIZE + ENTRY_SIZE + nameBytes.length * 2 + packed.length,
    END_SIZE
  );
  const zip = new Uint8Array(length);
  const view = new DataView(zip.buffer);
  const offsets: number[] = [];
  let at = 0;
  /** Fields that the local header and the directory write alike, from "version needed" on. */
  const writeCommon = (
    place: number,
    {method, time, day, checksum, packed, size, nameBytes}: (typeof named)[number]
  ): void => {
    view.setUint16(place, VERSION, true);
    view.setUint16(place + 2, UTF8_NAME, true);
    view.setUint16(place + 4, method, true);
    view.setUint16(place + 6, time, true);
    view.setUint16(place + 8, day, true);
    view.setUint32(place + 10, checksum, true);
    view.setUint32(place + 14, packed.length, true);
    view.setUint32(place + 18, size, true);
    view.setUint16(place + 22, nameBytes.length, true);
  };
  for (const entry of named) {
    offsets.push(at);
    view.setUint32(at, LOCAL_SIGNATURE, true);
    writeCommon(at + 4, entry);
    zip.set(entry.nameBytes, at + LOCAL_SIZE);
    zip.set(entry.packed, at + LOCAL_SIZE + entry.nameBytes.length);
    at += LOCAL_SIZE + entry.nameBytes.length + entry.packed.length;
  }
  const from = at;
  for (const [i, entry] of named.entries()) {
    view.setUint32(at, ENTRY_SIGNATURE, true);
    view.setUint16(at + 4, VERSION, true);
    writeCommon(at + 6, entry);
    view.setUint32(at + 42, offsets[i] ?? 0, true);
    zip.set(entry.nameBytes, at + ENTRY_SIZE);
    at += ENTRY_SIZE + entry.nameBytes.length;
  }
  view.setUint32(at, END_SIGNATURE, true);
  view.setUint16(at + 8, named.length, true);
  view.setUint16(at + 10, named.length, true);
  view.setUint32(at + 12, at - from, true);
  view.setUint32(at + 16, from, true);
  return zip;
}
