import {plainKey} from "../components/searchIndex.js";
import {SEVERITY_ORDER, type SeverityCode} from "../components/stateMark.js";
import type {Quality, QualityYear, RuleCount} from "../data/queries/quality.ts";
import type {
  QualityCommune,
  QualityFile,
  QualityFiles,
  QualityIssues,
  SeverityCounts
} from "../data/queries/qualityYear.ts";
import type {NamedRule} from "../data/queries/ruleTitles.ts";

/** What the reader chose of the issues. */
export interface IssueFilter {
  /** A severity, "phai-sua" for the two that must be mended, "all". */
  severity: SeverityCode | "phai-sua" | "all";
  rule: string | null;
  /** Code of a commune: as it reported, or of the present one that took it over, as `boundary` says. */
  commune: string | null;
  boundary: "current" | "as_reported";
  /** Id of a file. */
  file: string | null;
  search: string;
  /** Only files still in use. */
  isOpenOnly: boolean;
}

/** An issue with everything the list says of it. */
export interface IssueRow {
  file: QualityFile | null;
  commune: QualityCommune | null;
  rule: NamedRule | null;
  isOpen: boolean;
  sheet: string | null;
  cell: string | null;
  value: string | null;
  message: string;
  remedy: string;
}

/** A rule of a year, counted over the files asked for. */
export interface RuleRow {
  rule: NamedRule;
  count: number;
  files: number;
  communes: number;
}

/** The severity a link names; "all" for one that is none. */
export function knownSeverity(value: string | undefined): IssueFilter["severity"] {
  if (value === "phai-sua") return value;
  return SEVERITY_ORDER.find((severity) => severity === value) ?? "all";
}

/** The rules of a year that found something, the heaviest first and then the most frequent. */
export function ruleRows(rules: readonly NamedRule[], counts: readonly RuleCount[], isOpenOnly: boolean): RuleRow[] {
  return counts
    .flatMap((row) => {
      const rule = rules[row.rule];
      if (!rule) return [];
      return isOpenOnly
        ? [{rule, count: row.open_count, files: row.open_files, communes: row.open_communes}]
        : [{rule, count: row.count, files: row.files, communes: row.communes}];
    })
    .filter(({count}) => count > 0)
    .sort(
      (a, b) => SEVERITY_ORDER.indexOf(a.rule.severity) - SEVERITY_ORDER.indexOf(b.rule.severity) || b.count - a.count
    );
}

/** Issues by severity, over the files asked for. */
export function severityTotals(rows: readonly RuleRow[]): Record<SeverityCode, number> {
  const totals: Record<SeverityCode, number> = {row_error: 0, value_error: 0, warning: 0, info: 0};
  for (const {rule, count} of rows) totals[rule.severity] += count;
  return totals;
}

/** The year of the overview; null for one that is not there. */
export function qualityOfYear({years}: Pick<Quality, "years">, year: number): QualityYear | null {
  return years.find((one) => one.year === year) ?? null;
}

/** The issues of a year as rows. */
export function issueRows(
  issues: QualityIssues,
  {files, communes}: QualityFiles,
  rules: readonly NamedRule[]
): IssueRow[] {
  const word = (place: number | undefined): string | null => issues.words[place ?? -1] ?? null;
  return issues.file.map((file, i) => ({
    file: files[file] ?? null,
    commune: communes[issues.commune[i] ?? -1] ?? null,
    rule: rules[issues.rule[i] ?? -1] ?? null,
    isOpen: issues.open[i] === 1,
    sheet: word(issues.sheet[i]),
    cell: issues.cell[i] ?? null,
    value: word(issues.value[i]),
    message: word(issues.message[i]) ?? "",
    remedy: word(issues.remedy[i]) ?? ""
  }));
}

/** The issues a reader asked for; the words are looked for in file, place, value and message, with or without accents. */
export function filteredIssues(rows: readonly IssueRow[], filter: IssueFilter): IssueRow[] {
  const words = plainKey(filter.search);
  return rows.filter(
    (row) =>
      (!filter.isOpenOnly || row.isOpen) &&
      isOfSeverity(row, filter.severity) &&
      (filter.rule === null || row.rule?.id === filter.rule) &&
      (filter.file === null || row.file?.id === filter.file) &&
      (filter.commune === null || communeCode(row.commune, filter.boundary) === filter.commune) &&
      (words === "" || searchText(row).includes(words))
  );
}

function isOfSeverity({rule}: IssueRow, severity: IssueFilter["severity"]): boolean {
  if (severity === "all") return true;
  if (severity === "phai-sua") return rule?.severity === "row_error" || rule?.severity === "value_error";
  return rule?.severity === severity;
}

/** Codes were reused in 2025: on present boundaries a former commune answers to its successor's code alone. */
function communeCode(commune: QualityCommune | null, boundary: IssueFilter["boundary"]): string | null {
  if (commune === null) return null;
  return boundary === "current" ? commune.successor : commune.code;
}

const texts = new WeakMap<IssueRow, string>();

/** What is searched of a row, folded once: typing in a list of 20.000 stays quick. */
function searchText(row: IssueRow): string {
  const known = texts.get(row);
  if (known !== undefined) return known;
  const {file, commune, sheet, cell, value, message} = row;
  const text = plainKey(
    [file?.file, file?.area, commune?.name, sheet, cell, value, message].filter((part) => part != null).join(" ")
  );
  texts.set(row, text);
  return text;
}

/** A line of the communes' table. */
export interface CommuneRow {
  code: string;
  name: string;
  type: string;
  place: string;
  /** Page of a present commune; null for one that has ended. */
  href: string | null;
  issues: SeverityCounts;
  units: number;
  no_registration: number;
  no_result: number;
  no_class: number;
}

/**
 * Communes as they reported, or on present boundaries: former ones are added to the present commune that took all of them over; those that
 * were split stand in one line, "chưa xác định", so that the totals agree.
 */
export function communeRows({communes, successors}: QualityFiles, boundary: "current" | "as_reported"): CommuneRow[] {
  const rows = new Map<string, CommuneRow>();
  for (const commune of communes) {
    const isMoved = boundary === "current" && commune.register === "former";
    const key = isMoved ? (commune.successor ?? "") : `${commune.code} ${commune.register}`;
    const isPresent = boundary === "current" ? !isMoved || commune.successor !== null : commune.register === "current";
    const code = isMoved ? (commune.successor ?? "") : commune.code;
    const own = rows.get(isPresent ? `${code} current` : key);
    if (own) {
      add(own, commune);
      continue;
    }
    const name = isMoved ? (successors[code] ?? "chưa xác định (xã cũ bị chia)") : commune.name;
    rows.set(isPresent ? `${code} current` : key, {
      code,
      name,
      type: isMoved ? "" : commune.type,
      place: isMoved ? "" : commune.place,
      href: isPresent ? `./xa?ma=${code}` : null,
      issues: [...commune.issues],
      units: commune.units,
      no_registration: commune.no_registration,
      no_result: commune.no_result,
      no_class: commune.no_class
    });
  }
  return [...rows.values()];
}

function add(row: CommuneRow, {issues, units, no_registration, no_result, no_class}: QualityCommune): void {
  row.issues = row.issues.map((count, i) => count + (issues[i] ?? 0)) as SeverityCounts;
  row.units += units;
  row.no_registration += no_registration;
  row.no_result += no_result;
  row.no_class += no_class;
}

/** What must be mended: rows that were not loaded and values that were not read. */
export function mustFix([rows, values]: SeverityCounts): number {
  return rows + values;
}
