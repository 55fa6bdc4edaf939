import type {CrossCount, Quality, QualityYear} from "../data/queries/quality.ts";
import type {CrossUnits, QualityFile, QualityFiles, QualityIssues} from "../data/queries/qualityYear.ts";
import {
  crossTitle,
  fieldsTitle,
  fileCount,
  qualitySubtitle,
  qualityTitle,
  rulesTitle,
  summaryWords
} from "../sentences/qualitySentences.js";
import {yearWords} from "../sentences/progressSentences.js";
import {communeRows, mustFix, qualityOfYear, ruleRows, type RuleRow, severityTotals} from "../views/qualityView.js";
import {chartFrame, type ChartSource} from "./chartFrame.js";
import {type Control, selectControl} from "./controls.js";
import {cellOfName, CLASS_WORDS, crossTable, RESULT_WORDS} from "./crossTable.js";
import {notInPublicEdition} from "./edition.js";
import {element} from "./element.js";
import {exportName} from "./export/exportName.js";
import {tableFoot} from "./export/tableFoot.js";
import {formatCount, formatDate} from "./format.js";
import {issueSection} from "./issueSection.js";
import {pageHead} from "./pageHead.js";
import {communeTable, fileTable, unitTable} from "./qualityTables.js";
import {nameOf} from "./receivedFiles.js";
import {ruleTable} from "./ruleTable.js";
import {stateLink} from "./stateLink.js";
import {SEVERITY_ORDER, SEVERITY_WORDS, severityMark} from "./stateMark.js";
import {observeUrlState, type UrlState, writeUrlState} from "./urlState.js";
import {UNIT_GROUP_WORDS} from "./words.js";

export interface QualityPage {
  quality: Quality;
  loadFiles: (year: number) => Promise<QualityFiles>;
  loadIssues: (year: number) => Promise<QualityIssues>;
  /** Fetches the units of a cell of the cross-table, "dat-yeu". */
  loadUnits: (year: number, cell: string) => Promise<CrossUnits>;
}

const BOUNDARY_IN_LINK = "khi-bao-cao";
const ALL_FILES = "tat-ca";

/** The page Chất lượng: what must be mended, where, by which rule, in whose file; results that contradict themselves; what was not said. */
export function qualityPage({quality, loadFiles, loadIssues, loadUnits}: QualityPage): HTMLElement {
  const {site, rules} = quality;
  const defaultYear = site.default_year;
  if (site.publication === "public") return leftOut();
  if (defaultYear === null || quality.years.length === 0) return nothingYet();
  const filters = filterControls(quality, defaultYear);
  const head = pageHead(Object.values(filters));
  const cards = element("div", {class: "cards severities"});
  const refused = element("div", {});
  const panels = element("div", {class: "panels panels-2"});
  const units = unitSection(loadUnits);
  const lists = element("div", {class: "panels panels-2 quality-lists"});
  const issues = issueSection({rules, load: loadIssues, hasCheckPage: site.has_check_page});
  const years = new Map<number, Promise<QualityFiles>>();
  let painted = "";

  const paint = (link: UrlState): void => {
    const year = site.years.find((known) => `${known}` === link.nam) ?? defaultYear;
    const boundary = link["ranh-gioi"] === BOUNDARY_IN_LINK ? "as_reported" : "current";
    const isOpenOnly = link["pham-vi"] !== ALL_FILES;
    filters.year.value = `${year}`;
    filters.boundary.value = boundary;
    filters.scope.value = isOpenOnly ? "" : ALL_FILES;
    const counts = qualityOfYear(quality, year);
    head.say(qualityTitle(counts), qualitySubtitle(counts, site.as_of));
    const found = ruleRows(rules, counts?.rules ?? [], isOpenOnly);
    const type = link.loai ?? "all";
    const source: ChartSource = {
      files: counts === null ? 0 : fileCount(counts),
      date: site.as_of,
      isSimulated: site.is_simulated,
      href: `./tien-do-nop?nam=${year}#lich-su`
    };
    const key = [year, isOpenOnly, type, link.o].join(" ");
    if (key !== painted) {
      painted = key;
      cards.replaceChildren(...severityCards(found));
      panels.replaceChildren(
        rulePanel(found, {year, isOpenOnly, source}),
        crossPanel(counts, {year, type, cell: link.o ?? null, source})
      );
    }
    units.show({year, type, cell: link.o});
    const file = years.get(year) ?? loadFiles(year);
    years.set(year, file);
    file.then(
      (loaded) => {
        if (filters.year.value !== `${year}`) return;
        const listed = `${year} ${boundary} ${isOpenOnly}`;
        if (lists.dataset["key"] !== listed) {
          lists.dataset["key"] = listed;
          refused.replaceChildren(refusedFiles(loaded.files));
          lists.replaceChildren(filePanelOf(loaded, {isOpenOnly, source}), communePanel(loaded, {boundary, source}));
        }
        const total = found.reduce((sum, {count}) => sum + count, 0);
        issues.show({files: loaded, total, boundary, isOpenOnly, link});
      },
      () => {
        years.delete(year);
        lists.replaceChildren(
          element(
            "p",
            {class: "empty"},
            "Không đọc được danh sách tệp của năm này. Tải lại trang; nếu vẫn vậy, chạy lại npm run build."
          )
        );
      }
    );
  };
  observeUrlState(paint);
  return element(
    "div",
    {class: "keeper quality-page"},
    head.node,
    cards,
    refused,
    panels,
    units.node,
    lists,
    issues.node
  );
}

