import type {ChangesBook, ChangesFile} from "../../data/queries/changes.ts";
import {CAUSE_WORDS, changesSubtitle, changesTitle, firstTitle} from "../../sentences/changeSentences.js";
import {causeCounts, type ChangeFilter, changeRows, type ChangeRow, filteredChanges} from "../../views/changesView.js";
import {chartFrame} from "../chartFrame.js";
import {type Control, searchControl, selectControl} from "../controls.js";
import {dataTable} from "../dataTable.js";
import {element} from "../element.js";
import {exportName} from "../export/exportName.js";
import {tableFoot} from "../export/tableFoot.js";
import {formatCount, formatDate} from "../format.js";
import {pageHead} from "../pageHead.js";
import {linkOfPlace, placeOfLink} from "../pagedTable.js";
import {stateLink} from "../stateLink.js";
import {observeUrlState, type UrlState, writeUrlState} from "../urlState.js";
import {changedBetween} from "./changedBetween.js";
import {changeTable, flipTable} from "./changeTables.js";
import {dutyChanges, fileChanges} from "./otherChanges.js";

export interface ChangesPage {
  book: ChangesBook;
  asOf: string | null;
  /** Code of the home area: its figures stand first. */
  home: string;
  /** Fetches what changed from an edition to the latest. */
  load: (edition: string) => Promise<ChangesFile>;
}

const FIRST_SORTING = {column: 0, isFalling: false};
const FIRST_INDICATOR = "certified_of_eligible";

/** The page Thay đổi: the latest edition against the one before, or the one of `ban`; which figures changed, and why. */
export function changesPage({book, asOf, home, load}: ChangesPage): HTMLElement {
  const [previous] = book.compared;
  if (previous === undefined) return firstEdition(book, asOf);
  const control = selectControl(
    book.compared.map((id) => ({value: id, text: id})),
    {
      label: "So với bản",
      onChange: (ban) => writeUrlState({ban: ban === previous ? undefined : ban, trang: undefined})
    }
  );
  const head = pageHead([control]);
  const warning = damagedNote(book);
  const panels = element("div", {class: "panels changes-panels"});
  const search = searchControl({
    label: "Tìm xã, phường",
    placeholder: "Tên xã, phường",
    onChange: (tim) => writeUrlState({tim: tim === "" ? undefined : tim, trang: undefined}, {replace: true})
  });
  const slots = element("div", {class: "award-filters"});
  const clear = element("span", {});
  const listTop = element("h2", {});
  const listBody = element("div", {});
  const tools = element("div", {class: "list-tools"}, search, slots, clear);
  const list = element("section", {class: "section", id: "danh-sach"}, listTop, tools, listBody);
  const flips = element("section", {class: "section", id: "ket-luan"});
  const others = element("div", {class: "panels changes-others"});
  const loaded = new Map<string, Promise<ChangesFile>>();
  let painted = "";

  const paint = (link: UrlState): void => {
    const id = book.compared.find((known) => known === link.ban) ?? previous;
    control.value = id;
    const file = loaded.get(id) ?? load(id);
    loaded.set(id, file);
    file.then(
      (data) => {
        if (control.value === id) show(data, link);
      },
      () => {
        loaded.delete(id);
        listBody.replaceChildren(fault());
      }
    );
  };
  const show = (file: ChangesFile, link: UrlState): void => {
    const rows = changeRows(file);
    const own = rows.filter(({area}) => area.level === "commune");
    if (painted !== file.older.id) {
      painted = file.older.id;
      head.say(changesTitle(file), changesSubtitle(file));
      panels.replaceChildren(
        wholePanel(
          rows.filter(({area}) => area.level !== "commune"),
          {file, asOf, home}
        ),
        causePanel(own, file)
      );
      const title = `${formatCount(file.verdicts.length)} kết luận đổi`;
      flips.hidden = file.verdicts.length === 0;
      const flipped = flipTable(file, title);
      const subtitle = changedBetween(file);
      flips.replaceChildren(
        element("h2", {}, title),
        flipped,
        tableFoot(flipped, {name: exportName({what: "Kết luận đổi", year: file.newer.id}), title, subtitle})
      );
      others.replaceChildren(...[dutyChanges(file), fileChanges(file)].filter((panel) => panel !== null));
    }
    const filter = filterOf(link);
    const chosen = filteredChanges(own, filter);
    const communes = new Set(chosen.map(({area}) => area.code)).size;
    listTop.textContent = `${formatCount(chosen.length)} số của ${formatCount(communes)} xã thay đổi`;
    search.value = filter.words;
    slots.replaceChildren(...filters(own, file, filter));
    clear.replaceChildren(
      filter.year !== null || filter.indicator !== FIRST_INDICATOR || filter.cause !== "all" || filter.words !== ""
        ? stateLink(
            {nam: undefined, "chi-tieu": undefined, "quy-tac": undefined, tim: undefined, trang: undefined},
            {},
            "Bỏ lọc"
          )
        : ""
    );
    if (chosen.length === 0) {
      const words = "Không có thay đổi nào như vậy. Bỏ bớt điều kiện lọc.";
      listBody.replaceChildren(element("p", {class: "empty"}, words));
      return;
    }
    const table = changeTable(chosen, {
      caption: listTop.textContent,
      place: placeOfLink(link, FIRST_SORTING),
      onPlace: (place) => writeUrlState(linkOfPlace(place, FIRST_SORTING), {replace: true, quiet: true})
    });
    listBody.replaceChildren(
      table,
      tableFoot(table, {
        name: exportName({what: "Số của xã thay đổi", year: file.newer.id}),
        title: listTop.textContent,
        subtitle: [changedBetween(file), ...filterText(filter, file)].join(", ")
      })
    );
  };
  observeUrlState(paint);
  return element("div", {class: "keeper changes-page"}, head.node, warning, panels, list, flips, others);
}

