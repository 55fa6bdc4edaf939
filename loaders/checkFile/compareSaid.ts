import {areaTitle} from "../reference/areaTitle.ts";
import type {Commune, Register} from "../reference/register.ts";
import {IssueLog} from "../validate/issueLog.ts";
import type {Issue, Reading} from "../validate/reading.ts";
import {ownerTitle} from "./ownerTitle.ts";
import {saidCommuneDiffers, saidYearDiffers} from "./saidRules.ts";

/** What a person says of a file: whose it is and of what year. */
export interface Said {
  communeCode: string | null;
  year: number | null;
}

/** What the file says otherwise than the person: a problem each. A file that says nothing contradicts nobody. */
export function compareSaid(reading: Reading, {communeCode, year}: Said, register: Register): Issue[] {
  const log = new IssueLog();
  if (year !== null && reading.year !== null && reading.year !== year) {
    log.report(saidYearDiffers, {sheet: null}, {text: String(reading.year), detail: String(year)});
  }
  const rows = [reading.units, reading.models, reading.facts, reading.summaries].flat();
  if (communeCode !== null && rows.length > 0 && rows.some(({commune_code}) => commune_code !== communeCode)) {
    const text = ownerTitle(reading, register) ?? "nơi khác";
    log.report(saidCommuneDiffers, {sheet: null}, {text, detail: communeTitle(communeCode, register) ?? communeCode});
  }
  return log.issues;
}

/** "phường Sầm Sơn"; null if the register has no commune of the code. A code that was given again means the present commune. */
export function communeTitle(code: string, {communes}: Register): string | null {
  const ofCode = communes.filter((commune) => commune.code === code);
  const commune: Commune | undefined = ofCode.find(({valid_to}) => valid_to === null) ?? ofCode[0];
  if (commune === undefined) return null;
  const title = areaTitle(commune);
  return title.charAt(0).toLowerCase() + title.slice(1);
}
