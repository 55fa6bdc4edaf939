import type {QualityFiles, QualityIssues} from "../data/queries/qualityYear.ts";
import type {NamedRule} from "../data/queries/ruleTitles.ts";
import {yearWords} from "../sentences/progressSentences.js";
import {filteredIssues, type IssueFilter, type IssueRow, issueRows, knownSeverity} from "../views/qualityView.js";
import {chipsControl, searchControl, selectControl} from "./controls.js";
import {element} from "./element.js";
import {exportName} from "./export/exportName.js";
import {tableFoot} from "./export/tableFoot.js";
import {filePanel} from "./filePanel.js";
import {formatCount} from "./format.js";
import {linkOfPlace, placeOfLink} from "./pagedTable.js";
import {FIRST_ISSUES, issueTable} from "./qualityTables.js";
import {stateLink} from "./stateLink.js";
import {SEVERITY_ORDER, SEVERITY_WORDS} from "./stateMark.js";
import {type UrlState, writeUrlState} from "./urlState.js";

export interface IssueSection {
  rules: readonly NamedRule[];
  /** Fetches the issues of a year, once, when the list is first seen or asked for. */
  load: (year: number) => Promise<QualityIssues>;
  hasCheckPage: boolean;
}

/** What the section shows: the year's files, how many issues there are, and what the address asks for. */
export interface ShownIssues {
  files: QualityFiles;
  /** Issues under the chosen files, said before the list is fetched. */
  total: number;
  boundary: IssueFilter["boundary"];
  isOpenOnly: boolean;
  link: UrlState;
}

/** The list of issues: filters by severity, rule, commune, file and words; fetched when it comes into view or a filter asks for it. */
export function issueSection({rules, load, hasCheckPage}: IssueSection): {
  node: HTMLElement;
  show: (shown: ShownIssues) => void;
} {
  const title = element("h2", {});
  const search = searchControl({
    label: "Tìm trong danh sách",
    placeholder: "Tệp, xã, ô, nội dung",
    onChange: (tim) => writeUrlState({tim: tim === "" ? undefined : tim, trang: undefined}, {replace: true})
  });
  const ruleSlot = element("div", {class: "control-slot"});
  const chips = element("div", {});
  const asked = element("p", {class: "asked"});
  const panel = element("div", {});
  const body = element("div", {});
  const tools = element("div", {class: "list-tools"}, search, ruleSlot, chips);
  const node = element("section", {class: "section", id: "danh-sach"}, title, tools, asked, panel, body);
  const years = new Map<number, Promise<IssueRow[]>>();
  const opened = new Set<number>();
  let now: ShownIssues | null = null;

  const rowsOf = (files: QualityFiles): Promise<IssueRow[]> => {
    const known = years.get(files.year) ?? load(files.year).then((issues) => issueRows(issues, files, rules));
    years.set(files.year, known);
    return known;
  };
  const open = (): void => {
    if (now === null) return;
    opened.add(now.files.year);
    show(now);
  };
  const show = (shown: ShownIssues): void => {
    now = shown;
    const {files, link, total} = shown;
    const isAsked = [link.muc, link["quy-tac"], link.ma, link.tep, link.tim].some((value) => value !== undefined);
    if (!opened.has(files.year) && !isAsked) {
      title.textContent = `${formatCount(total)} chỗ phải sửa, nên xem lại hoặc ghi chú ${yearWords(files.year)}`;
      tools.hidden = true;
      asked.replaceChildren();
      panel.replaceChildren();
      const button = element("button", {type: "button", class: "button"}, "Mở danh sách");
      button.addEventListener("click", open);
      body.replaceChildren(total === 0 ? element("p", {class: "empty"}, "Không có gì phải sửa hay xem lại.") : button);
      return;
    }
    rowsOf(files).then(
      (rows) => {
        if (now === shown) list(rows, shown);
      },
      () => {
        years.delete(files.year);
        body.replaceChildren(
          element(
            "p",
            {class: "empty"},
            "Không đọc được danh sách của năm này. Tải lại trang; nếu vẫn vậy, chạy lại npm run build."
          )
        );
      }
    );
  };

  const list = (rows: readonly IssueRow[], shown: ShownIssues): void => {
    const {files, link, boundary, isOpenOnly} = shown;
    const filter: IssueFilter = {
      severity: knownSeverity(link.muc),
      rule: link["quy-tac"] ?? null,
      commune: link.ma ?? null,
      boundary,
      file: link.tep ?? null,
      search: link.tim ?? "",
      isOpenOnly
    };
    tools.hidden = false;
    search.value = filter.search;
    const ofAll = filteredIssues(rows, {...filter, severity: "all"});
    const chosen = filteredIssues(ofAll, {...filter, rule: null, commune: null, file: null, search: ""});
    title.textContent = `${formatCount(chosen.length)} chỗ ${SEVERITY_TAILS[filter.severity]} ${yearWords(files.year)}`;
    chips.replaceChildren(severityChips(ofAll, filter));
    ruleSlot.replaceChildren(ruleControl(rules, rows, filter));
    asked.replaceChildren(...askedFor(filter, files));
    const file = files.files.find(({id}) => id === filter.file);
    panel.replaceChildren(file ? filePanel(file, {hasCheckPage}) : "");
    const table =
      chosen.length === 0
        ? element(
            "p",
            {class: "empty"},
            file && ofAll.length === 0 && filter.search === ""
              ? "Tệp này không có gì phải sửa hay xem lại."
              : "Không có chỗ nào như vậy. Bỏ bớt điều kiện lọc."
          )
        : issueTable(chosen, {
            caption: title.textContent,
            place: placeOfLink(link, FIRST_ISSUES),
            onPlace: (place) => writeUrlState(linkOfPlace(place, FIRST_ISSUES), {replace: true, quiet: true})
          });
    const name = exportName({what: "Chỗ phải sửa và nên xem lại", of: file?.area, year: files.year});
    const subtitle = [yearWords(files.year), isOpenOnly ? "tệp đang dùng" : "mọi tệp đã nhận", asked.textContent];
    body.replaceChildren(
      table,
      chosen.length === 0
        ? ""
        : tableFoot(table, {name, title: title.textContent, subtitle: subtitle.filter(Boolean).join(", ")})
    );
  };

  if (typeof IntersectionObserver !== "undefined") {
    const watcher = new IntersectionObserver((entries) => {
      if (now === null || !entries.some(({isIntersecting}) => isIntersecting)) return;
      if (!opened.has(now.files.year)) open();
    });
    watcher.observe(body);
  }
  return {node, show};
}

