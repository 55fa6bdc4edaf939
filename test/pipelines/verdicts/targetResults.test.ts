import {type Kysely, sql} from "kysely";
import {afterEach, describe, expect, test} from "vitest";
import {former, judge, type Marts, merged, present, values} from "./judgedWorld.ts";
import type {PublicTables} from "../../../pipelines/tables.ts";

let db: Kysely<PublicTables>;
afterEach(() => db.destroy());

interface Shown {
  target_id: string;
  subject_id: string;
  boundary: string;
  year: number;
  basis: string;
  verdict: string;
  n: number | null;
  d: number | null;
  needed: number | null;
}

/** Results in a stable order, one line each: "S2-01 38 as_reported 2025 rang_buoc chua_dat 79/100 +1". */
async function results(where: string): Promise<string[]> {
  const {rows} = await sql<Shown>`
    select target_id, subject_id, boundary, year, basis, verdict, numerator as n, denominator as d, units_needed as needed
    from target_results where ${sql.raw(where)} order by all
  `.execute(db);
  return rows.map(
    ({target_id, subject_id, boundary, year, basis, verdict, n, d, needed}) =>
      `${target_id} ${subject_id} ${boundary} ${year} ${basis} ${verdict} ${n ?? "?"}/${d ?? "?"}${needed === null ? "" : ` +${needed}`}`
  );
}

/** Thanh Hóa, which no other province joined: two former communes of one district are one present commune, a third is kept. */
const THANH_HOA: Marts = {
  communes: [...former("38", "380", "14701", "14702", "14703"), ...present("38", "14701", "14703")],
  commune_lineage: [...merged("14701", "14701", "14702"), ...merged("14703", "14703")]
};

/** Yên Bái and Lào Cai became one province under the code 15; Trạm Tấu district was 139. */
const TRAM_TAU: Marts = {
  communes: [
    ...former("15", "139", "04585", "04588", "04603"),
    ...former("15", "138", "04500"),
    ...former("10", "080", "02600"),
    ...present("15", "04585", "04603", "04500", "02600")
  ],
  commune_lineage: [
    ...merged("04585", "04585", "04588"),
    ...merged("04603", "04603"),
    ...merged("04500", "04500"),
    ...merged("02600", "02600")
  ]
};

describe("a province's own rate (S2, Thanh Hóa 2025)", () => {
  test("binds the province in both views and is for comparison in its communes", async () => {
    const certified = {indicator: "certified_of_eligible", year: 2025};
    db = await judge({
      ...THANH_HOA,
      indicator_values: [
        ...values(
          {...certified, area_level: "province", area_code: "38", numerator: 79, denominator: 100},
          "as_reported",
          "current"
        ),
        ...values(
          {...certified, area_level: "commune", area_code: "14701", numerator: 39, denominator: 49},
          "as_reported",
          "current"
        ),
        ...values(
          {...certified, area_level: "commune", area_code: "14703", numerator: 40, denominator: 51},
          "as_reported"
        )
      ]
    });
    expect(await results("target_id = 'S2-01'")).toEqual([
      "S2-01 14701 as_reported 2025 doi_chieu chua_dat 39/49 +1",
      "S2-01 14701 current 2025 doi_chieu chua_dat 39/49 +1",
      "S2-01 14703 as_reported 2025 doi_chieu chua_dat 40/51 +1",
      "S2-01 38 as_reported 2025 rang_buoc chua_dat 79/100 +1",
      "S2-01 38 current 2025 rang_buoc chua_dat 79/100 +1"
    ]);
  });

  test("takes all managing levels and only the clause's own group and year", async () => {
    const good = {indicator: "good_or_better_of_eligible", area_level: "province", area_code: "38"};
    db = await judge({
      ...THANH_HOA,
      indicator_values: [
        {...good, year: 2025, numerator: 80, denominator: 100},
        {...good, year: 2025, managed_level: "xa", numerator: 9, denominator: 9},
        {...good, year: 2025, unit_group: "base", numerator: 9, denominator: 9},
        {...good, year: 2024, numerator: 99, denominator: 100}
      ]
    });
    expect(await results("target_id like 'S2%' and subject_level = 'province'")).toEqual([
      "S2-02 38 as_reported 2025 rang_buoc chua_dat 80/100 +1"
    ]);
  });

  test("is missing in a commune that sent nothing, and does not apply where nothing is in scope", async () => {
    const certified = {indicator: "certified_of_eligible", year: 2025, area_level: "commune"};
    db = await judge({
      ...THANH_HOA,
      commune_reports: [
        {commune_code: "14701", commune_valid_from: "2025-07-01", year: 2025, is_reported: false},
        {commune_code: "14703", commune_valid_from: "2025-07-01", year: 2025}
      ],
      indicator_values: [{...certified, area_level: "province", area_code: "38", numerator: 1, denominator: 1}]
    });
    expect(await results("target_id = 'S2-01' and boundary = 'as_reported' and subject_level = 'commune'")).toEqual([
      "S2-01 14701 as_reported 2025 doi_chieu thieu_so_lieu ?/?",
      "S2-01 14703 as_reported 2025 doi_chieu khong_ap_dung 0/0"
    ]);
  });
});

