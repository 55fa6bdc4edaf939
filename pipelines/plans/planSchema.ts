import {z} from "zod";
import {MANAGED_LEVELS, type UnitType, UNIT_GROUPS, UNIT_TYPES} from "../../loaders/vocabulary.ts";

/**
 * One plan (kế hoạch) or norm (quy định) as `data/plans/<id>.yaml` states it: targets, deadlines, award conditions and
 * exclusions, each with its clause. A clause that is judged names its indicator, its subject and an exact value.
 */

/** Types of units in each group that a target may name; groups joined by "+" must not share a type. */
const TYPES_OF_GROUP: Readonly<Record<string, readonly UnitType[]>> = {
  ...Object.fromEntries(Object.entries(UNIT_GROUPS).map(([group, {types}]) => [group, types])),
  ...Object.fromEntries((Object.keys(UNIT_TYPES) as UnitType[]).map((type) => [type, [type]]))
};

/**
 * Unit types of a group, or of several joined by "+" ("commune+organisations").
 * @throws Error naming the group that is unknown, or the type that is named twice.
 */
export function typesOfGroup(group: string): UnitType[] {
  const types = group.split("+").flatMap((part) => {
    const found = TYPES_OF_GROUP[part];
    if (!found) throw new Error(`nhóm đơn vị "${part}" không có; các nhóm: ${Object.keys(TYPES_OF_GROUP).join(", ")}`);
    return found;
  });
  const repeated = types.find((type, i) => types.indexOf(type) !== i);
  if (repeated)
    throw new Error(`loại hình "${repeated}" nằm trong hai nhóm của "${group}"; chỉ ghép các nhóm rời nhau`);
  return types;
}

const text = z.string().trim().min(1);
const identifier = z.string().regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/, "mã chỉ gồm chữ, số và dấu gạch nối");
const conditionId = z
  .string()
  .regex(/^[a-z0-9]+(_[a-z0-9]+)*$/, "mã điều kiện chỉ gồm chữ thường, số và dấu gạch dưới");
const isoDay = z.iso.date("ngày viết dạng 2025-11-15");

const AREA_LEVELS = ["country", "province", "district", "commune"] as const;
const managedLevels = z.union([
  z.literal("all"),
  z.array(z.enum(Object.keys(MANAGED_LEVELS) as (keyof typeof MANAGED_LEVELS)[])).min(1)
]);

const unitGroup = text.superRefine((group, context) => {
  try {
    typesOfGroup(group);
  } catch (error) {
    context.addIssue({code: "custom", message: (error as Error).message});
  }
});

/** Where a statement stands in the document, and its own words. */
const clause = {clause: text, locator: text.optional(), interpretation: text.optional()};

const targetSchema = z
  .strictObject({
    id: identifier,
    title: text,
    ...clause,
    locator: text,
    quote: text,
    indicator: z.string().regex(/^[a-z0-9_]+$/, "mã chỉ tiêu chỉ gồm chữ thường, số và dấu gạch dưới"),
    unit_group: unitGroup,
    /** Left out: the levels of the plan. */
    managed_levels: managedLevels.optional(),
    /** `aggregate`: one figure over the area; else each commune, unit or model by itself, or the board that is named. */
    subject: z.enum(["aggregate", "commune", "unit", "model", "board"]),
    board: z.strictObject({id: identifier, name: text, aliases: z.array(text).default([])}).optional(),
    comparator: z.enum([">=", ">", "="]),
    measure: z.enum(["percent", "count"]),
    value: z.number().min(0),
    /** "Phấn đấu": what the plan strives for. */
    aspirational: z.boolean().default(false)
  })
  .superRefine((target, context) => {
    const refuse = (path: string, message: string): void =>
      context.addIssue({code: "custom", path: [path], message, input: target[path as keyof typeof target]});
    if (target.measure === "percent") {
      if (target.value > 100) refuse("value", "tỷ lệ phần trăm không quá 100");
      if (Math.abs(target.value * 100 - Math.round(target.value * 100)) > 1e-6)
        refuse("value", "tỷ lệ phần trăm có nhiều nhất hai chữ số thập phân");
      if (target.comparator === ">" && target.value >= 100) refuse("value", "không tỷ lệ nào trên 100%");
      if (target.comparator === "=" && target.value !== 100) refuse("value", 'so sánh "=" chỉ dùng cho 100%');
    } else {
      if (!Number.isInteger(target.value)) refuse("value", "số đếm là số nguyên");
      if (target.comparator === "=" && target.value !== 0) refuse("value", 'so sánh "=" của số đếm chỉ dùng cho 0');
    }
    if ((target.subject === "board") !== (target.board !== undefined))
      refuse("board", 'ghi "board" (id, name) khi và chỉ khi subject là "board"');
  });
