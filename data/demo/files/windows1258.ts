/** Windows-1258, the old Vietnamese code page: letters with a hat or hook stand alone, the five tones follow as marks. */

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/u;

function byteTable(): ReadonlyMap<string, number> {
  const decoder = new TextDecoder("windows-1258");
  const table = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte -= 1) table.set(decoder.decode(Uint8Array.of(byte)), byte);
  return table;
}

/**
 * Encodes Vietnamese text as Windows-1258.
 * @throws Error naming the first character the code page lacks.
 */
export function encodeWindows1258(text: string): Uint8Array {
  const table = byteTable();
  const bytes: number[] = [];
  for (const character of text.normalize("NFC")) {
    const decomposed = character.normalize("NFD");
    const tone = TONES.exec(decomposed)?.[0] ?? "";
    const letter = tone === "" ? character : decomposed.replace(tone, "").normalize("NFC");
    for (const piece of letter + tone) {
      const byte = table.get(piece);
      if (byte === undefined) throw new Error(`not in Windows-1258: ${piece}`);
      bytes.push(byte);
    }
  }
  return Uint8Array.from(bytes);
}
