import type {Severity} from "../../../loaders/vocabulary.ts";
import {ruleGroups} from "./methodRules.ts";

/** Names of the reasons for which a whole file is not read; they are written where the bytes are opened, not among the rules. */
const FILE_REASONS: Readonly<Record<string, string>> = {
  duplicate: "Trùng từng byte với tệp khác",
  file_damaged: "Tệp bị hỏng",
  file_empty: "Tệp rỗng",
  file_encrypted: "Tệp đặt mật khẩu",
  file_format_not_read: "Kiểu tệp chưa đọc được",
  file_not_opened: "Không mở được tệp",
  file_not_spreadsheet: "Không phải bảng tính",
  file_too_large: "Tệp quá lớn",
  file_unsafe: "Tệp không an toàn",
  receipts: "Dòng của receipts.csv"
};

/** Said of a rule that has no name yet: its id is never shown to a person. */
const UNNAMED = "Kiểm tra khác";

/** The Vietnamese name of every check that can stand in `issues`, by id. */
export function ruleTitles(): Map<string, string> {
  const titles = new Map(Object.entries(FILE_REASONS));
  for (const {rules} of ruleGroups()) for (const {id, title} of rules) titles.set(id, title);
  return titles;
}

/** A rule as the page names it. */
export interface NamedRule {
  id: string;
  title: string;
  severity: Severity;
}

/** Names the rules found in the data, the heaviest first, then by name. */
export function namedRules(found: readonly {rule: string; severity: Severity}[]): NamedRule[] {
  const titles = ruleTitles();
  const order: readonly Severity[] = ["row_error", "value_error", "warning", "info"];
  return found
    .map(({rule, severity}) => ({id: rule, title: titles.get(rule) ?? UNNAMED, severity}))
    .sort(
      (a, b) =>
        order.indexOf(a.severity) - order.indexOf(b.severity) || (a.title < b.title ? -1 : a.title > b.title ? 1 : 0)
    );
}
