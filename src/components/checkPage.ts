import type {Addresses, CheckedFile, CommuneChoice, SaidOfFile} from "../../loaders/checkFile/messages.ts";
import {type CheckTitle, checkTitle, countPlaces, NOTHING_SENT} from "../sentences/checkSentences.js";
import {type CheckItem, checkItems, countItems} from "../views/checkItems.js";
import {disc} from "./checkMark.js";
import {checkResult} from "./checkResult.js";
import {checkStrip} from "./checkStrip.js";
import {chooseButton, takeDrops} from "./dropArea.js";
import {element} from "./element.js";
import {CheckFault, FileChecker, type WorkerLike} from "./fileChecker.js";
import {ownerFields} from "./ownerFields.js";
import {pageHead} from "./pageHead.js";
import {saveFile} from "./saveFile.js";
import {verdictIcon} from "./verdictMark.js";

export interface CheckPage {
  /** Starts the Worker that reads files. */
  start: () => WorkerLike;
  /** Where the Worker finds rules and readers; asked with each file, so that nothing is fetched before one is there. */
  addresses: () => Addresses;
  /** Page of the forms; null if the site has none. */
  formsUrl: string | null;
  /** The latest year that a file may be of, beside the next one. */
  thisYear: number;
  /** Milliseconds that a file may take. */
  limit?: number;
}

/** A file that was dropped, and what came of it. */
interface Entry {
  file: File;
  said: SaidOfFile;
  result: CheckedFile | null;
  items: readonly CheckItem[];
  fault: Fault | null;
}

type Fault = "time" | "crash" | "unreadable" | "size";

/** Larger files are not taken: no form comes near. */
const MOST_BYTES = 200_000_000;
/** Nothing is said of waiting before this many milliseconds. */
const PATIENCE = 300;

