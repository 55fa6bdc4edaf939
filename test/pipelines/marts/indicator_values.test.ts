import {describe, expect, test} from "vitest";
import {AREAS, buildWorld, communeFile, former, present, rowsOf, type World} from "../world.ts";

/** n/D, u, v of an indicator for one area, group, year; the province in the as-reported view unless said otherwise. */
async function valueOf(
  world: World,
  indicator: string,
  where = "area_level = 'province' and unit_group = 'khu_dan_cu'"
) {
  const db = await buildWorld({...AREAS, ...world});
  return rowsOf(
    db,
    `select numerator as n, denominator as d, unknown_count as u, unreported_count as v, is_final, source
     from indicator_values where indicator = '${indicator}' and boundary = 'as_reported' and managed_level = 'all' and ${where}`
  );
}

const FILE = [{submission_id: "d24", area_code: "100", received_date: "2024-11-14"}];
const list = (...rows: object[]): World => ({
  raw_submissions: FILE,
  raw_units: rows.map((row, i) => ({...former("d24", "00001"), unit_name: `Thôn ${i}`, ...row}))
});

describe("unknowns", () => {
  test("a unit without a result stays in the denominator as unknown, never as not certified", async () => {
    expect(
      await valueOf(list({is_certified: true}, {is_certified: false}, {is_certified: null}), "certified_of_eligible")
    ).toEqual([{n: 1, d: 3, u: 1, v: 0, is_final: true, source: "list"}]);
  });

  test("a unit that did not register and has no result is not certified", async () => {
    expect(
      await valueOf(list({is_registered: false}, {is_registered: true}, {is_registered: null}), "certified_of_eligible")
    ).toEqual([{n: 0, d: 3, u: 2, v: 0, is_final: true, source: "list"}]);
  });

  test("a unit whose registration is missing is neither in nor out of the registered: it counts in v", async () => {
    expect(
      await valueOf(
        list(
          {is_registered: true, is_certified: true},
          {is_registered: true, is_certified: null},
          {is_registered: null, is_certified: true},
          {is_registered: false, is_certified: false}
        ),
        "certified_of_registered"
      )
    ).toEqual([{n: 1, d: 2, u: 1, v: 1, is_final: true, source: "list"}]);
  });

  test("a unit without a class is in v of the classified, and unknown among the eligible", async () => {
    const world = list({class: "xuat_sac"}, {class: "kha"}, {class: "yeu"}, {class: null});
    expect(await valueOf(world, "good_or_better_of_classified")).toMatchObject([{n: 2, d: 3, u: 0, v: 1}]);
    expect(await valueOf(world, "good_or_better_of_eligible")).toMatchObject([{n: 2, d: 4, u: 1, v: 0}]);
    expect(await valueOf(world, "weak_count")).toMatchObject([{n: 1, d: 4, u: 1, v: 0}]);
  });

  test("share = n/D, low = n/(D+v), high = (n+u+v)/(D+v); nothing to divide by is null", async () => {
    const db = await buildWorld({
      ...AREAS,
      ...list({class: "kha"}, {class: "yeu"}, {class: null}, {class: null, unit_type: "co_quan"})
    });
    const shares = await rowsOf(
      db,
      `select unit_group, share, low_share, high_share from indicator_values
       where area_level = 'commune' and boundary = 'current' and indicator = 'good_or_better_of_classified'
       and managed_level = 'xa' and unit_group in ('khu_dan_cu', 'co_quan') order by unit_group`
    );
    expect(shares).toEqual([
      {unit_group: "co_quan", share: null, low_share: 0, high_share: 1},
      {unit_group: "khu_dan_cu", share: 0.5, low_share: 1 / 3, high_share: 2 / 3}
    ]);
  });

  test("models are summed and give no share; a unit that does not say how many is unknown", async () => {
    const db = await buildWorld({
      ...AREAS,
      ...list({effective_model_count: 2}, {effective_model_count: 0}, {effective_model_count: null})
    });
    expect(
      await rowsOf(
        db,
        `select numerator, denominator, unknown_count, share, high_share from indicator_values
         where indicator = 'effective_model_count' and area_level = 'country' and boundary = 'current'
         and managed_level = 'all' and unit_group = 'base'`
      )
    ).toEqual([{numerator: 2, denominator: 3, unknown_count: 1, share: null, high_share: null}]);
  });
});

test("every unit counts in its type, its groups and its managing level, and once in each total", async () => {
  const db = await buildWorld({
    ...AREAS,
    ...list(
      {is_registered: true},
      {is_registered: true, unit_type: "co_quan", managed_level: "huyen"},
      {is_registered: true, unit_type: "thi_tran", managed_level: "huyen"}
    )
  });
  expect(
    await rowsOf(
      db,
      `select unit_group, managed_level, numerator as n from indicator_values where indicator = 'registered_of_eligible'
       and area_level = 'district' and area_code = '100' order by unit_group, managed_level`
    )
  ).toEqual([
    {unit_group: "all", managed_level: "all", n: 3},
    {unit_group: "all", managed_level: "huyen", n: 2},
    {unit_group: "all", managed_level: "xa", n: 1},
    {unit_group: "base", managed_level: "all", n: 2},
    {unit_group: "base", managed_level: "huyen", n: 1},
    {unit_group: "base", managed_level: "xa", n: 1},
    {unit_group: "co_quan", managed_level: "all", n: 1},
    {unit_group: "co_quan", managed_level: "huyen", n: 1},
    {unit_group: "commune", managed_level: "all", n: 1},
    {unit_group: "commune", managed_level: "huyen", n: 1},
    {unit_group: "khu_dan_cu", managed_level: "all", n: 1},
    {unit_group: "khu_dan_cu", managed_level: "xa", n: 1},
    {unit_group: "organisations", managed_level: "all", n: 1},
    {unit_group: "organisations", managed_level: "huyen", n: 1},
    {unit_group: "thi_tran", managed_level: "all", n: 1},
    {unit_group: "thi_tran", managed_level: "huyen", n: 1}
  ]);
});

