import {z} from "zod";
import {FORMS, type FormId} from "../vocabulary.ts";

/** What a column holds; each type that has values is read by `values/<type>.ts`. */
const FIELD_TYPES = [
  "ordinal",
  "code",
  "name",
  "text",
  "unit_type",
  "commune",
  "commune_code",
  "former_commune",
  "district",
  "year",
  "managed_level",
  "exclusion",
  "tick",
  "yes_no",
  "result",
  "class",
  "model_class",
  "date",
  "count",
  "score",
  "share",
  "fact",
  "ignored"
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

const words = z.array(z.string().min(1));

const fieldSchema = z.strictObject({
  /** Vietnamese name of the field, for messages and for the forms we hand out. */
  title: z.string().min(1),
  type: z.enum(FIELD_TYPES),
  /** Of the forms we hand out: a row is nothing without it, an indicator needs it, or it is filled in where there is something to say. */
  need: z.enum(["must", "should", "may"]).default("may"),
  /** What the sender writes here, a sentence or two. */
  meaning: z.string().optional(),
  /** A value as the sender writes it. */
  example: z.string().optional(),
  /** Spellings of the header, written as `data/forms/unit_list.yaml` explains. */
  headers: words.min(1),
  /** What an empty cell of a used tick column means. */
  blank: z.enum(["missing", "no"]).default("missing"),
  /** Field that takes the day when a tick column holds one. */
  or_date: z.string().optional(),
  /** Field that takes the second number of a fraction "59/61". */
  total: z.string().optional(),
  /** Field that becomes false where the cell says "không thuộc diện". */
  not_concerned: z.string().optional(),
  /** Required field that the column is where the form has no other for it: a list of communes has only the column "Xã, phường". */
  may_be: z.string().optional(),
  /** Greatest count that can be. */
  maximum: z.int().positive().optional(),
  /** Headers of tick columns, one column for each value. */
  choices: z.record(z.string(), words.min(1)).optional()
});
export type Field = z.infer<typeof fieldSchema>;

const FACT_KINDS = ["coverage", "yes_no", "date", "held"] as const;
const factSchema = z.strictObject({title: z.string().min(1), kind: z.enum(FACT_KINDS), labels: words.min(1)});
export type Fact = z.infer<typeof factSchema>;

const identitySchema = z.strictObject({
  province: words,
  district: words,
  commune: words,
  year: words,
  period: words,
  stage: words
});
export type IdentityKind = keyof z.infer<typeof identitySchema>;

const formSchema = z
  .strictObject({
    id: z.enum(Object.keys(FORMS) as [FormId, ...FormId[]]),
    title: z.string().min(1),
    /** What a row of the form is, for the forms we hand out. */
    purpose: z.string().optional(),
    /** Names of sheets that usually hold the form; they only break ties. */
    sheets: words,
    required: words,
    one_of: words.min(1),
    never: words,
    repeats: z.literal("unit_type").optional(),
    fields: z.record(z.string(), fieldSchema),
    facts: z.record(z.string(), factSchema).optional(),
    identity: identitySchema.optional()
  })
  .superRefine((form, context) => {
    const named = [...form.required, ...form.one_of];
    for (const field of Object.values(form.fields)) {
      for (const other of [field.or_date, field.total, field.may_be]) if (other !== undefined) named.push(other);
    }
    for (const name of named) {
      if (!(name in form.fields)) context.addIssue({code: "custom", message: `unknown field: ${name}`});
    }
  });
export type Form = z.infer<typeof formSchema>;

const byType = z.strictObject({
  khu_dan_cu: words,
  xa: words,
  phuong: words,
  thi_tran: words,
  dac_khu: words,
  co_quan: words,
  doanh_nghiep: words,
  co_so_giao_duc: words
});

const nameTest = z.strictObject({contains: words, not: words});

const layoutSchema = z.strictObject({
  unit_types: byType,
  commune_types: words,
  column_words: byType.partial(),
  fillers: words,
  name_beginnings: byType,
  /** Left out by an operator's own forms: no type is then doubted. */
  telling_beginnings: byType.partial().default({}),
  excluded_names: z.strictObject({mam_non: nameTest, tieu_hoc: nameTest, luc_luong_vu_trang: nameTest}),
  totals: words,
  totals_with_more: words,
  signatures: words,
  title_labels: z.strictObject({year: words, commune: words}),
  stages: z.strictObject({so_bo: words, chinh_thuc: words}),
  periods: z.strictObject({"6_thang": words, nam: words}),
  simulated: words,
  /** Names of sheets that only explain how to fill in a form. */
  guides: words.default([])
});
export type Layout = z.infer<typeof layoutSchema>;

/** Everything `data/forms` says: the four forms and the words they share. Plain data: goes to the browser as JSON. */
export interface Forms {
  forms: Readonly<Record<FormId, Form>>;
  layout: Layout;
}

/**
 * Checks the parsed documents of `data/forms`, keyed by file name ("unit_list.yaml").
 * @throws Error naming the file and the entry that is wrong or missing.
 */
export function parseForms(documents: Readonly<Record<string, unknown>>): Forms {
  const forms = new Map<FormId, Form>();
  let layout: Layout | undefined;
  for (const [file, document] of Object.entries(documents)) {
    if (/^layout\.ya?ml$/.test(file)) layout = checked(layoutSchema, document, file);
    else {
      const form = checked(formSchema, document, file);
      if (forms.has(form.id)) throw new Error(`${file}: form ${form.id} is defined twice`);
      forms.set(form.id, form);
    }
  }
  if (layout === undefined) throw new Error("forms: layout.yaml is missing");
  for (const id of Object.keys(FORMS) as FormId[]) {
    if (!forms.has(id)) throw new Error(`forms: ${id}.yaml is missing`);
  }
  return {forms: Object.fromEntries(forms) as Record<FormId, Form>, layout};
}

function checked<T>(schema: z.ZodType<T>, document: unknown, file: string): T {
  const parsed = schema.safeParse(document);
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
