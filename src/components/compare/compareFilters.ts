import type {Compare, CompareYear} from "../../data/queries/compareShape.ts";
import {shortDocument} from "../../sentences/clauseWords.js";
import {columnHead, COMMUNE_TYPES, LEVEL_WORDS} from "../../sentences/compareWords.js";
import {
  type CompareState,
  DETAIL_GROUPS,
  FIRST_ORDER,
  linkOfOrder,
  mainTarget,
  ORDER_KEYS,
  plansOfYear,
  targetsOfPlan
} from "../../views/compare/compareState.js";
import type {CompareView} from "../../views/compare/compareView.js";
import {type Choice, type Control, searchControl, selectControl} from "../controls.js";
import {element} from "../element.js";
import {formatCount} from "../format.js";
import {writeUrlState} from "../urlState.js";
import {UNIT_GROUP_WORDS} from "../words.js";

/** The filters of the page, kept while a person changes them. */
export interface CompareFilters {
  /** Year and plan, for the head of the page. */
  head: HTMLElement;
  /** The others, in a line of their own. */
  bar: HTMLElement;
  /** Shows the choices the data leave, and what is chosen. */
  show: (year: CompareYear, view: CompareView) => void;
}

const ALL = "";
const FIRST_ORDER_VALUE = `-${FIRST_ORDER.key}`;

/** Makes the filters; each writes its key into the address, the default value takes it out. */
export function compareFilters(file: Compare): CompareFilters {
  const head = element("div", {class: "compare-head-filters"});
  const bar = element("div", {class: "filters compare-filters", role: "group", "aria-label": "Lọc và xếp"});
  const search = searchControl({
    label: "Tìm tên xã",
    placeholder: "ví dụ: hac thanh",
    onChange: (words) => writeUrlState({tim: words === "" ? undefined : words}, {replace: true})
  });
  const box = element("input", {type: "checkbox"});
  box.addEventListener("change", () => writeUrlState({khoang: box.checked ? "co" : undefined}));
  const intervals = element(
    "label",
    {class: "control compare-toggle"},
    element("span", {}, "Phân tích"),
    element("span", {}, box, " Khoảng 95%")
  );
  const slots = {
    year: slot(head, "Năm", (nam) =>
      writeUrlState({nam: nam === `${file.site.default_year}` ? undefined : nam, ...SUBJECT})
    ),
    plan: slot(head, "Kế hoạch", (plan) => writeUrlState({...SUBJECT, "ke-hoach": plan || undefined})),
    target: slot(bar, "Chỉ tiêu", (target) => writeUrlState({"chi-tieu": target || undefined, xep: undefined})),
    group: slot(bar, "Loại đơn vị", (loai) => writeUrlState({loai: loai || undefined})),
    level: slot(bar, "Cấp quản lý", (cap) => writeUrlState({cap: cap || undefined})),
    type: slot(bar, "Loại xã", (type) => writeUrlState({"loai-xa": type || undefined})),
    alike: slot(bar, "Nhóm xã", (nhom) => writeUrlState({nhom: nhom || undefined})),
    order: slot(bar, "Xếp theo", (xep) => writeUrlState({xep: xep === FIRST_ORDER_VALUE ? undefined : xep}))
  };
  bar.append(search, intervals);
  // On a phone the line is folded behind a button; wider screens never show the button.
  const toggle = element(
    "button",
    {type: "button", class: "button compare-fold", "aria-expanded": "false"},
    "Lọc và xếp"
  );
  toggle.addEventListener("click", () => {
    const isOpen = bar.classList.toggle("is-open");
    toggle.setAttribute("aria-expanded", `${isOpen}`);
  });
  const lines = element("div", {}, toggle, bar);
  const show = (year: CompareYear, {state, groups, columns}: CompareView): void => {
    const years = [...file.site.years].reverse().map((one) => ({value: `${one}`, text: `${one}`}));
    const plans = plansOfYear(file, year);
    const targets = targetsOfPlan(file, year, state.planId);
    const first = mainTarget(targets)?.target_id;
    slots.year(years, `${state.year}`);
    slots.plan(
      plans.map((id, i) => ({value: i === 0 ? ALL : id, text: planWords(file, id)})),
      state.planId === plans[0] ? ALL : (state.planId ?? ALL)
    );
    slots.target(
      targets.map(({target_id, indicator}) => ({
        value: target_id === first ? ALL : target_id,
        text: columnHead(indicator, file.indicators.find(({id}) => id === indicator)?.short_title)
      })),
      state.targetId === first ? ALL : (state.targetId ?? ALL)
    );
    const isRate = columns.subject.goal?.measure !== "count";
    slots.group(
      isRate ? [all(), ...DETAIL_GROUPS.map((group) => ({value: group, text: UNIT_GROUP_WORDS[group]}))] : [],
      state.group === "all" ? ALL : state.group
    );
    slots.level(levelChoices(year), state.level === "all" ? ALL : state.level);
    slots.type(typeChoices(file), state.type === "all" ? ALL : state.type);
    slots.alike(
      [
        all(),
        ...groups.map(({id, words, places}) => ({value: id, text: `${capital(words)} (${formatCount(places.size)})`}))
      ],
      state.alike ?? ALL
    );
    slots.order(orderChoices(state, columns.columns), linkOfOrder(state.order) ?? FIRST_ORDER_VALUE);
    search.value = state.words;
    box.checked = state.hasIntervals;
    const used = countUsed(state);
    toggle.textContent = used === 0 ? "Lọc và xếp" : `Lọc và xếp (${used} đang dùng)`;
  };
  return {head, bar: lines, show};
}

