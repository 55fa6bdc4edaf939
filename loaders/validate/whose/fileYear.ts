import type {ValidationContext} from "../context.ts";
import type {IssueLog} from "../issueLog.ts";
import {folderYearDiffers, yearFromFolder, yearRange, yearsDiffer} from "../rules/fileRules.ts";
import {unknownYearText} from "../rules/valueRules.ts";
import {readYear} from "../values/year.ts";
import type {Identity, Said, Titles} from "./said.ts";

/**
 * Year of the file: Thông tin chung, else the titles, else receipts.csv. The folder's year checks it, and stands in with a
 * warning where nothing else says a year. Null if nothing does.
 */
export function fileYear(
  identity: Identity,
  titles: readonly Titles[],
  {receipt, folderYear}: ValidationContext,
  log: IssueLog
): number | null {
  const said = yearOfIdentity(identity.year, log) ?? yearOfTitles(titles, log) ?? receipt?.year ?? null;
  if (said === null) {
    if (folderYear !== null) log.report(yearFromFolder, {sheet: null}, {text: String(folderYear)});
    return folderYear;
  }
  for (const {year} of titles) {
    if (year === null || year.year === said) continue;
    const {sheet, cell} = year.said;
    log.report(yearsDiffer, {sheet, cell}, {text: String(year.year), detail: String(said)});
  }
  if (folderYear !== null && folderYear !== said) {
    const place = identity.year ?? titles.find(({year}) => year?.year === said)?.year?.said;
    const at = {sheet: place?.sheet ?? null, cell: place?.cell};
    log.report(folderYearDiffers, at, {text: String(said), detail: String(folderYear)});
  }
  return said;
}

function yearOfIdentity(said: Said | undefined, log: IssueLog): number | null {
  if (said === undefined) return null;
  const {sheet, cell} = said;
  const {value, fault} = readYear(cell);
  if (fault !== null)
    log.report({...unknownYearText, severity: "warning"}, {sheet, cell}, {header: "Năm", text: fault.text});
  if (value?.isRange === true) log.report(yearRange, {sheet, cell}, {detail: String(value.year)});
  return value?.year ?? null;
}

function yearOfTitles(titles: readonly Titles[], log: IssueLog): number | null {
  const first = titles.find(({year}) => year !== null)?.year;
  if (first === undefined || first === null) return null;
  if (first.isRange) {
    log.report(yearRange, {sheet: first.said.sheet, cell: first.said.cell}, {detail: String(first.year)});
  }
  return first.year;
}
