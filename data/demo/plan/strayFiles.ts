import {type Random} from "../random.ts";
import {fileWord} from "../world/areaTitles.ts";
import {type CopyFile, type ListFile, type StrayFile} from "./plannedFile.ts";
import {daysAfter} from "./sending.ts";

/**
 * What also lies in the folder in real life, all in 2025: a scanned report renamed to .xlsx by a commune that sends a real
 * one days later, a list of guards in a form nobody knows, and a file sent twice.
 */
export function strayFiles(lists: readonly ListFile[], random: Random): (StrayFile | CopyFile)[] {
  const first = lists.filter(
    ({year, stage, reporter, receivedDate, format, contents}) =>
      year === 2025 &&
      stage === "so_bo" &&
      reporter.level === "commune" &&
      format === "xlsx" &&
      contents.models !== null &&
      receivedDate > "2025-11-06" &&
      receivedDate < "2025-11-15"
  );
  const [scanned, guards, twice] = random.shuffle("stray", first);
  if (scanned === undefined || guards === undefined || twice === undefined) return [];
  const common = ({
    reporter,
    year,
    sender
  }: ListFile): Pick<StrayFile, "reporter" | "year" | "sender" | "receiptStage"> => ({
    reporter,
    year,
    sender,
    receiptStage: null
  });
  return [
    {
      ...common(scanned),
      kind: "not_a_spreadsheet",
      file: `2025/Bao cao ANTT ${fileWord(scanned.reporter.title, " ")} (ban ky).xlsx`,
      receivedDate: daysAfter(scanned.receivedDate, -2)
    },
    {
      ...common(guards),
      kind: "unrecognised",
      file: `2025/DS luc luong bao ve co so ${fileWord(guards.reporter.title, " ")}.xlsx`,
      receivedDate: guards.receivedDate
    },
    {
      kind: "copy",
      sender: twice.sender,
      receiptStage: null,
      original: twice.file,
      file: twice.file.replace(/\.xlsx$/u, " (1).xlsx"),
      receivedDate: daysAfter(twice.receivedDate, 1)
    }
  ];
}
