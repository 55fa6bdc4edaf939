import {type Kysely, sql} from "kysely";
import {UNIT_GROUPS, type UnitGroup} from "../../../loaders/vocabulary.ts";
import {indicatorMetadata} from "../../../pipelines/indicators/registry.ts";
import {FIRST_PRESENT_YEAR} from "../../../pipelines/registerOfYear.ts";
import type {PublicTables} from "../../../pipelines/tables.ts";
import {shortDocument} from "../../sentences/clauseWords.ts";
import {communeName} from "../../sentences/communeSentences.ts";
import {indicatorSentence, type SentenceTarget} from "../../sentences/indicatorSentence.ts";
import {wholeArea} from "../../sentences/nouns.ts";

/** Whose figures are put into sentences. */
export interface SentenceQuestion {
  area_code: string;
  year: number;
  boundary: "as_reported" | "current";
  /** Unit groups wanted; left out: the widest of each indicator, and those that a target names. */
  groups?: readonly UnitGroup[];
}

/** One sentence and what it is about. */
export interface AreaSentence {
  indicator: string;
  unit_group: string;
  target_id: string | null;
  sentence: string;
}

interface Row {
  indicator: string;
  unit_group: string;
  area_level: string;
  numerator: number;
  denominator: number;
  unknown_count: number;
  unreported_count: number;
  is_unbounded: boolean;
  is_final: boolean;
  before_numerator: number | null;
  before_denominator: number | null;
}

type JudgedRow = Omit<SentenceTarget, "clause" | "owner"> & {
  target_id: string;
  indicator: string;
  unit_group: string;
  managed_levels: string;
  clause: string;
  document: string;
  level: string;
  numerator: number;
  denominator: number;
  unknown_count: number;
  unreported_count: number;
};

const OWNERS: Readonly<Record<string, string>> = {
  country: "cả nước",
  province: "tỉnh",
  district: "huyện",
  commune: "xã"
};

/**
 * The sentences of an area and year: one for each indicator, the targets it is held against in their own counts (a plan that covers some
 * managing levels only counts those). A commune before and after a merger is another area: no change is told across it.
 */
export async function areaSentences(db: Kysely<PublicTables>, question: SentenceQuestion): Promise<AreaSentence[]> {
  const {area_code: code, year, boundary, groups} = question;
  const {rows} = await sql<Row>`
    select v.indicator, v.unit_group, v.area_level, v.numerator, v.denominator, v.unknown_count, v.unreported_count, v.is_unbounded,
      v.is_final, b.numerator as before_numerator, b.denominator as before_denominator
    from indicator_values v
    left join indicator_values b on not (v.area_level = 'commune' and v.year = ${FIRST_PRESENT_YEAR} and ${isOwnWord})
      and b.area_level = v.area_level and b.area_code = v.area_code and b.boundary = v.boundary
      and b.indicator = v.indicator and b.unit_group = v.unit_group and b.managed_level = v.managed_level and b.year = v.year - 1
      and (v.boundary = 'current' or v.area_level in ('province', 'country') or (v.year < ${FIRST_PRESENT_YEAR}) = (b.year < ${FIRST_PRESENT_YEAR}))
    where v.area_code = ${code} and v.year = ${year} and v.boundary = ${boundary} and v.managed_level = 'all'
  `.execute(db);
  const [first] = rows;
  if (first === undefined) throw new Error(`không có số liệu của địa bàn "${code}" năm ${year}`);
  const judged = await judgedRows(db, question, first.area_level);
  const area = await areaWords(db, question, first.area_level);
  return indicatorMetadata().flatMap((indicator): AreaSentence[] => {
    const targets = judged.filter((row) => row.indicator === indicator.id);
    const wanted = groups ?? [indicator.unit_groups[0] ?? "all"];
    const said = targets.map((row): AreaSentence => {
      const {unit_group: group, target_id, document, level, clause, ...conclusion} = row;
      const value = rows.find((one) => one.indicator === indicator.id && one.unit_group === group);
      const isSame = value?.denominator === row.denominator && value.numerator === row.numerator;
      const sentence = indicatorSentence({
        year,
        area,
        indicator,
        group: group as UnitGroup,
        figure: {...row, is_final: value?.is_final ?? false, is_unbounded: value?.is_unbounded ?? false},
        before: isSame ? beforeOf(value) : null,
        target: {...conclusion, clause: `${clause} ${shortDocument(document)}`, owner: OWNERS[level] ?? level}
      });
      return {indicator: indicator.id, unit_group: group, target_id, sentence};
    });
    const told = new Set(targets.map(({unit_group: group}) => group));
    for (const group of wanted) {
      const value = rows.find((one) => one.indicator === indicator.id && one.unit_group === group);
      if (value === undefined || told.has(group)) continue;
      const sentence = indicatorSentence({
        year,
        area,
        indicator,
        group,
        figure: value,
        before: beforeOf(value),
        target: null
      });
      said.push({indicator: indicator.id, unit_group: group, target_id: null, sentence});
    }
    return said;
  });
}

/** What a commune is or says itself: a merged commune is not its predecessors. */
const isOwnWord = sql<boolean>`(v.unit_group in (${sql.join(UNIT_GROUPS.commune.types.map((type) => sql.lit(type)))}, 'commune'))`;

function beforeOf(row: Row | undefined): {numerator: number; denominator: number} | null {
  if (row?.before_numerator == null || row.before_denominator == null) return null;
  return {numerator: row.before_numerator, denominator: row.before_denominator};
}

async function judgedRows(
  db: Kysely<PublicTables>,
  {area_code: code, year, boundary}: SentenceQuestion,
  level: string
): Promise<JudgedRow[]> {
  const {rows} = await sql<JudgedRow>`
    select r.target_id, t.indicator, r.unit_group, t.managed_levels, t.comparator, t.measure, t.value, r.basis, r.verdict,
      r.units_needed, r.is_impossible, t.clause, p.document, p.level, r.numerator, r.denominator, r.unknown_count, r.unreported_count
    from target_results r
    inner join targets t on t.target_id = r.target_id
    inner join plans p on p.plan_id = t.plan_id
    where r.subject_level = ${level} and r.subject_id = ${code} and r.year = ${year} and r.boundary = ${boundary}
      and r.numerator is not null and not contains(r.unit_group, '+')
      and t.subject_level not in ('unit', 'model', 'board')
    order by r.target_id
  `.execute(db);
  return rows;
}

async function areaWords(
  db: Kysely<PublicTables>,
  {area_code: code, year, boundary}: SentenceQuestion,
  level: string
): Promise<string> {
  const isFormer = boundary === "as_reported" && year < FIRST_PRESENT_YEAR;
  const {rows} = await sql<{name: string; type: string}>`
    select name, type from areas where area_level = ${level} and area_code = ${code}
    order by (valid_from is null) = ${isFormer} desc, valid_from desc nulls last
  `.execute(db);
  const [found] = rows;
  if (found === undefined) return `địa bàn ${code}`;
  return level === "commune" ? communeName(found) : wholeArea(level, found.type);
}
