import {element} from "./element.js";

/** Text in which `**…**` is strong: "số liệu **sơ bộ** đến 18/11/2025". Everything else is text, never markup. */
export function richText(text: string): (string | HTMLElement)[] {
  return text
    .split("**")
    .map((part, i) => (i % 2 === 1 ? element("strong", {}, part) : part))
    .filter((part) => part !== "");
}

/** The same text without the marks, for labels that are read out. */
export function plainText(text: string): string {
  return text.replaceAll("**", "");
}
