import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {utils, write} from "@e965/xlsx";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {fileBytes} from "../../../data/demo/files/fileBytes.ts";
import {planDemo} from "../../../data/demo/plan/planDemo.ts";
import {createRandom} from "../../../data/demo/random.ts";
import {areaNames} from "../../../data/demo/sheets/areaNames.ts";
import {checkFile} from "../../../loaders/checkFile/checkFile.ts";
import type {Answer, CheckedFile, CheckRules, Question} from "../../../loaders/checkFile/messages.ts";
import {packRegister} from "../../../loaders/reference/packRegister.ts";
import {readLegacy} from "../../../loaders/read/readLegacy.ts";
import {browserBundle} from "../../../src/data/browserBundle.ts";
import {forms, register} from "../validate/build.ts";

const rules: CheckRules = {register: packRegister(register), forms, homeProvince: "38", priorCommunes: []};

/** What a Worker gives its script: the scripts run in this process, on bytes that are copied as a Worker copies them. */
const port = globalThis as unknown as {
  onmessage: ((event: {data: Question}) => void) | null;
  postMessage: ((answer: Answer) => void) | undefined;
};
const usualFetch = globalThis.fetch;
const folder = mkdtempSync(join(tmpdir(), "check-bundle-"));
const legacyUrl = pathToFileURL(join(folder, "legacy.mjs")).href;
let id = 0;

function ask(bytes: Uint8Array, fileName: string): Promise<CheckedFile> {
  const said = {communeCode: null, year: null};
  return new Promise((resolve, reject) => {
    port.postMessage = (answer) => {
      if (answer.ok) resolve(answer.value as CheckedFile);
      else reject(new Error(answer.message));
    };
    const question = {
      id: ++id,
      ask: "check",
      bytes,
      fileName,
      said,
      rulesUrl: "rules:",
      legacyUrl,
      priorUrls: []
    } as const;
    port.onmessage?.({data: structuredClone(question)});
  });
}

beforeAll(async () => {
  writeFileSync(join(folder, "worker.mjs"), await browserBundle("loaders/checkFile/worker.ts"));
  writeFileSync(join(folder, "legacy.mjs"), await browserBundle("loaders/checkFile/legacyReader.ts"));
  globalThis.fetch = () => Promise.resolve(Response.json(rules));
  await import(/* @vite-ignore */ pathToFileURL(join(folder, "worker.mjs")).href);
});
afterAll(() => {
  globalThis.fetch = usualFetch;
  port.onmessage = null;
  rmSync(folder, {recursive: true, force: true});
});

describe("the script that the page's Worker runs", () => {
  it("finds in demo files what the loader's code finds, word for word", {timeout: 120_000}, async () => {
    const names = areaNames(register);
    const random = createRandom(138);
    const files = planDemo(register, 138).files.filter((file, index) => {
      if (file.kind !== "lists") return file.kind !== "copy";
      return index % 60 === 0 || file.slips.length > 2;
    });
    let count = 0;
    for (const planned of files) {
      const bytes = fileBytes(planned, names, random);
      const {file} = planned;
      if (bytes === null) continue;
      const here = checkFile(bytes, {fileName: file, register, forms, homeProvince: "38", prior: []});
      const there = await ask(bytes, file);
      expect(there.issues, file).toEqual(here.issues);
      expect(there.status, file).toBe(here.status);
      expect([there.rowsRead, there.rowsAccepted, there.rowsRejected], file).toEqual([
        here.reading.rows_read,
        here.reading.rows_accepted,
        here.reading.rows_rejected
      ]);
      count += here.issues.length;
    }
    expect(files.length).toBeGreaterThan(10);
    expect(count).toBeGreaterThan(100);
  });

  it("reads an .xls file by the reader it fetches then", async () => {
    const sheet = utils.aoa_to_sheet([
      ["DANH SÁCH ĐƠN VỊ PHƯỜNG SẦM SƠN NĂM 2025"],
      ["STT", "Tên đơn vị", "Loại hình", "Đăng ký", "Kết quả xét", "Phân loại"],
      [1, "Tổ dân phố Bắc Kỳ", "Khu dân cư", "x", "Đạt", "Giỏi"]
    ]);
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, "Danh sách");
    const bytes = new Uint8Array(write(book, {type: "array", bookType: "biff8"}) as ArrayBuffer);
    const there = await ask(bytes, "a.xls");
    const here = checkFile(bytes, {
      fileName: "a.xls",
      register,
      forms,
      homeProvince: "38",
      readOther: readLegacy,
      prior: []
    });
    expect(here.issues.map(({rule, cell}) => [rule, cell])).toEqual([
      ["no_prior_year", null],
      ["unknown_class", "F3"]
    ]);
    expect(there.issues).toEqual(here.issues);
  });

  it("a refusal of the fetched reader is a refusal, not a fault", async () => {
    const bytes = new Uint8Array(2048);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    const {refusal, status} = await ask(bytes, "hong.xls");
    expect(refusal?.rule).toMatch(/^file_/);
    expect(status).toBe("rejected");
  });
});