describe("a district's own rate (S1, Bắc Quang 2024)", () => {
  const BAC_QUANG: Marts = {
    communes: [
      ...former("02", "034", "01153", "01183", "01216"),
      ...former("02", "033", "01100"),
      ...former("08", "070", "02200"),
      ...present("08", "01153", "01216", "02200")
    ],
    commune_lineage: [
      ...merged("01153", "01153", "01183"),
      ...merged("01216", "01216", "01100"),
      ...merged("02200", "02200")
    ]
  };

  test("sums the levels xã and huyện, binds the district as reported, and is for comparison elsewhere", async () => {
    const row = {indicator: "certified_of_registered", year: 2024};
    const levels = (
      area_level: string,
      area_code: string,
      boundary: string,
      counts: [number, number][]
    ): Marts["indicator_values"] =>
      counts.map(([numerator, denominator], i) => {
        return {
          ...row,
          area_level,
          area_code,
          boundary,
          numerator,
          denominator,
          managed_level: ["xa", "huyen", "tinh"][i] ?? ""
        };
      });
    db = await judge({
      ...BAC_QUANG,
      indicator_values: [
        ...(levels("district", "034", "as_reported", [
          [90, 94],
          [5, 6],
          [0, 50]
        ]) ?? []),
        ...(levels("commune", "01153", "as_reported", [[19, 20]]) ?? []),
        ...(levels("commune", "01153", "current", [[37, 40]]) ?? []),
        ...(levels("commune", "01216", "current", [[10, 10]]) ?? [])
      ]
    });
    expect(await results("target_id = 'S1-04'")).toEqual([
      "S1-04 01153 as_reported 2024 doi_chieu dat 19/20 +0",
      // The present commune Bắc Quang is made wholly of the district's communes; 01216 took in one from elsewhere.
      "S1-04 01153 current 2024 doi_chieu chua_dat 37/40 +1",
      "S1-04 034 as_reported 2024 rang_buoc dat 95/100 +0"
    ]);
  });

  test("no weak unit is told only when every class is known", async () => {
    const weak = {indicator: "weak_count", area_level: "district", area_code: "034", year: 2024};
    db = await judge({
      ...BAC_QUANG,
      indicator_values: [
        {...weak, managed_level: "xa", denominator: 90, unknown_count: 2},
        {...weak, managed_level: "huyen", denominator: 10}
      ]
    });
    expect(await results("target_id = 'S1-07'")).toEqual([
      "S1-07 034 as_reported 2024 rang_buoc chua_ket_luan 0/100 +0"
    ]);
  });

  test("asks each unit but residential areas for a model", async () => {
    const unit = {year: 2024, commune_code: "01183", current_commune_code: "01153", managed_level: "huyen"};
    db = await judge({
      ...BAC_QUANG,
      unit_years: [
        {...unit, unit_id: "cq1", unit_type: "co_quan", effective_model_count: 1},
        {...unit, unit_id: "cq2", unit_type: "co_quan", effective_model_count: null},
        {...unit, unit_id: "cq3", unit_type: "co_quan", effective_model_count: 0},
        {...unit, unit_id: "x", unit_type: "xa", effective_model_count: 2},
        {...unit, unit_id: "tinh", unit_type: "co_quan", managed_level: "tinh", effective_model_count: 0},
        {...unit, unit_id: "nho", unit_type: "doanh_nghiep", is_eligible: false, effective_model_count: 0},
        {...unit, unit_id: "kdc", managed_level: "xa", effective_model_count: 0}
      ]
    });
    expect(await results("target_id = 'S1-10' and boundary = 'as_reported'")).toEqual([
      "S1-10 cq1 as_reported 2024 rang_buoc dat 1/1 +0",
      "S1-10 cq2 as_reported 2024 rang_buoc chua_ket_luan 0/1 +1",
      "S1-10 cq3 as_reported 2024 rang_buoc chua_dat 0/1 +1",
      "S1-10 x as_reported 2024 rang_buoc dat 2/1 +0"
    ]);
    expect(await results("target_id = 'S1-10' and boundary = 'current'")).toHaveLength(4);
  });
});

