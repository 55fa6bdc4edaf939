import fc from "fast-check";
import {
  CLASSES,
  EXCLUSION_REASONS,
  MANAGED_LEVELS,
  MODEL_CLASSES,
  type ExclusionReason,
  type ManagedLevel,
  type ModelClass,
  type MovementClass,
  type UnitType
} from "../../loaders/vocabulary.ts";

/** A value of a row as it is meant, before anyone writes it down. Days are ISO text. */
export type Meant = string | number | boolean | null;

/** A unit as it is meant: `values` by field of the unit list; which commune and former commune of the file's is taken modulo. */
export interface MeantUnit {
  type: Exclude<UnitType, "xa" | "phuong" | "thi_tran" | "dac_khu"> | "commune";
  name: {base: string; number: number};
  commune: number;
  former: number | null;
  values: Readonly<Record<string, Meant>>;
}

/** A model of the movement as it is meant. */
export interface MeantModel {
  name: {base: string; number: number};
  commune: number;
  values: Readonly<Record<string, Meant>>;
}

/** Facts of one commune: by fact, the values of its kind. */
export interface MeantFact {
  commune: number;
  fact: string;
  reached: number;
  total: number;
  isMet: boolean;
  day: string;
}

/** Counts of one unit type in the summary of one commune. */
export interface MeantSummary {
  commune: number;
  type: Exclude<UnitType, "xa" | "phuong" | "thi_tran" | "dac_khu"> | "commune";
  counts: Readonly<Record<string, number | null>>;
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, {freq: 3});
const small = fc.oneof({weight: 3, arbitrary: fc.nat({max: 30})}, {weight: 1, arbitrary: fc.nat({max: 200_000})});
const day = fc
  .tuple(fc.integer({min: -1, max: 0}), fc.integer({min: 0, max: 364}))
  .map(([years, days]) => ({years, days}));
/** Words that people write into cells of text; some look like numbers, markup, formulas. */
const words = fc.oneof(
  fc.constantFrom(
    "12/QĐ-UBND",
    "Số 45/QĐ-CAT",
    "Đã nộp hồ sơ; chờ duyệt",
    "0012",
    "1.376",
    "<b>&amp;</b>",
    '"An toàn" về ANTT',
    "=1+1",
    "-5 hộ",
    "UBND xã, Công an xã",
    "Phòng Giáo dục và Đào tạo",
    "dòng một\ndòng hai",
    "${x}"
  ),
  fc
    .string({unit: fc.constantFrom(...Array.from("aăâđêôơưáẶỆỹ 19,;:()'")), minLength: 1, maxLength: 14})
    .map((made) => `Ý ${made.trim()}`.trim())
);

/** Beginnings of names by type; the reader tells the type by them where nothing else does. */
const NAMES: Readonly<Record<MeantUnit["type"], readonly string[]>> = {
  khu_dan_cu: ["Thôn", "Bản", "Tổ dân phố số", "Khu phố", "Xóm", "Tiểu khu"],
  co_quan: ["Trạm Y tế cơ sở", "Cơ quan Đảng ủy", "Hạt Kiểm lâm số", "Chi cục Thuế khu vực", "Văn phòng UBND"],
  doanh_nghiep: [
    "Công ty TNHH Sao Mai",
    "Tổng công ty cổ phần",
    "HTX nông nghiệp",
    "Doanh nghiệp tư nhân",
    "Xí nghiệp"
  ],
  co_so_giao_duc: [
    "Trường THCS Lê Lợi",
    "Trường TH&THCS Cộng Hòa",
    "Trường THPT số",
    "Trung tâm Giáo dục thường xuyên"
  ],
  commune: [""]
};
/** Names that themselves say that a unit is outside Thông tư 124. */
export const EXCLUDED: readonly (readonly [base: string, type: MeantUnit["type"], reason: ExclusionReason])[] = [
  ["Trường Mầm non Hoa Sen", "co_so_giao_duc", "mam_non"],
  ["Trường Tiểu học Kim Đồng", "co_so_giao_duc", "tieu_hoc"],
  ["Ban Chỉ huy quân sự", "co_quan", "luc_luong_vu_trang"]
];

