import {inflateSync} from "fflate";
import {damaged, unsafe} from "./refusal.ts";
import {checkPartSize, type ZipEntry} from "./zipDirectory.ts";

const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_SIZE = 30;

/**
 * Unpacks one entry of a ZIP whose directory was judged by `readZipDirectory`. Never holds more than the declared size.
 * @throws RefusalError if the entry is too large, or not what the directory declares: place, length or checksum.
 */
export function unpackEntry(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  checkPartSize(entry);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const {offset, name} = entry;
  if (offset + LOCAL_SIZE > bytes.length || view.getUint32(offset, true) !== LOCAL_SIGNATURE) {
    throw damaged(`không thấy thành phần "${name}"`);
  }
  const from = offset + LOCAL_SIZE + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (from + entry.compressedSize > bytes.length) throw damaged(`thành phần "${name}" bị cụt`);
  const packed = bytes.subarray(from, from + entry.compressedSize);
  const content = inflate(packed, entry);
  if (content.length !== entry.size) throw unsafe(`"${name}" không đúng kích thước đã khai`);
  if (crc32(content) !== entry.crc32) throw damaged(`thành phần "${name}" sai tổng kiểm tra`);
  return content;
}

function inflate(packed: Uint8Array, {method, name, size}: ZipEntry): Uint8Array {
  if (method === 0) return packed;
  if (method !== 8) throw unsafe(`"${name}" nén theo kiểu lạ (${method})`);
  try {
    // One byte more than declared: a longer entry shows by filling it, without ever being held.
    return inflateSync(packed, {out: new Uint8Array(size + 1)});
  } catch {
    throw damaged(`không giải nén được thành phần "${name}"`);
  }
}

const CRC_TABLE = Int32Array.from({length: 256}, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = (c & 1) === 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  return c;
});

/** Checksum of a ZIP entry. */
export function crc32(bytes: Uint8Array): number {
  let c = -1;
  const {length} = bytes;
  for (let i = 0; i < length; i++) c = (CRC_TABLE[(c ^ (bytes[i] ?? 0)) & 255] ?? 0) ^ (c >>> 8);
  return ~c >>> 0;
}
