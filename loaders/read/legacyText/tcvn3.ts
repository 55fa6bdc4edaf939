import {fontCode} from "./fontCodes.ts";

/**
 * TCVN3, the encoding of the ABC fonts (.VnTime, .VnArial; TCVN 5712:1993): the letter of each code from A1 on, "·" where there is
 * none. One code is one letter. Toned capitals have no code: fonts whose name ends in H draw them for the small letters.
 */
const FIRST = 0xa1;
const LETTERS = Array.from(
  "ĂÂÊÔƠƯĐăâêôơưđ······àảãáạ·ằẳẵắ·······ặầẩẫấậè·ẻẽéẹềểễếệìỉ···ĩíịò·ỏõóọồổỗốộờởỡớợù·ủũúụừửữứựỳỷỹýỵ·"
);
const NONE = "·";

/** Shouting in which only the plain letters are capitals: "TæNG" is "TỔNG". */
const LOUD_WORD = /[\p{L}\p{M}]+/gu;

/**
 * Unicode text (NFC) of a text in TCVN3. Characters that are no letters of TCVN3 stay. Where all plain letters of a text or of a
 * word of several are capitals, so are the toned ones: the file cannot say it, the font did.
 */
export function decodeTcvn3(text: string): string {
  let decoded = "";
  let before = "";
  for (const character of text) {
    // Đ of Windows-1258 stands for é, which no word begins with: in "QĐ" it is itself.
    const isItself = character === "Đ" && !/[a-z]/.test(before);
    const letter = isItself ? undefined : LETTERS[fontCode(character) - FIRST];
    before = character;
    decoded += letter === undefined || letter === NONE ? character : letter;
  }
  const plain = text.replace(/[^A-Za-z]/g, "");
  if (isLoud(plain)) return decoded.toUpperCase();
  return decoded.replace(LOUD_WORD, (word) => (isLoud(word.replace(/[^A-Za-z]/g, "")) ? word.toUpperCase() : word));
}

/** True for two or more capitals and no small letter. */
function isLoud(plain: string): boolean {
  return plain.length > 1 && plain === plain.toUpperCase();
}
