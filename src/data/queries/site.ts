import {type Kysely, sql} from "kysely";
import type {Workspace} from "../../../loaders/workspace.ts";
import type {PublicTables} from "../../../pipelines/tables.ts";
import {yearReports} from "./homeReports.ts";
import {governingPlans} from "./homeTargets.ts";
import type {Governing, OverviewReports} from "./overviewShape.ts";

type Db = Kysely<PublicTables>;
type Home = Workspace["settings"]["home"];

/** What every page needs to know of the site: whose it is, its years, its day. */
export interface Site {
  home: {level: string; code: string; type: string; name: string};
  /** Years with figures or a governing plan, rising. */
  years: number[];
  /** The latest year with a governing plan and data; null on an empty site. */
  default_year: number | null;
  /** Cut-off day, ISO. */
  as_of: string | null;
  is_simulated: boolean;
  publication: Workspace["settings"]["publication"];
  governing: Governing[];
  reports: OverviewReports[];
}

/** What an empty site says of itself. */
export function emptySite({settings}: Pick<Workspace, "settings">): Site {
  return {
    home: {...settings.home, type: "", name: ""},
    years: [],
    default_year: null,
    as_of: settings.as_of ?? null,
    is_simulated: false,
    publication: settings.publication,
    governing: [],
    reports: []
  };
}

/** Reads what every page needs to know of the site. */
export async function site(db: Db, {settings}: Pick<Workspace, "settings">): Promise<Site> {
  const {home} = settings;
  const [area, governing, reports, dataYears, asOf, isSimulated] = await Promise.all([
    homeArea(db, home),
    governingPlans(db, home),
    yearReports(db, home),
    yearsWithData(db, home),
    cutOffDay(db),
    someSimulated(db)
  ]);
  const years = [...new Set([...dataYears, ...governing.map(({year}) => year)])].sort((a, b) => a - b);
  return {
    home: {...home, ...area},
    years,
    default_year: settings.default_year ?? defaultYear(governing, dataYears, reports),
    as_of: asOf,
    is_simulated: isSimulated,
    publication: settings.publication,
    governing,
    reports
  };
}

/** Years in which some unit of the home area is known. */
async function yearsWithData(db: Db, home: Home): Promise<number[]> {
  const rows = await db
    .selectFrom("indicator_values")
    .select("year")
    .distinct()
    .where("area_level", "=", home.level)
    .where("area_code", "=", home.code)
    .where("denominator", ">", 0)
    .orderBy("year")
    .execute();
  return rows.map(({year}) => year);
}

/** The latest year with a governing plan and data; without one, the latest with data. */
function defaultYear(
  governing: readonly Governing[],
  dataYears: readonly number[],
  reports: readonly OverviewReports[]
): number | null {
  const withFiles = dataYears.filter((year) => reports.every((report) => report.year !== year || report.files > 0));
  const planned = withFiles.filter((year) => governing.some((plan) => plan.year === year && plan.kind === "plan"));
  return planned.at(-1) ?? withFiles.at(-1) ?? null;
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  tinh: "Tỉnh",
  thanh_pho: "Thành phố",
  xa: "Xã",
  phuong: "Phường",
  thi_tran: "Thị trấn",
  dac_khu: "Đặc khu",
  huyen: "Huyện",
  quan: "Quận",
  thi_xa: "Thị xã"
};

async function homeArea(db: Db, home: Home): Promise<{type: string; name: string}> {
  const area = await db
    .selectFrom("areas")
    .select(["type", "name"])
    .where("area_level", "=", home.level)
    .where("area_code", "=", home.code)
    .orderBy(sql`valid_to is null`, "desc")
    .orderBy(sql`valid_from is not null`, "desc")
    .executeTakeFirst();
  if (!area) return {type: "", name: home.code};
  const hasType = /^(tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu) /i.test(area.name);
  return {type: area.type, name: hasType ? area.name : `${TYPE_WORDS[area.type] ?? ""} ${area.name}`.trim()};
}

async function cutOffDay(db: Db): Promise<string | null> {
  return (await db.selectFrom("build_settings").select("as_of").executeTakeFirst())?.as_of ?? null;
}

async function someSimulated(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom("submissions")
    .innerJoin("submission_parts", "submission_parts.submission_id", "submissions.submission_id")
    .select("submissions.submission_id")
    .where("is_simulated", "=", true)
    .where("is_current", "=", true)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