function filterOf(link: UrlState): ChangeFilter {
  return {
    year: /^\d{4}$/.test(link.nam ?? "") ? Number(link.nam) : null,
    indicator: link["chi-tieu"] ?? FIRST_INDICATOR,
    cause: link["quy-tac"] ?? "all",
    words: link.tim ?? ""
  };
}

/** The filters of the list, in words. */
function filterText({year, indicator, cause, words}: ChangeFilter, {indicators}: ChangesFile): string[] {
  const title = indicators.find(({id}) => id === indicator)?.title;
  return [
    title ?? "mọi chỉ tiêu",
    year === null ? "mọi năm" : `năm ${year}`,
    cause === "all" ? "" : (CAUSE_WORDS[cause] ?? cause).toLocaleLowerCase("vi"),
    words === "" ? "" : `tên có “${words}”`
  ].filter(Boolean);
}

function filters(rows: readonly ChangeRow[], {indicators}: ChangesFile, filter: ChangeFilter): Control[] {
  const years = [...new Set(rows.map(({year}) => year))].sort((a, b) => b - a);
  const all = {value: "all", text: "Tất cả"};
  return [
    selectControl([all, ...indicators.map(({id, title}) => ({value: id, text: title}))], {
      label: "Chỉ tiêu",
      value: filter.indicator,
      onChange: (id) => writeUrlState({"chi-tieu": id === FIRST_INDICATOR ? undefined : id, trang: undefined})
    }),
    selectControl([all, ...years.map((year) => ({value: `${year}`, text: `${year}`}))], {
      label: "Năm",
      value: filter.year === null ? "all" : `${filter.year}`,
      onChange: (nam) => writeUrlState({nam: nam === "all" ? undefined : nam, trang: undefined})
    }),
    selectControl([all, ...causeCounts(rows).map(({cause}) => ({value: cause, text: CAUSE_WORDS[cause] ?? cause}))], {
      label: "Vì sao",
      value: filter.cause,
      onChange: (cause) => writeUrlState({"quy-tac": cause === "all" ? undefined : cause, trang: undefined})
    })
  ];
}