/** The page Kiểm tra tệp: files are dropped or chosen, read in a Worker on this machine, and shown with what is wrong in them. */
export function checkPage({start, addresses, formsUrl, thisYear, limit}: CheckPage): HTMLElement {
  const checker = new FileChecker({start, addresses, ...(limit === undefined ? {} : {limit})});
  const other = chooseButton("Chọn tệp khác", {onFiles: (files) => void take(files)});
  const marked = element("button", {type: "button", class: "button button-dark"}, "Tải tệp đã đánh dấu");
  marked.addEventListener("click", () => void saveMarked());
  const head = pageHead([other, marked]);
  const heading = head.node.querySelector("h1");
  if (heading !== null) heading.tabIndex = -1;
  const status = element("p", {class: "visually-hidden", role: "status"});
  const body = element("div", {class: "check-body"});
  const node = element("div", {class: "check-page"}, head.node, status, body);
  takeDrops(node, (files) => void take(files));
  let entries: Entry[] = [];
  let shown: Entry | null = null;
  /** The entry whose rows the Worker still holds. */
  let open: Entry | null = null;
  let communes: {year: number | null; choices: readonly CommuneChoice[]} | null = null;
  showEmpty();
  return node;

  function showEmpty(): void {
    other.hidden = true;
    marked.hidden = true;
    head.say("Kiểm tra tệp trước khi gửi", NOTHING_SENT);
    body.replaceChildren(emptyState(formsUrl, (files) => void take(files)));
  }

  async function take(files: readonly File[]): Promise<void> {
    const taken = files.map((file): Entry => ({file, said: NOTHING_SAID, result: null, items: [], fault: null}));
    entries = taken;
    shown = taken[0] ?? null;
    other.hidden = false;
    const waiting = setTimeout(() => {
      if (entries === taken && shown !== null && !isDone(shown)) showWaiting(shown);
    }, PATIENCE);
    for (const entry of taken) {
      await check(entry);
      if (entries !== taken) break;
      if (entry === shown) {
        show(entry);
        heading?.focus({preventScroll: true});
      } else drawFiles();
    }
    clearTimeout(waiting);
  }

  async function check(entry: Entry): Promise<void> {
    entry.result = null;
    entry.fault = null;
    if (entry.file.size > MOST_BYTES) entry.fault = "size";
    else {
      const bytes = await bytesOf(entry.file);
      if (bytes === null) entry.fault = "unreadable";
      else {
        open = null;
        try {
          entry.result = await checker.check(bytes, entry.file.name, entry.said);
          open = entry;
          const {lacks} = entry.result;
          if (lacks.commune && communes?.year !== entry.said.year) {
            communes = {year: entry.said.year, choices: await checker.communes(entry.said.year)};
          }
        } catch (error) {
          entry.result = null;
          entry.fault = error instanceof CheckFault ? error.kind : "crash";
        }
      }
    }
    entry.items = checkItems(entry.result?.issues ?? [], entry.result?.sheets ?? []);
  }

  function show(entry: Entry): void {
    shown = entry;
    const {file, result, items, fault} = entry;
    const {title, subtitle} = titleOf(entry);
    head.say(title, subtitle);
    status.textContent = `${file.name}: ${summaryOf(entry)}`;
    marked.hidden = result === null || result.refusal !== null || items.every(({kind}) => kind === "note");
    const parts: (HTMLElement | null)[] = [filesList(), checkStrip(file, result, items)];
    if (fault !== null) parts.push(remedyBlock(FAULTS[fault].found, FAULTS[fault].remedy));
    else if (result?.refusal != null) parts.push(remedyBlock(result.refusal.message, result.refusal.remedy, formsUrl));
    else if (result !== null) {
      const fields = ownerFields(result, entry.said, {
        communes: communes?.choices ?? [],
        thisYear,
        onChange: (said) => void sayOf(entry, said)
      });
      if (formsUrl !== null && result.sheets.every(({forms}) => forms.length === 0)) {
        parts.push(element("p", {class: "check-forms"}, element("a", {href: formsUrl}, "Lấy biểu mẫu có sẵn")));
      }
      parts.push(fields, checkResult(result, items, {load: (...place) => loadRows(entry, ...place)}));
    }
    body.replaceChildren(...parts.filter((part) => part !== null));
  }

  /** Checks the file again with what a person says of it. */
  async function sayOf(entry: Entry, said: SaidOfFile): Promise<void> {
    const field = document.activeElement?.closest("label")?.querySelector("span")?.textContent;
    entry.said = said.year === entry.said.year ? said : {...said, communeCode: null};
    await check(entry);
    if (shown !== entry) return;
    show(entry);
    for (const label of body.querySelectorAll(".check-owner label"))
      if (label.querySelector("span")?.textContent === field) label.querySelector("select")?.focus();
  }

  /** Rows of a long sheet; the Worker holds those of the file it read last. */
  async function loadRows(entry: Entry, sheet: number, first: number, count: number) {
    if (open !== entry) await reopen(entry);
    return await checker.rows(sheet, first, count);
  }

  /** Hands the shown file over with its problems written into it. */
  async function saveMarked(): Promise<void> {
    const entry = shown;
    if (entry === null) return;
    try {
      if (open !== entry) await reopen(entry);
      const {fileName, bytes} = await checker.marked();
      saveFile(fileName, bytes);
      status.textContent = `Đã tải ${fileName}`;
    } catch (error) {
      entry.fault = error instanceof CheckFault ? error.kind : "unreadable";
      entry.result = null;
      show(entry);
    }
  }

  /** Has the Worker read a file again, which it held before another one. */
  async function reopen(entry: Entry): Promise<void> {
    const bytes = await bytesOf(entry.file);
    if (bytes === null) throw new Error("the file can no longer be read");
    await checker.check(bytes, entry.file.name, entry.said);
    open = entry;
  }

  function showWaiting({file}: Entry): void {
    marked.hidden = true;
    head.say("Đang đọc tệp", NOTHING_SENT);
    status.textContent = `Đang đọc ${file.name}`;
    body.replaceChildren(checkStrip(file, null, []));
  }

  function drawFiles(): void {
    const list = filesList();
    const old = body.querySelector(".check-files");
    if (list !== null) old?.replaceWith(list);
  }

  /** The files to choose from, if there are several, each with what came of it. */
  function filesList(): HTMLElement | null {
    if (entries.length < 2) return null;
    const items = entries.map((entry) => {
      const button = element(
        "button",
        {type: "button", "aria-current": entry === shown ? "true" : null},
        element("span", {class: "check-files-name"}, entry.file.name),
        element("span", {class: "check-files-state"}, ...stateOf(entry))
      );
      button.addEventListener("click", () => {
        if (!isDone(entry)) return;
        show(entry);
        body.querySelector<HTMLElement>('.check-files [aria-current="true"]')?.focus();
      });
      return element("li", {}, button);
    });
    return element("nav", {class: "check-files", "aria-label": "Các tệp đã thả"}, element("ul", {}, ...items));
  }
}

