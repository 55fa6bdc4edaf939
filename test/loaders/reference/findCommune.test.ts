import {expect, test} from "vitest";
import {type CommuneAnswer, findCommune} from "../../../loaders/reference/findCommune.ts";
import {areaTitle} from "../../../loaders/reference/areaTitle.ts";
import {readRegister} from "../../../loaders/reference/readRegister.ts";
import type {Commune} from "../../../loaders/reference/register.ts";

const register = readRegister("data/reference");

const told = (answer: CommuneAnswer): string => {
  if (answer.kind === "found") return `${answer.commune.code} ${answer.commune.type} ${answer.commune.name}`;
  return answer.kind === "ambiguous" ? answer.candidates.map(({code}) => code).join(" | ") : "unknown";
};
const former = (text: string, more: object = {}): string =>
  told(findCommune(register, {text, vintage: "former", ...more}));
const current = (text: string, more: object = {}): string =>
  told(findCommune(register, {text, vintage: "current", ...more}));

test("the type before the name breaks a tie", () => {
  const district = {districtText: "huyện Trạm Tấu"};
  expect(former("thị trấn Trạm Tấu", district)).toBe("04585 thi_tran Trạm Tấu");
  expect(former("TT. Trạm Tấu", district)).toBe("04585 thi_tran Trạm Tấu");
  expect(former("xã Trạm Tấu", district)).toBe("04600 xa Trạm Tấu");
  expect(former("Trạm Tấu", district)).toBe("04585 | 04600");
});

test("a type that is not the register's own does not hide the only commune of that name", () => {
  expect(former("thị trấn Hát Lừu")).toBe("04618 xa Hát Lừu");
});

test("thị trấn ended on 30/6/2025, đặc khu began on 1/7/2025: neither names a commune of the other register", () => {
  expect(current("Trạm Tấu", {provinceCode: "15"})).toBe("04606 xa Trạm Tấu");
  expect(current("thị trấn Trạm Tấu", {provinceCode: "15"})).toBe("unknown");
  expect(former("đặc khu Phú Quốc")).toBe("unknown");
});

test("one code is another commune before and after 1/7/2025", () => {
  expect(former("14797")).toBe("14797 phuong Đông Hải");
  expect(current("14797")).toBe("14797 phuong Hạc Thành");
});

test("a code whose leading zeros a spreadsheet dropped is found, but a short number is a name", () => {
  expect(current("4603")).toBe("04603 xa Tà Xi Láng");
  expect(former("phường 1", {districtText: "TP Vĩnh Long"})).toBe("29551 phuong 1");
  expect(current("H318")).toBe("unknown");
  expect(former("h318")).toBe("H318 huyen_dao Bạch Long Vĩ");
});

test("a name that repeats in the province needs its district", () => {
  const within = {provinceCode: "38"};
  expect(former("Thành Sơn", within)).toBe("14872 | 14938");
  expect(former("Thành Sơn", {...within, districtText: "H. Bá Thước"})).toBe("14938 xa Thành Sơn");
  expect(former("Thành Sơn (huyện Quan Hóa)", within)).toBe("14872 xa Thành Sơn");
  expect(former("Thành Sơn", {...within, districtCode: "385"})).toBe("14872 xa Thành Sơn");
  expect(former("Xuân Lộc", within).split(" | ")).toHaveLength(3);
});

test("a commune is not looked for outside the district that is named", () => {
  expect(former("Hát Lừu", {districtText: "huyện Bắc Quang"})).toBe("unknown");
});

test("words that name no district do not lose a commune whose name is unique", () => {
  expect(former("Hát Lừu", {districtText: "huyện ???"})).toBe("04618 xa Hát Lừu");
});

test("a name that repeats in the country is told by its province", () => {
  expect(current("phường Hương Trà")).toBe("19996 | 20350");
  expect(current("phường Hương Trà, thành phố Huế")).toBe("19996 phuong Hương Trà");
  expect(current("Hạnh Phúc", {provinceCode: "15"})).toBe("04585 xa Hạnh Phúc");
  expect(former("xã Phượng Tiến, huyện Định Hóa, tỉnh Thái Nguyên")).toBe("05566 xa Phượng Tiến");
});

test("a former commune is found by its own province and by the one it came into", () => {
  // 10 was Lào Cai; its communes are now of 15, which was Yên Bái.
  expect(former("Hát Lừu", {provinceCode: "15"})).toBe("04618 xa Hát Lừu");
  expect(former("Si Ma Cai", {provinceCode: "10"})).toBe("02809 thi_tran Si Ma Cai");
  expect(former("Si Ma Cai", {provinceCode: "15"})).toBe("02809 thi_tran Si Ma Cai");
  expect(former("Si Ma Cai", {provinceCode: "38"})).toBe("unknown");
});

