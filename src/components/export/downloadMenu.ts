import {element} from "../element.js";
import {saveFile} from "../saveFile.js";
import type {PictureParts} from "./exporterShape.ts";
import type {ExportTable} from "./exportTable.ts";
import {loadExporter} from "./loadExporter.js";
import {pageFacts} from "./pageFacts.js";

export interface Downloads {
  /** What it is, in words; names the files. */
  name: () => string;
  /** A picture can be made of it. */
  picture?: (() => PictureParts) | undefined;
  /** Its figures as a table. */
  table?: (() => ExportTable) | undefined;
}

/** A file or copy a person can ask for. */
interface Offer {
  id: string;
  words: string;
  /** Said under the words: what the file is good for. */
  hint: string;
  make: () => Promise<string>;
}

const COPIED = "Đã chép hình, dán vào Word bằng Ctrl+V.";
const FAILED = "Không tạo được tệp. Tải lại trang rồi thử lại.";
const NO_CLIPBOARD = "Trình duyệt không cho chép hình. Chọn Ảnh PNG.";

/** The button "Tải về" and its list of files; everything is made on this machine, by code that is loaded on the first click. */
export function downloadMenu(downloads: Downloads): HTMLElement {
  const button = element(
    "button",
    {type: "button", class: "link-button", "aria-expanded": "false", "aria-label": `Tải về: ${downloads.name()}`},
    "Tải về"
  );
  const status = element("span", {class: "download-status", role: "status"});
  const list = element("ul", {class: "download-list", hidden: true});
  const node = element("span", {class: "download"}, button, list, status);

  const close = (): void => {
    list.hidden = true;
    button.setAttribute("aria-expanded", "false");
    document.removeEventListener("pointerdown", onOutside);
  };
  const onOutside = (event: Event): void => {
    if (!(event.target instanceof Node) || !node.contains(event.target)) close();
  };
  const open = (): void => {
    if (!list.hasChildNodes()) list.append(...offers(downloads).map((offer) => item(offer)));
    status.textContent = "";
    list.hidden = false;
    button.setAttribute("aria-expanded", "true");
    document.addEventListener("pointerdown", onOutside);
    list.querySelector("button")?.focus();
  };
  const item = ({id, words, hint, make}: Offer): HTMLElement => {
    const choice = element(
      "button",
      {type: "button", value: id},
      element("span", {}, words),
      element("span", {class: "download-hint"}, hint)
    );
    choice.addEventListener("click", () => {
      close();
      button.focus();
      status.textContent = "Đang tạo…";
      make().then(
        (said) => (status.textContent = said),
        (reason: unknown) => (status.textContent = reason instanceof Refusal ? reason.message : FAILED)
      );
    });
    return element("li", {}, choice);
  };
  button.addEventListener("click", () => (list.hidden ? open() : close()));
  node.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "Escape") {
      close();
      button.focus();
      event.stopPropagation();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      step(list, event.key === "ArrowDown" ? 1 : -1);
    }
  });
  node.addEventListener("focusout", (event) => {
    if (event.relatedTarget instanceof Node && !node.contains(event.relatedTarget)) close();
  });
  return node;
}

/** What can be said to a person as it is. */
class Refusal extends Error {}

function step(list: HTMLElement, by: number): void {
  const buttons = [...list.querySelectorAll("button")];
  const at = buttons.findIndex((one) => one === document.activeElement);
  buttons[(at + by + buttons.length) % buttons.length]?.focus();
}

function offers({name, picture, table}: Downloads): Offer[] {
  const save = async (ending: string, make: (name: string) => Promise<Uint8Array>): Promise<string> => {
    const words = name();
    const {fileName} = await loadExporter();
    const file = `${fileName(words)}.${ending}`;
    saveFile(file, await make(words));
    return `Đã tải ${file}`;
  };
  const found: Offer[] = [];
  if (picture) {
    const drawn = async (): Promise<string> => await (await loadExporter()).svg(picture());
    const painted = async (): Promise<Uint8Array> => await (await loadExporter()).png(await drawn());
    found.push(
      {id: "png", words: "Ảnh PNG", hint: "16 cm, 300 dpi, chèn vào Word", make: () => save("png", painted)},
      {
        id: "svg",
        words: "SVG",
        hint: "hình nét, phóng to không vỡ",
        make: () => save("svg", async () => new TextEncoder().encode(await drawn()))
      },
      {id: "chep", words: "Chép ảnh", hint: "rồi dán vào Word", make: () => copy(painted)}
    );
  }
  if (table) {
    found.push(
      {
        id: "csv",
        words: "CSV",
        hint: "bảng số, UTF-8",
        make: () => save("csv", async () => (await loadExporter()).csv(table()))
      },
      {
        id: "xlsx",
        words: "Excel",
        hint: "bảng số và ghi chú",
        make: () => save("xlsx", async () => (await loadExporter()).xlsx(table(), pageFacts()))
      }
    );
  }
  return found;
}

async function copy(painted: () => Promise<Uint8Array>): Promise<string> {
  if (typeof ClipboardItem === "undefined" || !("clipboard" in navigator)) throw new Refusal(NO_CLIPBOARD);
  // The promise goes in as it is: some browsers only allow what begins within the click.
  const blob = painted().then((bytes) => new Blob([bytes as Uint8Array<ArrayBuffer>], {type: "image/png"}));
  try {
    await navigator.clipboard.write([new ClipboardItem({"image/png": blob})]);
  } catch (error) {
    if (error instanceof DOMException && error.name === "NotAllowedError") throw new Refusal(NO_CLIPBOARD);
    throw error;
  }
  return COPIED;
}
