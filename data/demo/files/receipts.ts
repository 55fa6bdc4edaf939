import {type PlannedFile} from "../plan/plannedFile.ts";
import {SIMULATED_MARK} from "../sheets/titleBlock.ts";

function field(text: string): string {
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** `receipts.csv`: when each file was received, from whom, its stage where the file does not say it, and the mark of the demo. */
export function receiptsCsv(files: readonly PlannedFile[]): string {
  const lines = files.map(({file, receivedDate, sender, receiptStage}) =>
    [file, receivedDate, sender, receiptStage ?? "", SIMULATED_MARK].map(field).join(",")
  );
  return `file,received_date,sender,stage,note\n${lines.join("\n")}\n`;
}

/**
 * Paths that an earlier demo listed in its receipts.
 * @param text content of a receipts.csv; null when a line of it is not marked as the demo's, so the files are someone's own.
 */
export function demoFilesOf(text: string): string[] | null {
  const lines = text.trimEnd().split("\n").slice(1);
  if (!lines.every((line) => line.endsWith(`,${SIMULATED_MARK}`))) return null;
  return lines.map((line) =>
    (line.startsWith('"') ? (/^"((?:[^"]|"")*)"/u.exec(line)?.[1] ?? "") : (line.split(",")[0] ?? "")).replaceAll(
      '""',
      '"'
    )
  );
}