describe("the plan of a district that has ended (S0, Trạm Tấu 2025)", () => {
  test("is for comparison in its successors, in both views, and reaches nobody else", async () => {
    const row = {
      indicator: "certified_of_registered",
      year: 2025,
      area_level: "commune",
      unit_group: "base",
      managed_level: "xa"
    };
    db = await judge({
      ...TRAM_TAU,
      indicator_values: ["04585", "04603", "04500", "02600"].flatMap((area_code) =>
        values(
          {...row, area_code, numerator: 7, denominator: area_code === "04585" ? 10 : 11},
          "as_reported",
          "current"
        )
      )
    });
    expect(await results("target_id = 'S0-02'")).toEqual([
      "S0-02 04585 as_reported 2025 doi_chieu dat 7/10 +0",
      "S0-02 04585 current 2025 doi_chieu dat 7/10 +0",
      "S0-02 04603 as_reported 2025 doi_chieu chua_dat 7/11 +1",
      "S0-02 04603 current 2025 doi_chieu chua_dat 7/11 +1"
    ]);
  });

  test("binds a former commune that reported for itself before the district ended", async () => {
    db = await judge({
      ...TRAM_TAU,
      commune_reports: [{commune_code: "04588", year: 2025, is_expected: false}],
      indicator_values: [
        {
          indicator: "registered_of_eligible",
          year: 2025,
          area_level: "commune",
          area_code: "04588",
          unit_group: "base",
          managed_level: "xa",
          numerator: 12,
          denominator: 12
        }
      ]
    });
    expect(await results("target_id = 'S0-01' and subject_id = '04588'")).toEqual([
      "S0-01 04588 as_reported 2025 rang_buoc dat 12/12 +0"
    ]);
  });

  test("asks each unit for its share of staff informed and of sub-units with a title", async () => {
    const unit = {
      year: 2025,
      commune_code: "04585",
      commune_valid_from: "2025-07-01",
      current_commune_code: "04585",
      unit_type: "co_quan",
      managed_level: "tinh"
    };
    db = await judge({
      ...TRAM_TAU,
      unit_years: [
        {...unit, unit_id: "a", informed_count: 59, informed_total: 59, titled_subunit_count: 7, subunit_count: 10},
        {...unit, unit_id: "b", informed_count: 58, informed_total: 59, is_title_eligible: false},
        {...unit, unit_id: "c", informed_total: 59, titled_subunit_count: 3},
        {...unit, unit_id: "d"}
      ]
    });
    expect(await results("target_id in ('S0-05', 'S0-06') and boundary = 'current'")).toEqual([
      "S0-05 a current 2025 doi_chieu dat 59/59 +0",
      "S0-05 b current 2025 doi_chieu chua_dat 58/59 +1",
      "S0-05 c current 2025 doi_chieu chua_ket_luan 0/59 +59",
      "S0-05 d current 2025 doi_chieu thieu_so_lieu 0/0",
      "S0-06 a current 2025 doi_chieu dat 7/10 +0",
      "S0-06 b current 2025 doi_chieu khong_ap_dung 0/0",
      "S0-06 c current 2025 doi_chieu thieu_so_lieu 0/0",
      "S0-06 d current 2025 doi_chieu thieu_so_lieu 0/0"
    ]);
  });
});