function nothingYet(): HTMLElement {
  const head = pageHead([]);
  head.say("Chưa có tệp nào", "Khi có tệp đầu tiên, trang này ghi ô nào sai, sai vì sao và phải ghi gì thay vào.");
  const action = "Chép tệp của các xã vào thư mục submissions rồi chạy lại npm start.";
  return element("div", {class: "keeper quality-page"}, head.node, element("p", {class: "empty"}, action));
}

/** Nothing of what this page shows may be known outside: it says so, rather than that no fault was found. */
function leftOut(): HTMLElement {
  const head = pageHead([]);
  const what = "kết quả kiểm tra tệp, ô sai, tên tệp và danh sách đơn vị";
  head.say("Bản công khai không có chất lượng số liệu", notInPublicEdition(what));
  const progress = element("a", {href: "./tien-do-nop"}, "Tiến độ nộp");
  return element(
    "div",
    {class: "keeper quality-page"},
    head.node,
    element("p", {class: "empty"}, "Ai đã nộp, ai trễ, ai chưa nộp: xem trang ", progress, ".")
  );
}

function filterControls({site}: Quality, defaultYear: number): Record<"year" | "boundary" | "scope", Control> {
  const cleared = {"quy-tac": undefined, ma: undefined, tep: undefined, trang: undefined};
  return {
    year: selectControl(
      [...site.years].reverse().map((year) => ({value: `${year}`, text: year === 0 ? "Không rõ năm" : `${year}`})),
      {label: "Năm", onChange: (nam) => writeUrlState({...cleared, nam: nam === `${defaultYear}` ? undefined : nam})}
    ),
    boundary: selectControl(
      [
        {value: "current", text: "Hiện nay"},
        {value: "as_reported", text: "Khi báo cáo"}
      ],
      {
        label: "Ranh giới",
        onChange: (value) =>
          writeUrlState({
            "ranh-gioi": value === "current" ? undefined : BOUNDARY_IN_LINK,
            ma: undefined,
            trang: undefined
          })
      }
    ),
    scope: selectControl(
      [
        {value: "", text: "Đang dùng"},
        {value: ALL_FILES, text: "Cả tệp đã thay"}
      ],
      {
        label: "Tệp",
        onChange: (value) => writeUrlState({"pham-vi": value === "" ? undefined : value, trang: undefined})
      }
    )
  };
}

function severityCards(found: readonly RuleRow[]): HTMLElement[] {
  const totals = severityTotals(found);
  const meaning = {
    row_error: "Không biết của ai, của năm nào, hoặc không đọc được tệp",
    value_error: "Dòng vẫn nạp, riêng giá trị ấy để trống",
    warning: "Số liệu giữ như đã ghi",
    info: "Để biết, không phải làm gì"
  };
  return SEVERITY_ORDER.map((severity) => {
    const count = totals[severity];
    const figure =
      count === 0
        ? "0"
        : stateLink(
            {muc: severity, trang: undefined},
            {target: "danh-sach", attributes: {"aria-label": `${formatCount(count)} chỗ: ${SEVERITY_WORDS[severity]}`}},
            formatCount(count)
          );
    return element(
      "section",
      {class: "card"},
      element("div", {class: "card-head"}, element("h2", {}, severityMark(severity))),
      element(
        "div",
        {class: "card-main"},
        element("span", {class: "card-figure"}, figure),
        element("p", {class: "card-gap"}, meaning[severity])
      )
    );
  });
}