const SEVERITY_TAILS: Readonly<Record<IssueFilter["severity"], string>> = {
  all: "phải sửa, nên xem lại hoặc ghi chú",
  "phai-sua": "phải sửa",
  row_error: "làm dòng không nạp được",
  value_error: "làm giá trị không đọc được",
  warning: "nên xem lại",
  info: "chỉ ghi chú"
};

function severityChips(rows: readonly IssueRow[], {severity}: IssueFilter): HTMLElement {
  const count = (of: IssueFilter["severity"]): number =>
    filteredIssues(rows, {
      severity: of,
      rule: null,
      commune: null,
      boundary: "as_reported",
      file: null,
      search: "",
      isOpenOnly: false
    }).length;
  const choices = [
    {value: "all", text: "Tất cả", count: rows.length},
    {value: "phai-sua", text: "Phải sửa", count: count("phai-sua")},
    ...SEVERITY_ORDER.map((of) => ({value: of, text: SEVERITY_WORDS[of], count: count(of)}))
  ];
  return chipsControl(
    choices.filter(({value, count: n}) => n > 0 || value === severity || value === "all"),
    {
      label: "Mức",
      value: severity,
      onChange: (muc) => writeUrlState({muc: muc === "all" ? undefined : muc, trang: undefined})
    }
  );
}

function ruleControl(rules: readonly NamedRule[], rows: readonly IssueRow[], {rule}: IssueFilter): HTMLElement {
  const found = new Map<string, number>();
  for (const row of rows) if (row.rule) found.set(row.rule.id, (found.get(row.rule.id) ?? 0) + 1);
  const titles = new Map(rules.map(({id, title}) => [id, title]));
  const choices = [...titles].filter(([id]) => found.has(id)).map(([value, text]) => ({value, text}));
  return selectControl([{value: "", text: "Tất cả"}, ...choices], {
    label: "Kiểm tra",
    value: rule ?? "",
    onChange: (id) => writeUrlState({"quy-tac": id === "" ? undefined : id, trang: undefined})
  });
}

/** The filters that were set by following a number, each with a way to take it off. */
function askedFor({file, commune, boundary}: IssueFilter, files: QualityFiles): (HTMLElement | string)[] {
  const parts: (HTMLElement | string)[] = [];
  if (file !== null) {
    const known = files.files.some(({id}) => id === file);
    parts.push(known ? "Chỉ một tệp. " : "Không có tệp này trong năm đã chọn. ");
    parts.push(stateLink({tep: undefined, trang: undefined}, {}, "Xem mọi tệp"), " ");
  }
  if (commune !== null) {
    const name =
      boundary === "current" && files.successors[commune] !== undefined
        ? files.successors[commune]
        : files.communes.find(({code}) => code === commune)?.name;
    parts.push(`Chỉ ${name ?? `xã mang mã ${commune}`}. `);
    parts.push(stateLink({ma: undefined, trang: undefined}, {}, "Xem mọi xã"));
  }
  return parts;
}
