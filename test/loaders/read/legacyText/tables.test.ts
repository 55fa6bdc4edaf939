import {describe, expect, test} from "vitest";
import {decodeTcvn3} from "../../../../loaders/read/legacyText/tcvn3.ts";
import {decodeVni} from "../../../../loaders/read/legacyText/vni.ts";
import {TCVN3_LETTERS, toTcvn3, toVni, VNI_LETTERS} from "./encode.ts";

/** Every Vietnamese letter beyond plain ones, small: vowels with hat, breve, horn and the five tones, and đ. */
const SMALL = [...lettersWithMarks(), "đ"];
const CAPITALS = SMALL.map((letter) => letter.toUpperCase());

function lettersWithMarks(): string[] {
  const tones = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"];
  const vowels = ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"];
  const all = vowels.flatMap((vowel) => tones.map((tone) => `${vowel}${tone}`.normalize("NFC")));
  return all.filter((letter) => !/^[a-z]$/.test(letter));
}

const SENTENCES = [
  "Phượng Tiến, Thủy Xuân, Kỷ Sửu, Mỹ Lộc, Đắk Hà",
  "Người được phổ biến pháp luật tại các thôn, bản, tổ dân phố",
  "Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc",
  "Kết quả công nhận “An toàn về an ninh, trật tự” năm 2025: 59/61 đơn vị (96,7%)",
  "Trường Tiểu học và Trung học cơ sở Nguyễn Thị Minh Khai; Hợp tác xã Nghĩa Kỳ"
];

describe("the tables of the legacy encodings", () => {
  test("there are 67 small letters", () => {
    expect(new Set(SMALL).size).toBe(67);
  });

  test("TCVN3: every small letter and the capitals without tone are read from their one code", () => {
    for (const letter of SMALL) expect(TCVN3_LETTERS).toContain(letter);
    for (const letter of TCVN3_LETTERS) {
      expect(toTcvn3(letter)).toHaveLength(1);
      expect(decodeTcvn3(toTcvn3(letter))).toBe(letter);
    }
    expect(TCVN3_LETTERS).toHaveLength(74);
  });

  test("VNI: every small letter and every capital is read from its one or two characters", () => {
    for (const letter of [...SMALL, ...CAPITALS]) {
      expect(VNI_LETTERS).toContain(letter);
      expect(decodeVni(toVni(letter))).toBe(letter);
    }
    expect(VNI_LETTERS).toHaveLength(134);
  });

  test.each(SENTENCES)("whole sentences come back: %s", (sentence) => {
    expect(decodeTcvn3(toTcvn3(sentence))).toBe(sentence);
    expect(decodeVni(toVni(sentence))).toBe(sentence);
    expect(decodeVni(toVni(sentence.toUpperCase()))).toBe(sentence.toUpperCase());
  });

  test("VNI: toned ơ and ư, ỷ and ỹ", () => {
    expect(decodeVni("Phöôïng Vó")).toBe("Phượng Vĩ");
    expect(decodeVni("Kyû luaät, Myõ Thuûy, böôùc, ñöôøng")).toBe("Kỷ luật, Mỹ Thủy, bước, đường");
  });

  test("TCVN3: a shouted text or word has its toned letters as capitals too", () => {
    expect(decodeTcvn3(toTcvn3("DANH SÁCH ĐƠN VỊ"))).toBe("DANH SÁCH ĐƠN VỊ");
    expect(decodeTcvn3(toTcvn3("TỔNG số"))).toBe("TỔNG số");
    expect(decodeTcvn3(toTcvn3("Vũ Ý"))).toBe("Vũ ý");
  });

  test("codes that a Vietnamese computer took for letters of Windows-1258 are read alike", () => {
    const misread = (text: string): string =>
      new TextDecoder("windows-1258").decode(Uint8Array.from(text, (letter) => letter.charCodeAt(0)));
    for (const letter of SMALL) {
      expect(decodeTcvn3(`b${misread(toTcvn3(letter))}`)).toBe(`b${letter}`);
      expect(decodeVni(misread(toVni(letter)))).toBe(letter);
    }
  });

  test("plain letters, digits and signs are the same in every encoding", () => {
    const plain = 'Ban CH QS 12/5 (x) "abc" – “…” ✓';
    expect(decodeTcvn3(plain)).toBe(plain);
    expect(decodeVni(plain)).toBe(plain);
  });
});