describe("the norm of Circular 124", () => {
  const seventy = {
    indicator: "certified_of_registered",
    area_level: "commune",
    unit_group: "base",
    managed_level: "xa"
  };

  test("binds each commune every year from 2022, in Thanh Hóa, Hương Trà and Phượng Tiến", async () => {
    db = await judge({
      communes: [
        ...(THANH_HOA.communes ?? []),
        ...former("46", "480", "19996"),
        ...present("46", "19996"),
        ...former("19", "167", "05566", "05563"),
        ...present("19", "05563")
      ],
      commune_lineage: [
        ...(THANH_HOA.commune_lineage ?? []),
        ...merged("19996", "19996"),
        ...merged("05563", "05563", "05566")
      ],
      indicator_values: [
        {...seventy, area_code: "14702", year: 2021, numerator: 20, denominator: 25},
        {...seventy, area_code: "14702", year: 2022, numerator: 16, denominator: 25},
        {...seventy, area_code: "14701", year: 2025, numerator: 18, denominator: 25},
        {...seventy, area_code: "19996", year: 2022, numerator: 18, denominator: 25},
        {...seventy, area_code: "05563", year: 2026, numerator: 17, denominator: 25}
      ]
    });
    expect(await results("target_id = 'TT124-02'")).toEqual([
      "TT124-02 05563 as_reported 2026 rang_buoc chua_dat 17/25 +1",
      "TT124-02 14701 as_reported 2025 rang_buoc dat 18/25 +0",
      "TT124-02 14702 as_reported 2022 rang_buoc chua_dat 16/25 +2",
      "TT124-02 19996 as_reported 2022 rang_buoc dat 18/25 +0"
    ]);
  });

  test("is for comparison on a present commune in a year when it did not exist", async () => {
    db = await judge({
      ...THANH_HOA,
      indicator_values: [
        {...seventy, boundary: "current", area_code: "14701", year: 2024, numerator: 18, denominator: 25}
      ]
    });
    expect(await results("target_id = 'TT124-02'")).toEqual(["TT124-02 14701 current 2024 doi_chieu dat 18/25 +0"]);
  });

  test("counts units under the commune's authority only", async () => {
    db = await judge({
      ...THANH_HOA,
      indicator_values: [
        {...seventy, area_code: "14701", year: 2025, numerator: 7, denominator: 10},
        {...seventy, managed_level: "tinh", area_code: "14701", year: 2025, numerator: 0, denominator: 5},
        {...seventy, managed_level: "tinh", area_code: "14703", year: 2025, numerator: 0, denominator: 5},
        {
          ...seventy,
          unit_group: "all",
          managed_level: "all",
          area_code: "14703",
          year: 2025,
          numerator: 0,
          denominator: 5
        }
      ]
    });
    expect(await results("target_id = 'TT124-02'")).toEqual([
      "TT124-02 14701 as_reported 2025 rang_buoc dat 7/10 +0",
      "TT124-02 14703 as_reported 2025 rang_buoc khong_ap_dung 0/0"
    ]);
  });

  test("asks each commune's own row for a model; a former commune's row is never carried to its successor", async () => {
    const own = {unit_type: "xa", managed_level: "huyen"};
    db = await judge({
      ...THANH_HOA,
      commune_reports: [
        {commune_code: "14701", year: 2024},
        {commune_code: "14702", year: 2024},
        {commune_code: "14701", commune_valid_from: "2025-07-01", year: 2025}
      ],
      indicator_values: [{...seventy, area_code: "14702", year: 2024, numerator: 1, denominator: 1}],
      unit_years: [
        {
          ...own,
          unit_id: "14702.xa",
          year: 2024,
          commune_code: "14702",
          current_commune_code: "14701",
          effective_model_count: 3
        },
        {
          ...own,
          unit_id: "n14701.xa",
          year: 2025,
          commune_code: "14701",
          commune_valid_from: "2025-07-01",
          current_commune_code: "14701",
          effective_model_count: 0
        }
      ]
    });
    expect(await results("target_id = 'TT124-03'")).toEqual([
      "TT124-03 14701 as_reported 2024 rang_buoc thieu_so_lieu ?/?",
      "TT124-03 14701 as_reported 2025 rang_buoc chua_dat 0/1 +1",
      "TT124-03 14701 current 2025 rang_buoc chua_dat 0/1 +1",
      "TT124-03 14702 as_reported 2024 rang_buoc dat 3/1 +0"
    ]);
  });
});

