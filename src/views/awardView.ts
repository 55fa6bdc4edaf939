import type {AwardEntry} from "../data/queries/awardBook.ts";
import type {AwardCandidate, AwardYear} from "../data/queries/awardCandidates.ts";

/**
 * How a candidate stands: meets all that forms ask; lacks one and no more; lacks two or more whatever the rest; or at most one is known to
 * be lacking and something is not known, so that nobody may say yet.
 */
export const STANDINGS = ["du", "thieu_1", "thieu_nhieu", "chua_ro"] as const;
export type Standing = (typeof STANDINGS)[number];

export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  du: "Đủ điều kiện",
  thieu_1: "Thiếu một điều kiện",
  thieu_nhieu: "Thiếu từ hai điều kiện",
  chua_ro: "Còn chưa rõ"
};

/** A candidate with its conditions counted. Conditions that no form asks for are counted apart, for nobody is told of them. */
export interface AwardRow {
  candidate: AwardCandidate;
  commune: AwardYear["communes"][number] | undefined;
  met: number;
  missing: number;
  /** Asked for by a form, and not answered. */
  unknown: number;
  standing: Standing;
}

/** Candidates in order: who lacks least comes first, of those who know most; unknown is never counted as not met. */
export function awardRows({conditions}: Pick<AwardEntry, "conditions">, {candidates, communes}: AwardYear): AwardRow[] {
  const tracked = conditions.flatMap(({is_tracked}, i) => (is_tracked ? [i] : []));
  const rows = candidates.map((candidate): AwardRow => {
    const count = (sign: string): number => tracked.filter((i) => candidate.outcomes[i] === sign).length;
    const counts = {met: count("1"), missing: count("0"), unknown: count("?")};
    return {candidate, commune: communes[candidate.commune], ...counts, standing: standingOf(counts, tracked.length)};
  });
  return rows.sort(byMissing);
}

function standingOf({missing, unknown}: {missing: number; unknown: number}, tracked: number): Standing {
  if (missing > 1) return "thieu_nhieu";
  if (unknown > 0 || tracked === 0) return "chua_ro";
  return missing === 1 ? "thieu_1" : "du";
}

/** Fewer missing first, then fewer unknown; then by name. */
export function byMissing(a: AwardRow, b: AwardRow): number {
  return (
    a.missing - b.missing ||
    a.unknown - b.unknown ||
    a.candidate.name.localeCompare(b.candidate.name, "vi") ||
    (a.candidate.id < b.candidate.id ? -1 : 1)
  );
}

/** How many candidates stand where. */
export function standingCounts(rows: readonly AwardRow[]): Record<Standing, number> {
  const counts: Record<Standing, number> = {du: 0, thieu_1: 0, thieu_nhieu: 0, chua_ro: 0};
  for (const {standing} of rows) counts[standing]++;
  return counts;
}

/** How many candidates meet a condition, do not, or are not known to; and for how many it is the only one missing. */
export interface ConditionCount {
  id: string;
  text: string;
  is_tracked: boolean;
  met: number;
  missing: number;
  unknown: number;
  /** Candidates that lack this condition alone, and of whom all is known. */
  alone: number;
}

export function conditionCounts(
  {conditions}: Pick<AwardEntry, "conditions">,
  rows: readonly AwardRow[]
): ConditionCount[] {
  return conditions.map(({id, text, is_tracked}, i) => {
    const having = (sign: string): AwardRow[] => rows.filter(({candidate}) => candidate.outcomes[i] === sign);
    return {
      id,
      text,
      is_tracked,
      met: having("1").length,
      missing: having("0").length,
      unknown: having("?").length,
      alone: having("0").filter(({standing}) => standing === "thieu_1").length
    };
  });
}

export interface AwardFilter {
  standing: Standing | "all";
  /** Unit type, "mo_hinh", or "all". */
  kind: string;
  /** Commune by code, or "all". */
  commune: string;
  /** A condition and what it must be: `certified~0`; "" for any. */
  outcome: string;
  words: string;
}

/** The rows a filter leaves; words are compared without accents. */
export function filteredAwardRows(
  {conditions}: Pick<AwardEntry, "conditions">,
  rows: readonly AwardRow[],
  {standing, kind, commune, outcome, words}: AwardFilter
): AwardRow[] {
  const [id = "", sign = ""] = outcome.split("~");
  const at = conditions.findIndex((condition) => condition.id === id);
  const wanted = plain(words);
  return rows.filter(
    (row) =>
      (standing === "all" || row.standing === standing) &&
      (kind === "all" || row.candidate.type === kind) &&
      (commune === "all" || row.commune?.code === commune) &&
      (at === -1 || row.candidate.outcomes[at] === sign) &&
      (wanted === "" || plain(`${row.candidate.name} ${row.commune?.name ?? ""}`).includes(wanted))
  );
}

function plain(words: string): string {
  return words.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "d").toLowerCase().trim();
}

/** The award a link names, else that of the home area with candidates, else the one of the latest year with the most. */
export function chosenAward(awards: readonly AwardEntry[], link: string | undefined): AwardEntry | undefined {
  const best = [...awards]
    .filter(({years}) => years.length > 0)
    .sort((a, b) => {
      const [last, other] = [a.years.at(-1), b.years.at(-1)];
      return (
        Number(b.is_home) - Number(a.is_home) ||
        (other?.year ?? 0) - (last?.year ?? 0) ||
        (other?.candidates ?? 0) - (last?.candidates ?? 0)
      );
    })[0];
  return awards.find(({id}) => id === link) ?? best ?? awards[0];
}
