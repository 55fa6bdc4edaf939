import {columnOf, parseAddress} from "../read/cellAddress.ts";
import {markedCopy} from "../markedCopy/markedCopy.ts";
import type {ReadOther} from "../read/readWorkbook.ts";
import {areaTitle} from "../reference/areaTitle.ts";
import {unpackRegister} from "../reference/packRegister.ts";
import type {Register} from "../reference/register.ts";
import {indexOf} from "../reference/registerIndex.ts";
import type {Forms} from "../validate/form.ts";
import type {Issue} from "../validate/reading.ts";
import {presentCommuneOf, priorOf, type PriorYear} from "../validate/prior/priorYear.ts";
import {FORMS} from "../vocabulary.ts";
import {checkFile, type CheckContext, type FileCheck, withPrior} from "./checkFile.ts";
import {inUnicode} from "./inUnicode.ts";
import type {CheckedFile, CheckedSheet, CheckRules, CommuneChoice, MarkedFile, SaidOfFile} from "./messages.ts";
import {ownerTitle} from "./ownerTitle.ts";
import type {PictureRow} from "./picture.ts";
import {SheetPicture} from "./sheetPicture.ts";

/** A sheet of up to this many drawn rows goes to the page whole; of a longer one the rows are asked for. */
const SHORT_SHEET = 400;
const FIRST_ROWS = 100;

/** Problems of a file that does not say whose it is, or of what year: a person may say it in its place. */
const YEAR_RULES: ReadonlySet<string> = new Set(["unknown_year"]);
const COMMUNE_RULES: ReadonlySet<string> = new Set(["missing_commune", "unknown_commune", "ambiguous_commune"]);

/** Any year will do to see whether a file without one says whose it is. */
const PROBE_YEAR = 2025;

/** What a check may need besides the rules. */
export interface Further {
  readOther?: ReadOther | undefined;
  /** Earlier lists of a present commune that has some. */
  loadPrior: (code: string) => Promise<readonly PriorYear[]>;
}

/** Checks files one after the other and keeps the last one open, for the page that asks for its rows. Pure: the Worker's inside. */
export class CheckSession {
  readonly #register: Register;
  readonly #forms: Forms;
  readonly #homeProvince: string | null;
  readonly #priorCommunes: ReadonlySet<string>;
  #pictures: SheetPicture[] = [];
  #open: {bytes: Uint8Array; fileName: string; check: FileCheck} | null = null;

  constructor({register, forms, homeProvince, priorCommunes}: CheckRules) {
    this.#priorCommunes = new Set(priorCommunes);
    this.#register = unpackRegister(register);
    this.#forms = forms;
    this.#homeProvince = homeProvince;
  }

