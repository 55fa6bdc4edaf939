import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {stringify} from "yaml";
import {INDICATORS} from "../../../pipelines/indicators/registry.ts";
import {typesOfGroup} from "../../../pipelines/plans/planSchema.ts";
import {readPlans} from "../../../pipelines/plans/readPlans.ts";

const PLANS = readPlans(fileURLToPath(new URL("../../../data/plans", import.meta.url)));

/** Every statement of the five plans that must be encoded: targets, deadlines, award conditions, exclusions. */
const STATEMENTS = {
  "tram-tau-2025": ["S0", 12, 2, 1, 2],
  "bac-quang-2024": ["S1", 13, 5, 8, 3],
  "thanh-hoa-2025": ["S2", 3, 5, 1, 1],
  "huong-tra-2022": ["S3", 2, 3, 1, 0],
  "phuong-tien-2026": ["S4", 0, 4, 6, 1]
} as const;

const numbered = (prefix: string, count: number, width = 1): string[] =>
  Array.from({length: count}, (_, i) => `${prefix}${String(i + 1).padStart(width, "0")}`);

describe("the plans of the repository", () => {
  test.each(Object.entries(STATEMENTS))(
    "%s holds every target, deadline, award and exclusion by its id",
    (id, expected) => {
      const plan = PLANS.find((each) => each.id === id);
      const [key, targets, deadlines, awards, exclusions] = expected;
      expect(plan?.targets.map((each) => each.id)).toEqual(numbered(`${key}-`, targets, 2));
      expect(plan?.deadlines.map((each) => each.id)).toEqual(numbered(`${key}-D`, deadlines));
      expect(plan?.awards.map((each) => each.id)).toEqual(numbered(`${key}-A`, awards));
      expect(plan?.exclusions.map((each) => each.id)).toEqual(numbered(`${key}-X`, exclusions));
    }
  );

  test("hold these targets and no others, as the clauses state them", () => {
    const shown = PLANS.flatMap((plan) =>
      plan.targets.map((target) => {
        const levels = target.managed_levels ?? plan.managed_levels;
        const {id, subject, indicator, unit_group: group, comparator, value, measure} = target;
        return `${id} ${subject} ${indicator} ${group} [${String(levels)}] ${comparator} ${value}${measure === "percent" ? "%" : ""}`;
      })
    );
    expect(shown.sort()).toEqual([
      "S0-01 commune registered_of_eligible base [xa] = 100%",
      "S0-02 commune certified_of_registered base [xa] >= 70%",
      "S0-03 commune effective_model_count commune [all] >= 1",
      "S0-04 commune disciplined_count commune [all] = 0",
      "S0-05 unit informed_of_total co_quan+doanh_nghiep [all] = 100%",
      "S0-06 unit titled_of_subunits co_quan+doanh_nghiep [all] >= 70%",
      "S0-07 unit warned_or_heavier_count co_quan+doanh_nghiep [all] = 0",
      "S0-08 unit effective_model_count co_quan+doanh_nghiep [all] >= 1",
      "S0-09 unit informed_of_total co_so_giao_duc [all] = 100%",
      "S0-10 unit titled_of_subunits co_so_giao_duc [all] >= 70%",
      "S0-11 unit warned_or_heavier_count co_so_giao_duc [all] = 0",
      "S0-12 unit effective_model_count co_so_giao_duc [all] >= 1",
      "S1-01 aggregate households_reached_of_total all [all] >= 90%",
      "S1-02 aggregate officials_and_pupils_reached_of_total all [all] = 100%",
      "S1-03 aggregate registered_of_eligible all [xa,huyen] = 100%",
      "S1-04 aggregate certified_of_registered all [xa,huyen] >= 95%",
      "S1-05 aggregate average_or_better_of_eligible all [xa,huyen] = 100%",
      "S1-06 aggregate excellent_of_classified all [xa,huyen] >= 30%",
      "S1-07 aggregate weak_count all [xa,huyen] = 0",
      "S1-08 aggregate ntm_19_2_of_communes xa [all] >= 95%",
      "S1-09 aggregate ntm_advanced_19_2_of_communes xa [all] >= 40%",
      "S1-10 unit effective_model_count commune+organisations [xa,huyen] >= 1",
      "S1-11 aggregate weak_model_count all [all] = 0",
      "S1-12 aggregate exemplary_registered_of_eligible all [xa,huyen] >= 30%",
      "S1-13 aggregate exemplary_reached_of_eligible all [xa,huyen] >= 20%",
      "S2-01 aggregate certified_of_eligible all [all] >= 80%",
      "S2-02 aggregate good_or_better_of_eligible all [all] > 80%",
      "S2-03 board effective_model_count organisations [all] >= 1",
      "S3-01 aggregate pupils_reached_of_total all [all] = 100%",
      "S3-02 unit education_month_count co_so_giao_duc [all] >= 12",
      "TT124-01 commune registered_of_eligible base [xa] = 100%",
      "TT124-02 commune certified_of_registered base [xa] >= 70%",
      "TT124-03 commune effective_model_count commune [all] >= 1"
    ]);
  });

  test("set these days", () => {
    const days = PLANS.flatMap(({deadlines}) =>
      deadlines.flatMap(({id, due}) => {
        if (due.rule === "periodic" || due.rule === "on_request") return [];
        return [`${id} ${due.rule} ${due.day ?? ("month_day" in due ? due.month_day : undefined) ?? ""}`];
      })
    );
    expect(days.sort()).toEqual([
      "S0-D1 within 2025-03-31",
      "S0-D2 before 2025-03-10",
      "S1-D1 before 2024-04-20",
      "S1-D2 before 2024-11-05",
      "S1-D3 before 2024-11-10",
      "S2-D1 before 2025-04-10",
      "S2-D2 before 2025-06-16",
      "S2-D3 before 2025-11-15",
      "S3-D1 before 2022-02-28",
      "S3-D2 before 2022-06-10",
      "S3-D3 before 2022-11-15",
      "S4-D1 from 2026-01-01",
      "S4-D3 within 03-31",
      "TT124-D1 within 03-31",
      "TT124-D2 before 11-15",
      "TT124-D3 before 11-20",
      "TT124-D4 before 11-20",
      "TT124-D5 before 11-30"
    ]);
  });

  test("ask only for indicators of the registry, each about units it is counted for", () => {
    const groups = new Map<string, readonly string[]>(INDICATORS.map(({id, unit_groups}) => [id, unit_groups]));
    const unknown = PLANS.flatMap(({targets}) =>
      targets
        .filter(
          ({indicator, unit_group}) => !unit_group.split("+").every((one) => groups.get(indicator)?.includes(one))
        )
        .map(({id, indicator, unit_group}) => `${id} ${indicator} ${unit_group}`)
    );
    expect(unknown).toEqual([]);
  });

  test("quote in composed letters (NFC)", () => {
    for (const {targets} of PLANS) for (const {quote} of targets) expect(quote).toBe(quote.normalize("NFC"));
  });
});

