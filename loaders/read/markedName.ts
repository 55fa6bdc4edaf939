/** What the name of a marked copy has behind that of its original. */
const SUFFIX = " (ghi lỗi)";
/** Also as browsers and Explorer change it when the name is taken: "… (ghi lỗi) (1)", "… (ghi lỗi) - Copy". */
const MARKED = / \(ghi lỗi\)(?: \(\d+\)| - Copy)?$/;

/** Name of the marked copy of a file; that of a marked copy is its own. @param extension with its dot. */
export function markedName(fileName: string, extension: string): string {
  return `${originalBase(fileName)}${SUFFIX}${extension}`;
}

/** Name of a file without folders and extension; a marked copy has that of its original. */
export function originalBase(fileName: string): string {
  const base = fileName.slice(Math.max(fileName.lastIndexOf("/"), fileName.lastIndexOf("\\")) + 1).normalize("NFC");
  return base.replace(/(?<=.)\.[^.]*$/, "").replace(MARKED, "");
}
