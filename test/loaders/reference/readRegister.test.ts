import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {readRegister} from "../../../loaders/reference/readRegister.ts";

/** A province of two districts and three communes, of which one was split. */
const FILES = {
  "provinces.csv": `code,valid_from,valid_to,name,type
38,,,Thanh Hóa,tinh
`,
  "districts.csv": `code,name,type,province_code
380,Thanh Hóa,thanh_pho,38
385,Quan Hóa,huyen,38
`,
  "communes_former.csv": `code,valid_to,name,type,district_code,province_code
14758,2025-06-30,Đông Thọ,phuong,380,38
14761,2025-06-30,Nam Ngạn,phuong,380,38
14872,2025-06-30,Thành Sơn,xa,385,38
`,
  "communes_current.csv": `code,valid_from,valid_to,name,type,province_code,area_km2,longitude,latitude
14758,2025-07-01,,Hàm Rồng,phuong,38,19.2,105.79,19.85
14797,2025-07-01,,Hạc Thành,phuong,38,24.63,105.78661,19.80408
14872,2025-07-01,,Thành Sơn,xa,38,60,104.9,20.4
`,
  "commune_lineage.csv": `old_code,new_code,extent,clause
14758,14758,remainder,"Khoản 132, Nghị quyết 1686/NQ-UBTVQH15"
14758,14797,part,"Khoản 127, Nghị quyết 1686/NQ-UBTVQH15"
14761,14758,full,"Khoản 132, Nghị quyết 1686/NQ-UBTVQH15"
14872,14872,full,"Khoản 146, Nghị quyết 1686/NQ-UBTVQH15"
`,
  "aliases.csv": `level,code,valid_from,alias,basis
commune,14758,2025-07-01,Hàm Rông,Viết thiếu dấu
`
};

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "reference-"));
  for (const [file, text] of Object.entries(FILES)) writeFileSync(join(directory, file), text);
});
afterEach(() => rmSync(directory, {recursive: true}));

const change = (file: keyof typeof FILES, from: string, to: string): void => {
  expect(FILES[file]).toContain(from);
  writeFileSync(join(directory, file), FILES[file].replace(from, to));
};
const failure = (): string => {
  try {
    readRegister(directory);
  } catch (error) {
    return (error as Error).message;
  }
  return "";
};

test("a folder may hold one province: nothing is counted that it does not expect", () => {
  const register = readRegister(directory);
  expect(register.communes).toHaveLength(6);
  expect(register.communes[0]).toEqual({
    code: "14758",
    valid_from: null,
    valid_to: "2025-06-30",
    name: "Đông Thọ",
    type: "phuong",
    district_code: "380",
    province_code: "38",
    area_km2: null,
    longitude: null,
    latitude: null
  });
  expect(register.communes.at(-1)).toMatchObject({area_km2: 60, longitude: 104.9, district_code: null, valid_to: null});
});

test("a BOM and Windows line ends do not matter", () => {
  writeFileSync(join(directory, "districts.csv"), `\uFEFF${FILES["districts.csv"].replaceAll("\n", "\r\n")}`);
  expect(readRegister(directory).districts).toHaveLength(2);
});

test("a wrong value is told with file, line, column, what stands there and what is needed", () => {
  change("communes_current.csv", "24.63", "24,63 km²");
  expect(failure()).toBe("communes_current.csv, dòng 3: có 10 ô, cần 9. Thêm hoặc bỏ dấu phẩy cho đủ số ô.");
  change("communes_current.csv", "24.63", "rộng");
  expect(failure()).toBe('communes_current.csv, dòng 3, cột area_km2: có "rộng", cần diện tích bằng km², dạng 24.63.');
  change("communes_current.csv", "105.78661", "19.80408");
  expect(failure()).toBe('communes_current.csv, dòng 3, cột longitude: có "19.80408", cần kinh độ từ 100 đến 120.');
});

test("a code that lost its leading zeros is refused, not guessed", () => {
  change("communes_former.csv", "14872,2025", "4872,2025");
  expect(failure()).toContain('communes_former.csv, dòng 4, cột code: có "4872", cần mã 5 chữ số');
});

test("an unknown or missing column is told in the header", () => {
  change("districts.csv", "province_code", "province");
  expect(failure()).toMatch(/^districts\.csv, dòng 1: có các cột "code, name, type, province", cần đúng các cột/);
});

test("a former commune without a successor is refused", () => {
  change("commune_lineage.csv", '14761,14758,full,"Khoản 132, Nghị quyết 1686/NQ-UBTVQH15"\n', "");
  expect(failure()).toBe(
    "commune_lineage.csv: xã cũ 14761 (Nam Ngạn) chưa có xã mới kế thừa. Thêm dòng old_code 14761."
  );
});