describe("a plan file", () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "plans-"));
  });
  afterEach(() => rmSync(directory, {recursive: true}));

  const target = {
    id: "X-01",
    title: "Đạt",
    clause: "mục 1",
    locator: "“từ 80%”",
    quote: "từ 80% trở lên",
    indicator: "certified_of_eligible",
    unit_group: "all",
    subject: "aggregate",
    comparator: ">=",
    measure: "percent",
    value: 80
  };
  const deadline = {
    id: "X-D1",
    title: "Báo cáo",
    clause: "mục 2",
    who: "Xã",
    respondents: "communes",
    evidence: "annual_report",
    due: {rule: "before", day: "2025-11-15"}
  };
  const plan = {
    id: "x-2025",
    kind: "plan",
    title: "Kế hoạch",
    document: "Kế hoạch số 1",
    issuer: "UBND",
    level: "province",
    area: {level: "province", code: "38", register: "former"},
    years: {from: 2025, to: 2025},
    managed_levels: "all",
    targets: [target],
    deadlines: [deadline],
    awards: [],
    exclusions: []
  };
  const read = (content: object, name = "x-2025.yaml"): unknown => {
    writeFileSync(join(directory, name), stringify(content));
    return readPlans(directory);
  };

  test("that is whole is read, with what may be left out filled in", () => {
    expect(read(plan)).toMatchObject([{id: "x-2025", targets: [{id: "X-01", aspirational: false}]}]);
  });

  test.each<[string, object, string]>([
    [
      "a comparator that does not exist",
      {...plan, targets: [{...target, comparator: "=>"}]},
      'x-2025.yaml, targets[0].comparator: nhận "=>"; Tùy chọn không hợp lệ: mong đợi một trong các giá trị ">="|">"|"="'
    ],
    [
      "a rate over 100 %",
      {...plan, targets: [{...target, value: 120}]},
      "x-2025.yaml, targets[0].value: nhận 120; tỷ lệ phần trăm không quá 100"
    ],
    [
      "more decimals than are compared",
      {...plan, targets: [{...target, value: 79.995}]},
      "targets[0].value: nhận 79.995; tỷ lệ phần trăm có nhiều nhất hai chữ số thập phân"
    ],
    [
      "over 100 %, which nothing is",
      {...plan, targets: [{...target, comparator: ">", value: 100}]},
      "targets[0].value: nhận 100; không tỷ lệ nào trên 100%"
    ],
    [
      "exactly 80 %, which no plan means",
      {...plan, targets: [{...target, comparator: "="}]},
      'targets[0].value: nhận 80; so sánh "=" chỉ dùng cho 100%'
    ],
    [
      "half a unit",
      {...plan, targets: [{...target, measure: "count", value: 0.5}]},
      "targets[0].value: nhận 0.5; số đếm là số nguyên"
    ],
    [
      "a board without its name",
      {...plan, targets: [{...target, subject: "board"}]},
      'targets[0].board: nhận để trống; ghi "board" (id, name)'
    ],
    [
      "an unknown unit group",
      {...plan, targets: [{...target, unit_group: "commune+truong"}]},
      'targets[0].unit_group: nhận "commune+truong"; nhóm đơn vị "truong" không có'
    ],
    [
      "groups that share a type",
      {...plan, targets: [{...target, unit_group: "base+co_quan"}]},
      'targets[0].unit_group: nhận "base+co_quan"; loại hình "co_quan" nằm trong hai nhóm'
    ],
    [
      "a day in another order",
      {...plan, deadlines: [{...deadline, due: {rule: "before", day: "15/11/2025"}}]},
      'deadlines[0].due.day: nhận "15/11/2025"; ngày viết dạng 2025-11-15'
    ],
    [
      "a deadline without a day",
      {...plan, deadlines: [{...deadline, due: {rule: "before"}}]},
      'deadlines[0].due: nhận {"rule":"before"}; ghi một trong hai: "day"'
    ],
    ["years turned round", {...plan, years: {from: 2026, to: 2025}}, "x-2025.yaml, years: nhận"],
    ["an unknown key", {...plan, targets: [{...target, percent: 80}]}, 'targets[0]: nhận {"id":"X-01"'],
    ["an id used twice", {...plan, targets: [target, target]}, 'targets[1].id: nhận "X-01"; mã này đã dùng ở trên'],
    ["a missing quote", {...plan, targets: [{...target, quote: undefined}]}, "targets[0].quote: nhận để trống"],
    ["another id than its file", {...plan, id: "y-2025"}, 'x-2025.yaml, id: nhận "y-2025", cần "x-2025" như tên tệp']
  ])("with %s is refused with file, place and remedy", (_, content, message) => {
    expect(() => read(content)).toThrow(message);
  });

  test("whose ids another file uses is refused", () => {
    read(plan);
    expect(() => read({...plan, id: "y-2025"}, "y-2025.yaml")).toThrow(
      'mã "X-01" có trong cả x-2025.yaml và y-2025.yaml'
    );
  });

  test("that is not YAML is refused", () => {
    writeFileSync(join(directory, "x-2025.yaml"), "id: [");
    expect(() => readPlans(directory)).toThrow("x-2025.yaml: không đọc được YAML");
  });

  test("beside another that is wrong: all problems are told at once", () => {
    writeFileSync(join(directory, "a-2025.yaml"), stringify({...plan, id: "a-2025", kind: "x"}));
    expect(() => read({...plan, targets: [{...target, value: -1}]})).toThrow(
      /a-2025\.yaml, kind[\s\S]*x-2025\.yaml, targets\[0\]\.value/
    );
  });
});

test("groups joined by + are the types of both", () => {
  expect(typesOfGroup("co_quan+doanh_nghiep")).toEqual(["co_quan", "doanh_nghiep"]);
  expect(typesOfGroup("commune")).toEqual(["xa", "phuong", "thi_tran", "dac_khu"]);
});
