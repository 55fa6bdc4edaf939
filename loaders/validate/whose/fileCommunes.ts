import {cleanText} from "../cellText.ts";
import type {ValidationContext} from "../context.ts";
import type {SheetTables} from "../recognise/findTables.ts";
import type {CommuneFinder, FinderAnswer, FoundCommune} from "./communeFinder.ts";
import type {Mention} from "./mentions.ts";
import type {Identity, Said, Titles} from "./said.ts";

/** A name of no commune, or of several. */
export interface Unsettled {
  said: Said;
  answer: FinderAnswer;
}

/** Communes that a file names outside its rows. */
export interface FileCommunes {
  commune: FoundCommune | null;
  /** By sheet, from its titles or its name; empty if Thông tin chung names the commune. */
  communeOfSheet: ReadonlyMap<string, FoundCommune>;
  /** A name that stands where the commune should and does not settle it. */
  unsettled: Unsettled | null;
  /** True if Thông tin chung or the titles name the one commune the file is of. */
  isReported: boolean;
}

/** Commune of the file: Thông tin chung, else the titles if they name one only, else receipts.csv or its sender. */
export function readCommunes({
  identity,
  titles,
  recognised,
  sender,
  context,
  finder
}: {
  identity: Identity;
  titles: readonly Titles[];
  recognised: readonly SheetTables[];
  sender: readonly Mention[];
  context: ValidationContext;
  finder: CommuneFinder;
}): FileCommunes {
  const communeOfSheet = new Map<string, FoundCommune>();
  let unsettled: Unsettled | null = null;
  for (const [index, {grid}] of recognised.entries()) {
    const mentions = titles[index]?.mentions.filter(({level}) => level === "commune") ?? [];
    const titled = answerOf(mentions, finder);
    const ownName = cleanText(grid.sheet.name);
    const answer = titled.kind === "unknown" && /\p{L}{2}/u.test(ownName) ? registered(ownName, finder) : titled;
    const [first] = mentions;
    if (answer.kind === "found") communeOfSheet.set(grid.sheet.name, answer.commune);
    else if (first !== undefined) unsettled ??= {said: first.said, answer};
  }
  const said = identity.commune === undefined ? null : named(identity.commune.text, finder);
  if (identity.commune !== undefined && said === null) {
    unsettled = {said: identity.commune, answer: finder.find(identity.commune.text)};
  }
  const distinct = new Set([...communeOfSheet.values()].map(({code}) => code));
  const only = distinct.size === 1 ? ([...communeOfSheet.values()][0] ?? null) : null;
  const reported = said ?? only;
  const receipt = context.receipt?.commune ?? null;
  const ofSender = answerOf(
    sender.filter(({level}) => level === "commune"),
    finder
  );
  const received =
    (receipt === null ? null : named(receipt, finder)) ?? (ofSender.kind === "found" ? ofSender.commune : null);
  return {
    commune: reported ?? (distinct.size > 1 ? null : received),
    communeOfSheet: said === null ? communeOfSheet : new Map<string, FoundCommune>(),
    unsettled,
    isReported: reported !== null
  };
}

function named(text: string, finder: CommuneFinder): FoundCommune | null {
  const answer = finder.find(text);
  return answer.kind === "found" ? answer.commune : null;
}

/** A commune that the register knows: running text makes no provisional ones. */
function registered(text: string, finder: CommuneFinder): FinderAnswer {
  const answer = finder.find(text);
  return answer.kind === "found" && answer.isProvisional ? {kind: "unknown"} : answer;
}

/** The first commune that is named; names that the register does not know are other words. */
function answerOf(mentions: readonly Mention[], finder: CommuneFinder): FinderAnswer {
  for (const {type, names} of mentions) {
    for (const name of names) {
      const answer = registered(`${type} ${name}`.trim(), finder);
      if (answer.kind !== "unknown") return answer;
    }
  }
  return {kind: "unknown"};
}
