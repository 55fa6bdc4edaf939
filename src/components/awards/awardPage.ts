import type {AwardEntry} from "../../data/queries/awardBook.ts";
import type {AwardYear} from "../../data/queries/awardCandidates.ts";
import {
  awardListTitle,
  awardSubtitle,
  awardTitle,
  candidateNoun,
  noCandidatesTitle
} from "../../sentences/awardSentences.js";
import {
  type AwardFilter,
  type AwardRow,
  awardRows,
  chosenAward,
  conditionCounts,
  filteredAwardRows,
  type Standing,
  STANDING_WORDS,
  standingCounts,
  STANDINGS
} from "../../views/awardView.js";
import {chartFrame} from "../chartFrame.js";
import {type Control, searchControl, selectControl} from "../controls.js";
import {isPublicEdition, notInPublicEdition} from "../edition.js";
import {element} from "../element.js";
import {exportName} from "../export/exportName.js";
import {tableFoot} from "../export/tableFoot.js";
import {formatCount, formatDate} from "../format.js";
import {pageHead} from "../pageHead.js";
import {linkOfPlace, placeOfLink} from "../pagedTable.js";
import {stateLink} from "../stateLink.js";
import {observeUrlState, type UrlState, writeUrlState} from "../urlState.js";
import {CANDIDATE_TYPE_WORDS, candidateTable} from "./candidateTable.js";
import {awardQuote, conditionTable} from "./conditionTable.js";
import {deadlineList} from "./deadlineList.js";
import {OUTCOME_WORDS} from "./outcomeMark.js";

export interface AwardPage {
  awards: readonly AwardEntry[];
  asOf: string | null;
  /** Fetches the candidates of an award in a year. */
  load: (award: string, year: number) => Promise<AwardYear>;
}

/** The list opens by what is missing, fewest first. */
const FIRST_SORTING = {column: 1, isFalling: false};
const NO_FILTERS = {"tinh-trang": undefined, loai: undefined, ma: undefined, o: undefined, tim: undefined};

/** The page Khen thưởng: one award, its candidates against its conditions, near misses first. */
export function awardPage({awards, asOf, load}: AwardPage): HTMLElement {
  if (awards.length === 0) return nothingYet();
  const first = chosenAward(awards, undefined);
  const awardControl = selectControl(
    awards.map(({id, title, area}) => ({value: id, text: `${title} (${area})`})),
    {
      label: "Danh hiệu, hình thức",
      onChange: (id) =>
        writeUrlState({
          "danh-hieu": id === first?.id ? undefined : id,
          nam: undefined,
          xep: undefined,
          trang: undefined,
          ...NO_FILTERS
        })
    }
  );
  awardControl.classList.add("control-award");
  const yearSlot = element("div", {class: "control-slot"});
  const head = pageHead([awardControl, yearSlot]);
  const panels = element("div", {class: "panels award-panels"});
  const search = searchControl({
    label: "Tìm trong danh sách",
    placeholder: "Tên đơn vị, xã",
    onChange: (tim) => writeUrlState({tim: tim === "" ? undefined : tim, trang: undefined}, {replace: true})
  });
  const slots = element("div", {class: "award-filters"});
  const clear = element("span", {});
  const listTop = element("h2", {});
  const listBody = element("div", {});
  const tools = element("div", {class: "list-tools"}, search, slots, clear);
  const list = element("section", {class: "section", id: "danh-sach"}, listTop, tools, listBody);
  const loaded = new Map<string, Promise<AwardYear>>();
  let now = "";

  const paint = (link: UrlState): void => {
    const award = chosenAward(awards, link["danh-hieu"]);
    if (!award) return;
    const year = award.years.find((known) => `${known.year}` === link.nam)?.year ?? award.years.at(-1)?.year;
    awardControl.value = award.id;
    yearSlot.replaceChildren(...yearControl(award, year));
    now = `${award.id}-${year ?? ""}`;
    list.hidden = year === undefined;
    if (year === undefined) {
      // Names of units and what each still lacks stay inside, whatever the award.
      const title =
        isPublicEdition() && award.candidates !== "none"
          ? notInPublicEdition("danh sách được xét khen thưởng").slice(0, -1)
          : noCandidatesTitle(award);
      head.say(title, `**${award.title}**, ${award.area}. ${award.document}.`);
      panels.replaceChildren(...awardPanels(award, [], {year: null, asOf}));
      return;
    }
    const key = now;
    const file = loaded.get(key) ?? load(award.id, year);
    loaded.set(key, file);
    file.then(
      (data) => {
        if (now === key) show(award, data, link);
      },
      () => {
        loaded.delete(key);
        listBody.replaceChildren(fault());
      }
    );
  };

  const show = (award: AwardEntry, data: AwardYear, link: UrlState): void => {
    const rows = awardRows(award, data);
    const noun = candidateNoun(award);
    const filter = filterOf(link);
    const chosen = filteredAwardRows(award, rows, filter);
    const caption = awardListTitle(chosen.length, rows.length, noun);
    head.say(
      awardTitle(award, standingCounts(rows)),
      awardSubtitle(award, {year: data.year, candidates: rows.length, noun}) +
        (asOf === null ? "" : ` Số liệu đến ${formatDate(asOf)}.`)
    );
    panels.replaceChildren(...awardPanels(award, rows, {year: data.year, asOf}));
    search.value = filter.words;
    slots.replaceChildren(...filterControls(rows, filter));
    clear.replaceChildren(...clearLinks(award, filter));
    listTop.textContent = caption;
    if (chosen.length === 0) {
      const words = `Không có ${noun} nào như vậy. Bỏ bớt điều kiện lọc.`;
      listBody.replaceChildren(element("p", {class: "empty"}, words));
      return;
    }
    const table = candidateTable(chosen, {
      award,
      year: data,
      caption,
      noun,
      place: placeOfLink(link, FIRST_SORTING),
      onPlace: (place) => writeUrlState(linkOfPlace(place, FIRST_SORTING), {replace: true, quiet: true})
    });
    listBody.replaceChildren(
      table,
      tableFoot(table, {
        name: exportName({what: "Danh sách xét khen thưởng", place: award.area, year: data.year}),
        title: caption,
        subtitle: [`${award.title}, ${award.area}`, `năm ${data.year}`, ...filterText(filter)].join(", "),
        clause: awardClause(award)
      })
    );
  };

  observeUrlState(paint);
  return element("div", {class: "keeper award-page"}, head.node, panels, list);
}

