import type {AwardEntry} from "../../data/queries/awardBook.ts";
import type {AwardYear} from "../../data/queries/awardCandidates.ts";
import {type AwardRow, byMissing, STANDING_WORDS} from "../../views/awardView.js";
import {type Child, element} from "../element.js";
import {formatCount, formatDate} from "../format.js";
import {type ListPlace, pagedTable} from "../pagedTable.js";
import type {SortableColumn} from "../sortableTable.js";
import {tracedFigure} from "../trace/tracedFigure.js";
import {outcomeMark, OUTCOME_WORDS} from "./outcomeMark.js";

export const CANDIDATE_TYPE_WORDS: Readonly<Record<string, string>> = {
  khu_dan_cu: "khu dân cư",
  xa: "xã",
  phuong: "phường",
  thi_tran: "thị trấn",
  dac_khu: "đặc khu",
  co_quan: "cơ quan",
  doanh_nghiep: "doanh nghiệp",
  co_so_giao_duc: "cơ sở giáo dục",
  mo_hinh: "mô hình"
};

export interface CandidateTable {
  award: AwardEntry;
  year: AwardYear;
  caption: string;
  noun: string;
  place: ListPlace;
  onPlace: (place: ListPlace) => void;
}

/** Candidates by conditions: each cell says met, not met or unknown, and what was found; conditions no form asks for have no column. */
export function candidateTable(
  rows: readonly AwardRow[],
  {award, year, caption, noun, place, onPlace}: CandidateTable
): HTMLElement {
  const columns: SortableColumn<AwardRow>[] = [
    {
      title: "Nơi được xét",
      heading: true,
      value: nameCell,
      compare: (a, b) => a.candidate.name.localeCompare(b.candidate.name, "vi") || byMissing(a, b),
      fields: [
        {header: "Nơi được xét", kind: "text", of: ({candidate}) => candidate.name},
        {header: "Loại", kind: "text", of: ({candidate}) => CANDIDATE_TYPE_WORDS[candidate.type] ?? null},
        {header: "Mã xã", kind: "text", of: ({commune}) => commune?.code ?? null},
        {header: "Xã, phường", kind: "text", of: ({commune}) => commune?.name ?? null},
        {header: "Năm", kind: "text", of: () => `${year.year}`}
      ]
    },
    {
      title: "Còn thiếu",
      value: missingWords,
      compare: byMissing,
      fields: [
        {header: "Tình trạng", kind: "text", of: ({standing}) => STANDING_WORDS[standing]},
        {header: "Đạt (điều kiện)", kind: "count", of: ({met}) => met},
        {header: "Còn thiếu (điều kiện)", kind: "count", of: ({missing}) => missing},
        {header: "Chưa rõ (điều kiện)", kind: "count", of: ({unknown}) => unknown}
      ]
    },
    ...award.conditions.flatMap(({is_tracked, text}, i): SortableColumn<AwardRow>[] =>
      is_tracked
        ? [
            {
              title: `${i + 1}. ${text}`,
              value: ({candidate}) => outcomeCell(candidate, i, award, year),
              compare: (a, b) => rank(a.candidate.outcomes[i]) - rank(b.candidate.outcomes[i]) || byMissing(a, b),
              fields: [
                {
                  header: `${i + 1}. ${text}`,
                  kind: "text",
                  of: ({candidate}) => OUTCOME_WORDS[candidate.outcomes[i] ?? "?"] ?? null
                },
                {
                  header: `${i + 1}. Đã thấy gì`,
                  kind: "text",
                  of: ({candidate}) => year.reasons[candidate.reasons[i] ?? -1] ?? null
                }
              ]
            }
          ]
        : []
    ),
    ...(rows.some(({candidate}) => candidate.dossier !== null)
      ? [
          {
            title: "Hồ sơ đã gửi",
            value: ({candidate}: AwardRow) => candidate.dossier && formatDate(candidate.dossier),
            fields: [{header: "Hồ sơ đã gửi", kind: "day" as const, of: ({candidate}: AwardRow) => candidate.dossier}]
          }
        ]
      : [])
  ];
  return pagedTable(rows, columns, {caption, noun, place, onPlace});
}

function nameCell({candidate, commune}: AwardRow): Child {
  const kind = CANDIDATE_TYPE_WORDS[candidate.type] ?? "";
  const profile = commune?.profile ?? null;
  const home = commune && `${CANDIDATE_TYPE_WORDS[commune.type] ?? "xã"} ${commune.name}`;
  const link = (words: string): Node | string =>
    profile === null ? words : element("a", {href: `./xa?ma=${profile}`}, words);
  if (candidate.level === "commune")
    return element("span", {}, link(candidate.name), element("span", {class: "commune-type"}, ` ${kind}`));
  return element(
    "span",
    {},
    candidate.name,
    element("span", {class: "clause"}, `${kind}, `, home === undefined ? "" : link(home))
  );
}

/** "thiếu 1", and how many are not known; "đủ" where all that forms ask is met. */
function missingWords({missing, unknown, standing}: AwardRow): HTMLElement {
  const first = missing > 0 ? `Thiếu ${formatCount(missing)}` : standing === "du" ? "Không thiếu" : "Không thấy thiếu";
  return element(
    "span",
    {},
    element("strong", {class: "award-missing"}, first),
    unknown > 0 ? element("span", {class: "clause"}, `${formatCount(unknown)} chưa rõ`) : null
  );
}

function outcomeCell(candidate: AwardRow["candidate"], i: number, award: AwardEntry, year: AwardYear): Child {
  const sign = candidate.outcomes[i];
  const reason = year.reasons[candidate.reasons[i] ?? -1] ?? "";
  const condition = award.conditions[i];
  const figure = condition && candidate.figures[condition.id];
  const words = element("span", {class: "clause"}, reason);
  return element(
    "span",
    {},
    outcomeMark(sign),
    figure
      ? element(
          "span",
          {class: "clause"},
          tracedFigure(
            figure,
            {label: `${OUTCOME_WORDS[sign ?? "?"] ?? ""}: ${reason}, ${candidate.name}, năm ${year.year}`},
            reason
          )
        )
      : words
  );
}

/** Not met first, then unknown, then met. */
function rank(sign: string | undefined): number {
  return sign === "0" ? 0 : sign === "?" ? 1 : 2;
}
