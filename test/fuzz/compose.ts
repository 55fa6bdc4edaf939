import fc from "fast-check";
import {areaTitle} from "../../loaders/reference/areaTitle.ts";
import {nameKey} from "../../loaders/reference/nameKey.ts";
import type {ReceiptFacts, ValidationContext} from "../../loaders/validate/context.ts";
import {forms, register} from "../loaders/validate/build.ts";
import {Choices} from "./choose.ts";
import type {Expectation} from "./expectation.ts";
import {writeFacts, type IdentityRow} from "./factPart.ts";
import {fault, type Fault} from "./faults.ts";
import type {FileContext} from "./fileContext.ts";
import {places, writeSignature, writeTitle} from "./frame.ts";
import {layout, type Layout} from "./layout.ts";
import {writeModels} from "./modelPart.ts";
import {owner, type Owner} from "./owner.ts";
import {writeSummary} from "./summaryPart.ts";
import type {Pen} from "./table.ts";
import {
  facts,
  model,
  summaries,
  unit,
  type MeantFact,
  type MeantModel,
  type MeantSummary,
  type MeantUnit
} from "./truth.ts";
import {TYPE_ORDER, writeUnits} from "./unitPart.ts";
import {writeCsv} from "./writeCsv.ts";
import {writeXlsx} from "./writeXlsx.ts";
import {emptySheet, number, put, text, type WrittenSheet} from "./written.ts";

const PARTS = ["units", "models", "facts", "summary"] as const;
type Part = (typeof PARTS)[number];

/** Everything that a random file is made from. */
export interface Recipe {
  owner: Owner;
  layout: Layout;
  parts: Part[];
  units: MeantUnit[];
  models: MeantModel[];
  facts: MeantFact[];
  summaries: MeantSummary[];
  faults: Fault[];
  /** Decides all small spellings. */
  spelling: number;
}

/** Random files: what is meant, how it is laid out, what goes wrong. */
export const recipe: fc.Arbitrary<Recipe> = fc.record({
  owner,
  layout,
  parts: fc.oneof(
    {weight: 4, arbitrary: fc.subarray([...PARTS], {minLength: 1})},
    {weight: 2, arbitrary: fc.constant<Part[]>(["units"])}
  ),
  units: fc.array(unit, {minLength: 1, maxLength: 14}),
  models: fc.array(model, {minLength: 1, maxLength: 6}),
  facts,
  summaries,
  faults: fc.array(fault, {maxLength: 6}),
  spelling: fc.nat()
});

/** A file made from a recipe: its bytes, what is known besides, and what a reader must say of it. */
export interface MadeFile {
  bytes: Uint8Array;
  context: ValidationContext;
  expectation: Expectation;
  /** Ways and faults that it has, for counting. */
  features: string[];
}

/** Makes the file of a recipe. */
export function compose(made: Recipe): MadeFile {
  const choices = new Choices(made.spelling);
  const {layout: how, parts, said} = settle(made, choices);
  const {owner: whose} = made;
  const stage = how.stageBy !== "nothing" && how.isProvisional ? "so_bo" : "chinh_thuc";
  const period = how.isHalfYear ? "6_thang" : "nam";
  const expectation: Expectation = {
    year: how.yearBy === "nothing" || how.yearBy === "column" ? null : whose.year,
    stage,
    period,
    rowsRead: 0,
    rowsRejected: 0,
    units: [],
    models: [],
    facts: [],
    summaries: [],
    issues: []
  };
  const isYearless = how.yearBy === "nothing";
  const context: FileContext = {
    owner: whose,
    year: whose.year,
    period,
    stage,
    ...said,
    hasYearColumn: how.yearBy === "column",
    isYearless,
    expectation
  };
  const provisional = how.isProvisional ? "Số liệu sơ bộ" : "Số liệu chính thức";
  const isCsv = how.format === "csv";
  const tail = how.stageBy === "file" ? (how.isProvisional ? " so bo" : " chinh thuc") : "";
  const pages = pagesOf(parts, made, how, choices);
  let isFirst = true;
  const sheets = pages.map(({name, part, units}): WrittenSheet => {
    const pen: Pen = {
      layout: how,
      choices,
      part: name,
      headerYear: how.yearBy === "title" || how.yearBy === "facts" ? whose.year : null
    };
    const sheet = emptySheet(isCsv ? `${name}${tail}` : name);
    if (part === null) {
      writeNotes(sheet);
      return sheet;
    }
    const own = made.faults.filter(({row, way}) => !isYearless && parts[(row + way) % parts.length] === part);
    const isTitled = isFirst || !how.isTitleOnce;
    isFirst = false;
    const top = isTitled
      ? writeTitle(
          sheet,
          {
            subject: SUBJECTS[part],
            owner: how.placesBy === "title" ? whose : null,
            year: how.yearBy === "title" ? whose.year : null,
            isHalfYear: how.isHalfYear,
            stage: how.stageBy === "title" ? provisional : null
          },
          pen
        )
      : 1;
    const byColumn: FileContext = {...context, rowsSay: context.rowsSay === "group" ? "column" : context.rowsSay};
    const end =
      part === "units"
        ? writeUnits(sheet, top, units, own, context, pen)
        : part === "models"
          ? writeModels(sheet, top, made.models, own, byColumn, pen)
          : part === "facts"
            ? writeFacts(sheet, top, made.facts, identityRows(whose, how), own, byColumn, pen)
            : writeSummary(sheet, top, made.summaries, own, byColumn, pen);
    writeSignature(sheet, end, pen);
    return sheet;
  });
  if (isYearless && expectation.rowsRead > 0) {
    expectation.issues = [{severity: "row_error", rule: "unknown_year", sheet: null, cell: null}];
  }
  const [first] = sheets;
  if (first === undefined) throw new Error("a file without sheets");
  const folderYear =
    how.yearBy === "folder" || (!isYearless && choices.is("folder year") && how.yearBy !== "column")
      ? whose.year
      : null;
  return {
    bytes: isCsv ? writeCsv(first, how.csv) : writeXlsx(sheets, how.xlsx),
    expectation,
    features: featuresOf(how, whose, parts, expectation),
    context: {
      file: `${folderYear ?? "gui"}/${isCsv ? `${first.name}.csv` : `BC ANTT${tail}.xlsx`}`,
      folderYear,
      receipt: receiptOf(whose, how, choices),
      homeProvince: homeOf(whose, how, choices),
      register,
      forms
    }
  };
}

