import type {DutyYear, Progress} from "../data/queries/progress.ts";
import type {ProgressYear} from "../data/queries/progressYear.ts";
import {
  clauseWords,
  deedVerb,
  dueSentence,
  dutiesTitle,
  isTracked,
  listTitle,
  progressSubtitle,
  progressTitle,
  receivedTitle,
  respondentNoun,
  stateWords,
  yearWords
} from "../sentences/progressSentences.js";
import {DUTY_STATE_WORDS} from "../views/dutyStates.js";
import {
  cumulative,
  dutiesOfYear,
  filteredFiles,
  filteredRows,
  fileStatus,
  firstDuty,
  knownDuty,
  knownStatus,
  progressRows,
  type ProgressStatus,
  statusCounts
} from "../views/progressView.js";
import {chartFrame, type ChartSource} from "./chartFrame.js";
import {communeReports, FIRST_SORTING} from "./communeReports.js";
import {chipsControl, type Control, searchControl, selectControl} from "./controls.js";
import {dataTable} from "./dataTable.js";
import {dutyBars, dutyTable} from "./dutyBars.js";
import {isPublicEdition, notInPublicEdition} from "./edition.js";
import {element} from "./element.js";
import {exportName} from "./export/exportName.js";
import {tableFoot} from "./export/tableFoot.js";
import {formatCount, formatDate} from "./format.js";
import {linkOfPlace, placeOfLink} from "./pagedTable.js";
import {pageHead} from "./pageHead.js";
import {receivedChart} from "./receivedChart.js";
import {receivedFiles} from "./receivedFiles.js";
import {stateLink} from "./stateLink.js";
import {FILE_STATUS_WORDS} from "./stateMark.js";
import {observeUrlState, type UrlState, writeUrlState} from "./urlState.js";

export interface ProgressPage {
  progress: Progress;
  /** Fetches the lists of a year, once for each year shown. */
  loadYear: (year: number) => Promise<ProgressYear>;
}

