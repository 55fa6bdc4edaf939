import {element} from "./element.js";

/** Saves bytes as a file of the person's: an address of this page alone, gone again a minute later. */
export function saveFile(fileName: string, bytes: Uint8Array): void {
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], {type: "application/octet-stream"}));
  const link = element("a", {href: url, download: fileName, hidden: true});
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
