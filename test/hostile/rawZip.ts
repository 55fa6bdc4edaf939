import {constants, deflateRawSync} from "node:zlib";
import {strToU8} from "fflate";

/** An entry as a ZIP writes it, every field free: what stands in the directory need not be true. */
export interface RawEntry {
  name: string;
  /** Bytes as they stand in the file. */
  packed: Uint8Array;
  /** Size that the directory declares. */
  size: number;
  method?: number;
  crc32?: number;
  /** General purpose flags; bit 0 is encryption. */
  flags?: number;
}

/** Writes a ZIP of the entries, one after another. */
export function rawZip(entries: readonly RawEntry[]): Uint8Array {
  const local: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = strToU8(entry.name);
    const head = new Uint8Array(30 + name.length);
    writeFields(head, 0, 0x04034b50, entry, name.length);
    head.set(name, 30);
    local.push(head, entry.packed);
    const item = new Uint8Array(46 + name.length);
    writeFields(item, 2, 0x02014b50, entry, name.length);
    new DataView(item.buffer).setUint32(42, offset, true);
    item.set(name, 46);
    directory.push(item);
    offset += head.length + entry.packed.length;
  }
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, Math.min(entries.length, 0xffff), true);
  view.setUint16(10, Math.min(entries.length, 0xffff), true);
  view.setUint32(12, directory.reduce((sum, {length}) => sum + length, 0), true); // prettier-ignore
  view.setUint32(16, offset, true);
  return joined([...local, ...directory, end]);
}

/** The fields that local header and directory share; the directory has one more at its start (`shift`). */
function writeFields(bytes: Uint8Array, shift: number, signature: number, entry: RawEntry, nameLength: number): void {
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  view.setUint16(4, 20, true);
  view.setUint16(6 + shift, entry.flags ?? 0, true);
  view.setUint16(8 + shift, entry.method ?? 8, true);
  view.setUint32(14 + shift, entry.crc32 ?? 0, true);
  view.setUint32(18 + shift, entry.packed.length, true);
  view.setUint32(22 + shift, entry.size >>> 0, true);
  view.setUint16(26 + shift, nameLength, true);
}

export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, {length}) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/**
 * Deflated bytes of `head`, then `piece` as often as told, then `tail`, without ever holding them: every repetition is one and
 * the same block of the compressed stream.
 */
export function deflateRepeated(
  head: string,
  piece: string,
  times: number,
  tail: string
): {packed: Uint8Array; size: number; crc32: number} {
  const block = (text: string): Uint8Array =>
    deflateRawSync(strToU8(text), {level: 9, finishFlush: constants.Z_FULL_FLUSH});
  const middle = block(piece);
  const packed = joined([block(head), ...Array<Uint8Array>(times).fill(middle), deflateRawSync(strToU8(tail))]);
  const size = strToU8(head).length + strToU8(piece).length * times + strToU8(tail).length;
  let crc = checksum(strToU8(head), -1);
  const bytes = strToU8(piece);
  // Only what is read to its end is checked: of larger ones the sum is of no consequence.
  if (size <= 2 ** 27) for (let i = 0; i < times; i++) crc = checksum(bytes, crc);
  return {packed, size, crc32: ~checksum(strToU8(tail), crc) >>> 0};
}

const TABLE = Int32Array.from({length: 256}, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = (c & 1) === 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  return c;
});

function checksum(bytes: Uint8Array, before: number): number {
  let c = before;
  for (const byte of bytes) c = (c >>> 8) ^ (TABLE[(c ^ byte) & 255] ?? 0);
  return c;
}
