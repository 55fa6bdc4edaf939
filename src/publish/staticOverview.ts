import {existsSync} from "node:fs";
import {formatCount, formatShare} from "../components/format.ts";
import {STAGE_WORDS, VERDICT_WORDS} from "../components/words.ts";
import {overview} from "../data/queries/overview.ts";
import {openWorkspace} from "../../loaders/workspace.ts";
import {openDatabase} from "../../pipelines/database/openDatabase.ts";
import {readPlans} from "../../pipelines/plans/readPlans.ts";
import type {PublicTables} from "../../pipelines/tables.ts";
import {type OverviewView, overviewView} from "../views/overviewView.ts";
import {escapeHtml} from "./frame.ts";

/** Rows of the closing list that are shown without script. */
const MOST_ROWS = 30;

/**
 * The figures of Tổng quan as plain HTML, for a browser that runs no script: head, verdict cards, who has reported, closing list, of the
 * default year. Everything from the data is escaped. "" while there is no warehouse or no year with figures.
 */
export async function staticOverview(directory: string): Promise<string> {
  const workspace = openWorkspace(directory, {asOf: process.env["AS_OF"] || undefined});
  const {shownWarehouse} = workspace;
  if (!existsSync(shownWarehouse)) return "";
  const db = await openDatabase<PublicTables>(shownWarehouse, {mode: "READ_ONLY"});
  try {
    const file = await overview(db, workspace, readPlans(workspace.plans));
    if (file.default_year === null) return "";
    return overviewHtml(overviewView(file, {year: file.default_year, group: "all", boundary: "current"}));
  } finally {
    await db.destroy();
  }
}

function overviewHtml(view: OverviewView): string {
  return `<div class="page-head"><div><h1>${escapeHtml(view.title)}</h1><p class="subtitle">${strong(view.subtitle)}</p></div></div>
<div class="cards">${view.cards.map(cardHtml).join("")}${reportsHtml(view)}</div>
${closingHtml(view)}`;
}

function cardHtml(card: OverviewView["cards"][number]): string {
  const {title, verdict, measure, numerator, denominator, of, target, comparator, gap, change, clause} = card;
  const limit = target === null ? {} : {target, comparator: comparator ?? (">=" as const)};
  const figure =
    numerator === null || (measure === "percent" && !denominator)
      ? "–"
      : measure === "count"
        ? `${formatCount(numerator)}${of === null ? "" : `/${formatCount(of)}`}`
        : formatShare(numerator, denominator ?? 0, limit);
  const fraction =
    measure === "percent" && denominator ? `${formatCount(numerator ?? 0)}/${formatCount(denominator)}` : "";
  return cell(
    title,
    verdict === null ? "" : VERDICT_WORDS[verdict],
    figure,
    [gap, change],
    [clause === null ? "" : clause.text + clause.rest, fraction]
  );
}

function reportsHtml({completeness}: OverviewView): string {
  const {title, stage, expected, on_time, late, missing, not_due, gap, due, noun, clause} = completeness;
  const counts = [
    `đúng hạn ${formatCount(on_time)}`,
    `trễ ${formatCount(late)}`,
    `chưa nộp ${formatCount(missing)}`,
    not_due > 0 ? `chưa đến hạn ${formatCount(not_due)}` : ""
  ];
  return cell(
    title,
    stage === null ? "" : STAGE_WORDS[stage],
    `${formatCount(on_time + late)}/${formatCount(expected)}`,
    [gap, due],
    [clause === null ? "" : clause.text + clause.rest, `${counts.filter(Boolean).join(", ")} (${noun})`]
  );
}

function cell(title: string, mark: string, figure: string, words: readonly string[], foot: readonly string[]): string {
  return (
    `<section class="card"><div class="card-head"><h2>${escapeHtml(title)}</h2><strong>${escapeHtml(mark)}</strong></div>` +
    `<div class="card-main"><span class="card-figure">${escapeHtml(figure)}</span><p class="card-gap">${words
      .filter(Boolean)
      .map((line) => `<span>${strong(line)}</span>`)
      .join("")}</p></div>` +
    `<div class="card-foot">${foot.map((line) => `<span>${escapeHtml(line)}</span>`).join("")}</div></section>`
  );
}

function closingHtml({closing}: OverviewView): string {
  const {title, subtitle, data} = closing;
  if (data.rows.length === 0) return "";
  const rows = data.rows
    .slice(0, MOST_ROWS)
    .map(
      ({name, units_needed, numerator, denominator}, i) =>
        `<tr><td class="num">${i + 1}</td><th scope="row">${escapeHtml(name)}</th><td class="num">${formatCount(units_needed)}</td>` +
        `<td class="num">${formatCount(numerator)}/${formatCount(denominator)}</td><td class="num">${formatShare(numerator, denominator, data.limit)}</td></tr>`
    );
  const rest = data.rows.slice(MOST_ROWS);
  const units = rest.reduce((sum, {units_needed}) => sum + units_needed, 0);
  return (
    `<section class="section"><h2>${escapeHtml(title)}</h2><p class="chart-subtitle">${escapeHtml(subtitle)}</p>` +
    `<div class="table-scroll" tabindex="0" role="region" aria-label="${escapeHtml(title)}"><table class="data"><caption class="visually-hidden">${escapeHtml(title)}</caption><thead><tr><th scope="col" class="num">Thứ tự</th><th scope="col">Xã, phường</th>` +
    `<th scope="col" class="num">${escapeHtml(data.heading)}</th><th scope="col" class="num">Đạt/phải xét</th><th scope="col" class="num">Tỷ lệ</th></tr></thead>` +
    `<tbody>${rows.join("")}</tbody></table></div>${rest.length > 0 ? `<p class="note">${escapeHtml(data.rest_words(rest.length, units))}</p>` : ""}</section>`
  );
}

/** `**…**` is strong, the rest text. */
function strong(text: string): string {
  return text
    .split("**")
    .map((part, i) => (i % 2 === 1 ? `<strong>${escapeHtml(part)}</strong>` : escapeHtml(part)))
    .join("");
}
