import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {readCommuneGroups} from "../../../loaders/reference/readCommuneGroups.ts";
import type {Commune} from "../../../loaders/reference/register.ts";

const commune: Commune = {
  code: "14797",
  valid_from: "2025-07-01",
  valid_to: null,
  name: "Hạc Thành",
  type: "phuong",
  district_code: null,
  province_code: "38",
  area_km2: null,
  longitude: null,
  latitude: null
};
const former: Commune = {...commune, code: "14740", valid_from: null, valid_to: "2025-06-30"};

describe("groups of communes that people settled", () => {
  let directory: string;
  beforeEach(() => (directory = mkdtempSync(join(tmpdir(), "groups-"))));
  afterEach(() => rmSync(directory, {recursive: true}));
  const read = (text: string): ReturnType<typeof readCommuneGroups> => {
    writeFileSync(join(directory, "commune_groups.csv"), text);
    return readCommuneGroups(directory, [commune, former]);
  };

  it("may be left out", () => expect(readCommuneGroups(directory, [commune])).toEqual([]));
  it("are read by code, composed and without outer blanks", () => {
    expect(read("\uFEFFcode,group\r\n14797, Vùng biển \r\n")).toEqual([{code: "14797", group: "Vùng biển"}]);
  });
  it.each([
    [
      "a code that lost its zero",
      "code,group\n1479,Vùng biển",
      'commune_groups.csv, dòng 2, cột code: có "1479", cần mã 5 chữ số'
    ],
    ["a group without a name", "code,group\n14797,", 'dòng 2, cột group: có "", cần tên nhóm'],
    [
      "a former commune",
      "code,group\n14740,Vùng biển",
      'dòng 2, cột code: có "14740", không phải mã của xã, phường, đặc khu hiện nay. Ghi'
    ],
    [
      "a commune in two groups",
      "code,group\n14797,A\n14797,B",
      "dòng 3, cột code: mã 14797 đã có ở dòng 2, mỗi xã chỉ thuộc một nhóm. Bỏ"
    ],
    ["other columns", "ma,nhom\n14797,A", 'cần đúng các cột "code, group"']
  ])("tell %s in Vietnamese, with the line and what to do", (_, text, words) => {
    expect(() => read(text)).toThrow(words);
  });
});
