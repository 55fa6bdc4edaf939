const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const INCH = 0.0254;

/**
 * A PNG that says how large it is on paper: the chunk pHYs (https://www.w3.org/TR/png-3/#11pHYs) right after the header, in the place of
 * one that is there.
 * @throws Error for bytes that are no PNG.
 */
export function withResolution(png: Uint8Array, dpi: number): Uint8Array {
  if (SIGNATURE.some((byte, i) => png[i] !== byte)) throw new Error("not a PNG");
  const perMetre = Math.round(dpi / INCH);
  const chunk = new Uint8Array(21);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, 9);
  chunk.set([0x70, 0x48, 0x59, 0x73], 4);
  view.setUint32(8, perMetre);
  view.setUint32(12, perMetre);
  chunk[16] = 1;
  view.setUint32(17, crc32(chunk.subarray(4, 17)));
  const parts: Uint8Array[] = [png.subarray(0, 8)];
  for (const {type, bytes} of chunks(png)) {
    if (type !== "pHYs") parts.push(bytes);
    if (type === "IHDR") parts.push(chunk);
  }
  const whole = new Uint8Array(parts.reduce((sum, {length}) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function* chunks(png: Uint8Array): Generator<{type: string; bytes: Uint8Array}> {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  for (let at = 8; at + 12 <= png.length;) {
    const end = at + 12 + view.getUint32(at);
    yield {type: String.fromCharCode(...png.subarray(at + 4, at + 8)), bytes: png.subarray(at, end)};
    at = end;
  }
}

function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let k = 0; k < 8; ++k) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