  /** Checks a file; what a person says of it counts only where the file itself is silent. */
  async check(
    bytes: Uint8Array,
    fileName: string,
    {communeCode, year}: SaidOfFile,
    {readOther, loadPrior}: Further
  ): Promise<CheckedFile> {
    this.#pictures = [];
    this.#open = null;
    const about: CheckContext = {
      fileName,
      register: this.#register,
      forms: this.#forms,
      homeProvince: this.#homeProvince,
      ...(readOther === undefined ? {} : {readOther})
    };
    const silent = withCommuneProblem(checkFile(bytes, about), () => checkFile(bytes, {...about, year: PROBE_YEAR}));
    const lacks = {
      year: silent.issues.some((issue) => isOfFile(issue, YEAR_RULES)),
      commune: silent.issues.some((issue) => isOfFile(issue, COMMUNE_RULES))
    };
    const isSaid = (lacks.year && year !== null) || (lacks.commune && communeCode !== null);
    const own = isSaid ? this.#checkWith(bytes, {...about, communeCode, year}, silent) : silent;
    const {check, comparedWith} = await this.#compare(own, loadPrior);
    this.#open = {bytes, fileName, check};
    const {reading, workbook, shown} = check;
    this.#pictures = (shown?.sheets ?? []).map((sheet, index) => {
      const roles = check.sheets[index];
      const name = workbook?.sheets[index]?.name;
      if (shown === null || roles === undefined || name === undefined) throw new Error(`no roles for sheet ${index}`);
      return new SheetPicture({...sheet, name}, roles, reading, shown, leastWidth(check.issues, name));
    });
    return {
      refusal: check.refusal,
      status: check.status,
      year: reading.year,
      period: reading.period,
      stage: reading.stage,
      area: ownerTitle(reading, this.#register),
      isSimulated: reading.is_simulated,
      rowsRead: reading.rows_read,
      rowsAccepted: reading.rows_accepted,
      rowsRejected: reading.rows_rejected,
      issues: inUnicode(check),
      sheets: this.#pictures.map((picture, index) => this.#describe(check, picture, index)),
      ...(comparedWith === undefined ? {} : {comparedWith}),
      lacks
    };
  }

  /** Rows of the open file. */
  rows(sheet: number, first: number, count: number): PictureRow[] {
    return this.#pictures[sheet]?.rows(first, count) ?? [];
  }

  /** The open file with its problems written into it. @throws Error if none is open: a fault of the page. */
  markedCopy(): MarkedFile {
    if (this.#open === null) throw new Error("no file is open");
    const {bytes, fileName, check} = this.#open;
    const {workbook, sheets} = check;
    if (workbook === null) throw new Error("a refused file has no cells to mark");
    return markedCopy({bytes, fileName, workbook, sheets, issues: inUnicode(check)});
  }

  /** Communes of the home province that a file of the year may be of, by name; those until 2024 with their district. */
  communes(year: number | null): CommuneChoice[] {
    const home = this.#homeProvince;
    if (home === null) return [];
    const {successorProvinces, districts} = indexOf(this.#register);
    const isFormer = year !== null && year <= 2024;
    return this.#register.communes
      .filter(({code, valid_from, valid_to, province_code}) => {
        if (isFormer) return valid_from === null && successorProvinces.get(code)?.has(home) === true;
        return valid_from !== null && valid_to === null && province_code === home;
      })
      .map((commune) => {
        const [district] = districts.byCode.get(commune.district_code ?? "") ?? [];
        const around =
          district === undefined ? "" : `, ${areaTitle(district).toLowerCase().split(" ")[0]} ${district.name}`;
        return {
          code: commune.code,
          title: `${commune.name} (${areaTitle(commune).replace(` ${commune.name}`, "").toLowerCase()}${around})`
        };
      })
      .sort((a, b) => a.title.localeCompare(b.title, "vi"));
  }

  /** Holds the file of one present commune against that commune's earlier lists. */
  async #compare(
    check: FileCheck,
    loadPrior: Further["loadPrior"]
  ): Promise<{check: FileCheck; comparedWith?: number | null}> {
    const code = presentCommuneOf(check.reading);
    if (code === null) return {check};
    const priors = this.#priorCommunes.has(code) ? await loadPrior(code) : [];
    return {check: withPrior(check, priors), comparedWith: priorOf(check.reading, priors)?.year ?? null};
  }

  /** What the file lacks stays to be mended: the desk that receives it does not hear what was said here. */
  #checkWith(bytes: Uint8Array, about: CheckContext, silent: FileCheck): FileCheck {
    const said = checkFile(bytes, about);
    const kept = silent.issues.filter((issue) => {
      const answered =
        (about.year != null && isOfFile(issue, YEAR_RULES)) ||
        (about.communeCode != null && isOfFile(issue, COMMUNE_RULES));
      return answered && !said.issues.some(({rule, cell}) => rule === issue.rule && cell === issue.cell);
    });
    return {...said, issues: [...kept, ...said.issues]};
  }

  #describe({workbook, shown, sheets}: FileCheck, picture: SheetPicture, index: number): CheckedSheet {
    const {columns, unjudgedRows, unregisteredRows} = picture;
    const {numbers} = picture.drawn;
    const count = numbers.length <= SHORT_SHEET ? numbers.length : FIRST_ROWS;
    return {
      name: workbook?.sheets[index]?.name ?? "",
      title: shown?.sheets[index]?.name ?? "",
      isHidden: workbook?.sheets[index]?.isHidden ?? false,
      forms: (sheets[index]?.forms ?? []).map((form) => FORMS[form]),
      columns,
      rowNumbers: numbers,
      firstRows: picture.rows(0, count),
      headerRows: [...(sheets[index]?.roles ?? [])].filter(([, role]) => role === "header").map(([number]) => number),
      unjudgedRows,
      unregisteredRows
    };
  }
}

/** A file that lacks its year has no row that could lack its commune: with a year put in, that problem shows too. */
function withCommuneProblem(check: FileCheck, withYear: () => FileCheck): FileCheck {
  if (!check.issues.some((issue) => isOfFile(issue, YEAR_RULES))) return check;
  const further = withYear().issues.filter((issue) => isOfFile(issue, COMMUNE_RULES));
  return {...check, issues: [...check.issues, ...further]};
}

/** True for a problem of the file as a whole, not of one of its rows' own cells. */
function isOfFile({rule, field}: Issue, rules: ReadonlySet<string>): boolean {
  return field === null && rules.has(rule);
}

/** The last column that an issue of the sheet points at. */
function leastWidth(issues: readonly Issue[], name: string): number {
  const columns = issues.flatMap(({sheet, cell}) =>
    sheet === name && cell !== null ? [columnOf(parseAddress(cell))] : []
  );
  return columns.reduce((most, column) => Math.max(most, column), 1);
}
