import {escapeXml} from "./escapeXml.ts";
import type {Validation} from "./plannedSheet.ts";

/** Excel refuses a file whose messages are longer. */
const MOST_MESSAGE = 255;
const MOST_TITLE = 32;

/** The element `dataValidations` of a worksheet; "" for none. @throws Error for a message that is too long for Excel. */
export function validationsXml(validations: readonly Validation[]): string {
  if (validations.length === 0) return "";
  return `<dataValidations count="${validations.length}">${validations.map(validationXml).join("")}</dataValidations>`;
}

function validationXml({range, rule, strictness, title, error, prompt}: Validation): string {
  for (const message of [error, prompt ?? ""])
    if (message.length > MOST_MESSAGE) throw new Error(`message of ${range} too long for Excel: ${message}`);
  const heading = escapeXml(title.length > MOST_TITLE ? `${title.slice(0, MOST_TITLE - 1)}…` : title);
  const asks = strictness === "warning" ? ' errorStyle="warning"' : "";
  const prompts =
    prompt === undefined ? "" : ` showInputMessage="1" promptTitle="${heading}" prompt="${escapeXml(prompt)}"`;
  const type = rule.kind === "list" || rule.kind === "custom" ? rule.kind : `${rule.kind}" operator="between`;
  return `<dataValidation type="${type}"${asks} allowBlank="1"${prompts} showErrorMessage="1" errorTitle="${heading}" error="${escapeXml(error)}" sqref="${range}">${formulas(rule)}</dataValidation>`;
}

function formulas(rule: Validation["rule"]): string {
  if (rule.kind === "list") return `<formula1>${escapeXml(rule.source)}</formula1>`;
  if (rule.kind === "custom") return `<formula1>${escapeXml(rule.formula)}</formula1>`;
  return `<formula1>${rule.from}</formula1><formula2>${rule.to}</formula2>`;
}
