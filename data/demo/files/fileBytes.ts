import {type DocumentProperties, writeXlsx} from "../../../loaders/write/writeXlsx.ts";
import {type PlannedFile} from "../plan/plannedFile.ts";
import {daysAfter} from "../plan/sending.ts";
import {type Random} from "../random.ts";
import {type AreaNames} from "../sheets/areaNames.ts";
import {layOutFile} from "../sheets/layOutFile.ts";
import {SIMULATED_MARK} from "../sheets/titleBlock.ts";
import {capitalised} from "../world/areaTitles.ts";
import {guardList, scannedReport} from "./strayBytes.ts";
import {DEMO_STYLES} from "./styles.ts";
import {writeCsv} from "./writeCsv.ts";

/** Bytes of a planned file; null for a copy, whose bytes are those of its original. */
export function fileBytes(file: PlannedFile, names: AreaNames, random: Random): Uint8Array | null {
  if (file.kind === "copy") return null;
  const properties: DocumentProperties = {
    title: `An toàn về an ninh, trật tự năm ${file.year}, ${file.reporter.title}`,
    subject: `${SIMULATED_MARK}: xã, phường là thật, kết quả là giả lập`,
    creator: capitalised(file.sender),
    created: daysAfter(file.receivedDate, -1)
  };
  if (file.kind !== "lists")
    return file.kind === "unrecognised"
      ? writeXlsx([guardList(file.reporter)], DEMO_STYLES, properties)
      : scannedReport();
  const {sheets} = layOutFile(file, names, random);
  if (file.format === "xlsx") return writeXlsx(sheets, DEMO_STYLES, properties);
  const [sheet] = sheets;
  if (sheet === undefined || sheets.length > 1) throw new Error(`a CSV file holds one sheet: ${file.file}`);
  return writeCsv(sheet, file.format);
}