export type Target = z.infer<typeof targetSchema>;

/** What in the submitted files shows that a duty was done; `none`: nothing does. */
const EVIDENCE = [
  "annual_report",
  "half_year_report",
  "plan_issued",
  "registration",
  "award_registration",
  "award_dossier",
  "none"
] as const;

const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "tháng-ngày viết dạng 11-15");
const dueSchema = z.discriminatedUnion("rule", [
  /** "Trước ngày D": the last good day is D − 1. */
  z.strictObject({rule: z.literal("before"), day: isoDay.optional(), month_day: monthDay.optional()}),
  /** "Trong Quý I": the day itself still counts. */
  z.strictObject({rule: z.literal("within"), day: isoDay.optional(), month_day: monthDay.optional()}),
  z.strictObject({rule: z.literal("from"), day: isoDay}),
  z.strictObject({rule: z.literal("periodic"), text}),
  z.strictObject({rule: z.literal("on_request")})
]);

const deadlineSchema = z
  .strictObject({
    id: identifier,
    title: text,
    ...clause,
    quote: text.optional(),
    who: text,
    to: text.optional(),
    /** On which areas the duty falls: the plan's own, the level just below as it stands on the due day, each commune, none. */
    respondents: z.enum(["own", "next_level", "communes", "none"]),
    evidence: z.enum(EVIDENCE),
    due: dueSchema
  })
  .superRefine(({due}, context) => {
    if ((due.rule === "before" || due.rule === "within") && (due.day === undefined) === (due.month_day === undefined)) {
      const message = 'ghi một trong hai: "day" (một ngày) hoặc "month_day" (mỗi năm)';
      context.addIssue({code: "custom", path: ["due"], message, input: due});
    }
  });
export type Deadline = z.infer<typeof deadlineSchema>;

/** Tests of an award condition that a submitted row can answer; `not_tracked`: no form asks for it. */
export const CONDITION_TESTS = [
  "certified",
  "class_excellent",
  "good_model",
  "block_leader",
  "merit_certificates",
  "replicated_model",
  "no_complex_case",
  "no_petition",
  "has_plan",
  "award_registered",
  "plan_done",
  "graded",
  "not_tracked"
] as const;
export type ConditionTest = (typeof CONDITION_TESTS)[number];

const awardSchema = z.strictObject({
  id: identifier,
  title: text,
  ...clause,
  quote: text,
  who: text,
  candidates: z.enum(["communes", "organisations", "enterprises", "units", "models", "none"]),
  conditions: z
    .array(
      z.strictObject({
        id: conditionId,
        text,
        test: z.enum(CONDITION_TESTS),
        minimum: z.int().min(1).optional()
      })
    )
    .min(1)
});
export type Award = z.infer<typeof awardSchema>;

const exclusionSchema = z.strictObject({id: identifier, ...clause, quote: text.optional(), text});

export const planSchema = z
  .strictObject({
    id: identifier,
    kind: z.enum(["plan", "norm"]),
    title: text,
    /** Kind, number and day of the document, as cited. */
    document: text,
    issuer: text,
    level: z.enum(AREA_LEVELS),
    area: z.strictObject({
      level: z.enum(AREA_LEVELS),
      code: text,
      /** Register the code belongs to: until 30/6/2025, or since. */
      register: z.enum(["former", "current"])
    }),
    signed_date: isoDay.optional(),
    /** `to` left out: open-ended. */
    years: z.strictObject({from: z.int().min(2000).max(2100), to: z.int().min(2000).max(2100).optional()}),
    /** Managing levels whose units the plan counts ("thuộc thẩm quyền hoặc được ủy quyền quản lý"). */
    managed_levels: managedLevels,
    targets: z.array(targetSchema),
    deadlines: z.array(deadlineSchema),
    awards: z.array(awardSchema),
    exclusions: z.array(exclusionSchema)
  })
  .superRefine((plan, context) => {
    if (plan.years.to !== undefined && plan.years.to < plan.years.from)
      context.addIssue({code: "custom", path: ["years"], message: "năm cuối trước năm đầu", input: plan.years});
    const seen = new Set<string>();
    for (const part of ["targets", "deadlines", "awards", "exclusions"] as const) {
      plan[part].forEach(({id}, i) => {
        if (seen.has(id))
          context.addIssue({code: "custom", path: [part, i, "id"], message: "mã này đã dùng ở trên", input: id});
        seen.add(id);
      });
    }
    plan.awards.forEach((award, i) => {
      const ids = award.conditions.map(({id}) => id);
      const repeated = ids.find((id, k) => ids.indexOf(id) !== k);
      if (repeated !== undefined)
        context.addIssue({code: "custom", path: ["awards", i], message: "điều kiện lặp lại", input: repeated});
    });
  });
export type Plan = z.infer<typeof planSchema>;