function rulePanel(
  found: readonly RuleRow[],
  {year, isOpenOnly, source}: {year: number; isOpenOnly: boolean; source: ChartSource}
): HTMLElement {
  const title = rulesTitle(
    found.map(({rule, count}) => ({
      title: rule.title,
      count,
      mustFix: rule.severity === "row_error" || rule.severity === "value_error"
    }))
  );
  return chartFrame(
    found.length === 0
      ? element("p", {class: "empty"}, "Không kiểm tra nào tìm thấy gì.")
      : ruleTable(found, {caption: title}),
    {
      title,
      subtitle: `Số chỗ mỗi kiểm tra tìm thấy, ${isOpenOnly ? "ở tệp đang dùng" : "ở mọi tệp đã nhận"}; xếp theo mức, rồi theo số chỗ`,
      name: exportName({what: "Kết quả kiểm tra", year}),
      filters: yearWords(year),
      source
    }
  );
}

function crossPanel(
  counts: QualityYear | null,
  {year, type, cell, source}: {year: number; type: string; cell: string | null; source: ChartSource}
): HTMLElement {
  const all = counts?.cross ?? [];
  const types = [...new Set(all.map(({unit_type}) => unit_type))];
  const cross: CrossCount[] = all.filter(({unit_type}) => type === "all" || unit_type === type);
  const title = crossTitle(cross);
  const choice = selectControl(
    [{value: "all", text: "Tất cả"}, ...types.map((value) => ({value, text: typeWords(value)}))],
    {label: "Loại đơn vị", value: type, onChange: (loai) => writeUrlState({loai: loai === "all" ? undefined : loai})}
  );
  const body = element("div", {}, crossTable(cross, {caption: title, chosen: cell}));
  return chartFrame(body, {
    title,
    subtitle: "Kết quả công nhận và phân loại phong trào của đơn vị thuộc diện xét",
    hint: "bấm một số để xem từng đơn vị",
    name: exportName({what: "Kết quả và phân loại", of: type === "all" ? null : typeWords(type), year}),
    filters: type === "all" ? yearWords(year) : `${yearWords(year)}, ${typeWords(type).toLocaleLowerCase("vi")}`,
    tools: choice,
    note: counts === null ? undefined : summaryNote(counts.summary),
    source
  });
}

/** What came of holding Biểu tổng hợp against the lists; the differing ones lead to their issues. */
function summaryNote(summary: QualityYear["summary"]): HTMLElement {
  const words = summaryWords(summary);
  return element(
    "span",
    {},
    `Đối chiếu: ${words} `,
    summary.differing > 0
      ? stateLink({"quy-tac": "summary_differs_from_list", trang: undefined}, {target: "danh-sach"}, "Xem chỗ lệch")
      : null
  );
}

function typeWords(type: string): string {
  return UNIT_GROUP_WORDS[type as keyof typeof UNIT_GROUP_WORDS];
}

/** Refused files come first: nothing of them is loaded. */
function refusedFiles(files: readonly QualityFile[]): HTMLElement | string {
  const refused = files.filter(({status}) => status === "rejected");
  if (refused.length === 0) return "";
  return element(
    "section",
    {class: "section refused"},
    element("h2", {}, `${formatCount(refused.length)} tệp bị từ chối, không dòng nào được nạp`),
    element(
      "ul",
      {},
      ...refused.map((file) =>
        element(
          "li",
          {},
          element(
            "p",
            {},
            stateLink(
              {tep: file.id, trang: undefined},
              {target: "danh-sach", attributes: {class: "file-name"}},
              nameOf(file.file)
            ),
            element(
              "span",
              {class: "muted"},
              ` ${file.area ?? "không rõ nơi"}, nhận ${file.received_date === null ? "không rõ ngày" : formatDate(file.received_date)}`
            )
          ),
          element(
            "p",
            {class: "problem"},
            file.refusal?.message ?? "",
            element("span", {class: "remedy"}, file.refusal?.remedy ?? "")
          )
        )
      )
    )
  );
}

