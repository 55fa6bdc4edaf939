import {type Kysely, sql} from "kysely";
import {afterEach, expect, test} from "vitest";
import {former, judge, type Marts, merged, present} from "./judgedWorld.ts";
import type {PublicTables} from "../../../pipelines/tables.ts";

let db: Kysely<PublicTables>;
afterEach(() => db.destroy());

async function outcomes(award: string, candidate: string): Promise<Record<string, string>> {
  const {rows} = await sql<{condition: string; said: string}>`
    select condition, outcome || ': ' || reason as said from award_results
    where award_id = ${award} and candidate_id = ${candidate} order by 1
  `.execute(db);
  return Object.fromEntries(rows.map(({condition, said}) => [condition, said]));
}

const WORLD: Marts = {
  communes: [
    ...former("02", "034", "01153"),
    ...former("08", "070", "02200"),
    ...present("08", "01153", "02200"),
    ...former("19", "167", "05563"),
    ...present("19", "05563")
  ],
  commune_lineage: ["01153", "02200", "05563"].flatMap((code) => merged(code, code))
};
const bacQuang = {year: 2024, commune_code: "01153", current_commune_code: "01153"};
const phuongTien = {year: 2026, commune_code: "05563", commune_valid_from: "2025-07-01", current_commune_code: "05563"};

test("a commune is tried by its own row and the models of its area", async () => {
  db = await judge({
    ...WORLD,
    unit_years: [{...bacQuang, unit_id: "01153.xa", unit_type: "xa", is_certified: true, class: "kha"}],
    model_years: [
      {...bacQuang, model_id: "m1", class: "tot", plan_done_share: 0.9},
      {...bacQuang, model_id: "m2", class: null, plan_done_share: 0.895}
    ]
  });
  expect(await outcomes("S1-A1", "01153")).toEqual({
    certified: "dat: Được công nhận đạt",
    class_excellent: "chua_dat: Xếp loại Khá",
    core_force: "chua_ro: Biểu mẫu không có mục này",
    good_model: "dat: Có 1 mô hình phân loại Tốt",
    party_clean: "chua_ro: Biểu mẫu không có mục này",
    targets_done: "chua_ro: Biểu mẫu không có mục này"
  });
  expect(await outcomes("S1-A3", "m1")).toMatchObject({
    plan_done: "dat: Hoàn thành 90% kế hoạch, cần từ 90%",
    graded: "dat: Mô hình đã phân loại"
  });
  expect(await outcomes("S1-A3", "m2")).toMatchObject({
    plan_done: "chua_dat: Hoàn thành 89,5% kế hoạch, cần từ 90%",
    graded: "chua_ro: Mô hình chưa phân loại"
  });
});

test("an agency is tried by the models that are its own; without the list of models nothing is known of them", async () => {
  const others = {...bacQuang, model_id: "m1", class: "tot", unit_id: "01153.khu_dan_cu.khu 1"};
  const agency = {...bacQuang, unit_id: "cq", unit_type: "co_quan", is_certified: null, class: "xuat_sac"};
  db = await judge({...WORLD, unit_years: [agency], model_years: [others]});
  expect(await outcomes("S1-A2", "cq")).toMatchObject({
    certified: "chua_ro: Chưa có kết quả xét công nhận",
    class_excellent: "dat: Xếp loại Xuất sắc",
    good_model: "chua_dat: Không có mô hình phân loại Tốt"
  });
  await db.destroy();
  db = await judge({...WORLD, unit_years: [agency], model_years: [others, {...others, model_id: "m2", unit_id: null}]});
  expect(await outcomes("S1-A2", "cq")).toMatchObject({
    good_model: "chua_ro: Có mô hình của xã chưa rõ thuộc đơn vị nào"
  });
  await db.destroy();
  db = await judge({...WORLD, unit_years: [agency]});
  expect(await outcomes("S1-A2", "cq")).toMatchObject({good_model: "chua_ro: Chưa có danh sách mô hình của xã"});
});

test("the flag of the province wants the lead of the block, three certificates and a model taken up province-wide", async () => {
  db = await judge({
    ...WORLD,
    unit_years: [
      {...phuongTien, unit_id: "n05563.xa", unit_type: "xa", is_block_leader: true, merit_certificate_count: 2},
      {
        ...phuongTien,
        unit_id: "dn",
        unit_type: "doanh_nghiep",
        is_certified: false,
        petition_count: 1,
        complex_case_count: 0
      },
      {...phuongTien, unit_id: "nho", unit_type: "doanh_nghiep", is_eligible: false}
    ],
    model_years: [{...phuongTien, model_id: "m1", unit_id: "dn", is_replicated_province: true}]
  });
  expect(await outcomes("S4-A1", "05563")).toEqual({
    block_leader: "dat: Dẫn đầu khối",
    merit_certificates: "chua_dat: Có 2 Bằng khen, cần ít nhất 3",
    replicated_model: "dat: Có 1 mô hình được nhân rộng toàn tỉnh"
  });
  expect(await outcomes("S4-A2", "dn")).toMatchObject({
    block_leader: "chua_ro: Chưa ghi kết quả xếp khối",
    replicated_model: "dat: Có 1 mô hình được nhân rộng toàn tỉnh"
  });
  expect(await outcomes("S4-A3", "dn")).toMatchObject({
    good_model: "chua_ro: Có mô hình chưa phân loại",
    no_complex_case: "dat: Không có vụ việc phức tạp",
    no_petition: "chua_dat: Có 1 đơn thư"
  });
  expect(await outcomes("S4-A4", "dn")).toMatchObject({certified: "chua_dat: Chưa được công nhận đạt"});
  expect(await outcomes("S4-A4", "nho")).toEqual({});
});

test("two rows of one commune give one candidate", async () => {
  const own = {...bacQuang, unit_type: "xa"};
  db = await judge({
    ...WORLD,
    unit_years: [
      {...own, unit_id: "a", is_certified: true},
      {...own, unit_id: "b", is_certified: false}
    ]
  });
  expect(await outcomes("S1-A1", "01153")).toMatchObject({certified: "dat: Được công nhận đạt"});
});
