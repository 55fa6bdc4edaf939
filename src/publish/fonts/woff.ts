import {deflateSync, inflateSync} from "node:zlib";

/** Tables of a font by their four-letter tag. */
export type FontTables = Map<string, Buffer>;

/** Reads the tables of a WOFF 1 file (https://www.w3.org/TR/WOFF/). */
export function readWoff(file: Buffer): FontTables {
  if (file.toString("latin1", 0, 4) !== "wOFF") throw new Error("not a WOFF file");
  const tables: FontTables = new Map();
  for (let i = 0; i < file.readUInt16BE(12); ++i) {
    const entry = 44 + 20 * i;
    const start = file.readUInt32BE(entry + 4);
    const packed = file.subarray(start, start + file.readUInt32BE(entry + 8));
    const length = file.readUInt32BE(entry + 12);
    tables.set(file.toString("latin1", entry, entry + 4), packed.length < length ? inflateSync(packed) : packed);
  }
  return tables;
}

/** Writes a WOFF 1 file with TrueType outlines. */
export function writeWoff(tables: FontTables): Buffer {
  const entries = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const header = Buffer.alloc(44 + 20 * entries.length);
  const bodies: Buffer[] = [];
  let offset = header.length;
  let sfntSize = 12 + 16 * entries.length;
  entries.forEach(([tag, table], i) => {
    const deflated = deflateSync(table, {level: 9});
    const body = deflated.length < table.length ? deflated : table;
    const entry = 44 + 20 * i;
    header.write(tag, entry, "latin1");
    header.writeUInt32BE(offset, entry + 4);
    header.writeUInt32BE(body.length, entry + 8);
    header.writeUInt32BE(table.length, entry + 12);
    header.writeUInt32BE(checksum(table), entry + 16);
    const padded = Buffer.concat([body, Buffer.alloc(-body.length & 3)]);
    bodies.push(padded);
    offset += padded.length;
    sfntSize += (table.length + 3) & ~3;
  });
  header.write("wOFF", 0, "latin1");
  header.writeUInt32BE(0x00010000, 4);
  header.writeUInt32BE(offset, 8);
  header.writeUInt16BE(entries.length, 12);
  header.writeUInt32BE(sfntSize, 16);
  header.writeUInt16BE(1, 20);
  return Buffer.concat([header, ...bodies]);
}

function checksum(table: Buffer): number {
  const padded = Buffer.concat([table, Buffer.alloc(-table.length & 3)]);
  let sum = 0;
  for (let i = 0; i < padded.length; i += 4) sum = (sum + padded.readUInt32BE(i)) >>> 0;
  return sum;
}
