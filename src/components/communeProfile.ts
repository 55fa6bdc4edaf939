import type {CommuneProfile} from "../data/queries/communeProfiles.ts";
import {
  certifiedPoint,
  communeSubtitle,
  communeTitle,
  communeTitleName,
  formerTitle,
  leadingVerdict,
  stripsTitle,
  verdictsTitle
} from "../sentences/communeSentences.js";
import {targetWords} from "../sentences/clauseWords.js";
import {chartFrame} from "./chartFrame.js";
import {dataTable} from "./dataTable.js";
import {isPublicEdition, notInPublicEdition} from "./edition.js";
import {element} from "./element.js";
import {exportName} from "./export/exportName.js";
import {tableFoot} from "./export/tableFoot.js";
import {rateFields} from "./export/rateFields.js";
import {formatCount, formatShare} from "./format.js";
import {formerCommunes} from "./formerCommunes.js";
import {openUnits, type OpenUnits} from "./openUnits.js";
import {goTo} from "./stateLink.js";
import {type StripDot, stripChart} from "./stripChart.js";
import {profileSource} from "./profile/profileSource.js";
import {profileTrend} from "./profile/profileTrend.js";
import {profileFiles} from "./profileFiles.js";
import type {FigureKey} from "./trace/figureKey.js";
import type {ProfileView} from "./profile/profileView.ts";
import {verdictTable} from "./verdictTable.js";

/** What the head of the page says of the commune in that year. */
export function profileHead(profile: CommuneProfile, {year}: ProfileView): {title: string; subtitle: string} {
  const report = profile.reports.find((r) => r.year === year);
  const stage = report?.stage === "so_bo" ? " Số liệu **sơ bộ**." : "";
  return {title: communeTitle(profile, year), subtitle: communeSubtitle(profile, year) + stage};
}

/** The body of the page Hồ sơ xã: verdicts by clause, trend, former communes, units not certified, files. */
export function communeProfile(profile: CommuneProfile, view: ProfileView): HTMLElement {
  const {year} = view;
  const verdicts = openVerdicts(profile, year);
  const units = profile.units.filter((unit) => unit.year === year);
  const name = communeTitleName(profile);
  const list = unitsSection(profile, units, view);
  const judged = verdictTable(
    verdicts.map((v) => ({...v, clause: `${v.clause}, ${v.document}`})),
    {
      caption: `Kết luận theo từng điều khoản, ${name}, năm ${year}`,
      traceOf: (v) => ({
        figure: verdictFigure(profile, v),
        label: `${verdictFigureWords(v)}, ${v.title}, ${name}, năm ${year}`
      }),
      gapLink: (v, words) => gapLink(v, words, list.choose)
    }
  );
  return element(
    "div",
    {class: "profile"},
    section(
      verdictsTitle(verdicts),
      ...(verdicts.length > 0
        ? [judged, foot(profile, judged, "Kết luận theo điều khoản", year)]
        : [element("p", {class: "empty"}, `Chưa có kế hoạch năm ${year}; xem số liệu bên dưới.`)])
    ),
    element("div", {class: "panels panels-2"}, profileTrend(profile, view), strips(profile, view)),
    list.node,
    element(
      "div",
      {class: "panels panels-2"},
      section(formerTitle(profile), formerCommunesBlock(profile)),
      section(`${formatCount(profile.files.length)} tệp đã nhận`, filesBlock(profile, name))
    )
  );
}

/** The figure that a clause judges. */
function verdictFigure({code}: CommuneProfile, verdict: CommuneProfile["verdicts"][number]): FigureKey {
  const {indicator, unit_group: group, managed_levels: managed, year} = verdict;
  return {indicator, area: code, year, group, boundary: "current", managed};
}

function verdictFigureWords(verdict: CommuneProfile["verdicts"][number]): string {
  const {numerator, denominator, measure} = verdict;
  return measure === "count" ? formatCount(numerator ?? 0) : formatShare(numerator ?? 0, denominator ?? 0);
}

/** The verdicts of a year; once the commune's file is final nothing is open, so "impossible" would say no more than the gap does. */
function openVerdicts({verdicts, reports}: CommuneProfile, year: number): CommuneProfile["verdicts"] {
  const isFinal = reports.find((report) => report.year === year)?.stage === "chinh_thuc";
  return verdicts
    .filter((verdict) => verdict.year === year)
    .map((verdict) => ({...verdict, is_impossible: verdict.is_impossible && !isFinal}));
}

function section(title: string, ...body: Node[]): HTMLElement {
  return element("section", {class: "section"}, element("h2", {}, title), ...body);
}

/** "Tải về" under a table of the commune. */
function foot(profile: CommuneProfile, table: Node, what: string, year: number | null): HTMLElement {
  const name = communeTitleName(profile);
  return tableFoot(table, {
    name: exportName({what, place: name, year}),
    title: `${what}, ${name}`,
    subtitle: year === null ? "mọi năm" : `năm ${year}`
  });
}