function countUsed({type, level, group, alike, words, hasIntervals, order}: CompareState): number {
  const changed = [type !== "all", level !== "all", group !== "all", alike !== null, words !== "", hasIntervals];
  return [...changed, linkOfOrder(order) !== undefined].filter(Boolean).length;
}

/** Another year or plan has other targets: what was chosen of the former is let go. */
const SUBJECT = {"chi-tieu": undefined, xep: undefined, "ke-hoach": undefined};

/** A place for one list of choices, made anew only when the choices change; hidden where there is nothing to choose. */
function slot(
  parent: HTMLElement,
  label: string,
  onChange: (value: string) => void
): (choices: readonly Choice[], value: string) => void {
  let control: Control | null = null;
  let key = "";
  const holder = element("div", {class: "filter-slot"});
  parent.append(holder);
  return (choices, value) => {
    const next = choices.map((choice) => `${choice.value}:${choice.text}`).join("|");
    holder.hidden = choices.length < 2;
    if (control === null || next !== key) {
      key = next;
      const hadFocus = holder.contains(document.activeElement);
      control = selectControl(choices, {label, value, onChange});
      holder.replaceChildren(control);
      if (hadFocus) holder.querySelector("select")?.focus();
    }
    control.value = value;
  };
}

function all(): Choice {
  return {value: ALL, text: "Tất cả"};
}

function planWords({targets}: Compare, id: string): string {
  const target = targets.find(({plan_id}) => plan_id === id);
  return target ? shortDocument(target.document) : id;
}

function levelChoices({values}: CompareYear): Choice[] {
  const used = Object.entries(LEVEL_WORDS).filter(([level]) =>
    Object.entries(values).some(([key, {d}]) => key.endsWith(`|all|${level}`) && d.some((count) => count > 0))
  );
  return [all(), ...used.map(([value, text]) => ({value, text: capital(text)}))];
}

function typeChoices({communes}: Compare): Choice[] {
  const used = Object.entries(COMMUNE_TYPES).filter(([type]) => communes.some((commune) => commune.type === type));
  if (used.length < 2) return [];
  return [
    {value: ALL, text: `Tất cả (${formatCount(communes.length)})`},
    ...used.map(([value, text]) => ({
      value,
      text: `${capital(text)} (${formatCount(communes.filter((commune) => commune.type === value).length)})`
    }))
  ];
}

function orderChoices({order}: CompareState, columns: CompareView["columns"]["columns"]): Choice[] {
  const choices = [
    {value: FIRST_ORDER_VALUE, text: "Cần thêm nhiều nhất"},
    {value: ORDER_KEYS.need, text: "Cần thêm ít nhất"},
    {value: ORDER_KEYS.rate, text: "Tỷ lệ thấp nhất"},
    {value: `-${ORDER_KEYS.rate}`, text: "Tỷ lệ cao nhất"},
    {value: ORDER_KEYS.name, text: "Tên xã"},
    {value: `-${ORDER_KEYS.units}`, text: "Nhiều đơn vị nhất"}
  ];
  const value = linkOfOrder(order) ?? FIRST_ORDER_VALUE;
  if (choices.some((choice) => choice.value === value)) return choices;
  const head = columns.find(({id}) => id === order.key)?.head ?? OTHER_ORDERS[order.key] ?? "cột đã chọn";
  return [...choices, {value, text: `${head}, ${order.isFalling ? "cao nhất" : "thấp nhất"}`}];
}

const OTHER_ORDERS: Readonly<Record<string, string>> = {
  [ORDER_KEYS.name]: "Tên xã",
  [ORDER_KEYS.units]: "Đơn vị",
  [ORDER_KEYS.own]: "Chính xã"
};

function capital(words: string): string {
  return words.slice(0, 1).toLocaleUpperCase("vi") + words.slice(1);
}
