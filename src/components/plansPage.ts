import type {BookPlan} from "../data/queries/planBook.ts";
import {selectControl} from "./controls.js";
import {element} from "./element.js";
import {pageHead} from "./pageHead.js";
import {planSection} from "./planSection.js";
import {observeUrlState, writeUrlState} from "./urlState.js";

export interface PlansPage {
  plans: readonly BookPlan[];
  years: readonly number[];
  defaultYear: number;
}

/** The page Kế hoạch: every plan and norm, clause by clause, with what the year of `nam` found. */
export function plansPage({plans, years, defaultYear}: PlansPage): HTMLElement {
  const yearControl = selectControl(
    years.map((year) => ({value: `${year}`, text: `${year}`})),
    {label: "Năm", value: `${defaultYear}`, onChange: (nam) => writeUrlState({nam})}
  );
  const head = pageHead([yearControl]);
  const body = element("div", {});
  observeUrlState(({nam}) => {
    const year = years.find((known) => `${known}` === nam) ?? defaultYear;
    yearControl.value = `${year}`;
    const governed = plans.filter(
      ({kind, year_from, year_to}) => kind === "plan" && covers({year_from, year_to}, year)
    );
    head.say(title(governed, year), subtitle(plans));
    const ordered = [...plans].sort((a, b) => rank(a, year) - rank(b, year));
    body.replaceChildren(
      ...(ordered.length > 0
        ? ordered.map((plan) => planSection(plan, {year: shownYear(plan, year, years)}))
        : [element("p", {class: "empty"}, "Chưa có kế hoạch nào. Thêm tệp vào data/plans rồi chạy lại npm start.")])
    );
    if (location.hash !== "") document.getElementById(location.hash.slice(1))?.scrollIntoView();
  });
  return element("div", {}, head.node, body);
}

function covers({year_from, year_to}: {year_from: number; year_to: number | null}, year: number): boolean {
  return year_from <= year && (year_to === null || year <= year_to);
}

/** Plans of the year first, then norms, then plans of other years. */
function rank({kind, year_from, year_to}: BookPlan, year: number): number {
  if (kind === "norm") return 1;
  return covers({year_from, year_to}, year) ? 0 : 2;
}

/** A plan of another year is shown with its own year. */
function shownYear(plan: BookPlan, year: number, years: readonly number[]): number {
  if (covers(plan, year)) return year;
  return plan.year_from > year ? plan.year_from : (plan.year_to ?? years.at(-1) ?? year);
}

function title(governed: readonly BookPlan[], year: number): string {
  if (governed.length === 0) return `Chưa có kế hoạch năm ${year}, chỉ có mức của Thông tư 124`;
  const targets = governed.reduce((sum, plan) => sum + plan.targets.length, 0);
  return `${governed.length} kế hoạch năm ${year} với ${targets} chỉ tiêu`;
}

function subtitle(plans: readonly BookPlan[]): string {
  const written = plans.filter(({kind}) => kind === "plan").length;
  const norms = plans.length - written;
  return `${written} kế hoạch và ${norms} quy định đang theo dõi. Kế hoạch của năm khác hiện kết quả năm của nó.`;
}
