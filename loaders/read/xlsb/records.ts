import {damaged} from "../refusal.ts";

/** Fields of one record, read in turn; little-endian. Every read stays inside the record. */
export class Fields {
  readonly #part: string;
  readonly #view: DataView;
  #at = 0;
  #end = 0;

  constructor(part: string, bytes: Uint8Array) {
    this.#part = part;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Goes to a record. */
  enter(from: number, length: number): void {
    this.#at = from;
    this.#end = from + length;
  }

  get left(): number {
    return this.#end - this.#at;
  }

  u8(): number {
    return this.#view.getUint8(this.#take(1));
  }

  u16(): number {
    return this.#view.getUint16(this.#take(2), true);
  }

  u32(): number {
    return this.#view.getUint32(this.#take(4), true);
  }

  i32(): number {
    return this.#view.getInt32(this.#take(4), true);
  }

  f64(): number {
    return this.#view.getFloat64(this.#take(8), true);
  }

  skip(count: number): void {
    this.#take(count);
  }

  /** A text of UTF-16 after its length; a length of −1 is no text. */
  wideString(): string {
    const length = this.u32();
    if (length === 0xffffffff) return "";
    const from = this.#take(length * 2);
    return UTF16.decode(new Uint8Array(this.#view.buffer, this.#view.byteOffset + from, length * 2));
  }

  /** A number packed into 30 bits ([MS-XLSB] 2.5.122): an integer or the upper half of a double, perhaps of a hundredth. */
  packedNumber(): number {
    const packed = this.i32();
    let number = packed >> 2;
    if ((packed & 2) === 0) {
      SCRATCH.setInt32(0, packed & ~3);
      SCRATCH.setInt32(4, 0);
      number = SCRATCH.getFloat64(0);
    }
    return (packed & 1) === 1 ? number / 100 : number;
  }

  #take(count: number): number {
    const from = this.#at;
    if (from + count > this.#end) throw damaged(`"${this.#part}" có bản ghi bị cụt`);
    this.#at = from + count;
    return from;
  }
}

const SCRATCH = new DataView(new ArrayBuffer(8));
/** Halves of a surrogate pair become U+FFFD. */
const UTF16 = new TextDecoder("utf-16le", {ignoreBOM: true});

/**
 * Goes through the records of a binary part ([MS-XLSB] 2.1.4): type and length of one to four bytes of 7 bits each.
 * @param read is called with the record's type; `fields` stands at its first byte.
 * @throws RefusalError if a record runs past the end.
 */
export function readRecords(part: string, bytes: Uint8Array, read: (type: number, fields: Fields) => void): void {
  const fields = new Fields(part, bytes);
  let at = 0;
  const byte = (): number => {
    const value = bytes[at++];
    if (value === undefined) throw damaged(`"${part}" bị cụt`);
    return value;
  };
  while (at < bytes.length) {
    const first = byte();
    const type = first < 0x80 ? first : (first & 0x7f) | ((byte() & 0x7f) << 7);
    let length = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const next = byte();
      length |= (next & 0x7f) << shift;
      if (next < 0x80) break;
    }
    if (at + length > bytes.length) throw damaged(`"${part}" bị cụt`);
    fields.enter(at, length);
    read(type, fields);
    at += length;
  }
}