/** The page Tiến độ nộp: who has reported, late, not yet, duty by duty; then who, and what came. */
export function progressPage({progress, loadYear}: ProgressPage): HTMLElement {
  const {site} = progress;
  const defaultYear = site.default_year;
  if (defaultYear === null || site.years.length === 0) return nothingYet();
  const yearControl = selectControl(
    [...site.years].reverse().map((year) => ({value: `${year}`, text: year === 0 ? "Không rõ năm" : `${year}`})),
    {
      label: "Năm",
      onChange: (nam) =>
        writeUrlState({
          nam: nam === `${defaultYear}` ? undefined : nam,
          "nhiem-vu": undefined,
          "tinh-trang": undefined,
          ma: undefined,
          trang: undefined
        })
    }
  );
  const dutySlot = element("div", {class: "control-slot"});
  const statusSlot = element("div", {class: "control-slot"});
  const head = pageHead([yearControl, dutySlot, statusSlot]);
  const panels = element("div", {class: "panels panels-progress"});
  const search = searchControl({
    label: "Tìm trong danh sách",
    placeholder: "Tên xã, huyện",
    onChange: (tim) => writeUrlState({tim: tim === "" ? undefined : tim, trang: undefined}, {replace: true})
  });
  const listTop = element("h2", {});
  const clear = element("span", {});
  const listBody = element("div", {});
  const listTools = element("div", {class: "list-tools"}, search, clear);
  const list = element("section", {class: "section", id: "danh-sach"}, listTop, listTools, listBody);
  const history = historySection();
  const years = new Map<number, Promise<ProgressYear>>();
  let painted = "";

  const paint = (link: UrlState): void => {
    const year = site.years.find((known) => `${known}` === link.nam) ?? defaultYear;
    const duties = dutiesOfYear(progress, year);
    const duty = knownDuty(duties, link["nhiem-vu"]);
    yearControl.value = `${year}`;
    head.say(progressTitle(duty, {year, files: site.files[`${year}`] ?? 0}), progressSubtitle(duty, site.as_of));
    const key = `${year} ${duty?.id ?? ""}`;
    if (key !== painted) {
      painted = key;
      dutySlot.replaceChildren(dutyControl(duties, duty));
      panels.replaceChildren(...dutyPanels(duties, duty, {year, site}));
    }
    const file = years.get(year) ?? loadYear(year);
    years.set(year, file);
    file.then(
      (loaded) => {
        if (yearControl.value === `${year}` && painted === key) show(loaded, duty, link);
      },
      () => {
        years.delete(year);
        listBody.replaceChildren(fault());
      }
    );
  };

  const show = (file: ProgressYear, duty: DutyYear | null, link: UrlState): void => {
    const rows = progressRows(file, duty);
    const status = knownStatus(link["tinh-trang"]);
    statusSlot.replaceChildren(statusControl(rows, status, duty));
    search.value = link.tim ?? "";
    const chosen = filteredRows(rows, {status, search: link.tim ?? ""});
    const title = listTitle(chosen.length, {duty, status, total: rows.length});
    list.hidden = duty === null;
    if (duty !== null) {
      const place = placeOfLink(link, FIRST_SORTING);
      listTop.textContent = title;
      clear.replaceChildren(clearLink(link) ?? "");
      const reports =
        chosen.length === 0
          ? element("p", {class: "empty"}, `Không có ${respondentNoun(duty)} nào như vậy. Bỏ bớt điều kiện lọc.`)
          : communeReports(chosen, {
              duty,
              caption: title,
              place,
              onPlace: (next) => writeUrlState(linkOfPlace(next, FIRST_SORTING), {replace: true, quiet: true})
            });
      const foot =
        chosen.length === 0
          ? ""
          : tableFoot(reports, {
              name: exportName({what: duty.title, of: statusName(status, duty), year: file.year}),
              title,
              subtitle: [yearWords(file.year), link.tim === undefined ? "" : `tìm "${link.tim}"`]
                .filter(Boolean)
                .join(", "),
              clause: `${dueSentence(duty)}, ${clauseWords(duty)}`
            });
      listBody.replaceChildren(reports, foot, legend(duty) ?? "");
    }
    history.show(file, link);
  };

  observeUrlState(paint);
  return element("div", {class: "keeper progress-page"}, head.node, panels, list, history.node);
}

function nothingYet(): HTMLElement {
  const head = pageHead([]);
  head.say("Chưa có tệp nào", "Khi có tệp đầu tiên, trang này ghi ai đã nộp, ai trễ, ai chưa nộp.");
  const action = "Chép tệp của các xã vào thư mục submissions rồi chạy lại npm start.";
  return element("div", {class: "keeper progress-page"}, head.node, element("p", {class: "empty"}, action));
}

function fault(): HTMLElement {
  return element(
    "p",
    {class: "empty"},
    "Không đọc được danh sách của năm này. Tải lại trang; nếu vẫn vậy, chạy lại npm run build."
  );
}

/** The state a list is narrowed to, as part of the name of a file; null for all. */
function statusName(status: ProgressStatus, duty: DutyYear): string | null {
  if (status === "all") return null;
  return status === "thieu_phan" ? "Còn thiếu phần" : stateWords(status, duty);
}

function dutyControl(duties: readonly DutyYear[], duty: DutyYear | null): Control {
  const choices = duties.map(({id, title, kind}) => ({
    value: id,
    text: kind === "norm" ? `${title} (Thông tư 124)` : title
  }));
  const first = firstDuty(duties)?.id;
  return selectControl(choices.length > 0 ? choices : [{value: "", text: "Không có"}], {
    label: "Nhiệm vụ",
    value: duty?.id,
    onChange: (id) =>
      writeUrlState({
        "nhiem-vu": id === first ? undefined : id,
        "tinh-trang": undefined,
        xep: undefined,
        trang: undefined
      })
  });
}