function filePanelOf(
  {files, year}: QualityFiles,
  {isOpenOnly, source}: {isOpenOnly: boolean; source: ChartSource}
): HTMLElement {
  const shown = isOpenOnly ? files.filter(({is_open}) => is_open) : files;
  const wrong = shown.filter((file) => mustFix(file.issues) > 0).length;
  const title =
    wrong === 0
      ? `${formatCount(shown.length)} tệp, không tệp nào có ô phải sửa`
      : `${formatCount(wrong)} trong ${formatCount(shown.length)} tệp phải sửa`;
  return chartFrame(fileTable(shown, {caption: `${title}, ${yearWords(year)}`}), {
    title,
    subtitle: "Mỗi tệp: dòng đọc = nạp + không nạp",
    hint: "bấm một số để xem từng ô và cách làm bản đánh dấu",
    name: exportName({what: "Chất lượng từng tệp", year}),
    filters: yearWords(year),
    source
  });
}

function communePanel(
  files: QualityFiles,
  {boundary, source}: {boundary: "current" | "as_reported"; source: ChartSource}
): HTMLElement {
  const rows = communeRows(files, boundary);
  const sum = (of: (row: (typeof rows)[number]) => number): number => rows.reduce((total, row) => total + of(row), 0);
  const title = fieldsTitle({
    units: sum(({units}) => units),
    no_result: sum(({no_result}) => no_result),
    no_class: sum(({no_class}) => no_class),
    no_registration: sum(({no_registration}) => no_registration)
  });
  return chartFrame(communeTable(rows, {caption: title}), {
    title,
    subtitle: `Theo xã, phường ${boundary === "current" ? "hiện nay" : "khi báo cáo"}: chỗ sai ở tệp đang dùng, và đơn vị thuộc diện xét còn để trống`,
    name: exportName({what: "Chất lượng từng xã", year: files.year}),
    filters: yearWords(files.year),
    source
  });
}

/** The units of the chosen cell of the cross-table. */
function unitSection(loadUnits: QualityPage["loadUnits"]): {
  node: HTMLElement;
  show: (of: {year: number; type: string; cell: string | undefined}) => void;
} {
  const node = element("section", {class: "section", id: "don-vi", hidden: true});
  const known = new Map<string, Promise<CrossUnits>>();
  let shown = "";
  return {
    node,
    show: ({year, type, cell}) => {
      const of = cellOfName(cell);
      const key = `${year} ${cell ?? ""} ${type}`;
      if (key === shown) return;
      shown = key;
      node.hidden = of === null;
      if (of === null || cell === undefined) return;
      const words = `${RESULT_WORDS[of.result]}, ${CLASS_WORDS[of.class].toLocaleLowerCase("vi")}`;
      const close = stateLink({o: undefined}, {}, "Đóng");
      const file = `${year} ${cell}`;
      const units = known.get(file) ?? loadUnits(year, cell);
      known.set(file, units);
      units.then(
        (loaded) => {
          if (shown !== key) return;
          const own = {units: loaded.units.filter((unit) => type === "all" || unit.type === type)};
          const title = `${formatCount(own.units.length)} đơn vị ${yearWords(year)}: ${words}`;
          const list = unitTable(own, {caption: title});
          const kind = type === "all" ? "" : `, ${typeWords(type).toLocaleLowerCase("vi")}`;
          node.replaceChildren(
            element("h2", {}, title),
            element("p", {class: "list-tools"}, close),
            ...(own.units.length === 0
              ? [element("p", {class: "empty"}, "Không có đơn vị nào như vậy.")]
              : [
                  list,
                  tableFoot(list, {
                    name: exportName({what: `Đơn vị ${words}`, year}),
                    title,
                    subtitle: `${yearWords(year)}, kết quả và phân loại: ${words}${kind}`
                  })
                ])
          );
        },
        () => {
          known.delete(file);
          if (shown !== key) return;
          node.replaceChildren(
            element("h2", {}, words),
            element("p", {class: "empty"}, "Không có đơn vị nào như vậy trong năm này."),
            close
          );
        }
      );
    }
  };
}