const NOTHING_SAID: SaidOfFile = {communeCode: null, year: null};

const FAULTS: Readonly<Record<Fault, CheckTitle & {found: string; remedy: string}>> = {
  time: {
    title: "Tệp đọc quá 20 giây nên đã dừng",
    subtitle: NOTHING_SENT,
    found: "Tệp quá lớn hoặc có quá nhiều ô để đọc trong trang này.",
    remedy: "Xoá các trang tính, dòng và cột không thuộc biểu mẫu, lưu lại thành .xlsx rồi thả lại."
  },
  crash: {
    title: "Không kiểm tra được tệp này",
    subtitle: NOTHING_SENT,
    found: "Phần đọc tệp của trang gặp lỗi; tệp của bạn không bị thay đổi.",
    remedy: "Tải lại trang rồi thả lại tệp; nếu vẫn vậy thì gửi tệp cho người quản lý số liệu để xem."
  },
  unreadable: {
    title: "Không mở được tệp này",
    subtitle: NOTHING_SENT,
    found: "Trình duyệt không mở được tệp: tệp vừa được lưu lại, đã chuyển chỗ, hoặc là một thư mục.",
    remedy: "Thả lại tệp đã lưu; nếu là thư mục thì mở ra và thả các tệp bên trong."
  },
  size: {
    title: "Tệp lớn hơn 200 MB",
    subtitle: NOTHING_SENT,
    found: "Một biểu đã ghi đủ chỉ nặng vài MB.",
    remedy: "Xoá hình ảnh và các trang không thuộc biểu mẫu, lưu lại thành .xlsx rồi thả lại."
  }
};

function isDone({result, fault}: Entry): boolean {
  return result !== null || fault !== null;
}

function titleOf({result, items, fault}: Entry): CheckTitle {
  if (fault !== null) return FAULTS[fault];
  return result === null ? {title: "", subtitle: ""} : checkTitle(result, items);
}

/** What is read out when a result is there. */
function summaryOf(entry: Entry): string {
  const {result, items} = entry;
  const {title} = titleOf(entry);
  const {review} = countItems(items);
  const isCounted = result !== null && result.refusal === null && review > 0 && countItems(items).fix > 0;
  return isCounted ? `${title}, nên xem lại ${countPlaces(items, "review")}` : title;
}

function stateOf(entry: Entry): (Node | string)[] {
  if (!isDone(entry)) return ["chờ đọc"];
  const {result, items, fault} = entry;
  if (fault !== null || result?.refusal != null) return [verdictIcon("chua_dat", {size: 12}), "không đọc được"];
  const {fix, review} = countItems(items);
  if (fix > 0) return [disc("fix", fix), "phải sửa"];
  return review > 0 ? [disc("review", review), "nên xem lại"] : [verdictIcon("dat", {size: 12}), "gửi được"];
}

/** Bytes of a file; null if the browser may not or can no longer read it. */
async function bytesOf(file: File): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return null;
  }
}

/** A file without a result: what was found, and what to do. */
function remedyBlock(found: string, remedy: string, formsUrl: string | null = null): HTMLElement {
  return element(
    "section",
    {class: "check-refusal"},
    element("p", {class: "check-found"}, verdictIcon("chua_dat", {size: 16}), found),
    element("p", {}, remedy),
    formsUrl === null ? null : element("p", {}, element("a", {href: formsUrl}, "Lấy biểu mẫu có sẵn"))
  );
}

function emptyState(formsUrl: string | null, onFiles: (files: File[]) => void): HTMLElement {
  return element(
    "section",
    {class: "check-empty", "aria-label": "Thả tệp"},
    element("p", {class: "check-empty-title"}, "Thả tệp vào đây"),
    element("p", {class: "muted"}, "hoặc"),
    chooseButton("Chọn tệp", {isDark: true, onFiles}),
    element(
      "p",
      {class: "note"},
      "Excel (.xlsx, .xlsm, .xls, .xlsb), LibreOffice (.ods), .csv hoặc .txt; thả nhiều tệp một lúc cũng được."
    ),
    formsUrl === null
      ? null
      : element("p", {class: "note"}, "Chưa có biểu mẫu? ", element("a", {href: formsUrl}, "Lấy biểu mẫu"))
  );
}