function filterOf(link: UrlState): AwardFilter {
  return {
    standing: STANDINGS.find((standing) => standing === link["tinh-trang"]) ?? "all",
    kind: link.loai ?? "all",
    commune: link.ma ?? "all",
    outcome: link.o ?? "",
    words: link.tim ?? ""
  };
}

function yearControl(award: AwardEntry, year: number | undefined): Control[] {
  if (year === undefined) return [];
  const last = award.years.at(-1)?.year;
  return [
    selectControl(
      [...award.years].reverse().map((known) => ({value: `${known.year}`, text: `${known.year}`})),
      {
        label: "Năm",
        value: `${year}`,
        onChange: (nam) => writeUrlState({nam: nam === `${last}` ? undefined : nam, trang: undefined, ...NO_FILTERS})
      }
    )
  ];
}

function awardPanels(
  award: AwardEntry,
  rows: readonly AwardRow[],
  {year, asOf}: {year: number | null; asOf: string | null}
): HTMLElement[] {
  const noun = candidateNoun(award);
  const counts = conditionCounts(award, rows);
  const hardest = [...counts].filter(({is_tracked}) => is_tracked).sort((a, b) => b.missing - a.missing)[0];
  const title =
    year === null || !hardest
      ? `${formatCount(award.conditions.length)} điều kiện`
      : hardest.missing === 0
        ? "Không điều kiện nào thấy thiếu"
        : `Thiếu nhiều nhất: ${hardest.text.slice(0, 1).toLocaleLowerCase("vi")}${hardest.text.slice(1)}, ${formatCount(hardest.missing)} ${noun}`;
  const names = (what: string): {name: string; place: string; filters: string; clause: string} => ({
    name: exportName({what, place: award.area, year}),
    place: award.area,
    filters: [award.title, year === null ? "" : `năm ${year}`].filter(Boolean).join(", "),
    clause: awardClause(award)
  });
  const body =
    year === null
      ? element("ol", {class: "award-conditions"}, ...award.conditions.map(({text}) => element("li", {}, text)))
      : conditionTable(award, counts, noun);
  return [
    chartFrame(element("div", {}, body, awardQuote(award)), {
      title,
      subtitle: `Điều kiện của ${award.area}; chưa rõ không phải là chưa đạt`,
      note: rows.length === 0 ? undefined : `Nguồn: các tệp đã nhận đến ${formatDate(asOf)}.`,
      isDownloadable: year !== null,
      ...names("Điều kiện khen thưởng")
    }),
    chartFrame(deadlineList(award.deadlines, year ?? award.years.at(-1)?.year ?? 0), {
      title:
        award.deadlines.length === 0
          ? "Không có hạn gửi hồ sơ"
          : `${formatCount(award.deadlines.length)} mốc đăng ký và gửi hồ sơ`,
      // Words alone: nothing of them is a figure.
      isDownloadable: award.deadlines.length > 0,
      ...names("Hạn gửi hồ sơ khen thưởng")
    })
  ];
}