function wholePanel(
  rows: readonly ChangeRow[],
  {file, asOf, home}: {file: ChangesFile} & Pick<ChangesPage, "asOf" | "home">
): HTMLElement {
  const body =
    rows.length === 0
      ? element("p", {class: "note"}, "Số của tỉnh không đổi ở các chỉ tiêu chính.")
      : changeTable(rows, {
          caption: "Số chung của tỉnh, cả nước",
          place: {sorting: FIRST_SORTING, page: 1},
          pageSize: 12,
          home
        });
  return chartFrame(body, {
    title:
      rows.length === 0 ? "Số chung không thay đổi" : `${formatCount(rows.length)} số chung của tỉnh, cả nước thay đổi`,
    subtitle: "Cộng mọi xã, ranh giới hiện nay, mọi loại đơn vị",
    note: `Nguồn: bản số liệu đã lưu, tính đến ${formatDate(asOf)}.`,
    name: exportName({what: "Số chung thay đổi", year: file.newer.id}),
    filters: changedBetween(file)
  });
}

function causePanel(rows: readonly ChangeRow[], file: ChangesFile): HTMLElement {
  const counts = causeCounts(rows);
  const [first] = counts;
  const title = first
    ? `Nhiều nhất: ${(CAUSE_WORDS[first.cause] ?? "").toLocaleLowerCase("vi")}, ${formatCount(first.communes)} xã`
    : "Không xã nào thay đổi";
  const table = dataTable(
    counts,
    [
      {
        title: "Vì sao",
        heading: true,
        value: ({cause}) =>
          stateLink({"quy-tac": cause, trang: undefined}, {target: "danh-sach"}, CAUSE_WORDS[cause] ?? cause)
      },
      {title: "Xã", numeric: true, value: ({communes}) => formatCount(communes)},
      {title: "Số", numeric: true, value: ({count}) => formatCount(count)}
    ],
    {caption: "Vì sao thay đổi", hideCaption: true}
  );
  return chartFrame(table, {
    title,
    subtitle: "Một xã có thể thay đổi vì nhiều lẽ",
    note: "Tệp được xét trước; quy tắc và ngày tính chỉ được nêu khi không tệp nào của xã thay đổi.",
    name: exportName({what: "Vì sao thay đổi", year: file.newer.id}),
    filters: changedBetween(file)
  });
}

function damagedNote({editions}: ChangesBook): HTMLElement | null {
  const damaged = editions.filter(({is_readable}) => !is_readable).map(({id}) => id);
  if (damaged.length === 0) return null;
  return element(
    "p",
    {class: "note"},
    `Bản số liệu ${damaged.join(", ")} hỏng, không so sánh được. Chép lại tệp đó từ bản sao lưu vào thư mục editions, hoặc xoá nó đi.`
  );
}

function firstEdition(book: ChangesBook, asOf: string | null): HTMLElement {
  const head = pageHead([]);
  head.say(
    firstTitle(book.latest),
    book.latest === null
      ? "Khi có tệp đầu tiên được nhận, lần chạy đó được lưu thành một bản số liệu."
      : `Tính đến ${formatDate(asOf)}. Chưa có bản trước để so sánh.`
  );
  const action = "Chép tệp mới vào thư mục submissions rồi chạy lại npm start: trang này sẽ ghi số nào đổi và vì sao.";
  return element(
    "div",
    {class: "keeper changes-page"},
    head.node,
    damagedNote(book),
    element("p", {class: "empty"}, action)
  );
}

function fault(): HTMLElement {
  const words = "Không đọc được thay đổi của bản này. Tải lại trang; nếu vẫn vậy, chạy lại npm run build.";
  return element("p", {class: "empty"}, words);
}