describe("the board the plan names (S2-03)", () => {
  const province = {
    indicator: "certified_of_eligible",
    area_level: "province",
    area_code: "38",
    year: 2025,
    denominator: 9
  };
  const unit = {
    year: 2025,
    commune_code: "14701",
    commune_valid_from: "2025-07-01",
    current_commune_code: "14701",
    unit_type: "doanh_nghiep",
    managed_level: "tinh"
  };

  test("has the models of the units it manages, however its name is spelt", async () => {
    db = await judge({
      ...THANH_HOA,
      indicator_values: [province],
      unit_years: [
        {
          ...unit,
          unit_id: "a",
          managed_by: "Ban Quản lý Khu kinh tế Nghi Sơn và các Khu công nghiệp",
          effective_model_count: 0
        },
        {...unit, unit_id: "b", managed_by: "BQL KKT Nghi Sơn và các KCN", effective_model_count: 2},
        {...unit, unit_id: "c", managed_by: "Sở Công Thương", effective_model_count: 5}
      ]
    });
    expect(await results("target_id = 'S2-03'")).toEqual([
      "S2-03 kkt-nghi-son as_reported 2025 rang_buoc dat 2/2 +0",
      "S2-03 kkt-nghi-son current 2025 rang_buoc dat 2/2 +0"
    ]);
  });

  test("reports its models on its own row too, counted once", async () => {
    const name = "Ban Quản lý Khu kinh tế Nghi Sơn và các khu công nghiệp";
    db = await judge({
      ...THANH_HOA,
      indicator_values: [province],
      unit_years: [
        {...unit, unit_id: "a", unit_type: "co_quan", unit_name: name, managed_by: name, effective_model_count: 3}
      ]
    });
    expect(await results("target_id = 'S2-03' and boundary = 'current'")).toEqual([
      "S2-03 kkt-nghi-son current 2025 rang_buoc dat 3/1 +0"
    ]);
  });

  test("is unknown when no list names it", async () => {
    db = await judge({...THANH_HOA, indicator_values: [province]});
    expect(await results("target_id = 'S2-03' and boundary = 'current'")).toEqual([
      "S2-03 kkt-nghi-son current 2025 rang_buoc thieu_so_lieu ?/?"
    ]);
  });
});

describe("a target out of reach", () => {
  const row = {
    indicator: "certified_of_eligible",
    area_level: "province",
    area_code: "38",
    year: 2025,
    numerator: 70,
    denominator: 100
  };
  const unit = {
    year: 2025,
    commune_code: "14701",
    commune_valid_from: "2025-07-01",
    current_commune_code: "14701",
    stage: "so_bo"
  };
  const impossible = async (): Promise<boolean | undefined> => {
    const {rows} = await sql<{is_impossible: boolean}>`
      select is_impossible from target_results where target_id = 'S2-01' and subject_level = 'province'
    `.execute(db);
    return rows[0]?.is_impossible;
  };

  test("is final figures that miss it", async () => {
    db = await judge({...THANH_HOA, indicator_values: [row]});
    expect(await impossible()).toBe(true);
  });

  test("is not yet so while enough units are provisional", async () => {
    const provisional = (count: number): Marts => ({
      ...THANH_HOA,
      indicator_values: [{...row, is_final: false}],
      unit_years: Array.from({length: count}, (_, i) => ({...unit, unit_id: String(i)}))
    });
    db = await judge(provisional(9));
    expect(await impossible()).toBe(true);
    await db.destroy();
    db = await judge(provisional(10));
    expect(await impossible()).toBe(false);
  });

  test("cannot be told of a provisional summary", async () => {
    db = await judge({...THANH_HOA, indicator_values: [{...row, is_final: false, source: "summary"}]});
    expect(await impossible()).toBe(false);
  });
});

test("targets keep their clause and words; one without figures has no result", async () => {
  db = await judge(THANH_HOA);
  const {rows} = await sql`
    select target_id, subject_level, comparator, value, managed_levels, clause, quote from targets where target_id in ('S1-08', 'S2-02')
    order by 1
  `.execute(db);
  expect(rows).toEqual([
    {
      target_id: "S1-08",
      subject_level: "district",
      comparator: ">=",
      value: 95,
      managed_levels: "all",
      clause: "mục IV.4",
      quote:
        "Có 95% số xã đạt chỉ tiêu 19.2 của tiêu chí số 19 về Quốc phòng và An ninh thuộc Bộ tiêu chí quốc gia về xã NTM"
    },
    {
      target_id: "S2-02",
      subject_level: "province",
      comparator: ">",
      value: 80,
      managed_levels: "all",
      clause: "mục I.1",
      quote: "có trên 80% phân loại phong trào đạt loại Khá trở lên"
    }
  ]);
  expect(await results("true")).toEqual([]);
});
