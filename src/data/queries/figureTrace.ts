import {type Kysely, type RawBuilder, sql} from "kysely";
import type {Forms} from "../../../loaders/validate/form.ts";
import {EVERY_INDICATOR} from "../../../pipelines/indicators/counts.ts";
import {INDICATORS} from "../../../pipelines/indicators/registry.ts";
import {FIRST_PRESENT_YEAR} from "../../../pipelines/registerOfYear.ts";
import type {PublicTables} from "../../../pipelines/tables.ts";
import {writtenText} from "./trace/writtenText.ts";

/** Which number is asked for. */
export interface FigureQuestion {
  indicator: string;
  area_code: string;
  year: number;
  unit_group: string;
  boundary: "as_reported" | "current";
  managed_level: string;
}

/** Part a cell plays in a number: together `numerator`, `denominator` and `unknown` are D, `membership_unknown` and `unreported` are v. */
export type Role = "numerator" | "denominator" | "unknown" | "membership_unknown" | "unreported";

/** One cell behind a number; `cell` null where no file says anything. */
export interface TracedCell {
  role: Role;
  commune_code: string;
  commune_name: string;
  unit_id: string | null;
  unit_name: string | null;
  file: string | null;
  received_date: string | null;
  sheet: string | null;
  row_number: number | null;
  field: string | null;
  cell: string | null;
  raw_value: string | null;
  rule: string | null;
}

export interface FigureTrace {
  question: FigureQuestion;
  area_level: string;
  area_name: string;
  numerator: number;
  denominator: number;
  unknown_count: number;
  unreported_count: number;
  is_unbounded: boolean;
  is_final: boolean;
  source: string;
  cells: TracedCell[];
}

/**
 * A number of indicator_values and every cell behind it, by commune, file, sheet and row.
 * @throws Error saying what exists instead, for an indicator, an area, a year or a group without such a number.
 */
export async function figureTrace(
  db: Kysely<PublicTables>,
  question: FigureQuestion,
  forms: Forms
): Promise<FigureTrace> {
  const {indicator, area_code, year, unit_group, boundary, managed_level} = question;
  const [value] = await db
    .selectFrom("indicator_values")
    .select(["area_level", "numerator", "denominator", "unknown_count", "unreported_count"])
    .select(["is_unbounded", "is_final", "source"])
    .where("indicator", "=", indicator)
    .where("area_code", "=", area_code)
    .where("year", "=", year)
    .where("unit_group", "=", unit_group)
    .where("boundary", "=", boundary)
    .where("managed_level", "=", managed_level)
    .execute();
  if (value === undefined) throw new Error(await whatExists(db, question));
  const {rows: names} = await sql<{name: string}>`
    select name from areas where area_level = ${value.area_level} and area_code = ${area_code}
    order by (valid_from is null) = ${boundary === "as_reported" && year < FIRST_PRESENT_YEAR} desc, valid_from desc nulls last
  `.execute(db);
  const {rows: cells} = await sql<TracedCell>`
    select v.role, v.commune_code, coalesce(a.name, v.commune_code) as commune_name, v.unit_id, u.unit_name, v.file,
      s.received_date::varchar as received_date, v.sheet, v.row_number, v.field, v.cell, v.raw_value, v.rule
    from value_sources v
    left join int_commune_areas a on a.commune_code = v.commune_code and a.is_former = ${isFormerSpeaker(question)}
    left join submissions s on s.submission_id = v.submission_id
    left join units u on u.unit_id = v.unit_id
    where v.indicator = ${indicator} and v.year = ${year} and v.unit_group = ${unit_group} and v.boundary = ${speaking(question, value.area_level)}
      and ${managed_level === "all" ? sql`true` : sql`v.managed_level = ${managed_level}`}
      and ${withinArea(question, value.area_level)}
    order by v.commune_code, list_position(['numerator', 'denominator', 'unknown', 'membership_unknown', 'unreported'], v.role),
      v.file, v.sheet, v.row_number, v.field
  `.execute(db);
  return {
    question,
    area_name: names[0]?.name ?? area_code,
    ...value,
    cells: cells.map((cell) => asWritten(cell, question, forms))
  };
}

function asWritten(cell: TracedCell, {indicator}: FigureQuestion, forms: Forms): TracedCell {
  const {field, raw_value: raw} = cell;
  const known = EVERY_INDICATOR.find(({id}) => id === indicator);
  if (raw === null || field === null || known === undefined) return cell;
  return {...cell, raw_value: writtenText(known, field, raw, forms)};
}

/** Cells of a commune are those of its view; larger areas are made of the communes that reported, whatever the view. */
function speaking({boundary}: FigureQuestion, areaLevel: string): string {
  return areaLevel === "commune" ? boundary : "as_reported";
}

/** Whether the communes of the cells are those of the former register. */
function isFormerSpeaker({year, boundary}: FigureQuestion): RawBuilder<boolean> {
  return sql`(${year} < ${FIRST_PRESENT_YEAR} and not (${boundary} = 'current' and v.boundary = 'current'))`;
}

function withinArea({area_code, year, boundary}: FigureQuestion, areaLevel: string): RawBuilder<unknown> {
  if (areaLevel === "commune") return sql`v.commune_code = ${area_code}`;
  if (areaLevel === "country") return sql`true`;
  if (areaLevel === "district") return sql`a.district_code = ${area_code}`;
  const isFormer = boundary === "as_reported" && year < FIRST_PRESENT_YEAR;
  return isFormer ? sql`a.province_code = ${area_code}` : sql`a.current_province_code = ${area_code}`;
}

/** Why there is no such number: the first of the answers that is not known, and those that are. */
async function whatExists(db: Kysely<PublicTables>, question: FigureQuestion): Promise<string> {
  const {indicator, area_code, year, unit_group, boundary, managed_level} = question;
  if (!INDICATORS.some(({id}) => id === indicator)) {
    return `không có chỉ tiêu "${indicator}"; có: ${INDICATORS.map(({id}) => id).join(", ")}`;
  }
  const {rows} = await sql<{area: boolean; years: number[] | null; groups: string[] | null}>`
    select count(*) > 0 as area, list(distinct year order by year) filter (where indicator = ${indicator}) as years,
      list(distinct unit_group order by unit_group) filter (where indicator = ${indicator} and year = ${year}) as groups
    from indicator_values where area_code = ${area_code} and boundary = ${boundary} and managed_level = ${managed_level}
  `.execute(db);
  const [found] = rows;
  if (found?.area !== true) return `không có số liệu của địa bàn mã "${area_code}" (ranh giới ${boundary})`;
  const years = found.years ?? [];
  if (!years.includes(year)) {
    return `địa bàn ${area_code} không có "${indicator}" năm ${year}; có các năm: ${years.join(", ") || "không năm nào"}`;
  }
  return `"${indicator}" không tính cho nhóm "${unit_group}"; có: ${(found.groups ?? []).join(", ")}`;
}
