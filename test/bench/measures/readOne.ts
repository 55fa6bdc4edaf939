import {readFileSync} from "node:fs";
import {readLegacy} from "../../../loaders/read/readLegacy.ts";
import {readForms} from "../../../loaders/submissions/readForms.ts";
import {readSubmission} from "../../../loaders/submissions/readSubmission.ts";
import type {Register} from "../../../loaders/reference/register.ts";
import {validateWorkbook} from "../../../loaders/validate/validateWorkbook.ts";

/** Script: reads one file as a reader thread or process does, and writes what it took and the rules of its issues. */
const [path = "", file = "", forms = ""] = process.argv.slice(2);
const register: Register = {provinces: [], districts: [], communes: [], lineage: [], aliases: []};
const rules = {register, forms: readForms(forms)};
const bytes = new Uint8Array(readFileSync(path));
const started = performance.now();
const lines = readSubmission(
  bytes,
  {file, folderYear: 2025, receipt: null},
  {readingKey: "x", rules, validate: validateWorkbook, readOther: readLegacy}
);
const seconds = (performance.now() - started) / 1000;
const {maxRSS, userCPUTime, systemCPUTime} = process.resourceUsage();
process.stdout.write(
  JSON.stringify({
    seconds,
    cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
    megabytes: maxRSS / 1024,
    rule: /"(file_[a-z_]+)"/.exec(lines.join("\n"))?.[1] ?? "read"
  })
);
