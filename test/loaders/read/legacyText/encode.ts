/** Writers of the two legacy encodings, made from other tables than the readers': each letter with its bytes in hexadecimal. */
const TCVN3 = table(`
  à B5 ả B6 ã B7 á B8 ạ B9 ă A8 ằ BB ẳ BC ẵ BD ắ BE ặ C6 â A9 ầ C7 ẩ C8 ẫ C9 ấ CA ậ CB đ AE è CC ẻ CE ẽ CF é D0 ẹ D1
  ê AA ề D2 ể D3 ễ D4 ế D5 ệ D6 ì D7 ỉ D8 ĩ DC í DD ị DE ò DF ỏ E1 õ E2 ó E3 ọ E4 ô AB ồ E5 ổ E6 ỗ E7 ố E8 ộ E9
  ơ AC ờ EA ở EB ỡ EC ớ ED ợ EE ù EF ủ F1 ũ F2 ú F3 ụ F4 ư AD ừ F5 ử F6 ữ F7 ứ F8 ự F9 ỳ FA ỷ FB ỹ FC ý FD ỵ FE
  Ă A1 Â A2 Ê A3 Ô A4 Ơ A5 Ư A6 Đ A7`);

const VNI = table(`
  à 61F8 ả 61FB ã 61F5 á 61F9 ạ 61EF ă 61EA ằ 61E8 ẳ 61FA ẵ 61FC ắ 61E9 ặ 61EB â 61E2 ầ 61E0 ẩ 61E5 ẫ 61E3 ấ 61E1 ậ 61E4
  đ F1 è 65F8 ẻ 65FB ẽ 65F5 é 65F9 ẹ 65EF ê 65E2 ề 65E0 ể 65E5 ễ 65E3 ế 65E1 ệ 65E4 ì EC ỉ E6 ĩ F3 í ED ị F2
  ò 6FF8 ỏ 6FFB õ 6FF5 ó 6FF9 ọ 6FEF ô 6FE2 ồ 6FE0 ổ 6FE5 ỗ 6FE3 ố 6FE1 ộ 6FE4 ơ F4 ờ F4F8 ở F4FB ỡ F4F5 ớ F4F9 ợ F4EF
  ù 75F8 ủ 75FB ũ 75F5 ú 75F9 ụ 75EF ư F6 ừ F6F8 ử F6FB ữ F6F5 ứ F6F9 ự F6EF ỳ 79F8 ỷ 79FB ỹ 79F5 ý 79F9 ỵ EE
  À 41D8 Ả 41DB Ã 41D5 Á 41D9 Ạ 41CF Ă 41CA Ằ 41C8 Ẳ 41DA Ẵ 41DC Ắ 41C9 Ặ 41CB Â 41C2 Ầ 41C0 Ẩ 41C5 Ẫ 41C3 Ấ 41C1 Ậ 41C4
  Đ D1 È 45D8 Ẻ 45DB Ẽ 45D5 É 45D9 Ẹ 45CF Ê 45C2 Ề 45C0 Ể 45C5 Ễ 45C3 Ế 45C1 Ệ 45C4 Ì CC Ỉ C6 Ĩ D3 Í CD Ị D2
  Ò 4FD8 Ỏ 4FDB Õ 4FD5 Ó 4FD9 Ọ 4FCF Ô 4FC2 Ồ 4FC0 Ổ 4FC5 Ỗ 4FC3 Ố 4FC1 Ộ 4FC4 Ơ D4 Ờ D4D8 Ở D4DB Ỡ D4D5 Ớ D4D9 Ợ D4CF
  Ù 55D8 Ủ 55DB Ũ 55D5 Ú 55D9 Ụ 55CF Ư D6 Ừ D6D8 Ử D6DB Ữ D6D5 Ứ D6D9 Ự D6CF Ỳ 59D8 Ỷ 59DB Ỹ 59D5 Ý 59D9 Ỵ CE`);

function table(text: string): ReadonlyMap<string, string> {
  const parts = text.trim().split(/\s+/);
  const pairs = parts.flatMap((letter, index): [string, string][] => {
    const bytes = (parts[index + 1] ?? "").match(/../g) ?? [];
    return index % 2 === 0 ? [[letter, String.fromCharCode(...bytes.map((byte) => Number.parseInt(byte, 16)))]] : [];
  });
  return new Map(pairs);
}

/** Letters that have codes of their own in TCVN3, in VNI. */
export const TCVN3_LETTERS: readonly string[] = [...TCVN3.keys()];
export const VNI_LETTERS: readonly string[] = [...VNI.keys()];

/** Text as a person types it under .VnTime; toned capitals as small letters, which is how the "H" fonts have them. */
export function toTcvn3(text: string): string {
  return Array.from(
    text.normalize("NFC"),
    (letter) => TCVN3.get(letter) ?? TCVN3.get(letter.toLowerCase()) ?? letter
  ).join("");
}

/** Text as a person types it under VNI-Times. */
export function toVni(text: string): string {
  return Array.from(text.normalize("NFC"), (letter) => VNI.get(letter) ?? letter).join("");
}

/** Bytes of a text that has only characters of Latin-1. */
export function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