function formerCommunesBlock(profile: CommuneProfile): HTMLElement {
  const table = formerCommunes(profile.former, {
    caption: "Xã, phường cũ nhập vào",
    traceOf: ({code, year}) => ({
      indicator: "certified_of_eligible",
      area: code,
      year: year ?? 0,
      group: "all",
      boundary: "as_reported",
      managed: "all"
    })
  });
  return element(
    "div",
    {},
    element("p", {class: "note"}, "Không cộng thành kết quả của xã, phường mới"),
    element("div", {class: "table-scroll", tabindex: 0, role: "region", "aria-label": "Xã, phường cũ"}, table),
    foot(profile, table, "Xã phường cũ nhập vào", null)
  );
}

const UNITS_ID = "don-vi";

/** The units a clause still lacks: in the list below where it counts certified ones, else behind the figure. */
function gapLink(
  verdict: CommuneProfile["verdicts"][number],
  words: HTMLElement,
  choose: OpenUnits["choose"] | null
): HTMLElement {
  if (choose === null || !verdict.indicator.startsWith("certified_of_")) return words;
  const link = element("a", {href: `#${UNITS_ID}`}, words);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    choose(verdict);
    goTo(UNITS_ID);
  });
  return link;
}

function unitsSection(
  profile: CommuneProfile,
  units: CommuneProfile["units"],
  {year}: ProfileView
): {node: HTMLElement; choose: OpenUnits["choose"] | null} {
  const report = profile.reports.find((r) => r.year === year);
  if (report?.is_reported !== true) {
    const expected = formatCount(report?.expected_unit_count ?? 0);
    const words = `Ước ${expected} đơn vị phải xét theo danh sách gần nhất.`;
    return {node: section(`Chưa nộp báo cáo năm ${year}`, element("p", {class: "empty"}, words)), choose: null};
  }
  if (isPublicEdition()) return {node: section(openTitle(profile, year), leftOut("tên đơn vị")), choose: null};
  if (units.length === 0) {
    const title = `Không còn đơn vị nào chưa được công nhận năm ${year}`;
    return {node: section(title, element("p", {class: "note"}, "Theo các tệp đang có hiệu lực.")), choose: null};
  }
  const title = `${formatCount(units.length)} đơn vị chưa được công nhận năm ${year}`;
  const traceOf = (): FigureKey => ({...CERTIFIED, area: profile.code, year});
  const {node, choose} = openUnits(units, {caption: title, traceOf});
  const part = section(title, node, foot(profile, node, "Đơn vị chưa được công nhận", year));
  part.id = UNITS_ID;
  return {node: part, choose};
}

/** How many are not certified, where only the figure may be known. */
function openTitle(profile: CommuneProfile, year: number): string {
  const point = certifiedPoint(profile, year);
  if (point === null) return `Đơn vị chưa được công nhận năm ${year}`;
  return `${formatCount(point.denominator - point.numerator)} đơn vị chưa được công nhận năm ${year}`;
}

/** What a public edition says in the place of a list. */
function leftOut(what: string): HTMLElement {
  return element("p", {class: "empty"}, notInPublicEdition(what));
}

/** The figure whose rows the list of units not certified is made of. */
const CERTIFIED = {indicator: "certified_of_eligible", group: "all", boundary: "current", managed: "all"} as const;

function filesBlock(profile: CommuneProfile, name: string): HTMLElement {
  const table = profileFiles(profile.files, {caption: `Tệp đã nhận của ${name}`});
  return element(
    "div",
    {},
    isPublicEdition() ? element("p", {class: "note"}, notInPublicEdition("tên tệp và người gửi")) : null,
    element("div", {class: "table-scroll", tabindex: 0, role: "region", "aria-label": "Tệp đã nhận"}, table),
    foot(profile, table, "Tệp đã nhận", null)
  );
}

/** Where the commune stands among all that reported. */
function strips(profile: CommuneProfile, view: ProfileView): HTMLElement {
  const {labels, dots} = view.strips;
  const verdict = leadingVerdict(profile, view.year);
  const target = verdict && {value: verdict.value, comparator: verdict.comparator};
  return chartFrame((width) => stripChart({labels, dots, target}, {width}), {
    title: stripsTitle(labels, dots),
    subtitle: `Mỗi chấm một xã, phường đã nộp, năm ${view.year}. Chấm đen: ${profile.name}. Nét đứt: trung vị.`,
    name: exportName({what: "Vị trí trong tỉnh", place: communeTitleName(profile), year: view.year}),
    ...(verdict ? {clause: targetWords(verdict)} : {}),
    source: profileSource(profile, view),
    table: () => stripTable(labels, dots)
  });
}

function stripTable(labels: readonly string[], dots: readonly StripDot[]): HTMLElement {
  const names = [...new Set(dots.map(({name}) => name))].sort((a, b) => a.localeCompare(b, "vi"));
  const find = (name: string, label: string): StripDot | undefined =>
    dots.find((dot) => dot.name === name && dot.label === label);
  return dataTable(
    names,
    [
      {title: "Xã, phường", heading: true, value: (name) => name},
      ...labels.map((label) => ({
        title: label,
        numeric: true,
        value: (name: string) => {
          const dot = find(name, label);
          return dot ? `${formatShare(dot.numerator, dot.denominator)} (${dot.numerator}/${dot.denominator})` : null;
        },
        fields: rateFields<string>(`${label}: `, (name) => find(name, label))
      }))
    ],
    {caption: "Tỷ lệ của từng xã, phường"}
  );
}
