import {needsOther, type ReadOther} from "../read/readWorkbook.ts";
import {RefusalError} from "../read/refusal.ts";
import {CheckSession} from "./checkSession.ts";
import type * as LegacyReader from "./legacyReader.ts";
import type {PriorYear} from "../validate/prior/priorYear.ts";
import type {Answer, CheckRules, Question} from "./messages.ts";

/**
 * The inside of the Worker that the page Kiểm tra tệp starts: bundled by `src/data/check-file.js.ts`. Answers every question in turn;
 * it asks the site for the rules once and sends nothing anywhere.
 */
const port = globalThis as unknown as {
  onmessage: ((event: {data: Question}) => void) | null;
  postMessage: (answer: Answer) => void;
};

let session: Promise<CheckSession> | null = null;
let turn: Promise<void> = Promise.resolve();

port.onmessage = ({data: question}): void => {
  turn = turn.then(async () => {
    try {
      port.postMessage({id: question.id, ok: true, value: await answer(question)});
    } catch (error) {
      port.postMessage({id: question.id, ok: false, message: (error as Error).message});
    }
  });
};

async function answer(question: Question): Promise<Extract<Answer, {ok: true}>["value"]> {
  if (question.ask === "check") {
    session ??= openSession(question.rulesUrl);
    session.catch(() => (session = null));
    const {bytes, fileName, said, legacyUrl, priorUrls} = question;
    const readOther = needsOther(bytes) ? await legacyReader(legacyUrl) : undefined;
    const loadPrior = (code: string): Promise<PriorYear[]> =>
      fetchJson(...priorUrls.map((folder) => `${folder}/${code}.json`));
    return (await session).check(bytes, fileName, said, {readOther, loadPrior});
  }
  if (session === null) throw new Error("no file is open");
  const open = await session;
  if (question.ask === "rows") return open.rows(question.sheet, question.first, question.count);
  if (question.ask === "marked") return open.markedCopy();
  return open.communes(question.year);
}

async function openSession(url: string): Promise<CheckSession> {
  return new CheckSession(await fetchJson<CheckRules>(url));
}

/** What the first of the addresses that answers holds. */
async function fetchJson<T>(...urls: string[]): Promise<T> {
  const failed: string[] = [];
  for (const url of urls) {
    const response = await fetch(url);
    if (response.ok) return (await response.json()) as T;
    failed.push(`${url}: ${response.status}`);
  }
  throw new Error(failed.join("; "));
}

/** The reader of .xls files, fetched with the first one. */
async function legacyReader(url: string): Promise<ReadOther> {
  const {readLegacyFile} = (await import(url)) as typeof LegacyReader;
  return (bytes, format) => {
    const result = readLegacyFile(bytes, format);
    if (!result.ok) throw new RefusalError(result.refusal);
    return result.workbook;
  };
}
