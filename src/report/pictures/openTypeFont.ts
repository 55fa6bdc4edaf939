import type {FontTables} from "../../publish/fonts/woff.ts";

/** The tables of a font as one OpenType file with TrueType outlines (sfnt), as programs outside a browser read it. */
export function openTypeFont(tables: FontTables): Uint8Array {
  const entries = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const header = Buffer.alloc(12 + 16 * entries.length);
  header.writeUInt32BE(0x00010000, 0);
  header.writeUInt16BE(entries.length, 4);
  const bodies: Buffer[] = [];
  let offset = header.length;
  entries.forEach(([tag, table], i) => {
    const entry = 12 + 16 * i;
    header.write(tag, entry, "latin1");
    header.writeUInt32BE(offset, entry + 8);
    header.writeUInt32BE(table.length, entry + 12);
    const padded = Buffer.concat([table, Buffer.alloc(-table.length & 3)]);
    bodies.push(padded);
    offset += padded.length;
  });
  return new Uint8Array(Buffer.concat([header, ...bodies]));
}
