import type {Template} from "../../loaders/template/makeTemplate.ts";
import type {TemplateFill} from "../../loaders/template/templateFill.ts";
import type {TemplateForms} from "../../loaders/template/templateForms.ts";
import type {FormOwner, FormsBook, OwnerFills} from "../data/queries/formsBook.ts";
import {formsSubtitle, formsTitle} from "../sentences/formSentences.js";
import {selectControl} from "./controls.js";
import {element} from "./element.js";
import {formatCount} from "./format.js";
import {formAnchor, formSection} from "./formTables.js";
import {pageHead} from "./pageHead.js";
import {saveFile} from "./saveFile.js";
import {observeUrlState, writeUrlState} from "./urlState.js";

/** The code that makes forms, loaded when the first one is asked for. */
export interface FormMaker {
  makeTemplate: (fill: TemplateFill, forms: TemplateForms) => Template;
}

export interface FormsPage {
  book: FormsBook;
  /** Loads the code that makes forms. */
  maker: () => Promise<FormMaker>;
  /** Fetches the fills of an owner by key. */
  fills: (key: string) => Promise<OwnerFills>;
  /** Address of the page Kiểm tra tệp; null where the site has none. */
  checkUrl: string | null;
}

/** The page Biểu mẫu: a form filled with last year's units for the commune of `ma` and the year of `nam`, and what each column takes. */
export function formsPage({book, maker, fills, checkUrl}: FormsPage): HTMLElement {
  const {owners, years} = book;
  const status = element("p", {class: "form-status", role: "status"});
  const ownerControl = selectControl(
    [{value: "", text: "Biểu trống"}, ...owners.map(({key, title}) => ({value: key, text: title}))],
    {label: "Xã, phường", onChange: (ma) => writeUrlState({ma})}
  );
  const yearControl = selectControl(
    years.map((year) => ({value: `${year}`, text: `${year}`})),
    {label: "Năm", onChange: (nam) => writeUrlState({nam})}
  );
  const button = element("button", {type: "button", class: "button button-dark form-button"});
  const head = pageHead([...(owners.length > 0 ? [ownerControl] : []), yearControl, button]);
  const norms = element("div", {class: "prose"});
  let chosen: {owner: FormOwner | null; year: number} = {owner: null, year: years[0] ?? 0};

  button.addEventListener("click", () => {
    const {owner, year} = chosen;
    status.textContent = "Đang lập biểu…";
    button.disabled = true;
    make(owner, year)
      .then(
        ({fileName, bytes}) => {
          saveFile(fileName, bytes);
          status.textContent = `Đã lập ${fileName}, ${formatCount(Math.ceil(bytes.length / 1000))} kB, ngay trên máy này.`;
        },
        () => (status.textContent = "Không lập được biểu. Tải lại trang rồi thử lại.")
      )
      .finally(() => (button.disabled = false));
  });

  observeUrlState(({ma = "", nam}) => {
    const year = years.find((known) => `${known}` === nam) ?? years[0] ?? 0;
    const owner = owners.find(({key}) => key === ma) ?? null;
    chosen = {owner, year};
    ownerControl.value = owner?.key ?? "";
    yearControl.value = `${year}`;
    button.textContent = owner === null ? "Tải biểu trống" : "Tải biểu mẫu";
    status.textContent = "";
    const count = owner?.unit_counts[`${year}`] ?? 0;
    const communeCount = owners.filter(
      ({key, unit_counts}) => !key.startsWith("tinh-") && (unit_counts[`${year}`] ?? 0) > 1
    ).length;
    head.say(formsTitle({owner, year, count, communeCount}), formsSubtitle({owner, count}));
    const blank = book.blank[`${year}`];
    norms.replaceChildren(...(blank === undefined ? [] : normParts(blank)));
  });

  return element("div", {}, head.node, status, guide(book, norms, checkUrl));

  async function make(owner: FormOwner | null, year: number): Promise<Template> {
    const [{makeTemplate}, own] = await Promise.all([maker(), owner === null ? book.blank : fills(owner.key)]);
    const fill = own[`${year}`];
    if (fill === undefined) throw new Error(`no form of ${owner?.key ?? "nobody"} for ${year}`);
    return makeTemplate(fill, book.forms);
  }
}

function guide({explained}: FormsBook, norms: HTMLElement, checkUrl: string | null): HTMLElement {
  const entry = (id: string, title: string): HTMLElement => element("li", {}, element("a", {href: `#${id}`}, title));
  return element(
    "div",
    {class: "guide"},
    element(
      "nav",
      {class: "guide-contents", "aria-label": "Mục lục"},
      element(
        "ol",
        {},
        entry("cach-dien", "Cách điền"),
        ...explained.map(({id, title}) => entry(formAnchor(id), title)),
        entry("thoi-han", "Thời hạn, nơi nhận")
      )
    ),
    element(
      "div",
      {class: "guide-body prose"},
      element("h2", {id: "cach-dien"}, "Cách điền"),
      rules(checkUrl),
      ...explained.map(formSection),
      element("h2", {id: "thoi-han"}, "Thời hạn, nơi nhận"),
      norms
    )
  );
}

function rules(checkUrl: string | null): HTMLElement {
  const check =
    checkUrl === null ? "Kiểm tra tệp trước khi gửi" : element("a", {href: checkUrl}, "Kiểm tra tệp trước khi gửi");
  const rule = (strong: string, rest: string): HTMLElement =>
    element("li", {}, element("strong", {}, strong), ` ${rest}`);
  return element(
    "ol",
    {},
    rule(
      "Giữ tên đơn vị như đã ghi sẵn",
      "để nối được số liệu các năm. Đơn vị mới ghi vào dòng trống của nhóm; đơn vị không còn thì xóa cả dòng."
    ),
    rule("Điền ô nền vàng.", "Vàng đậm cần để tính chỉ tiêu, vàng nhạt ghi nếu có, ô xám không phải điền."),
    rule("Ô trống là chưa rõ,", "không phải 0, không phải Chưa đạt. Muốn ghi không có thì ghi 0 hoặc Không."),
    rule(
      "Cột đánh dấu ghi x.",
      "Khi cột đã có dấu, ô trống của Đăng ký, Đăng ký khen thưởng, Nhân rộng toàn tỉnh là không; cột không có dấu nào là chưa rõ."
    ),
    rule(
      "Sơ bộ hay Chính thức",
      "chọn ở trang Thông tin chung. Biểu để sẵn Sơ bộ; đổi thành Chính thức khi số liệu đã chốt."
    ),
    element("li", {}, element("strong", {}, check), " để biết ô nào phải sửa và ghi lại thế nào.")
  );
}

/** Who is outside the norm, what is due when, where to send it. */
function normParts({excluded, deadlines, sendTo}: TemplateFill): HTMLElement[] {
  return [
    element(
      "ul",
      {},
      ...deadlines.map(({title, when, source}) =>
        element("li", {}, `${title}: `, element("strong", {}, when), element("span", {class: "clause"}, source))
      )
    ),
    element("p", {}, `Gửi về ${sendTo}.`),
    ...(excluded === ""
      ? []
      : [element("p", {}, `${excluded} Đơn vị ngoài diện vẫn giữ trong danh sách, không phải điền kết quả.`)])
  ];
}
