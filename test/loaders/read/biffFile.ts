import {CFB} from "@e965/xlsx";

/** One record of an Excel 97–2003 stream: type and content. */
export type Record = readonly [type: number, content: Uint8Array];

/** Content of a record: numbers as "u8", "u16", "u32", "f64" fields one after another, or bytes. */
export function fields(
  ...parts: readonly (readonly ["u8" | "u16" | "u32" | "f64", number] | Uint8Array)[]
): Uint8Array {
  const bytes: number[] = [];
  for (const part of parts) {
    if (part instanceof Uint8Array) bytes.push(...part);
    else {
      const [type, value] = part;
      const view = new DataView(new ArrayBuffer(8));
      if (type === "f64") view.setFloat64(0, value, true);
      else view.setUint32(0, value, true);
      bytes.push(...new Uint8Array(view.buffer, 0, {u8: 1, u16: 2, u32: 4, f64: 8}[type]));
    }
  }
  return Uint8Array.from(bytes);
}

/** A text as records hold it: its length in one or two bytes, a flag, UTF-16. */
export function unicode(text: string, lengthType: "u8" | "u16"): Uint8Array {
  const letters = Array.from({length: text.length}, (_, i) => ["u16", text.charCodeAt(i)] as const);
  return fields([lengthType, text.length], ["u8", 1], ...letters);
}

const EOF: Record = [0x000a, new Uint8Array()];
const bof = (version: number, kind: number): Record => [
  0x0809,
  fields(["u16", version], ["u16", kind], ["u16", 0x0dbb], ["u16", 0x07cc], ["u32", 0x41], ["u32", 0x06])
];

export interface StreamOptions {
  /** Records of the workbook before the list of its sheets. */
  globals?: readonly Record[];
  sheets: readonly {name: string; records: readonly Record[]; hidden?: number; kind?: number}[];
  version?: number;
}

/** The stream of a workbook. */
export function biffStream({globals = [], sheets, version = 0x0600}: StreamOptions): Uint8Array {
  const isUnicode = version === 0x0600;
  const nameOf = (name: string): Uint8Array =>
    isUnicode
      ? unicode(name, "u8")
      : fields(
          ["u8", name.length],
          Uint8Array.from(name, (letter) => letter.charCodeAt(0))
        );
  const listed = (at: number, {name, hidden = 0, kind = 0}: StreamOptions["sheets"][number]): Record => [
    0x0085,
    fields(["u32", at], ["u8", hidden], ["u8", kind], nameOf(name))
  ];
  const head = (places: readonly number[]): Uint8Array =>
    records([bof(version, 5), ...globals, ...sheets.map((sheet, i) => listed(places[i] ?? 0, sheet)), EOF]);
  const bodies = sheets.map((sheet) => records([bof(version, 0x10), ...sheet.records, EOF]));
  const places: number[] = [];
  let at = head(sheets.map(() => 0)).length;
  for (const body of bodies) {
    places.push(at);
    at += body.length;
  }
  return Uint8Array.from([head(places), ...bodies].flatMap((piece) => Array.from(piece)));
}

function records(all: readonly Record[]): Uint8Array {
  const size = all.reduce((sum, [, content]) => sum + 4 + content.length, 0);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [type, content] of all) {
    view.setUint16(at, type, true);
    view.setUint16(at + 2, content.length, true);
    bytes.set(content, at + 4);
    at += 4 + content.length;
  }
  return bytes;
}

/** The library's writer of compound files, which it gives no types. */
interface CompoundFiles {
  utils: {cfb_new: () => object; cfb_add: (container: object, path: string, content: Uint8Array) => void};
  write: (container: object, options: {type: "array"}) => ArrayLike<number>;
}

/** An .xls file: streams by name in a compound file. */
export function compoundFile(streams: {[name: string]: Uint8Array}): Uint8Array {
  const {utils, write} = CFB as CompoundFiles;
  const container = utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) utils.cfb_add(container, `/${name}`, content);
  return Uint8Array.from(write(container, {type: "array"}));
}

/** An .xls file of one workbook stream. */
export function xlsFile(options: StreamOptions): Uint8Array {
  return compoundFile({Workbook: biffStream(options)});
}

/** Records of cells at (row, column) from 0, in style `style`. */
export const cell = {
  number: (row: number, column: number, value: number, style = 0): Record => [
    0x0203,
    fields(["u16", row], ["u16", column], ["u16", style], ["f64", value])
  ],
  label: (row: number, column: number, text: string, style = 0): Record => [
    0x0204,
    fields(["u16", row], ["u16", column], ["u16", style], unicode(text, "u16"))
  ],
  /** A formula with tokens that mean nothing; its value is a number, or a text that follows in a record of its own. */
  formula: (row: number, column: number, value: number | string, style = 0): Record[] => {
    const place = fields(["u16", row], ["u16", column], ["u16", style]);
    const rest = fields(["u16", 0], ["u32", 0], ["u16", 3], new Uint8Array([0xff, 0xfe, 0xfd]));
    if (typeof value === "number") return [[0x0006, fields(place, ["f64", value], rest)]];
    const isText = fields(["u8", value === "" ? 3 : 0], new Uint8Array(5), ["u16", 0xffff]);
    const formula: Record = [0x0006, fields(place, isText, rest)];
    return value === "" ? [formula] : [formula, [0x0207, unicode(value, "u16")]];
  },
  boolOrError: (row: number, column: number, value: number, isError: boolean): Record => [
    0x0205,
    fields(["u16", row], ["u16", column], ["u16", 0], ["u8", value], ["u8", isError ? 1 : 0])
  ]
};

/** A font and a cell style: number 0 is the first style given. */
export function font(name: string): Record {
  return [0x0031, fields(new Uint8Array(14), unicode(name, "u8"))];
}
export function style(fontNumber: number, format: number): Record {
  return [0x00e0, fields(["u16", fontNumber], ["u16", format], new Uint8Array(16))];
}
export function format(id: number, code: string): Record {
  return [0x041e, fields(["u16", id], unicode(code, "u16"))];
}
