import type {Fact, FieldType, Form, Forms, IdentityKind} from "../validate/form.ts";
import type {FormId} from "../vocabulary.ts";

/** A column of a form as it is handed out. */
export interface TemplateField {
  id: string;
  title: string;
  type: FieldType;
  need: "must" | "should" | "may";
  /** "" where the definition says nothing. */
  meaning: string;
  example: string;
  /** Greatest count that can be; null where there is no bound of its own. */
  maximum: number | null;
  /** The cell may say "không thuộc diện" in place of a number. */
  mayNotConcern: boolean;
}

export interface TemplateForm {
  id: FormId;
  title: string;
  purpose: string;
  fields: readonly TemplateField[];
}

/** A row of Thông tin chung. */
export interface TemplateFact {
  id: string;
  title: string;
  kind: Fact["kind"];
}

/** What templates and the page about them need of `data/forms`: plain data, sent to the browser as JSON. */
export interface TemplateForms {
  forms: Readonly<Record<FormId, TemplateForm>>;
  facts: readonly TemplateFact[];
  /** Labels of the rows that say whose file it is. */
  identity: Readonly<Record<IdentityKind, string>>;
}

/** Types of columns that are read from files and not handed out. */
const NOT_HANDED_OUT: ReadonlySet<FieldType> = new Set(["ignored"]);

/** Takes from the definitions of the forms what is handed out; columns stand in the order of the definition. */
export function templateForms({forms}: Forms): TemplateForms {
  const {facts = {}, identity} = forms.commune_facts;
  const label = (kind: IdentityKind): string => identity?.[kind][0] ?? kind;
  return {
    forms: {
      unit_list: templateForm(forms.unit_list),
      models: templateForm(forms.models),
      commune_facts: templateForm(forms.commune_facts),
      summary: templateForm(forms.summary)
    },
    facts: Object.entries(facts).map(([id, {title, kind}]) => ({id, title, kind})),
    identity: {
      province: label("province"),
      district: label("district"),
      commune: label("commune"),
      year: label("year"),
      period: label("period"),
      stage: label("stage")
    }
  };
}

function templateForm({id, title, purpose = "", fields}: Form): TemplateForm {
  return {
    id,
    title,
    purpose,
    fields: Object.entries(fields)
      .filter(([, {type}]) => !NOT_HANDED_OUT.has(type))
      .map(([field, {title: name, type, need, meaning = "", example = "", maximum = null, not_concerned}]) => ({
        id: field,
        title: name,
        type,
        need,
        meaning,
        example,
        maximum,
        mayNotConcern: not_concerned !== undefined
      }))
  };
}