function statusControl(
  rows: Parameters<typeof statusCounts>[0],
  status: ProgressStatus,
  duty: DutyYear | null
): Control {
  const choices = statusCounts(rows).map(({status: value, count}) => ({
    value,
    text: `${value === "all" ? "Tất cả" : value === "thieu_phan" ? "Còn thiếu phần" : duty === null ? DUTY_STATE_WORDS[value] : stateWords(value, duty)} (${formatCount(count)})`
  }));
  return selectControl(choices, {
    label: "Tình trạng",
    value: status,
    onChange: (value) => writeUrlState({"tinh-trang": value === "all" ? undefined : value, trang: undefined})
  });
}

function dutyPanels(
  duties: readonly DutyYear[],
  duty: DutyYear | null,
  {year, site}: {year: number; site: Progress["site"]}
): HTMLElement[] {
  if (duty === null) return [];
  const first = firstDuty(duties)?.id;
  const source = (files: number): ChartSource => ({
    files,
    date: site.as_of,
    isSimulated: site.is_simulated,
    href: "#lich-su"
  });
  const bars = dutyBars(duties, {
    chosen: duty.id,
    link: ({duty: id, state}, attributes, ...children) =>
      stateLink(
        {"nhiem-vu": id === first ? undefined : id, "tinh-trang": state ?? undefined, xep: undefined, trang: undefined},
        {...(state === null ? {} : {target: "danh-sach"}), attributes},
        ...children
      )
  });
  const title = dutiesTitle(duties, year);
  const barsFrame = chartFrame(bars, {
    title,
    subtitle: "Mỗi thanh là mọi nơi phải làm việc đó vào ngày hết hạn",
    name: exportName({what: "Việc phải làm theo kế hoạch", year}),
    filters: yearWords(year),
    source: source(site.files[`${year}`] ?? 0),
    table: () => dutyTable(duties, title)
  });
  if (!isTracked(duty)) return [barsFrame, untrackedPanel(duty)];
  const curveTitle = receivedTitle(duty);
  const noun = respondentNoun(duty);
  const curve = chartFrame((width) => receivedChart(duty, {width}), {
    title: curveTitle,
    subtitle: `${duty.title}: số ${noun} đã ${deedVerb(duty)}, cộng dồn theo ngày`,
    note:
      duty.undated > 0
        ? `${formatCount(duty.undated)} ${noun} không rõ ngày nhận, không vẽ: thêm ngày vào receipts.csv.`
        : undefined,
    source: source(site.files[`${year}`] ?? 0),
    width: 640,
    name: exportName({what: `${duty.title} theo ngày`, year}),
    clause: clauseWords(duty),
    table: () =>
      dataTable(
        cumulative(duty.received),
        [
          {
            title: "Ngày",
            heading: true,
            value: ({day}) => formatDate(day),
            fields: [{header: "Ngày", kind: "day", of: ({day}) => day}]
          },
          {title: "Trong ngày", numeric: true, value: ({count}) => formatCount(count)},
          {title: "Cộng dồn", numeric: true, value: ({total}) => formatCount(total)}
        ],
        {caption: curveTitle, hideCaption: true}
      )
  });
  return [barsFrame, curve];
}

function untrackedPanel(duty: DutyYear): HTMLElement {
  const quote = duty.quote === null ? null : element("q", {class: "clause"}, duty.quote);
  const body = element(
    "div",
    {class: "untracked"},
    element(
      "p",
      {},
      "Các biểu đã nhận không cho biết việc này đã làm hay chưa, nên không ai bị tính là trễ hay chưa nộp."
    ),
    quote
  );
  return chartFrame(body, {
    title: duty.title,
    subtitle: `${formatCount(duty.expected)} ${respondentNoun(duty)} phải làm`,
    isDownloadable: false
  });
}

function clearLink(link: UrlState): HTMLElement | null {
  if (link["tinh-trang"] === undefined && link.tim === undefined) return null;
  return stateLink({"tinh-trang": undefined, tim: undefined, trang: undefined}, {}, "Bỏ lọc");
}

