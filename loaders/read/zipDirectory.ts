import {damaged, encrypted, tooLarge, unsafe} from "./refusal.ts";

/** One file inside a ZIP, as its central directory declares it. */
export interface ZipEntry {
  name: string;
  /** 0 stored, 8 deflated; others are refused when the entry is read. */
  method: number;
  crc32: number;
  compressedSize: number;
  size: number;
  /** Where the local header stands, in bytes from the start. */
  offset: number;
}

/** Entries by lower-case name: part names of a workbook are compared without case (ISO/IEC 29500-2). */
export type ZipDirectory = ReadonlyMap<string, ZipEntry>;

const MAX_ENTRIES = 2_000;
/** Of one part that is read; the largest a form can be is a tenth of it. Pictures may be larger: they are not unpacked. */
const MAX_PART_SIZE = 64 * 2 ** 20;
const MAX_TOTAL_SIZE = 2 ** 30;
/** From this size on an entry may not shrink more than MAX_RATIO times: honest workbooks shrink 5 to 25 times. */
const RATIO_FROM = 10 * 2 ** 20;
const MAX_RATIO = 200;

const END_SIGNATURE = 0x06054b50;
const END_SIZE = 22;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_SIZE = 46;
const ZIP64_LOCATOR_SIGNATURE = 0x07064b50;
const ZIP64_LOCATOR_SIZE = 20;
const ZIP64_END_SIGNATURE = 0x06064b50;
const ZIP64_FIELD = 1;
const IN_ZIP64 = 0xffffffff;

/**
 * Reads and judges the directory of a ZIP before anything is unpacked.
 * @throws RefusalError if the directory is damaged, hides something, or declares more than a form can hold.
 */
export function readZipDirectory(bytes: Uint8Array): ZipDirectory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const {count, from, to} = findDirectory(view);
  if (count > MAX_ENTRIES) throw tooLarge(`có ${count} thành phần bên trong, nhiều nhất ${MAX_ENTRIES}`);
  const entries = new Map<string, ZipEntry>();
  let total = 0;
  let at = from;
  for (let i = 0; i < count; i++) {
    if (at + ENTRY_SIZE > to || view.getUint32(at, true) !== ENTRY_SIGNATURE) throw damaged("mục lục của tệp nén sai");
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + ENTRY_SIZE + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > to) throw damaged("mục lục của tệp nén bị cụt");
    const nameBytes = bytes.subarray(at + ENTRY_SIZE, at + ENTRY_SIZE + nameLength);
    if ((view.getUint16(at + 8, true) & 0x2041) !== 0) throw encrypted();
    const name = new TextDecoder().decode(nameBytes);
    const entry: ZipEntry = {
      name,
      method: view.getUint16(at + 10, true),
      crc32: view.getUint32(at + 16, true),
      compressedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true)
    };
    readZip64Sizes(entry, view, at + ENTRY_SIZE + nameLength, extraLength);
    checkName(name);
    checkSize(entry, from);
    total += entry.size;
    if (total > MAX_TOTAL_SIZE) throw tooLarge("giải nén ra hơn 1 GB");
    const key = name.toLowerCase();
    if (entries.has(key)) throw unsafe(`thành phần "${name}" có hai lần`);
    entries.set(key, entry);
    at = next;
  }
  return entries;
}

/** Finds the central directory from the end of the file: number of entries, first byte, byte after the last. */
function findDirectory(view: DataView): {count: number; from: number; to: number} {
  const end = findEnd(view);
  let count = view.getUint16(end + 10, true);
  let size = view.getUint32(end + 12, true);
  let from = view.getUint32(end + 16, true);
  let to = end;
  const locator = end - ZIP64_LOCATOR_SIZE;
  if (locator >= 0 && view.getUint32(locator, true) === ZIP64_LOCATOR_SIGNATURE) {
    const zip64 = readBig(view, locator + 8);
    if (zip64 + 56 > locator || view.getUint32(zip64, true) !== ZIP64_END_SIGNATURE) throw damaged("mục lục zip64 sai");
    const big = {count: readBig(view, zip64 + 32), size: readBig(view, zip64 + 40), from: readBig(view, zip64 + 48)};
    const agree =
      (count === 0xffff || count === big.count) &&
      (size === IN_ZIP64 || size === big.size) &&
      (from === IN_ZIP64 || from === big.from);
    if (!agree) throw unsafe("hai mục lục nói khác nhau");
    ({count, size, from} = big);
    to = zip64;
  }
  if (view.getUint16(end + 4, true) !== 0 && view.getUint16(end + 4, true) !== 0xffff) {
    throw damaged("là một phần của tệp nén nhiều phần");
  }
  if (from + size > to) throw damaged("thiếu phần cuối hoặc mục lục sai chỗ");
  return {count, from, to: from + size};
}

function findEnd(view: DataView): number {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= 0 && at >= last - 0xffff; at--) {
    if (view.getUint32(at, true) === END_SIGNATURE && view.getUint16(at + 20, true) === last - at) return at;
  }
  throw damaged("thiếu phần cuối (tải hoặc chép chưa xong)");
}

/** Sizes beyond 4 GB stand in an extra field; some programs write all sizes there. */
function readZip64Sizes(entry: ZipEntry, view: DataView, from: number, length: number): void {
  if (entry.size !== IN_ZIP64 && entry.compressedSize !== IN_ZIP64 && entry.offset !== IN_ZIP64) return;
  for (let at = from; at + 4 <= from + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== ZIP64_FIELD) continue;
    const end = at + 4 + view.getUint16(at + 2, true);
    let field = at + 4;
    for (const key of ["size", "compressedSize", "offset"] as const) {
      if (entry[key] !== IN_ZIP64) continue;
      if (field + 8 > end || end > from + length) throw damaged("kích thước zip64 bị cụt");
      entry[key] = readBig(view, field);
      field += 8;
    }
    return;
  }
  throw damaged("thiếu kích thước zip64");
}

function readBig(view: DataView, at: number): number {
  if (at < 0 || at + 8 > view.byteLength) throw damaged("mục lục zip64 bị cụt");
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}

function checkName(name: string): void {
  const isOutside = name.startsWith("/") || /^[a-z]:/i.test(name) || name.split("/").includes("..");
  if (name === "" || isOutside || name.includes("\\") || name.includes("\0")) {
    throw unsafe(`tên thành phần "${name}" chỉ ra ngoài tệp`);
  }
}

/** @throws RefusalError if a part is too large to be unpacked. */
export function checkPartSize({name, size}: ZipEntry): void {
  if (size > MAX_PART_SIZE) throw tooLarge(`"${name}" giải nén ra hơn 64 MB`);
}

function checkSize(entry: ZipEntry, directoryFrom: number): void {
  const {name, size, compressedSize} = entry;
  if (entry.offset + compressedSize > directoryFrom) throw damaged(`thành phần "${name}" nằm ngoài tệp`);
  if (/\.(?:xml|rels|vml|bin)$/i.test(name)) checkPartSize(entry);
  if (size > RATIO_FROM && size > compressedSize * MAX_RATIO) {
    throw unsafe(`"${name}" giải nén ra gấp ${Math.round(size / Math.max(1, compressedSize))} lần`);
  }
  // Deflate adds at most 5 bytes per 16 kB: a larger entry declares less than it holds.
  if (compressedSize > size * 1.01 + 1024) throw unsafe(`"${name}" khai kích thước nhỏ hơn thật`);
}