const nameOf = (type: MeantUnit["type"]): fc.Arbitrary<MeantUnit["name"]> => {
  const excluded = EXCLUDED.filter(([, of]) => of === type).map(([base]) => base);
  const base = fc.constantFrom(...NAMES[type], ...NAMES[type], ...excluded);
  return fc.record({base, number: fc.integer({min: 1, max: 99})});
};

const keysOf = <T extends string>(list: Readonly<Record<T, unknown>>): T[] => Object.keys(list) as T[];

/** Values of a unit; days are given as distances and become days once the year is known. */
const unitValues = fc.record({
  unit_code: maybe(fc.integer({min: 1, max: 999}).map((at) => `KDC-${at}`)),
  managed_level: maybe(fc.constantFrom<ManagedLevel>(...keysOf(MANAGED_LEVELS))),
  managed_by: maybe(words),
  exclusion_reason: fc.option(fc.constantFrom<ExclusionReason>(...keysOf(EXCLUSION_REASONS)), {freq: 1}),
  is_registered: maybe(fc.boolean()),
  registered_date: maybe(day),
  resolution_date: maybe(day),
  plan_date: maybe(day),
  is_certified: maybe(fc.boolean()),
  decision_number: maybe(words),
  score: maybe(fc.integer({min: 0, max: 1000}).map((tenth) => tenth / 10)),
  class: maybe(fc.constantFrom<MovementClass>(...keysOf(CLASSES))),
  effective_model_count: maybe(small),
  informed: maybe(fc.tuple(small, small)),
  subunits: maybe(fc.oneof(fc.constant(null), fc.tuple(small, small))),
  isTitleEligible: fc.boolean(),
  disciplined_count: maybe(small),
  warned_or_heavier_count: maybe(small),
  education_month_count: maybe(fc.nat({max: 12})),
  is_exemplary_registered: maybe(fc.boolean()),
  is_exemplary_reached: maybe(fc.boolean()),
  is_award_registered: maybe(fc.boolean()),
  award_registered_date: maybe(day),
  dossier_sent_date: maybe(day),
  merit_certificate_count: maybe(small),
  is_block_leader: maybe(fc.boolean()),
  complex_case_count: maybe(small),
  petition_count: maybe(small),
  note: maybe(words)
});
type UnitValues = typeof unitValues extends fc.Arbitrary<infer T> ? T : never;

function plain(values: UnitValues): Record<string, Meant> {
  const {informed, subunits, isTitleEligible, ...rest} = values;
  const dayOf = (far: {years: number; days: number}): string => `${far.years}/${far.days}`;
  const made: Record<string, Meant> = {};
  for (const [field, value] of Object.entries(rest)) {
    made[field] = typeof value === "object" && value !== null ? dayOf(value) : value;
  }
  const [informedPart = null, informedWhole = null] = sorted(informed);
  made["informed_count"] = informedPart;
  made["informed_total"] = informedWhole;
  const [titled = null, all = null] = sorted(subunits);
  made["titled_subunit_count"] = isTitleEligible ? titled : null;
  made["subunit_count"] = isTitleEligible ? all : null;
  /** False: "không thuộc diện" stands in the cell. */
  made["is_title_eligible"] = isTitleEligible ? (titled === null ? null : true) : false;
  return made;
}

function sorted(pair: [number, number] | null): number[] {
  return pair === null ? [] : pair.toSorted((a, b) => a - b);
}

/** "−1/200": the day 200 days into the year before; the day itself once the year of the file is known. */
export function dayIn(year: number, far: string): string {
  const [years = 0, days = 0] = far.split("/").map(Number);
  return new Date(Date.UTC(year + years, 0, 1 + days)).toISOString().slice(0, 10);
}

