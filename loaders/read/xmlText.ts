const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"]
]);

/** Text with its references put in. @param wrong makes the error for one that XML does not have. */
export function decodeReferences(text: string, wrong: (reference: string) => Error): string {
  if (!text.includes("&")) return text;
  return text.replace(/&([^;&]*)(;?)/g, (_, reference: string, semicolon: string) => {
    const character = semicolon === "" ? undefined : (ENTITIES.get(reference) ?? characterReference(reference));
    if (character === undefined) throw wrong(reference.slice(0, 20));
    return character;
  });
}

/** End of the text from `from` that can be told without the next piece: not inside an entity or between CR and LF. */
export function wholeText(s: string, from: number): number {
  const last = s.endsWith("\r") ? s.length - 1 : s.length;
  const entity = s.lastIndexOf("&");
  return entity >= from && entity > last - 12 && !s.includes(";", entity) ? entity : Math.max(from, last);
}

/** Every line end as a line feed, as XML has it. */
export function lineEnds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

function characterReference(entity: string): string | undefined {
  const digits = /^#(?:x([0-9a-f]{1,6})|([0-9]{1,7}))$/i.exec(entity);
  if (digits === null) return undefined;
  const code = digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16);
  const isCharacter =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 32 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff);
  return isCharacter ? String.fromCodePoint(code) : undefined;
}