const SUBJECTS: Readonly<Record<Part, string>> = {
  units: "DANH SÁCH ĐƠN VỊ ĐỀ NGHỊ XÉT AN TOÀN VỀ AN NINH, TRẬT TỰ",
  models: "DANH SÁCH MÔ HÌNH PHONG TRÀO TOÀN DÂN BẢO VỆ AN NINH TỔ QUỐC",
  facts: "THÔNG TIN CHUNG VỀ PHONG TRÀO",
  summary: "BIỂU TỔNG HỢP KẾT QUẢ PHÂN LOẠI PHONG TRÀO"
};

/** Puts right what cannot stand together: each way of saying something needs the part of the file that says it. */
function settle(
  {owner: whose, layout: wanted, parts: wantedParts}: Recipe,
  choices: Choices
): {layout: Layout; parts: Part[]; said: Pick<FileContext, "rowsSay" | "hasDistrictColumn" | "senderLevel">} {
  const how = structuredClone(wanted);
  const isCsv = how.format === "csv";
  const parts = isCsv ? wantedParts.slice(0, 1) : wantedParts;
  const hasFacts = parts.includes("facts");
  const isFormer = whose.communes[0]?.valid_from === null;
  const isLone = whose.level === "commune";
  if (isCsv && how.typeBy === "sheet") how.typeBy = "column";
  if (how.placesBy === "facts" && !hasFacts) how.placesBy = "title";
  if (isFormer && isLone && how.placesBy !== "facts") how.placesBy = "title";
  const mayBeByColumn = !isFormer || (whose.year <= 2024 && isDistrictUnique(whose.district));
  if (how.placesBy === "column" && !mayBeByColumn) how.placesBy = "title";
  if (how.yearBy === "facts" && !hasFacts) how.yearBy = "title";
  if (how.yearBy === "column" && (isFormer || hasFacts)) how.yearBy = "title";
  if (how.yearBy === "nothing" && !choices.is("yearless", 0.3)) how.yearBy = "title";
  if (how.stageBy === "facts" && !hasFacts) how.stageBy = "nothing";
  const rowsSay = isLone
    ? how.placesBy === "column" || choices.is("own commune in rows", 0.3)
      ? "column"
      : "nothing"
    : how.rowPlaceBy;
  const hasDistrictColumn =
    whose.level === "district" && (how.placesBy === "column" || choices.is("district column", 0.2));
  return {
    layout: how,
    parts,
    said: {rowsSay, hasDistrictColumn, senderLevel: how.placesBy === "column" ? null : whose.level}
  };
}

function isDistrictUnique(title: string | null): boolean {
  return (
    title !== null &&
    register.districts.filter((district) => nameKey(areaTitle(district)) === nameKey(title)).length === 1
  );
}

interface Page {
  name: string;
  /** Null: a page of notes, no form at all. */
  part: Part | null;
  units: MeantUnit[];
}