function legend(duty: DutyYear): HTMLElement | null {
  if (duty.evidence !== "annual_report" || duty.level !== "commune") return null;
  return element(
    "p",
    {class: "note"},
    "KDC khu dân cư, CQ cơ quan, DN doanh nghiệp, GD cơ sở giáo dục, Xã dòng của chính xã, MH mô hình, TTC Thông tin chung, TH biểu tổng hợp. " +
      "Gạch ngang: tệp không có và năm trước xã cũng không quản lý. Còn thiếu: trang không có trong tệp, hoặc loại đơn vị năm trước xã có quản lý."
  );
}

/** The history of what came; its own search and state stay when the rest of the page changes. */
function historySection(): {node: HTMLElement; show: (file: ProgressYear, link: UrlState) => void} {
  const node = element("section", {class: "section", id: "lich-su"});
  let status = "all";
  let words = "";
  let shown: {file: ProgressYear; link: UrlState} | null = null;
  const title = element("h2", {});
  const chips = element("div", {});
  const body = element("div", {});
  const search = searchControl({
    label: "Tìm tệp",
    placeholder: isPublicEdition() ? "Mã tệp" : "Tên tệp, người gửi",
    onChange: (next) => {
      words = next;
      draw();
    }
  });
  const tools = element("div", {class: "list-tools"}, search, chips);
  node.append(title, tools, body);
  const draw = (): void => {
    if (shown === null) return;
    const {file, link} = shown;
    const area = file.areas.find(({code}) => code === link.ma);
    const chosen = filteredFiles(file, {status, search: words, code: area?.code});
    const of = area === undefined ? "" : ` của ${area.name}`;
    title.textContent = `${formatCount(chosen.length)} tệp${of} đã nhận ${yearWords(file.year)}`;
    const inArea = filteredFiles(file, {status: "all", search: "", code: area?.code});
    chips.replaceChildren(
      statusChips(inArea),
      area === undefined ? "" : stateLink({ma: undefined}, {attributes: {class: "clear"}}, "Xem tệp của mọi nơi")
    );
    const replaced = chosen.filter((one) => fileStatus(one) === "thay").length;
    const list =
      chosen.length === 0
        ? element("p", {class: "empty"}, "Không có tệp nào như vậy. Bỏ bớt điều kiện lọc.")
        : receivedFiles(chosen, {all: file.files, year: file.year, caption: title.textContent});
    const filter = [
      area?.name,
      status === "all" ? null : FILE_STATUS_WORDS[status],
      words === "" ? null : `tìm "${words}"`
    ];
    body.replaceChildren(
      list,
      chosen.length === 0
        ? ""
        : tableFoot(list, {
            name: exportName({what: "Tệp đã nhận", of: area?.name, year: file.year}),
            title: title.textContent,
            subtitle: [yearWords(file.year), ...filter].filter(Boolean).join(", ")
          }),
      element(
        "p",
        {class: "note"},
        (isPublicEdition() ? `${notInPublicEdition("tên tệp và người gửi")} ` : "") +
          `Tệp đã nhận không bao giờ bị xoá. ${formatCount(replaced)} tệp đã được thay cả; bản chính thức thay bản sơ bộ, bản nhận sau thay bản nhận trước, chỉ ở phần nó có.`
      )
    );
  };
  const statusChips = (files: ProgressYear["files"]): HTMLElement => {
    const kinds = ["accepted", "partly_accepted", "thay", "rejected", "duplicate", "withdrawn"];
    const counted = kinds
      .map((kind) => ({
        value: kind,
        text: FILE_STATUS_WORDS[kind] ?? kind,
        count: files.filter((file) => fileStatus(file) === kind).length
      }))
      .filter(({count}) => count > 0);
    if (!counted.some(({value}) => value === status)) status = "all";
    return chipsControl([{value: "all", text: "Tất cả", count: files.length}, ...counted], {
      label: "Kết quả nhận tệp",
      value: status,
      onChange: (next) => {
        status = next;
        draw();
        chips.querySelector<HTMLElement>("[aria-pressed=true]")?.focus();
      }
    });
  };
  return {
    node,
    show: (file, link) => {
      shown = {file, link};
      draw();
    }
  };
}
