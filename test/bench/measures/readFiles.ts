import {readFileSync} from "node:fs";
import {read} from "@e965/xlsx";
import {readLegacy} from "../../../loaders/read/readLegacy.ts";
import {readWorkbook} from "../../../loaders/read/readWorkbook.ts";
import {listSubmissionFiles} from "../../../loaders/submissions/listSubmissionFiles.ts";

/** Script: `own` or `sheetjs`, then a folder of submissions. Reads every file of it and writes how many there were. */
const [reader = "", directory = ""] = process.argv.slice(2);

/** The options that are fastest and change nothing that a form says. */
const OPTIONS = {
  dense: true,
  cellFormula: true,
  cellNF: true,
  cellText: false,
  cellHTML: false,
  cellDates: false,
  sheetStubs: false,
  raw: true
};

const READERS: Record<string, (bytes: Uint8Array, file: string) => unknown> = {
  own: (bytes, fileName) => readWorkbook(bytes, {fileName, readOther: readLegacy}),
  // It has no refusals: what it cannot read it throws at.
  sheetjs: (bytes) => {
    try {
      return read(bytes, OPTIONS);
    } catch {
      return null;
    }
  }
};

const readFile = READERS[reader];
if (readFile === undefined) throw new Error(`got reader "${reader}", expected own or sheetjs`);
const files = listSubmissionFiles(directory);
for (const {path, file} of files) readFile(readFileSync(path), file);
process.stdout.write(`${files.length}\n`);
