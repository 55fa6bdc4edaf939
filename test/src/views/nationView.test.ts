import {describe, expect, test} from "vitest";
import {mapScale} from "../../../src/components/mapScale.ts";
import type {NationData, ProvinceCounts} from "../../../src/data/queries/nation.ts";
import {
  nationSubtitle,
  nationTitle,
  provinceTitle,
  provinceWords,
  silentProvince
} from "../../../src/sentences/nationSentences.ts";
import {byRate, provinceClasses, provinceRows} from "../../../src/views/nationView.ts";

const provinces = [
  {code: "01", name: "Hà Nội", type: "thanh_pho", communes: 126},
  {code: "08", name: "Tuyên Quang", type: "tinh", communes: 124},
  {code: "38", name: "Thanh Hóa", type: "tinh", communes: 166}
];
const counts = (n: number, d: number, communes: number): ProvinceCounts => ({
  n,
  d,
  u: 0,
  v: 0,
  communes,
  is_final: true
});
const values: NationData["values"] = {
  "2025|certified_of_eligible|all": {"08": counts(321, 340, 8), "38": counts(5609, 7108, 166)}
};
const rows = provinceRows(provinces, {values}, {indicator: "certified_of_eligible", year: 2025});

describe("the country by provinces", () => {
  test("a province is whole, in part, or silent by its communes with figures", () => {
    expect(rows.map(({code, state}) => [code, state])).toEqual([
      ["01", "none"],
      ["08", "part"],
      ["38", "full"]
    ]);
  });
  test("silent provinces have no rate and stand in no class", () => {
    expect(rows[0]?.counts).toBeNull();
    expect(provinceClasses(rows, mapScale(null))).toEqual([0, 0, 0, 1, 1]);
    expect([...rows].sort(byRate).map(({code}) => code)).toEqual(["38", "08", "01"]);
  });
  test("another year or indicator without figures leaves every province silent", () => {
    const none = provinceRows(provinces, {values}, {indicator: "certified_of_eligible", year: 2024});
    expect(none.every(({state}) => state === "none")).toBe(true);
    expect(nationTitle(none, 2024)).toBe("Chưa tỉnh nào có số liệu năm 2024");
  });
  test("the title says how many communes there are figures of before any rate", () => {
    expect(nationTitle(rows, 2025)).toBe("2 trong 3 tỉnh có số liệu năm 2025, mới 174 trong 416 xã");
    expect(nationTitle(rows.slice(2), 2025)).toBe("Cả 1 tỉnh có số liệu năm 2025, đủ 166 xã");
  });
  test("the sum of what is there is not called the country's", () => {
    const words = nationSubtitle(rows, {indicator: "Tỷ lệ đạt", year: 2025, asOf: "2025-11-18"});
    expect(words).toContain("79,6% (5.930/7.448); đó không phải tỷ lệ của cả nước");
  });
  test("a province in part says so beside its rate", () => {
    const [hanoi, tuyenQuang, thanhHoa] = rows;
    if (!hanoi || !tuyenQuang || !thanhHoa) throw new Error("three provinces were given");
    expect(provinceWords(tuyenQuang)).toBe("94,4%, 321/340, một phần: 8 trong 124 xã");
    expect(provinceWords(thanhHoa)).toBe("78,9%, 5.609/7.108, đủ 166 xã");
    expect(provinceWords(hanoi)).toBe("chưa có số liệu, 126 xã");
    expect(provinceTitle(tuyenQuang, 2025)).toBe("Tuyên Quang: 8 trong 124 xã có số liệu năm 2025");
    expect(provinceTitle(hanoi, 2025)).toBe("Hà Nội chưa có số liệu năm 2025");
    expect(silentProvince({years: [2025]}, hanoi)).toMatch(/^Chưa có tệp nào của Hà Nội\. Chép tệp/);
    expect(silentProvince({years: []}, hanoi)).toMatch(/^Chưa có tệp nào\. Chép tệp/);
  });
});
