/** A file made to harm a reader, or an odd one that is honest. */
export interface HostileCase {
  name: string;
  /** File name it is sent under. */
  file: string;
  make: () => Uint8Array;
  /** Rule of the refusal; "read" where the file is honest, however odd. */
  expected: string;
}

/** Writes a case in one line. */
export function hostile(name: string, file: string, expected: string, make: () => Uint8Array): HostileCase {
  return {name, file, expected, make};
}

/** The honest rows of a file, as a sheet's cells: a unit list of two units. */
export const HONEST_ROWS: readonly (readonly (string | number)[])[] = [
  ["ỦY BAN NHÂN DÂN PHƯỜNG HÀM RỒNG"],
  ["DANH SÁCH ĐƠN VỊ ĐỀ NGHỊ XÉT AN TOÀN VỀ AN NINH, TRẬT TỰ NĂM 2025"],
  ["STT", "Tên đơn vị", "Loại hình", "Cấp quản lý", "Đăng ký", "Kết quả xét", "Phân loại"],
  [1, "Phố 1", "Khu dân cư", "Xã", "x", "Đạt", "Xuất sắc"],
  [2, "Phố 2", "Khu dân cư", "Xã", "x", "Chưa đạt", "Khá"]
];

/** The file cut off after every sixteenth of it. */
export function truncations(name: string, file: string, expected: string, make: () => Uint8Array): HostileCase[] {
  return Array.from({length: 15}, (_, i) =>
    hostile(`${name} cut off after ${i + 1}/16`, file, expected, () => {
      const bytes = make();
      return bytes.slice(0, Math.floor((bytes.length * (i + 1)) / 16));
    })
  );
}

/** Bytes that look random and are the same each time. */
export function noise(length: number, seed = 1): Uint8Array {
  let state = seed;
  return Uint8Array.from({length}, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
}
