import type {Period, Stage} from "../../vocabulary.ts";
import type {ValidationContext} from "../context.ts";
import type {IssueLog} from "../issueLog.ts";
import type {Words} from "../recognise/compileForms.ts";
import {unknownStage} from "../rules/fileRules.ts";
import {periodOf, stageOf, stageOfText, type Identity, type Titles} from "./said.ts";

/** Stage of the figures: Thông tin chung, else the titles, else the file's name, else receipts.csv; final if nothing says. */
export function stageOfFile(
  identity: Identity,
  titles: readonly Titles[],
  {file, receipt}: ValidationContext,
  words: Words,
  log: IssueLog
): Stage {
  if (identity.stage !== undefined) {
    const {sheet, cell, text} = identity.stage;
    const said = stageOfText(text, words);
    if (said !== null) return said;
    log.report(unknownStage, {sheet, cell}, {text});
  }
  const titled = titles.find(({stage}) => stage !== null)?.stage ?? null;
  const name = file.split(/[\\/]/).at(-1) ?? file;
  return titled ?? stageOf(name, words) ?? receipt?.stage ?? "chinh_thuc";
}

/** Period of the figures: Thông tin chung, else the titles; the whole year if nothing says. */
export function periodOfFile(identity: Identity, titles: readonly Titles[], words: Words): Period {
  const said = identity.period === undefined ? null : periodOf(identity.period.text, words);
  return said ?? titles.find(({period}) => period !== null)?.period ?? "nam";
}
