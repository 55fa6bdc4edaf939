/**
 * Letters of Windows-1258 where Windows-1252 has others: on a computer set to Vietnamese the codes of a font encoding are taken for
 * these. By letter, the code of the byte both stand for.
 */
const CODES_OF_1258: ReadonlyMap<string, number> = new Map([
  ["Ă", 0xc3],
  ["ă", 0xe3],
  ["Đ", 0xd0],
  ["đ", 0xf0],
  ["Ơ", 0xd5],
  ["ơ", 0xf5],
  ["Ư", 0xdd],
  ["ư", 0xfd],
  ["₫", 0xfe],
  ["\u0300", 0xcc],
  ["\u0309", 0xd2],
  ["\u0303", 0xde],
  ["\u0301", 0xec],
  ["\u0323", 0xf2]
]);

/** Code (0 to 255) that a character stood for in a font encoding; -1 for a character that no font encoding uses. */
export function fontCode(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 256 ? code : (CODES_OF_1258.get(character) ?? -1);
}
