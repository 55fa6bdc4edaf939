import {sql} from "kysely";
import type {Outcome, Population} from "./indicator.ts";
import {CLASSES, type MovementClass} from "../../loaders/vocabulary.ts";
import {literals} from "../database/words.ts";

/** Units under Thông tư 124/2021/TT-BCA (Art. 1): every listed unit without an exclusion reason. */
export const ELIGIBLE: Population = {
  member: sql`is_eligible`,
  fields: ["unit_name"],
  summary: {count: sql`total_count`, unknown_count: sql`0`, fields: ["total_count"]}
};

/** Units that registered; one that does not say is unknown, neither in nor out. */
export const REGISTERED: Population = {
  member: sql`(is_eligible and is_registered)`,
  fields: ["is_registered"],
  summary: {
    count: sql`coalesce(registered_count, 0)`,
    unknown_count: sql`case when registered_count is null then total_count else 0 end`,
    fields: ["registered_count"]
  }
};

const CLASS_FIELDS = ["xuat_sac_count", "kha_count", "trung_binh_count", "yeu_count"] as const;
const classified = sql<number>`(${sql.join(
  CLASS_FIELDS.map((field) => sql`coalesce(${sql.ref(field)}, 0)`),
  sql` + `
)})`;
const unclassified = sql<number>`greatest(total_count - ${classified}, 0)`;

/** Units that have a class (phân loại); one without is unknown: it will have one. */
export const CLASSIFIED: Population = {
  member: sql`(is_eligible and nullif(class is not null, false))`,
  fields: ["class"],
  summary: {count: classified, unknown_count: unclassified, fields: CLASS_FIELDS}
};

export const IS_REGISTERED: Outcome = {
  holds: sql`is_registered`,
  fields: ["is_registered"],
  summary: {
    count: sql`coalesce(registered_count, 0)`,
    unknown_count: sql`case when registered_count is null then total_count else 0 end`,
    fields: ["registered_count"]
  }
};

/** Certified "An toàn về an ninh, trật tự". A unit that did not register and has no result is not certified. */
export const IS_CERTIFIED: Outcome = {
  holds: sql`coalesce(is_certified, nullif(is_registered, true))`,
  fields: ["is_certified"],
  summary: {
    count: sql`coalesce(certified_count, 0)`,
    unknown_count: sql`case when certified_count is null then total_count else 0 end`,
    fields: ["certified_count"]
  }
};

/** Classified as one of `classes`; unknown without a class, never "Yếu". */
export const hasClass = (...classes: MovementClass[]): Outcome => ({
  holds: sql`class in (${literals(classes)})`,
  fields: ["class"],
  summary: {
    count: sql`(${sql.join(
      classes.map((each) => sql`coalesce(${sql.ref(`${each}_count`)}, 0)`),
      sql` + `
    )})`,
    unknown_count: unclassified,
    fields: classes.map((each) => `${each}_count` as const)
  }
});

/** Classes at least as good as `worst`. */
export const hasClassAtLeast = (worst: MovementClass): Outcome => {
  const ordered = Object.keys(CLASSES) as MovementClass[];
  return hasClass(...ordered.slice(0, ordered.indexOf(worst) + 1));
};

/** A tick of the unit list (a condition of Biểu tổng hợp has no such column). */
export const isTicked = (field: "is_exemplary_registered" | "is_exemplary_reached"): Outcome => ({
  holds: sql`${sql.ref(field)}`,
  fields: [field],
  summary: null
});