const SHEETS: Readonly<Record<Part, readonly string[]>> = {
  units: ["Danh sách", "Sheet1", "DS đơn vị", "Biểu 1"],
  models: ["Mô hình", "Danh sách mô hình"],
  facts: ["Thông tin chung", "TTC"],
  summary: ["Tổng hợp", "Biểu tổng hợp"]
};
const TYPE_SHEETS: Readonly<Record<MeantUnit["type"], readonly string[]>> = {
  khu_dan_cu: ["KDC", "Khu dân cư", "1. Thôn, TDP"],
  co_quan: ["Cơ quan", "2. CQ"],
  doanh_nghiep: ["Doanh nghiệp", "DN, HTX"],
  co_so_giao_duc: ["Trường học", "CSGD"],
  commune: ["Xã, phường, thị trấn", "Cấp xã"]
};

function pagesOf(parts: readonly Part[], made: Recipe, how: Layout, choices: Choices): Page[] {
  const pages = parts.flatMap((part): Page[] => {
    if (part !== "units" || how.typeBy !== "sheet")
      return [{name: choices.of(`sheet/${part}`, SHEETS[part]), part, units: made.units}];
    return TYPE_ORDER.flatMap((type) => {
      const units = made.units.filter((one) => one.type === type);
      return units.length === 0 ? [] : [{name: choices.of(`sheet/${type}`, TYPE_SHEETS[type]), part, units}];
    });
  });
  if (how.hasNotesSheet && how.format === "xlsx") pages.push({name: "Hướng dẫn", part: null, units: []});
  return how.isSheetOrderShuffled ? choices.shuffled("sheets", pages) : pages;
}

function writeNotes(sheet: WrittenSheet): void {
  put(sheet, 1, 1, text("Hướng dẫn điền biểu"));
  put(sheet, 3, 1, text("Mỗi đơn vị một dòng; không gộp ô."));
  put(sheet, 3, 2, number(3));
}

function identityRows(whose: Owner, {placesBy, yearBy, stageBy, isProvisional}: Layout): IdentityRow[] {
  const rows: IdentityRow[] = [];
  const [commune] = whose.communes;
  if (placesBy === "facts") {
    rows.push(["province", text(whose.province.title)]);
    if (whose.district !== null) rows.push(["district", text(whose.district)]);
    if (whose.level === "commune" && commune !== undefined) rows.push(["commune", text(areaTitle(commune))]);
  }
  if (yearBy === "facts") rows.push(["year", number(whose.year)]);
  if (stageBy === "facts") rows.push(["stage", text(isProvisional ? "Sơ bộ" : "Chính thức")]);
  return rows;
}

function receiptOf(
  whose: Owner,
  {placesBy, yearBy, stageBy, isProvisional}: Layout,
  choices: Choices
): ReceiptFacts | null {
  const [commune] = whose.communes;
  const isPlaced = placesBy === "receipt";
  const isLone = whose.level === "commune";
  const needed = isPlaced || yearBy === "receipt" || stageBy === "receipt";
  if (!needed && choices.is("no receipt")) return null;
  return {
    received_date: choices.of("received", [null, `${whose.year}-11-18`]),
    sender: isPlaced && !isLone ? `Công an ${places(whose).join(", ")}` : null,
    stage: stageBy === "receipt" ? (isProvisional ? "so_bo" : "chinh_thuc") : null,
    commune: isPlaced && isLone && commune !== undefined ? `${areaTitle(commune)}, ${whose.province.title}` : null,
    year: yearBy === "receipt" ? whose.year : null
  };
}

function homeOf({communes, province}: Owner, {placesBy}: Layout, choices: Choices): string | null {
  if (communes[0]?.valid_from === null) return null;
  return placesBy === "column" || choices.is("home province") ? province.code : null;
}

function featuresOf(how: Layout, whose: Owner, parts: readonly Part[], {issues}: Expectation): string[] {
  const ways = Object.entries(how).flatMap(([name, value]) => {
    if (name === "csv" && how.format !== "csv") return [];
    if (name === "xlsx" && how.format !== "xlsx") return [];
    const pairs = typeof value === "object" ? Object.entries(value as Record<string, unknown>) : [["", value]];
    return pairs.map(
      ([inner, one]) => `layout: ${[name, inner].filter((part) => part !== "").join(".")} = ${String(one)}`
    );
  });
  return [
    ...ways,
    `file: of a ${whose.level}, ${whose.communes[0]?.valid_from === null ? "former" : "present"} register`,
    ...parts.map((part) => `part: ${part}`),
    ...issues.map(({rule, severity}) => `fault: ${rule} (${severity})`)
  ];
}
