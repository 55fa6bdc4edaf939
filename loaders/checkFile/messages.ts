import type {Refusal} from "../read/workbook.ts";
import type {PackedRegister} from "../reference/packRegister.ts";
import type {Forms} from "../validate/form.ts";
import type {Issue} from "../validate/reading.ts";
import type {Period, Stage} from "../vocabulary.ts";
import type {Acceptance} from "./acceptance.ts";
import type {PictureColumn, PictureRow} from "./picture.ts";

/** What every file is checked by, as the page's data file holds it. */
export interface CheckRules {
  register: PackedRegister;
  forms: Forms;
  homeProvince: string | null;
  /** Present communes whose earlier lists can be fetched. */
  priorCommunes: readonly string[];
}

/** What a person says of a file that does not say it itself. */
export interface SaidOfFile {
  communeCode: string | null;
  year: number | null;
}

/** A sheet of a checked file, as the page lists and draws it. */
export interface CheckedSheet {
  /** As the file holds it and as issues name it. */
  name: string;
  /** The same in Unicode, to be shown. */
  title: string;
  isHidden: boolean;
  /** Titles of the forms found on it; none if it is no form and was not read. */
  forms: string[];
  columns: readonly PictureColumn[];
  /** Numbers of the drawn rows, rising. */
  rowNumbers: readonly number[];
  /** The first drawn rows; all of them if the sheet is short. The others are asked for. */
  firstRows: PictureRow[];
  /** Numbers of the rows of headers: an entry there is about a column. */
  headerRows: readonly number[];
  /** Rows whose result is not written: counted as not yet judged. */
  unjudgedRows: readonly number[];
  /** Rows whose registration and result are not written: counted as not registered. */
  unregisteredRows: readonly number[];
}

/** A checked file, as the page shows it. */
export interface CheckedFile {
  refusal: Refusal | null;
  status: Acceptance;
  year: number | null;
  period: Period | null;
  stage: Stage;
  /** "phường Sầm Sơn", "huyện Hà Trung", "3 xã, phường"; null if it cannot be told. */
  area: string | null;
  isSimulated: boolean;
  rowsRead: number;
  rowsAccepted: number;
  rowsRejected: number;
  /** In reading order. With something said of the file, also what the file itself lacks. */
  issues: Issue[];
  sheets: CheckedSheet[];
  /**
   * Year of the list that the file was held against; null if its commune has none. Undefined if it is not the file of one present
   * commune, so that nothing was to be compared.
   */
  comparedWith?: number | null;
  /** What the file does not say of itself. */
  lacks: {commune: boolean; year: boolean};
}

/** Where the Worker finds what it needs, on the site itself. */
export interface Addresses {
  rulesUrl: string;
  /** The reader of .xls files. */
  legacyUrl: string;
  /** Folders where the earlier lists may be, `<code>.json`: the built site keeps them in the first, the live preview in another. */
  priorUrls: readonly string[];
}

/** What the page asks of the Worker. Every question has a number, which its answer repeats. */
export type Question =
  | ({id: number; ask: "check"; bytes: Uint8Array; fileName: string; said: SaidOfFile} & Addresses)
  | {id: number; ask: "rows"; sheet: number; first: number; count: number}
  | {id: number; ask: "marked"}
  | {id: number; ask: "communes"; year: number | null};

/** What the Worker answers. */
export type Answer =
  | {id: number; ok: true; value: CheckedFile | PictureRow[] | MarkedFile | CommuneChoice[]}
  | {id: number; ok: false; message: string};

/** The officer's own file with its problems written into it. */
export interface MarkedFile {
  fileName: string;
  bytes: Uint8Array;
}

/** A commune that a person may name. */
export interface CommuneChoice {
  code: string;
  title: string;
}
