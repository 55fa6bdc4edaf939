import {MAX_CELLS} from "../cellCollector.ts";
import {openPackage} from "../opcPackage.ts";
import {damaged, encrypted} from "../refusal.ts";
import type {Workbook} from "../workbook.ts";
import {parseXml} from "../xml.ts";
import {OdsContent} from "./odsContent.ts";
import {OdsStyles} from "./odsStyles.ts";

const CONTENT = "content.xml";
const STYLES = "styles.xml";
const MANIFEST = "META-INF/manifest.xml";

/**
 * Reads an OpenDocument spreadsheet (.ods, or .fods: one XML file): values as stored, formulas by their stored results.
 * @throws RefusalError if the file is damaged, unsafe, too large or protected by a password.
 */
export function readOds(bytes: Uint8Array): Workbook {
  const styles = new OdsStyles();
  const content = new OdsContent(styles, {cells: MAX_CELLS});
  if (bytes[0] === 0x50) {
    const {has, unpack} = openPackage(bytes);
    if (has(MANIFEST)) refuseEncrypted(unpack(MANIFEST));
    if (has(STYLES)) parseXml(STYLES, unpack(STYLES), styles.listener);
    parseXml(CONTENT, unpack(CONTENT), content.listener);
  } else parseXml("tệp", bytes, content.listener);
  if (content.sheets.length === 0) throw damaged("sổ làm việc không có trang tính nào");
  return {format: "ods", sheets: content.sheets, uses1904Dates: content.uses1904Dates};
}

function refuseEncrypted(manifest: Uint8Array): void {
  parseXml(MANIFEST, manifest, {
    open: (name) => {
      if (name.endsWith("encryption-data")) throw encrypted();
    },
    close: () => undefined,
    text: () => undefined
  });
}
