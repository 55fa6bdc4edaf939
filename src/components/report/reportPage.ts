import type {MapFile} from "../../../pipelines/geography/mapFile.ts";
import type {Overview} from "../../data/queries/overviewShape.ts";
import type {ReportContent, ReportDownload} from "../../report/reportContent.ts";
import {overviewView} from "../../views/overviewView.js";
import {isPublicEdition, notInPublicEdition} from "../edition.js";
import {element} from "../element.js";
import {formatCount, formatDate} from "../format.js";
import {pageHead} from "../pageHead.js";
import {copyButton} from "./copyButton.js";
import {type Numbers, reportBlock} from "./reportBlocks.js";

export interface ReportPage {
  /** Null where no year has figures yet. */
  content: ReportContent | null;
  overview: Overview;
  map: MapFile | null;
}

const FORMAT_WORDS: Readonly<Record<ReportDownload["format"], string>> = {
  docx: "Word",
  pptx: "PowerPoint",
  xlsx: "Excel"
};

/** The page Báo cáo: files of the home area's report, its sentences to copy, its tables and charts, and how to make the other reports. */
export function reportPage({content, overview, map}: ReportPage): HTMLElement {
  if (content === null) return emptyPage();
  const head = pageHead([]);
  head.say(titleOf(content), subtitleOf(content));
  const state = {year: content.year, group: "all", boundary: "current"} as const;
  const source = {
    view: overviewView(overview, state),
    map,
    year: content.year,
    asOf: content.as_of,
    isSimulated: overview.is_simulated
  };
  const numbers: Numbers = {table: 0, figure: 0, heading: 0};
  const opening = content.opening.map((block) => reportBlock(block, source, numbers));
  const parts = content.parts.map(({title, blocks}, i) => {
    numbers.heading = 0;
    return element(
      "section",
      {class: "report-part"},
      element("h2", {}, `${ROMAN[i] ?? i + 1}. ${title}`),
      ...blocks.map((block) => reportBlock(block, source, numbers))
    );
  });
  return element(
    "div",
    {class: "report"},
    head.node,
    downloads(content),
    element("div", {class: "report-body"}, ...opening, ...parts),
    annexes(content),
    isPublicEdition() ? leftOut() : otherReports(content)
  );
}

const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII"];

function emptyPage(): HTMLElement {
  const head = pageHead([]);
  head.say("Chưa có báo cáo", "Khi có năm đầu tiên có số liệu, trang này hiện báo cáo của năm đó.");
  const action = "Chép tệp của các xã vào thư mục submissions rồi chạy lại npm start.";
  return element("div", {class: "report"}, head.node, element("p", {class: "empty"}, action));
}

function titleOf({year, area, downloads: files}: ReportContent): string {
  return `Báo cáo năm ${year} của ${lower(area)}, ${files.length} tệp sửa được`;
}

function subtitleOf({is_provisional, as_of, bounds}: ReportContent): string {
  const stage = is_provisional ? "**sơ bộ**" : "**chính thức**";
  const said = `Số liệu ${stage}${as_of === null ? "" : ` đến ${formatDate(as_of)}`}.`;
  // The sentence of year and stage leads the bounds: said once is enough.
  const rest = bounds.replace(/^Năm \d{4}, số liệu [^.]*\. ?/, "");
  return rest === "" ? said : `${said} ${rest}`;
}

function lower(text: string): string {
  return text.slice(0, 1).toLocaleLowerCase("vi") + text.slice(1);
}

function downloads({downloads: files, source, mark}: ReportContent): HTMLElement {
  return element(
    "section",
    {class: "report-files", "aria-label": "Tải báo cáo"},
    element(
      "ul",
      {},
      ...files.map(({format, name, bytes}) =>
        element(
          "li",
          {},
          element(
            "a",
            {class: "button", href: `./data/bao-cao/${name}`, download: name},
            element("strong", {}, FORMAT_WORDS[format]),
            ` .${format}, ${formatCount(Math.ceil(bytes / 1000))} kB`
          )
        )
      )
    ),
    element("p", {class: "note"}, [mark, `${source}.`].filter(Boolean).join(". "))
  );
}

function annexes({annexes: titles}: ReportContent): HTMLElement | null {
  if (titles.length === 0) return null;
  return element(
    "section",
    {class: "report-part"},
    element("h2", {}, `${formatCount(titles.length)} phụ lục có trong tệp Word`),
    element("ul", {}, ...titles.map((title, i) => element("li", {}, `Phụ lục ${i + 1}. ${title}`)))
  );
}

/** Who reads a public edition has no command line of it, and the files hold less. */
function leftOut(): HTMLElement {
  const what = "tên đơn vị, kết quả kiểm tra tệp, mẫu số dưới 5; các tệp tải về cũng vậy";
  return element("p", {class: "note"}, notInPublicEdition(what));
}

/** What the command line makes besides. */
function otherReports({year}: ReportContent): HTMLElement {
  const commands: [words: string, command: string][] = [
    [`Mọi xã, phường năm ${year}, mỗi nơi một tệp Word`, `npm run report -- --year ${year} --all`],
    ["Một xã, phường, theo mã", `npm run report -- --year ${year} --commune 14797 --format docx`],
    ["Bản trình chiếu, bảng tính", `npm run report -- --year ${year} --format pptx --format xlsx`],
    ["Báo cáo 6 tháng", `npm run report -- --year ${year} --period 6_thang`],
    ["Năm khác", `npm run report -- --year ${year - 1}`]
  ];
  return element(
    "section",
    {class: "report-part report-commands"},
    element("h2", {}, "Lập báo cáo khác bằng lệnh"),
    element("p", {class: "note"}, "Gõ trong cửa sổ lệnh ở thư mục của chương trình; tệp vào data/build/reports."),
    element(
      "dl",
      {},
      ...commands.flatMap(([words, command]) => [
        element("dt", {}, words),
        element(
          "dd",
          {},
          element("code", {}, command),
          " ",
          copyButton(() => command, {label: `Chép lệnh: ${words}`})
        )
      ])
    )
  );
}
