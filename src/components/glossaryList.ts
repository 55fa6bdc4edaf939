import {element} from "./element.js";
import {plainKey} from "./searchIndex.js";

/** A term of the field. `is_secondary`: its source was read in extracts only, which the page says. */
export interface GlossaryTerm {
  term: string;
  short?: string;
  meaning: string;
  source: string;
  is_secondary?: boolean;
}

/** The glossary as a definition list in the given order, with a filter that does without accents; every term has an anchor. */
export function glossaryList(terms: readonly GlossaryTerm[]): HTMLElement {
  const rows = terms.map((entry) => ({node: row(entry), key: plainKey(textOf(entry))}));
  const status = element("span", {class: "note", role: "status"});
  const input = element("input", {id: "loc-thuat-ngu", type: "search", autocomplete: "off", spellcheck: "false"});
  const show = (): void => {
    const wanted = plainKey(input.value);
    for (const {node, key} of rows) node.hidden = !key.includes(wanted);
    const count = rows.filter(({node}) => !node.hidden).length;
    status.textContent = count === 0 ? "Không có thuật ngữ nào, bỏ bớt chữ để tìm rộng hơn" : `${count} thuật ngữ`;
  };
  input.addEventListener("input", show);
  show();
  return element(
    "div",
    {class: "glossary"},
    element(
      "div",
      {class: "glossary-filter"},
      element("label", {for: "loc-thuat-ngu"}, "Tìm thuật ngữ"),
      input,
      status
    ),
    element("dl", {}, ...rows.map(({node}) => node))
  );
}

/** "Khu dân cư" → "khu-dan-cu". */
export const termAnchor = (term: string): string => plainKey(term).replace(/[^a-z0-9]+/g, "-");

function row(entry: GlossaryTerm): HTMLDivElement {
  const {term, short, meaning, source, is_secondary} = entry;
  return element(
    "div",
    {id: termAnchor(term)},
    element("dt", {}, term, short === undefined ? null : element("span", {class: "clause"}, short)),
    element(
      "dd",
      {},
      meaning,
      element("span", {class: "clause"}, is_secondary ? `${source} (theo bản trích, chưa đối chiếu toàn văn)` : source)
    )
  );
}

function textOf({term, short = "", meaning}: GlossaryTerm): string {
  return `${term} ${short} ${meaning}`;
}