/** Where the conditions stand. */
function awardClause({clause, document}: AwardEntry): string {
  return `${clause}, ${document}`;
}

/** The filters of the list, in words. */
function filterText({standing, kind, words}: AwardFilter): string[] {
  return [
    standing === "all" ? "" : STANDING_WORDS[standing].toLocaleLowerCase("vi"),
    kind === "all" ? "" : (CANDIDATE_TYPE_WORDS[kind] ?? kind),
    words === "" ? "" : `tên có “${words}”`
  ].filter(Boolean);
}

function filterControls(rows: readonly AwardRow[], filter: AwardFilter): Control[] {
  const counts = standingCounts(rows);
  const kinds = [...new Set(rows.map(({candidate}) => candidate.type))].sort();
  const communes = new Map(rows.flatMap(({commune}) => (commune ? [[commune.code, commune.name] as const] : [])));
  const ordered = [...communes].sort(([, a], [, b]) => a.localeCompare(b, "vi"));
  const all = {value: "all", text: `Tất cả (${formatCount(rows.length)})`};
  const change = (key: "tinh-trang" | "loai" | "ma") => (value: string) =>
    writeUrlState({[key]: value === "all" ? undefined : value, trang: undefined});
  const words = (standing: Standing): string => `${STANDING_WORDS[standing]} (${formatCount(counts[standing])})`;
  return [
    selectControl([all, ...STANDINGS.map((standing) => ({value: standing, text: words(standing)}))], {
      label: "Tình trạng",
      value: filter.standing,
      onChange: change("tinh-trang")
    }),
    ...(kinds.length > 1
      ? [
          selectControl(
            [
              {value: "all", text: "Tất cả"},
              ...kinds.map((kind) => ({value: kind, text: capital(CANDIDATE_TYPE_WORDS[kind] ?? kind)}))
            ],
            {label: "Loại", value: filter.kind, onChange: change("loai")}
          )
        ]
      : []),
    ...(ordered.length > 1
      ? [
          selectControl([{value: "all", text: "Tất cả"}, ...ordered.map(([value, text]) => ({value, text}))], {
            label: "Xã, phường",
            value: filter.commune,
            onChange: change("ma")
          })
        ]
      : [])
  ];
}

function clearLinks(award: AwardEntry, filter: AwardFilter): Node[] {
  const [id = "", sign = ""] = filter.outcome.split("~");
  const condition = award.conditions.find((known) => known.id === id);
  const isFiltered =
    filter.standing !== "all" || filter.kind !== "all" || filter.commune !== "all" || filter.words !== "" || condition;
  return [
    ...(condition ? [element("span", {}, `${condition.text}: ${(OUTCOME_WORDS[sign] ?? "").toLowerCase()}. `)] : []),
    ...(isFiltered ? [stateLink({...NO_FILTERS, trang: undefined}, {}, "Bỏ lọc")] : [])
  ];
}

function fault(): HTMLElement {
  const words = "Không đọc được danh sách được xét. Tải lại trang; nếu vẫn vậy, chạy lại npm run build.";
  return element("p", {class: "empty"}, words);
}

function nothingYet(): HTMLElement {
  const head = pageHead([]);
  head.say("Chưa có kế hoạch nào nêu khen thưởng", "Khi có, trang này xét từng điều kiện của từng nơi.");
  const action = "Thêm kế hoạch có phần khen thưởng vào data/plans rồi chạy lại npm start.";
  return element("div", {class: "keeper award-page"}, head.node, element("p", {class: "empty"}, action));
}

function capital(words: string): string {
  return words.slice(0, 1).toLocaleUpperCase("vi") + words.slice(1);
}
