import {formatDate} from "../components/format.ts";
import {editionNote} from "../sentences/changeSentences.ts";
import {PRODUCT, type SitePage} from "./pages.ts";
import type {SiteFacts} from "./siteFacts.ts";

const PRODUCT_SHORT = "Toàn dân bảo vệ ANTQ";

/** Head of each page: theme before paint, fonts, masthead script, icon, description. */
export function pageHead({data}: {data?: unknown}): string {
  const description = (data as {description?: unknown} | undefined)?.description;
  return `<script src="/boot.js"></script>
<link rel="stylesheet external" href="/_file/fonts/fonts.css">
<script type="module" src="/masthead.js"></script>
<link rel="icon external" href="data:image/svg+xml,${encodeURIComponent(ICON)}">
<meta name="color-scheme" content="light dark">${
    typeof description === "string" ? `\n<meta name="description" content="${escapeHtml(description)}">` : ""
  }`;
}

/** Masthead and menu, static: they stand before any script runs. Everything from the data is escaped. */
export function pageHeader(
  path: string,
  pages: readonly SitePage[],
  {place, isSimulated, asOf, years, isPublic}: SiteFacts
): string {
  const entry = ({title, path: to, isAside}: SitePage): string =>
    `<li${isAside ? ' class="menu-right"' : ""}><a href="${to === "index" ? "/" : `/${to}`}"${
      path === `/${to}` ? ' aria-current="page"' : ""
    }>${escapeHtml(title)}</a></li>`;
  return `<a class="skip" href="#observablehq-main">Đến nội dung</a>
<div class="masthead" data-place="${escapeHtml(place)}" data-as-of="${asOf ?? ""}" data-years="${years.join(" ")}"${isSimulated ? " data-simulated" : ""}${isPublic ? ' data-edition="public"' : ""}>
<button class="menu-button" type="button" aria-expanded="false" aria-controls="menu" aria-label="Danh mục">${MENU_ICON}</button>
<div class="masthead-name"><a class="product" href="/"><span class="product-full">${PRODUCT}</span><span class="product-short">${PRODUCT_SHORT}</span></a>${
    place === "" ? "" : `<span class="place">${escapeHtml(place)}</span>`
  }</div>
<span class="masthead-break"></span>
${isSimulated ? `<span class="simulated">${SIMULATED_ICON}Số liệu mô phỏng</span>` : ""}
<div class="search" role="search">${SEARCH_ICON}<input type="search" aria-label="Tìm xã, phường, tên cũ" placeholder="Tìm xã, phường, tên cũ" autocomplete="off" spellcheck="false" aria-keyshortcuts="/"><kbd aria-hidden="true">/</kbd></div>
<button class="theme-switch" type="button" aria-label="Đổi nền sáng, tối">${THEME_ICON}</button>
</div>
<nav class="menu" id="menu" aria-label="Danh mục"><ul>${pages.map(entry).join("")}</ul></nav>`;
}

/** Foot of each page: what is simulated, which edition it shows and how much changed since the last, the day the figures stand at. */
export function pageFooter({isSimulated, asOf, edition, isPublic}: SiteFacts): string {
  const simulated = isSimulated ? "<p>Số liệu mô phỏng: xã, phường và kế hoạch là thật, kết quả là giả lập.</p>" : "";
  const day = asOf === null ? "Chưa có số liệu" : `Số liệu tính đến ${formatDate(asOf)}`;
  const kept =
    edition === null
      ? ""
      : `<p>Bản số liệu ${escapeHtml(edition.id)} · <a href="/thay-doi">${editionNote(edition.changed)}</a></p>`;
  const cut = isPublic ? "<p>Bản công khai: không có tên đơn vị, kỷ luật, đơn thư, vụ việc, mẫu số dưới 5.</p>" : "";
  return `<div class="foot-left">${simulated}${cut}</div><div class="foot-right">${kept}<p>${day}</p></div>`;
}

/** Text as HTML shows it: nothing in it is markup, nor code of a page. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`$]/g, (character) => `&#${character.charCodeAt(0)};`);
}

const stroke = 'fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"';
const svg = (size: number, body: string): string =>
  `<svg width="${size}" height="${size}" viewBox="0 0 16 16" ${stroke} aria-hidden="true">${body}</svg>`;
const MENU_ICON = svg(20, '<path d="M2 4h12M2 8h12M2 12h12"/>');
const SEARCH_ICON = svg(14, '<circle cx="7" cy="7" r="5"/><path d="m11 11 3.5 3.5"/>');
const THEME_ICON = svg(15, '<path d="M13.5 9.6A6 6 0 0 1 6.4 2.5a6 6 0 1 0 7.1 7.1z"/>');
const SIMULATED_ICON = svg(12, '<path d="M1 8 8 1M1 14 14 1M7 14.5l7.5-7.5"/>');
const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#17202b"/><path d="M0 6a6 6 0 0 1 6-6h20a6 6 0 0 1 6 6z" fill="#8e1f2f"/><path d="m9 18 5 5 9-10" fill="none" stroke="#fbfaf7" stroke-width="3.5" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
