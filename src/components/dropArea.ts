import {element} from "./element.js";

/** Endings that the file chooser offers; what a file is, its first bytes say. */
export const ACCEPTED = ".xlsx,.xlsm,.xls,.xlsb,.ods,.fods,.xml,.csv,.txt";

/**
 * A button that opens the file chooser; several files may be chosen, and the same one again once it is mended.
 * @param options.isDark the main action of its place.
 */
export function chooseButton(
  words: string,
  {isDark = false, onFiles}: {isDark?: boolean; onFiles: (files: File[]) => void}
): HTMLElement {
  const input = element("input", {
    type: "file",
    multiple: true,
    accept: ACCEPTED,
    class: "visually-hidden",
    tabindex: -1,
    "aria-hidden": "true"
  });
  input.addEventListener("change", () => {
    const files = [...(input.files ?? [])];
    input.value = "";
    if (files.length > 0) onFiles(files);
  });
  const button = element("button", {type: "button", class: `button${isDark ? " button-dark" : ""}`}, words);
  button.addEventListener("click", () => input.click());
  return element("span", {class: "choose-file"}, button, input);
}

/** Takes files that are dropped anywhere on the page; `node` carries the class `is-dropping` while some are held over it. */
export function takeDrops(node: HTMLElement, onFiles: (files: File[]) => void): void {
  const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
  let depth = 0;
  const set = (next: number): void => {
    depth = Math.max(0, next);
    node.classList.toggle("is-dropping", depth > 0);
  };
  document.addEventListener("dragenter", (event) => {
    if (holdsFiles(event)) set(depth + 1);
  });
  document.addEventListener("dragleave", (event) => {
    if (holdsFiles(event)) set(depth - 1);
  });
  document.addEventListener("dragover", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = "copy";
  });
  document.addEventListener("drop", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    set(0);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) onFiles(files);
  });
}
