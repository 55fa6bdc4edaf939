import {foldKey} from "../validate/foldKey.ts";
import {writeXlsx} from "../write/writeXlsx.ts";
import {factSheet} from "./factSheet.ts";
import {type ExplainedSheet, guideSheet} from "./guideSheet.ts";
import {TEMPLATE_STYLES, type TemplateLook} from "./looks.ts";
import {modelSheet} from "./modelSheet.ts";
import type {TemplateFill} from "./templateFill.ts";
import type {TemplateForm, TemplateForms} from "./templateForms.ts";
import type {PlannedSheet} from "../write/plannedSheet.ts";
import {markOf} from "./titleRows.ts";
import {unitSheet} from "./unitSheet.ts";
import {wordLists} from "./wordSheet.ts";

/** A form ready to be handed out. */
export interface Template {
  fileName: string;
  bytes: Uint8Array;
}

/**
 * Makes the workbook of a commune's form, or of a province's for the units it manages: instructions, unit list, models, facts. Reading it
 * with the loaders gives back whose it is and the units it was filled with. Pure: equal input gives equal bytes, in Node and in the browser.
 */
export function makeTemplate(fill: TemplateFill, forms: TemplateForms): Template {
  const words = wordLists(fill);
  const tables: [TemplateForm, PlannedSheet<TemplateLook>][] = [
    [forms.forms.unit_list, unitSheet(forms.forms.unit_list, fill, words)],
    ...(fill.owner?.level === "province"
      ? []
      : [
          [forms.forms.models, modelSheet(forms.forms.models, fill, words)] as [
            TemplateForm,
            PlannedSheet<TemplateLook>
          ]
        ]),
    [forms.forms.commune_facts, factSheet(forms, fill, words)]
  ];
  const guide = guideSheet(
    fill,
    tables.map(([form, sheet]) => explained(form, sheet))
  );
  const mark = markOf(fill);
  const bytes = writeXlsx([guide, ...tables.map(([, sheet]) => sheet), words.sheet], TEMPLATE_STYLES, {
    title: `Biểu an toàn về an ninh, trật tự năm ${fill.year}${fill.owner === null ? "" : `, ${fill.owner.title}`}`,
    subject: mark === null ? "Biểu điền sẵn đơn vị" : `${mark}: xã, phường là thật, đơn vị là giả lập`,
    creator: "Toàn dân bảo vệ an ninh Tổ quốc",
    created: fill.day
  });
  return {fileName: templateName(fill), bytes};
}

/** "14797_hac-thanh_2026.xlsx"; of a blank form "bieu-trong_2026.xlsx". */
export function templateName({owner, year}: Pick<TemplateFill, "owner" | "year">): string {
  if (owner === null) return `bieu-trong_${year}.xlsx`;
  const name = foldKey(owner.name).replaceAll(" ", "-");
  return owner.level === "province" ? `tinh-${owner.code}_${name}_${year}.xlsx` : `${owner.code}_${name}_${year}.xlsx`;
}

/** The titles of the columns as the sheet holds them, in its last frozen row. */
function explained(form: TemplateForm, {rows, frozenRows}: PlannedSheet<TemplateLook>): ExplainedSheet {
  const head = rows.find(({row}) => row === frozenRows);
  return {form, columns: head?.cells.map(({value}) => (typeof value === "string" ? value : "")) ?? []};
}
