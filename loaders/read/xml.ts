import {damaged} from "./refusal.ts";
import type {Attributes} from "./xmlAttributes.ts";
import {type XmlListener, XmlScanner} from "./xmlScanner.ts";

export type {Attributes, XmlListener};

const CHUNK = 65_536;

/**
 * Reads an XML part piece by piece, so that a large one never becomes one string. Elements outside the namespace prefix of the
 * root keep their prefix: "x14:f" is not "f". @throws RefusalError if the part declares a DOCTYPE or is not well-formed.
 */
export function parseXml(part: string, bytes: Uint8Array, listener: XmlListener): void {
  const scanner = new XmlScanner(part, listener);
  for (const text of decodeXml(part, bytes)) scanner.write(text);
  scanner.end();
}

/** True for the two spellings of a true boolean attribute. */
export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

/** XML is UTF-8, or UTF-16 with a byte order mark. Pieces end between characters: whole decoding is several times faster. */
function* decodeXml(part: string, bytes: Uint8Array): Generator<string> {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const encoding = isUtf16 ? (bytes[0] === 0xff ? "utf-16le" : "utf-16be") : "utf-8";
  const decoder = new TextDecoder(encoding, {fatal: true, ignoreBOM: true});
  try {
    let from = isUtf16 ? 2 : 0;
    while (from < bytes.length) {
      let to = Math.min(from + CHUNK, bytes.length);
      if (!isUtf16) while (to < bytes.length && ((bytes[to] ?? 0) & 0xc0) === 0x80 && to > from + CHUNK - 4) to--;
      yield decoder.decode(bytes.subarray(from, to), isUtf16 ? {stream: to < bytes.length} : {});
      from = to;
    }
  } catch (error) {
    if (error instanceof TypeError) throw damaged(`"${part}" có ký tự sai mã`);
    throw error;
  }
}
