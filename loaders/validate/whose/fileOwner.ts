import {textOf} from "../cellText.ts";
import type {ValidationContext} from "../context.ts";
import type {IssueLog} from "../issueLog.ts";
import type {Words} from "../recognise/compileForms.ts";
import type {SheetTables, Table} from "../recognise/findTables.ts";
import type {Period, Stage} from "../../vocabulary.ts";
import {CommuneFinder, type Vintage} from "./communeFinder.ts";
import {districtOfMentions, findDistrict, findProvince, provinceOfMentions} from "./fileAreas.ts";
import {fileYear} from "./fileYear.ts";
import {findMentions, type Mention} from "./mentions.ts";
import {periodOfFile, stageOfFile} from "./fileStage.ts";
import {readCommunes, type FileCommunes} from "./fileCommunes.ts";
import {readIdentity, readTitles, type Identity} from "./said.ts";
import {vintageOf} from "./vintage.ts";

export type AreaLevel = "commune" | "district" | "province";

/** Whose file it is, and of what. */
export interface FileOwner extends FileCommunes {
  year: number | null;
  period: Period;
  stage: Stage;
  vintage: Vintage;
  provinceCode: string | null;
  districtCode: string | null;
  /** Who sent it, as far as the file or its receipt says; rows may still tell. */
  level: AreaLevel | null;
  /** Finder for rows of a year; rows of a file are of one year unless they have a column for it. */
  finderOf: (year: number) => CommuneFinder;
}

/** Reads whose file it is from Thông tin chung, the titles, the file's name and receipts.csv, in this order. */
export function readOwner(
  sheets: readonly SheetTables[],
  context: ValidationContext,
  words: Words,
  log: IssueLog
): FileOwner {
  const tables = sheets.flatMap((sheet) => sheet.tables);
  const identity = readIdentity(tables);
  const recognised = sheets.filter((sheet) => sheet.tables.length > 0);
  const titles = recognised.map((sheet) => readTitles(sheet, words));
  const mentions = titles.flatMap((title) => title.mentions);
  const year = fileYear(identity, titles, context, log);
  const sender = findMentions(context.receipt?.sender ?? "");
  const areas = readAreas({identity, mentions, sender, tables, year, context});
  const finders = new Map<string, CommuneFinder>();
  const finderOf = (ofYear: number): CommuneFinder => {
    const vintage = ofYear === year ? areas.vintage : ofYear <= 2024 ? "former" : "current";
    const key = `${vintage} ${ofYear}`;
    let finder = finders.get(key);
    if (finder === undefined) {
      const {provinceCode, districtCode} = areas;
      const day = dayOf(ofYear, context);
      finder = new CommuneFinder(context.register, {
        vintage,
        year: ofYear,
        day,
        provinceCode,
        districtCode,
        homeProvince: context.homeProvince ?? null
      });
      finders.set(key, finder);
    }
    return finder;
  };
  const communes = readCommunes({identity, titles, recognised, sender, context, finder: finderOf(year ?? 2025)});
  const level = communes.isReported
    ? "commune"
    : areas.districtCode !== null && areas.vintage === "former"
      ? "district"
      : areas.provinceCode !== null
        ? "province"
        : communes.commune !== null
          ? "commune"
          : null;
  return {
    year,
    period: periodOfFile(identity, titles, words),
    stage: stageOfFile(identity, titles, context, words, log),
    ...areas,
    level,
    ...communes,
    finderOf
  };
}

/** ISO day on which versions of communes are judged: the receipt's, within the year of the report. */
function dayOf(year: number, {receipt}: ValidationContext): string {
  const end = `${year}-12-31`;
  const received = receipt?.received_date ?? null;
  return received !== null && received < end ? received : end;
}

interface Evidence {
  identity: Identity;
  mentions: readonly Mention[];
  sender: readonly Mention[];
  tables: readonly Table[];
  year: number | null;
  context: ValidationContext;
}

function readAreas(evidence: Evidence): Pick<FileOwner, "vintage" | "provinceCode" | "districtCode"> {
  const {identity, mentions, sender, tables, year, context} = evidence;
  const {register} = context;
  const provinceOn = (vintage: Vintage): string | null => {
    const said = identity.province === undefined ? null : findProvince(register, identity.province.text, vintage);
    const named =
      said ?? provinceOfMentions(mentions, register, vintage) ?? provinceOfMentions(sender, register, vintage);
    return named?.code ?? null;
  };
  const formerProvince = provinceOn("former");
  const district =
    (identity.district === undefined ? null : findDistrict(register, identity.district.text, formerProvince)) ??
    districtOfMentions(mentions, register, formerProvince) ??
    districtOfMentions(sender, register, formerProvince);
  const ofDistrict = register.districts.find(({code}) => code === district);
  // "THÀNH PHỐ HUẾ" was a district's name and is a province's; "QUẬN 1, THÀNH PHỐ HỒ CHÍ MINH" names a district all the same.
  const mayBeProvince =
    ofDistrict?.type === "thanh_pho" && provinceOfMentions(mentions, register, "current")?.type === "thanh_pho";
  const vintage = vintageOf({
    year,
    isDistricts: district !== null && !mayBeProvince,
    namesOf: () => [...communeNames(tables, "commune"), ...communesSaid(identity, mentions)],
    hasDistricts: () => communeNames(tables, "district").length > 0,
    provinceOn,
    register
  });
  if (vintage === "current") return {vintage, provinceCode: provinceOn("current"), districtCode: null};
  return {vintage, provinceCode: formerProvince ?? ofDistrict?.province_code ?? null, districtCode: district};
}

/** Texts of a column over all tables, each as the only spelling of a name. */
function communeNames(tables: readonly Table[], field: string): string[][] {
  const names = new Set<string>();
  for (const {match, rows} of tables) {
    const column = match.columns.find((one) => one.field === field);
    if (column === undefined) continue;
    for (const {cells} of rows) names.add(textOf(cells[column.column]));
  }
  names.delete("");
  return [...names].map((name) => [name]);
}

/** Communes that Thông tin chung and titles name, each with its possible spellings. */
function communesSaid(identity: Identity, mentions: readonly Mention[]): string[][] {
  const titled = mentions
    .filter(({level}) => level === "commune")
    .map(({type, names}) => names.map((name) => `${type} ${name}`.trim()));
  return identity.commune === undefined ? titled : [[identity.commune.text], ...titled];
}
