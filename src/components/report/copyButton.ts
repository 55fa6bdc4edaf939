import {element} from "../element.js";

/** How long a button says that it has copied, in ms. */
const SAID_FOR = 2_000;

/**
 * A button that copies a text; it says so for two seconds, to those who listen too.
 * @param options.label what is copied, for who hears the button alone: "Chép câu: Năm 2025, …".
 */
export function copyButton(text: () => string, {label, words = "Chép"}: {label: string; words?: string}): HTMLElement {
  const button = element("button", {type: "button", class: "link-button copy-button", "aria-label": label}, words);
  const status = element("span", {class: "visually-hidden", role: "status"});
  let timer: ReturnType<typeof setTimeout> | undefined;
  button.addEventListener("click", () => {
    void copyText(text()).then((isCopied) => {
      const said = isCopied ? "Đã chép" : "Không chép được";
      button.textContent = said;
      status.textContent = isCopied ? said : "Không chép được. Chọn đoạn chữ rồi bấm Ctrl+C.";
      clearTimeout(timer);
      timer = setTimeout(() => {
        button.textContent = words;
        status.textContent = "";
      }, SAID_FOR);
    });
  });
  return element("span", {class: "copy"}, button, status);
}

/** Puts a text on the clipboard; over plain http on an office network only the old way works. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = element("textarea", {readonly: true, class: "visually-hidden"});
    area.value = text;
    document.body.append(area);
    const before = document.activeElement;
    area.select();
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    const isCopied = document.execCommand("copy");
    area.remove();
    if (before instanceof HTMLElement) before.focus();
    return isCopied;
  }
}
