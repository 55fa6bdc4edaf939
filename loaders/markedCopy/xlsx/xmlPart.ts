/** Text of an XML part, in the encoding that its first bytes tell. */
export function decodePart(bytes: Uint8Array): string {
  const [a, b] = bytes;
  const encoding = a === 0xff && b === 0xfe ? "utf-16le" : a === 0xfe && b === 0xff ? "utf-16be" : "utf-8";
  const text = new TextDecoder(encoding).decode(bytes);
  return encoding === "utf-8" ? text : text.replace(/^(<\?xml[^>]*?)\s+encoding\s*=\s*(?:"[^"]*"|'[^']*')/, "$1");
}

/** Bytes of an XML part, as UTF-8. */
export function encodePart(xml: string): Uint8Array {
  return new TextEncoder().encode(xml);
}

/** Text for an element or an attribute. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}
const ESCAPES: Readonly<Record<string, string>> = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"};

/** Text of a cell: what XML cannot hold is written as Excel writes it (`_x000D_`), halves of a surrogate pair as U+FFFD. */
export function cellText(text: string): string {
  const spelled = text
    .replace(/_x(?=[0-9a-f]{4}_)/gi, "_x005F_x")
    // eslint-disable-next-line no-control-regex
    .replace(/[\0-\x08\x0b-\x1f\ufffe\uffff]/g, (character) => {
      return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
    })
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
  return escapeXml(spelled);
}
