import {type Kysely, sql} from "kysely";
import type {Workspace} from "../../../loaders/workspace.ts";
import type {PublicTables} from "../../../pipelines/tables.ts";
import {areaSentences} from "../../data/queries/areaSentences.ts";
import {changesFiles} from "../../data/queries/changes.ts";
import {type CommuneProfile, communeProfiles} from "../../data/queries/communeProfiles.ts";
import {homeCommunes} from "../../data/queries/home.ts";
import {site} from "../../data/queries/site.ts";
import {verdictRows} from "../../data/queries/verdictRows.ts";
import type {PreparedReport} from "../formats.ts";
import {communeDatabase} from "./communeDatabase.ts";
import {communeReport} from "./communeReport.ts";
import {communeUnits} from "./openUnitRows.ts";
import type {ReportTime} from "./prepareHome.ts";
import type {GroupFigure} from "./unitGroupRows.ts";
import {areaValues, workbookFacts} from "./workbookFacts.ts";
import {communeWorkbook} from "./workbooks.ts";

type Db = Kysely<PublicTables>;

/**
 * Reports of communes of the home area, one after another: what they share is read once. Call `close` when done.
 * @param wanted codes, or null for every one.
 * @throws Error in Vietnamese for a code that is no present commune of the home area, and for a year before there were any.
 */
export async function prepareCommunes(
  db: Db,
  workspace: Workspace,
  {year, period}: ReportTime,
  wanted: readonly string[] | null
): Promise<{codes: readonly string[]; prepare: (code: string) => Promise<PreparedReport>; close: () => Promise<void>}> {
  const communes = await homeCommunes(db, workspace.settings.home);
  const own = new Set(communes.map(({code}) => code));
  const profiles = new Map((await communeProfiles(db)).map((profile) => [profile.code, profile]));
  const codes = wanted ?? communes.map(({code}) => code).filter((code) => profiles.has(code));
  for (const code of codes) {
    if (!own.has(code))
      throw new Error(
        `--commune: không có xã, phường nào của địa bàn mang mã "${code}". Ghi mã năm chữ số, ví dụ ${communes[0]?.code ?? "14797"}.`
      );
    if (!profiles.has(code))
      throw new Error(`--commune: xã, phường mã "${code}" chưa có số liệu. Chạy npm run pipeline rồi thử lại.`);
  }
  const small = await communeDatabase(workspace.warehouse, {codes, year});
  const [about, figures, units, verdicts, more] = await Promise.all([
    site(db, workspace),
    communeFigures(small, codes, year),
    communeUnits(db, codes, year),
    verdictRows(db, {year, levels: ["commune"]}),
    workbookFacts(db, workspace, year)
  ]);
  const [changes = null] = (await changesFiles(db, workspace, {most: 1})).values();
  const unitsOf = grouped(units, ({code}) => code);
  const prepare = async (code: string): Promise<PreparedReport> => {
    const profile = profiles.get(code) as CommuneProfile;
    const source = {
      profile,
      year,
      period,
      sentences: await sentencesOf(small, code, year),
      figures: figures.get(code) ?? [],
      units: unitsOf.get(code) ?? [],
      as_of: about.as_of,
      is_simulated: about.is_simulated,
      changes
    };
    const report = communeReport(source);
    const values = await areaValues(small, {level: "commune", code}, year);
    return {
      report,
      workbook: communeWorkbook(report, {
        verdicts: verdicts.filter(({boundary, subject_id}) => boundary === "current" && subject_id === code),
        units: source.units,
        more: {
          values,
          issues: more.issues.filter(({commune_code}) => commune_code === code),
          files: more.files.filter((file) => file.communes.includes(code))
        }
      })
    };
  };
  return {codes, prepare, close: () => small.destroy()};
}

async function sentencesOf(db: Db, code: string, year: number): ReturnType<typeof areaSentences> {
  const known = await db
    .selectFrom("indicator_values")
    .select("indicator")
    .where("area_level", "=", "commune")
    .where("area_code", "=", code)
    .where("boundary", "=", "current")
    .where("year", "=", year)
    .limit(1)
    .executeTakeFirst();
  return known === undefined ? [] : areaSentences(db, {area_code: code, year, boundary: "current"});
}

async function communeFigures(db: Db, codes: readonly string[], year: number): Promise<Map<string, GroupFigure[]>> {
  if (codes.length === 0) return new Map();
  const {rows} = await sql<GroupFigure & {code: string}>`
    select area_code as code, year, indicator, unit_group, numerator, denominator, unknown_count, unreported_count
    from indicator_values
    where area_level = 'commune' and boundary = 'current' and managed_level = 'all' and year in (${year - 1}, ${year})
      and area_code in (${sql.join([...codes])})
  `.execute(db);
  return grouped(rows, ({code}) => code);
}

function grouped<Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