export const unit: fc.Arbitrary<MeantUnit> = fc
  .oneof(
    {weight: 5, arbitrary: fc.constant("khu_dan_cu" as const)},
    {weight: 6, arbitrary: fc.constantFrom("co_quan" as const, "doanh_nghiep" as const, "co_so_giao_duc" as const)},
    {weight: 1, arbitrary: fc.constant("commune" as const)}
  )
  .chain((type) =>
    fc.record({
      type: fc.constant(type),
      name: nameOf(type),
      commune: fc.nat({max: 20}),
      former: maybe(fc.nat({max: 20})),
      values: unitValues.map(plain)
    })
  );

const MODEL_NAMES = ["Camera an ninh", "Tiếng kẻng an ninh", "Dòng họ tự quản", "Zalo an ninh", "Cổng trường an toàn"];

export const model: fc.Arbitrary<MeantModel> = fc.record({
  name: fc.record({base: fc.constantFrom(...MODEL_NAMES), number: fc.integer({min: 1, max: 99})}),
  commune: fc.nat({max: 20}),
  values: fc.record({
    unit_name: maybe(fc.constantFrom("Thôn 1", "Trường THCS Lê Lợi", "Toàn địa bàn", "Bản Mù")),
    class: maybe(fc.constantFrom<ModelClass>(...keysOf(MODEL_CLASSES))),
    site_count: maybe(small),
    team_count: maybe(small),
    is_replicated_province: maybe(fc.boolean()),
    plan_done_share: maybe(fc.nat({max: 12_000}).map((share) => share / 10_000))
  })
});

export const FACTS = [
  "households",
  "officials",
  "pupils",
  "ntm_19_2",
  "ntm_advanced_19_2",
  "resolution_date",
  "plan_date",
  "half_year_report_date",
  "annual_report_date",
  "festival",
  "police_listens_forum"
] as const;

export const facts: fc.Arbitrary<MeantFact[]> = fc
  .uniqueArray(
    fc.record({
      commune: fc.nat({max: 20}),
      fact: fc.constantFrom(...FACTS),
      pair: fc.tuple(small, small),
      isMet: fc.boolean(),
      day
    }),
    {minLength: 1, maxLength: 14, selector: ({fact, commune}) => `${fact} ${commune}`}
  )
  .map((all) =>
    all.map(({pair, day: far, ...rest}) => {
      const [reached = 0, total = 0] = sorted(pair);
      return {...rest, reached, total, day: `${far.years}/${far.days}`};
    })
  );

const counts = fc
  .record({
    total: small,
    shares: fc.array(fc.nat({max: 100}), {minLength: 6, maxLength: 6}),
    blanks: fc.array(fc.boolean(), {minLength: 7, maxLength: 7})
  })
  .map(({total, shares, blanks}) => {
    const part = (of: number, at: number): number => Math.floor((of * (shares[at] ?? 0)) / 100);
    const registered = part(total, 0);
    const excellent = part(total, 2);
    const good = part(total - excellent, 3);
    const average = part(total - excellent - good, 4);
    const values = {
      total_count: total,
      registered_count: registered,
      certified_count: part(registered, 1),
      xuat_sac_count: excellent,
      kha_count: good,
      trung_binh_count: average,
      yeu_count: total - excellent - good - average
    };
    return Object.fromEntries(
      Object.entries(values).map(([field, count], at) => [field, blanks[at] === true && at > 0 ? null : count])
    );
  });

export const summaries: fc.Arbitrary<MeantSummary[]> = fc.uniqueArray(
  fc.record({
    commune: fc.nat({max: 20}),
    type: fc.constantFrom(
      "khu_dan_cu" as const,
      "co_quan" as const,
      "doanh_nghiep" as const,
      "co_so_giao_duc" as const,
      "commune" as const
    ),
    counts
  }),
  {minLength: 1, maxLength: 8, selector: ({commune, type}) => `${type} ${commune}`}
);
