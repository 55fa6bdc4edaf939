import type {ChangesFile} from "../../src/data/queries/changes.ts";

const common = {year: 2025, indicator: "certified_of_eligible", is_final: false};

/** Two editions: Hạc Thành corrected its list, another commune sent one for the first time. */
export const smallChanges: ChangesFile = {
  older: {id: "2025-11-05.1", as_of: "2025-11-05", is_readable: true},
  newer: {id: "2025-11-18.1", as_of: "2025-11-18", is_readable: true},
  indicators: [
    {id: "certified_of_eligible", title: "Đạt / thuộc diện"},
    {id: "registered_of_eligible", title: "Đăng ký"}
  ],
  areas: [
    {level: "commune", code: "14797", name: "Hạc Thành", type: "phuong", has_page: true},
    {level: "commune", code: "14800", name: "Quảng Phú", type: "phuong", has_page: true},
    {level: "province", code: "38", name: "Thanh Hóa", type: "tinh", has_page: false}
  ],
  targets: [{id: "S2-01", title: "Đơn vị đạt tiêu chuẩn", clause: "mục I.1", document: "Kế hoạch số 60/KH-UBND"}],
  values: [
    {...common, area: 0, before: {n: 10, d: 20, u: 0, v: 0}, after: {n: 10, d: 25, u: 2, v: 0}, causes: ["ban_sua"]},
    {...common, area: 1, before: {n: 0, d: 0, u: 0, v: 52}, after: {n: 45, d: 52, u: 0, v: 0}, causes: ["tep_moi"]},
    {
      ...common,
      area: 2,
      before: {n: 10, d: 20, u: 0, v: 52},
      after: {n: 55, d: 77, u: 2, v: 0},
      causes: ["tep_moi", "ban_sua"]
    }
  ],
  value_count: 1204,
  commune_count: 2,
  verdicts: [
    {
      area: 0,
      year: 2025,
      target_id: "S2-01",
      unit_group: "all",
      before: "dat",
      after: "chua_dat",
      causes: ["ban_sua"]
    }
  ],
  duties: [{before: "chua_nop", after: "dung_han", count: 1}],
  inputs: ["plans/thanh-hoa-2025.yaml", "program"],
  files: [{file: "2025/quang-phu.xlsx", before: null, after: "accepted", day: "2025-11-12"}]
};