describe("boundaries", () => {
  test("a merged commune's own certificate is not summed into the new one: each stays a unit of its years", async () => {
    const db = await buildWorld({
      ...AREAS,
      raw_submissions: [...FILE, communeFile("x25", "00001")],
      raw_units: [
        {...former("d24", "00001"), unit_name: "An", unit_type: "xa", is_certified: true},
        {...former("d24", "00002"), unit_name: "Bình", unit_type: "xa", is_certified: false},
        {...present("x25", "00001"), unit_name: "An Bình", unit_type: "xa", is_certified: null}
      ]
    });
    expect(
      await rowsOf(
        db,
        `select year, numerator as n, denominator as d, unknown_count as u from indicator_values where unit_group = 'commune'
         and indicator = 'certified_of_eligible' and boundary = 'current' and area_level = 'commune' and area_code = '00001'
         and managed_level = 'all' order by year`
      )
    ).toEqual([
      {year: 2024, n: 1, d: 2, u: 0},
      {year: 2025, n: 0, d: 1, u: 1}
    ]);
  });

  test("districts end with 2024; a province's code of a year is that of the year's register", async () => {
    const db = await buildWorld({
      raw_communes: [
        {code: "04309", name: "Cũ", province_code: "15", district_code: "137"},
        {code: "04309", name: "Mới", province_code: "10", valid_from: "2025-07-01"}
      ],
      raw_lineage: [{old_code: "04309", new_code: "04309"}],
      raw_submissions: [{...FILE[0], area_code: "137"}, communeFile("x25", "04309")],
      raw_units: [
        {...former("d24", "04309"), unit_name: "Bản 1"},
        {...present("x25", "04309"), unit_name: "Bản 1"}
      ]
    });
    expect(
      await rowsOf(
        db,
        `select boundary, year, area_level, area_code from indicator_values where indicator = 'weak_count' and managed_level = 'all'
         and unit_group = 'khu_dan_cu' and area_level in ('province', 'district') order by all`
      )
    ).toEqual([
      {boundary: "as_reported", year: 2024, area_level: "district", area_code: "137"},
      {boundary: "as_reported", year: 2024, area_level: "province", area_code: "15"},
      {boundary: "as_reported", year: 2025, area_level: "province", area_code: "10"},
      {boundary: "current", year: 2024, area_level: "province", area_code: "10"},
      {boundary: "current", year: 2025, area_level: "province", area_code: "10"}
    ]);
  });
});

describe("summaries", () => {
  const summary = {
    ...former("d24", "00002"),
    sheet: "TH",
    total_count: 10,
    registered_count: 9,
    certified_count: 7,
    xuat_sac_count: 2,
    kha_count: 3,
    trung_binh_count: 1,
    yeu_count: 0
  };
  const world: World = {raw_submissions: FILE, raw_summaries: [summary]};

  test("where only a Biểu tổng hợp came its counts stand: eligible is the total, unclassified is total less classes", async () => {
    expect(await valueOf(world, "certified_of_eligible")).toEqual([
      {n: 7, d: 10, u: 0, v: 0, is_final: true, source: "summary"}
    ]);
    expect(await valueOf(world, "certified_of_registered")).toMatchObject([{n: 7, d: 9, u: 0, v: 0}]);
    expect(await valueOf(world, "good_or_better_of_eligible")).toMatchObject([{n: 5, d: 10, u: 4, v: 0}]);
    expect(await valueOf(world, "good_or_better_of_classified")).toMatchObject([{n: 5, d: 6, u: 0, v: 4}]);
  });

  test("a count the summary leaves out is unknown, not zero", async () => {
    const blank: World = {
      raw_submissions: FILE,
      raw_summaries: [{...summary, registered_count: null, certified_count: null}]
    };
    expect(await valueOf(blank, "certified_of_eligible")).toMatchObject([{n: 0, d: 10, u: 10, v: 0}]);
    expect(await valueOf(blank, "certified_of_registered")).toMatchObject([{n: 0, d: 0, u: 0, v: 10}]);
  });

  test("a list wins over the summary of its commune and type, and the difference is an issue", async () => {
    const both: World = {
      ...world,
      raw_units: [{...former("d24", "00002"), unit_name: "Thôn 1", is_certified: true, is_registered: true}]
    };
    expect(await valueOf(both, "certified_of_eligible")).toEqual([
      {n: 1, d: 1, u: 0, v: 0, is_final: true, source: "list"}
    ]);
    const db = await buildWorld({...AREAS, ...both});
    expect(
      await rowsOf(
        db,
        "select field, raw_value, severity from issues where rule = 'summary_differs_from_list' order by field"
      )
    ).toEqual([
      {field: "khu_dan_cu.certified_count", raw_value: "7", severity: "warning"},
      {field: "khu_dan_cu.registered_count", raw_value: "9", severity: "warning"},
      {field: "khu_dan_cu.total_count", raw_value: "10", severity: "warning"}
    ]);
  });
});

test("an aggregate is final only when every part is", async () => {
  const world = list({is_certified: true, stage: "chinh_thuc"});
  world.raw_units?.push({...former("d24", "00002"), unit_name: "Thôn 9", stage: "so_bo"});
  expect(
    await valueOf(
      world,
      "certified_of_eligible",
      "unit_group = 'khu_dan_cu' and area_level = 'commune' and area_code = '00001'"
    )
  ).toMatchObject([{is_final: true}]);
  expect(await valueOf(world, "certified_of_eligible")).toMatchObject([{is_final: false}]);
});