test("land alone does not make a successor", () => {
  change("commune_lineage.csv", "14761,14758,full", "14761,14758,area_only");
  expect(failure()).toContain("xã cũ 14761 (Nam Ngạn) chưa có xã mới kế thừa");
});

test("a present commune without a predecessor is refused", () => {
  change("commune_lineage.csv", "14758,14797,part", "14758,14758,part");
  expect(failure()).toContain("xã mới 14797 (Hạc Thành) chưa có xã cũ nào. Thêm dòng new_code 14797.");
  expect(failure()).toContain("14758 → 14758 có 2 dòng. Giữ một dòng.");
});

test("a split commune is nowhere whole", () => {
  change("commune_lineage.csv", "14758,14758,remainder", "14758,14758,full");
  expect(failure()).toContain("xã cũ 14758 (Đông Thọ) ghi full nhưng có 2 xã mới");
});

test("versions of one code must not overlap", () => {
  change("communes_current.csv", "14797,2025-07-01,,Hạc", "14758,2026-01-01,,Hạc");
  expect(failure()).toContain(
    'mã 14758 "Hàm Rồng" (2025-07-01 đến nay) trùng thời gian với "Hạc Thành" (từ 2026-01-01)'
  );
  change("communes_former.csv", "14872,2025-06-30", "14872,2025-07-01");
  expect(failure()).toContain('mã 14872 "Thành Sơn" (không rõ đến 2025-07-01) trùng thời gian');
});

test("stale units that some lists still carry are refused", () => {
  change("communes_former.csv", "14761,2025-06-30,Nam Ngạn", "16387,2025-06-30,Nam Ngạn");
  expect(failure()).toContain("mã 16387 (Nam Ngạn) đã hết hiệu lực trước năm 2025. Xóa dòng này.");
});

test("a commune of a district that is not its province's is refused", () => {
  change("communes_former.csv", "xa,385,38", "xa,386,38");
  expect(failure()).toContain("xã 14872 (Thành Sơn) thuộc huyện 386, không có trong districts.csv của tỉnh 38");
  change("communes_former.csv", "xa,385,38", "xa,385,39");
  expect(failure()).toContain("thuộc tỉnh 39, không có trong provinces.csv vào 2025-06-30");
});

test("an alias of nothing is refused", () => {
  change("aliases.csv", "14758,2025-07-01", "14758,2024-07-01");
  expect(failure()).toContain(
    'aliases.csv: "Hàm Rông" chỉ tới commune 14758 (valid_from 2024-07-01), không có trong danh mục'
  );
});

test("expected counts hold where the folder states them", () => {
  const counts = "province_code,level,day,count,basis\n38,commune,2025-07-01,166,Nghị quyết 1686/NQ-UBTVQH15\n";
  writeFileSync(join(directory, "expected_counts.csv"), counts);
  expect(failure()).toContain("commune của tỉnh 38 ngày 2025-07-01 có 3, cần 166 (Nghị quyết 1686/NQ-UBTVQH15)");
  writeFileSync(join(directory, "expected_counts.csv"), counts.replace("166", "3"));
  expect(failure()).toBe("");
});

test("a commune of earlier years goes where the commune it joined went", () => {
  const header = readFileSync("data/reference/earlier_communes.csv", "utf8");
  writeFileSync(
    join(directory, "earlier_communes.csv"),
    `${header}tam-380-đông-lĩnh,2024-12-31,Đông Lĩnh,xa,,38,14758,Nghị quyết 1238/NQ-UBTVQH15\n`
  );
  const {communes, lineage} = readRegister(directory);
  expect(communes.find(({name}) => name === "Đông Lĩnh")).toMatchObject({valid_from: null, valid_to: "2024-12-31"});
  expect(lineage.filter(({old_code}) => old_code.startsWith("tam-"))).toEqual([
    {
      old_code: "tam-380-đông-lĩnh",
      new_code: "14758",
      extent: "remainder",
      clause: "Nghị quyết 1238/NQ-UBTVQH15; Khoản 132, Nghị quyết 1686/NQ-UBTVQH15"
    },
    {
      old_code: "tam-380-đông-lĩnh",
      new_code: "14797",
      extent: "part",
      clause: "Nghị quyết 1238/NQ-UBTVQH15; Khoản 127, Nghị quyết 1686/NQ-UBTVQH15"
    }
  ]);
});

test("the repository's own reference misses a deleted commune", () => {
  cpSync("data/reference", directory, {recursive: true});
  const file = join(directory, "communes_current.csv");
  writeFileSync(file, readFileSync(file, "utf8").replace(/^14797,.*\n/m, ""));
  expect(failure()).toContain("expected_counts.csv: commune của tỉnh 38 ngày 2025-07-01 có 165, cần 166");
});
