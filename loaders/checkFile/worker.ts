import {needsOther, type ReadOther} from "../read/readWorkbook.ts";
import {RefusalError} from "../read/refusal.ts";
import {CheckSession} from "./checkSession.ts";
import type * as LegacyReader from "./legacyReader.ts";
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
    const {bytes, fileName, said, legacyUrl} = question;
    const readOther = needsOther(bytes) ? await legacyReader(legacyUrl) : undefined;
    return (await session).check(bytes, fileName, said, readOther);
  }
  if (session === null) throw new Error("no file is open");
  const open = await session;
  if (question.ask === "rows") return open.rows(question.sheet, question.first, question.count);
  return open.communes(question.year);
}

async function openSession(url: string): Promise<CheckSession> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`no rules at ${url}: ${response.status}`);
  return new CheckSession((await response.json()) as CheckRules);
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
