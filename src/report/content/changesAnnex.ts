import type {Verdict} from "../../../loaders/vocabulary.ts";
import {formatCount, formatDate} from "../../components/format.ts";
import {VERDICT_WORDS} from "../../components/words.ts";
import type {ChangedArea, ChangesFile} from "../../data/queries/changes.ts";
import {CAUSE_WORDS} from "../../sentences/changeSentences.ts";
import {communeTitleName} from "../../sentences/communeSentences.ts";
import {shortDocument} from "../../sentences/clauseWords.ts";
import type {Annex, Block, Cell, Fraction, ReportTable} from "../reportShape.ts";
import {note, table} from "./blocks.ts";
import {cleanText} from "./cleanText.ts";

/** Whose changes are told. */
export interface ChangesOf {
  level: string;
  code: string;
  /** Codes of its communes; none for a commune itself. */
  communes: ReadonlySet<string>;
  year: number;
}

/** The indicator whose changes in each commune are listed; of the area itself every one is. */
const COMMUNE_INDICATOR = "certified_of_eligible";

/** What changed since the edition before, and why; null where there is none to compare with, or nothing of the area changed. */
export function changesAnnex(file: ChangesFile | null, of: ChangesOf): Annex | null {
  if (file === null) return null;
  const isOwn = ({level, code}: ChangedArea): boolean => level === of.level && code === of.code;
  const ofYear = file.values.filter(({year}) => year === of.year);
  const own = ofYear.filter((value) => isOwn(areaOf(file, value.area)));
  const communes = ofYear.filter((value) => {
    const area = areaOf(file, value.area);
    return value.indicator === COMMUNE_INDICATOR && area.level === "commune" && of.communes.has(area.code);
  });
  const flips = file.verdicts.filter(({year}) => year === of.year);
  const verdicts = flips.filter(({area}) => isOwn(areaOf(file, area)));
  const others = flips.filter(
    ({area}) => of.communes.has(areaOf(file, area).code) && areaOf(file, area).level === "commune"
  );
  if (own.length + communes.length + verdicts.length + others.length === 0) return null;
  const blocks: Block[] = [
    note(
      `Bản số liệu này (${file.newer.id}, tính đến ${formatDate(file.newer.as_of)}) so với bản trước (${file.older.id}, tính đến ${formatDate(file.older.as_of)}).`
    ),
    ...(own.length === 0 ? [] : [table(valueTable(file, own, `Số của địa bàn đã thay đổi, năm ${of.year}`))]),
    ...(communes.length === 0
      ? []
      : [
          table(
            valueTable(
              file,
              communes,
              `${formatCount(communes.length)} xã, phường có số được công nhận thay đổi, năm ${of.year}`
            )
          )
        ]),
    ...(verdicts.length === 0 ? [] : [table(verdictTable(file, verdicts, of.year))]),
    ...(others.length === 0
      ? []
      : [note(`Ngoài ra ${formatCount(others.length)} kết luận của xã, phường đã thay đổi: xem trang Thay đổi.`)])
  ];
  return {title: "Thay đổi so với bản số liệu trước", isWide: true, blocks};
}

function areaOf({areas}: ChangesFile, place: number): ChangedArea {
  const area = areas[place];
  if (area === undefined) throw new Error(`no changed area ${place}`);
  return area;
}

function valueTable(file: ChangesFile, values: ChangesFile["values"], caption: string): ReportTable {
  const titles = new Map(file.indicators.map(({id, title}) => [id, title]));
  return {
    caption,
    columns: [
      {header: "Địa bàn", kind: "text", width: 20},
      {header: "Chỉ tiêu", kind: "text", width: 22},
      {header: "Bản trước", kind: "figure", width: 13},
      {header: "Tỷ lệ", kind: "share", width: 9},
      {header: "Bản này", kind: "figure", width: 13},
      {header: "Tỷ lệ", kind: "share", width: 9},
      {header: "Vì sao", kind: "text", width: 26}
    ],
    rows: values.map(({area, indicator, before, after, causes}): Cell[] => [
      nameOf(areaOf(file, area)),
      cleanText(titles.get(indicator) ?? indicator),
      countsOf(before),
      shareOf(before),
      countsOf(after),
      shareOf(after),
      causeWords(causes)
    ])
  };
}

function verdictTable(file: ChangesFile, verdicts: ChangesFile["verdicts"], year: number): ReportTable {
  const targets = new Map(file.targets.map((target) => [target.id, target]));
  return {
    caption: `Kết luận đã thay đổi, năm ${year}`,
    columns: [
      {header: "Địa bàn", kind: "text", width: 22},
      {header: "Điều khoản", kind: "text", width: 34},
      {header: "Bản trước", kind: "text", width: 14},
      {header: "Bản này", kind: "text", width: 14},
      {header: "Vì sao", kind: "text", width: 28}
    ],
    rows: verdicts.map(({area, target_id, before, after, causes}): Cell[] => {
      const target = targets.get(target_id);
      return [
        nameOf(areaOf(file, area)),
        target === undefined
          ? target_id
          : cleanText(`${target.title} (${target.clause}, ${shortDocument(target.document)})`),
        verdictWords(before),
        verdictWords(after),
        causeWords(causes)
      ];
    })
  };
}

function nameOf(area: ChangedArea): string {
  return cleanText(area.level === "commune" ? communeTitleName(area) : area.name);
}

function countsOf(counts: {n: number; d: number} | null): string | null {
  return counts === null ? null : `${formatCount(counts.n)}/${formatCount(counts.d)}`;
}

function shareOf(counts: {n: number; d: number} | null): Fraction | null {
  return counts === null || counts.d === 0 ? null : {numerator: counts.n, denominator: counts.d};
}

function verdictWords(verdict: string | null): string | null {
  return verdict === null ? null : VERDICT_WORDS[verdict as Verdict];
}

function causeWords(causes: readonly string[]): string {
  return causes.map((cause) => CAUSE_WORDS[cause] ?? cause).join("; ");
}
