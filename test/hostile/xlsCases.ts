import {utils, write} from "@e965/xlsx";
import {biffStream, cell, compoundFile, fields, type Record, unicode, xlsFile} from "../loaders/read/biffFile.ts";
import {hostile, type HostileCase, HONEST_ROWS, noise, truncations} from "./cases.ts";

const oneSheet = (records: readonly Record[], globals: readonly Record[] = []): Uint8Array =>
  xlsFile({globals, sheets: [{name: "A", records}]});
const honest = (): Uint8Array => {
  const rows = [
    ...HONEST_ROWS.map((cells) => [...cells]),
    ...Array.from({length: 300}, (_, i) => [i + 3, `Phố ${i + 3}`, "Khu dân cư"])
  ];
  const book = utils.book_new(utils.aoa_to_sheet(rows), "Danh sách");
  return new Uint8Array(write(book, {type: "array", bookType: "biff8"}) as ArrayBuffer);
};
const one = cell.number(0, 0, 1);

/** Writes a number over a field of the container's head ([MS-CFB] 2.2), or of what follows. */
function patched(bytes: Uint8Array, at: number, value: number, size: 2 | 4 = 4): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  if (size === 2) view.setUint16(at, value, true);
  else view.setUint32(at, value, true);
  return copy;
}

/** Every sector after each other in one ring. */
function ringOfSectors(bytes: Uint8Array): Uint8Array {
  const fat = 512 + new DataView(bytes.buffer).getUint32(76, true) * 512;
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let i = 0; i < 128; i++) view.setUint32(fat + i * 4, (i + 1) % 8, true);
  return copy;
}

export const XLS_CASES: readonly HostileCase[] = [
  hostile("an .xls with a password", "a.xls", "file_encrypted", () =>
    oneSheet([one], [[0x002f, fields(["u16", 1], ["u16", 1], ["u16", 1], noise(48))]])
  ),
  hostile("an .xlsx with a password", "a.xlsx", "file_encrypted", () =>
    compoundFile({EncryptionInfo: noise(200), EncryptedPackage: noise(9_000)})
  ),
  hostile("a Word file named .xls", "a.xls", "file_not_spreadsheet", () => compoundFile({WordDocument: noise(9_000)})),
  hostile("60 MB of a container and nothing that is told apart", "a.xls", "file_damaged", () => {
    const bytes = new Uint8Array(60 * 2 ** 20).fill(0x45);
    bytes.set(honest().subarray(0, 512));
    return bytes;
  }),
  hostile("a container of something else", "a.xls", "file_not_spreadsheet", () => compoundFile({Data: noise(9_000)})),
  ...truncations("an .xls", "a.xls", "file_damaged", honest),
  hostile("an .xls whose sectors form a ring", "a.xls", "file_damaged", () => ringOfSectors(honest())),
  hostile("an .xls of sectors of 2^65535 bytes", "a.xls", "file_damaged", () => patched(honest(), 30, 0xffff, 2)),
  hostile("an .xls whose directory is elsewhere", "a.xls", "file_not_spreadsheet", () =>
    patched(honest(), 48, 0xfffffff0)
  ),
  hostile("an .xls whose table of sectors is elsewhere", "a.xls", "file_damaged", () =>
    patched(honest(), 76, 0x7fffffff)
  ),
  hostile("an .xls of a container and nothing in it", "a.xls", "file_damaged", () => honest().slice(0, 512)),
  hostile("an .xls of random bytes in its stream", "a.xls", "file_damaged", () =>
    compoundFile({Workbook: noise(200_000)})
  ),
  hostile("an .xls with links over its whole sheet", "a.xls", "read", () =>
    oneSheet([
      one,
      ...Array.from({length: 500}, (): Record => [
        0x01b8,
        fields(["u16", 0], ["u16", 65_535], ["u16", 0], ["u16", 255], noise(40))
      ])
    ])
  ),
  hostile("an .xls whose shared strings say there are four thousand million", "a.xls", "file_damaged", () =>
    oneSheet(
      [[0x00fd, fields(["u16", 0], ["u16", 0], ["u16", 0], ["u32", 4_000_000_000])]],
      [[0x00fc, fields(["u32", 0xffffffff], ["u32", 0xffffffff], unicode("a", "u16"))]]
    )
  ),
  hostile("an .xls with a string longer than its file", "a.xls", "file_damaged", () =>
    oneSheet(
      [[0x00fd, fields(["u16", 0], ["u16", 0], ["u16", 0], ["u32", 1])]],
      [[0x00fc, fields(["u32", 2], ["u32", 2], ["u16", 0xffff], ["u8", 1], noise(20))]]
    )
  ),
  hostile("an .xls with 200,000 merges", "a.xls", "file_too_large", () => {
    const merges: Record = [
      0x00e5,
      fields(
        ["u16", 1000],
        ...Array.from({length: 1000}, () => fields(["u16", 0], ["u16", 65_535], ["u16", 0], ["u16", 255]))
      )
    ];
    return oneSheet([one, ...Array<Record>(200).fill(merges)]);
  }),
  hostile("an .xls of more than a million cells", "a.xls", "file_too_large", () => {
    const numbers: Record = [
      0x00bd,
      fields(["u16", 0], ["u16", 0], ...Array.from({length: 256}, () => fields(["u16", 0], ["u32", 6])), ["u16", 255])
    ];
    return oneSheet(Array<Record>(4_100).fill(numbers));
  }),
  hostile("an .xls with a sheet that begins nowhere", "a.xls", "file_damaged", () => {
    const stream = biffStream({sheets: [{name: "A", records: [one]}]});
    return compoundFile({Workbook: patched(stream, 24, 0x00ffffff)});
  }),
  hostile("an .xls whose sheets are one and the same", "a.xls", "file_damaged", () => {
    const stream = biffStream({sheets: [{name: "A", records: [one]}, {name: "B", records: [one]}]}); // prettier-ignore
    const place = new DataView(stream.buffer).getUint32(24, true);
    return compoundFile({Workbook: patched(stream, 24 + 15, place)});
  }),
  hostile(
    "an .xls with two sheets of one name",
    "a.xls",
    "file_damaged",
    () =>
    xlsFile({sheets: [{name: "A", records: [one]}, {name: "A", records: [one]}]}) // prettier-ignore
  ),
  hostile("an .xls with sheets named like properties of objects", "a.xls", "read", () =>
    xlsFile({sheets: ["__proto__", "constructor", "toString"].map((name) => ({name, records: [one]}))})
  ),
  hostile("an .xls with a column record of the whole grid, ten thousand times", "a.xls", "read", () =>
    oneSheet([
      one,
      ...Array<Record>(10_000).fill([
        0x007d,
        fields(["u16", 0], ["u16", 65_535], ["u16", 0], ["u16", 0], ["u16", 1], ["u16", 0])
      ])
    ])
  ),
  hostile("an .xls whose streams never end", "a.xls", "file_damaged", () => {
    const stream = biffStream({sheets: [{name: "A", records: [one]}]});
    return compoundFile({Workbook: stream.slice(0, stream.length - 4)});
  }),
  hostile("an .xls with charts 50,000 deep", "a.xls", "file_damaged", () =>
    oneSheet(Array<Record>(50_000).fill([0x0809, fields(["u16", 0x0600], ["u16", 0x20], new Uint8Array(12))]))
  ),
  hostile("an Excel 2 file of random records", "a.xls", "file_damaged", () => {
    const bytes = noise(100_000);
    bytes.set([9, 0, 4, 0, 2, 0, 0x10, 0]);
    return bytes;
  })
];
