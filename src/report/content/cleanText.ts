// What XML 1.0 cannot hold at all, and what a reader never meant to write: control characters, lone surrogates, directional overrides.
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text of a submitted file as it may stand in a document: NFC, one line, nothing that no document can hold. */
export function cleanText(text: string): string {
  return text.normalize("NFC").replace(FORBIDDEN, "").replace(/\s+/g, " ").trim();
}