test("settled spellings are found: Tà Si Láng, Tà Xi Láng", () => {
  expect(former("Tà Xi Láng")).toBe("04603 xa Tà Si Láng");
  expect(current("Tà Si Láng")).toBe("04603 xa Tà Xi Láng");
});

test("a name that itself begins with a type word is found with and without it", () => {
  expect(former("Phường Đúc")).toBe("19780 phuong Phường Đúc");
  expect(former("phường Phường Đúc")).toBe("19780 phuong Phường Đúc");
});

test("of a xã that became a phường in 2026 the version of the day is found", () => {
  const inDongNai = {provinceCode: "75"};
  expect(current("Lộc Ninh", {...inDongNai, day: "2025-12-31"})).toBe("25270 xa Lộc Ninh");
  expect(current("Lộc Ninh", {...inDongNai, day: "2026-12-31"})).toBe("25270 phuong Lộc Ninh");
  expect(current("Lộc Ninh", inDongNai)).toBe("25270 phuong Lộc Ninh");
  expect(current("25270", {day: "2025-12-31"})).toBe("25270 xa Lộc Ninh");
});

test("every commune of the register is found by its code, and by its name, type, district and province", () => {
  for (const commune of register.communes) {
    const vintage = commune.valid_from === null ? "former" : "current";
    const about = {vintage, provinceCode: commune.province_code, day: commune.valid_from ?? "2025-06-30"} as const;
    expect(findCommune(register, {...about, text: commune.code})).toEqual({kind: "found", commune});
    const district = commune.district_code === null ? {} : {districtCode: commune.district_code};
    const answer = findCommune(register, {...about, ...district, text: commune.name});
    const candidates =
      answer.kind === "found" ? [answer.commune] : answer.kind === "ambiguous" ? answer.candidates : [];
    expect(candidates).toContainEqual(commune);
  }
});

/** Pairs of type and name that stand more than once in the register of Thanh Hóa until 30/6/2025. */
const repeated = [
  ...register.communes
    .filter(({valid_from, province_code}) => valid_from === null && province_code === "38")
    .reduce((named, commune) => {
      const key = areaTitle(commune);
      return named.set(key, [...(named.get(key) ?? []), commune]);
    }, new Map<string, Commune[]>())
].filter(([, communes]) => communes.length > 1);

test("18 names of Thanh Hóa repeat", () => {
  expect(repeated).toHaveLength(18);
});

test.each(repeated)(
  "“%s” is ambiguous in the province and found by each of its districts, and by each code",
  (title, communes) => {
    const within = {provinceCode: "38"};
    expect(former(title, within).split(" | ").sort()).toEqual(communes.map(({code}) => code).sort());
    for (const {code, district_code} of communes) {
      const district = register.districts.find((one) => one.code === district_code);
      if (district === undefined) throw new Error(`no district ${district_code ?? ""}`);
      expect(former(title, {...within, districtText: areaTitle(district)})).toContain(`${code} `);
      expect(former(`${title}, ${areaTitle(district)}, tỉnh Thanh Hóa`)).toContain(`${code} `);
      expect(former(code, within)).toContain(`${code} `);
    }
  }
);

test.each([
  ["phường Hương Trà", "thành phố Huế", "Hương Trà"],
  ["phường Kim Trà", "thành phố Huế", "Kim Trà"],
  ["xã Bình Điền", "thành phố Huế", "Bình Điền"],
  ["xã Bắc Quang", "tỉnh Tuyên Quang", "Bắc Quang"],
  ["xã Hạnh Phúc", "tỉnh Lào Cai", "Hạnh Phúc"],
  ["xã Trạm Tấu", "tỉnh Lào Cai", "Trạm Tấu"],
  ["xã Phình Hồ", "tỉnh Lào Cai", "Phình Hồ"],
  ["xã Tà Si Láng", "tỉnh Lào Cai", "Tà Xi Láng"],
  ["xã Phượng Tiến", "tỉnh Thái Nguyên", "Phượng Tiến"],
  ["phường Hạc Thành", "tỉnh Thanh Hóa", "Hạc Thành"]
])("the seed place %s of %s is one commune, though its name may stand elsewhere too", (title, province, name) => {
  expect(current(`${title}, ${province}`)).toMatch(new RegExp(`^\\d{5} \\w+ ${name}$`));
});
