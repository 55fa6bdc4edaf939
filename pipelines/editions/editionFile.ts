import {existsSync, readdirSync} from "node:fs";
import {join} from "node:path";
import type {Workspace} from "../../loaders/workspace.ts";

/**
 * A kept edition (bản số liệu): what was public after a run that changed it. Kept in `<data>/editions`, beside `build` and not in it:
 * `build` may be deleted at any time and is made again from the submissions, but what was public last month cannot be, once a file was
 * replaced or withdrawn.
 */
export interface EditionFile {
  /** "2025-11-18.2": the as-of day, and which edition of that day; "khong-ngay.1" where no day is known. */
  id: string;
  /** Place in the order of making, from 1: the as-of day may go back. */
  sequence: number;
  as_of: string | null;
  path: string;
}

/** Editions that are kept; older ones are removed, the numbers go on. About 0.7 MB each for a province. */
export const KEPT_EDITIONS = 40;

const NAME = /^(\d{4,})_((\d{4}-\d{2}-\d{2})|khong-ngay)\.(\d+)\.parquet$/;

export function editionsFolder({directory}: Pick<Workspace, "directory">): string {
  return join(directory, "editions");
}

/** The editions of a data folder in the order they were made; files of other names are not looked at. */
export function listEditions(workspace: Pick<Workspace, "directory">): EditionFile[] {
  const folder = editionsFolder(workspace);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name): EditionFile[] => {
      const [, sequence, day, as_of, counter] = NAME.exec(name) ?? [];
      if (sequence === undefined || day === undefined || counter === undefined) return [];
      return [{id: `${day}.${counter}`, sequence: Number(sequence), as_of: as_of ?? null, path: join(folder, name)}];
    })
    .sort((a, b) => a.sequence - b.sequence);
}

/** The edition that comes after `known`: the next number, and the next counter of its day. */
export function nextEdition(
  workspace: Pick<Workspace, "directory">,
  known: readonly EditionFile[],
  as_of: string | null
): EditionFile {
  const day = as_of ?? "khong-ngay";
  const counters = known.filter((edition) => edition.as_of === as_of).map(({id}) => Number(id.split(".").at(-1)));
  const sequence = Math.max(0, ...known.map((edition) => edition.sequence)) + 1;
  const id = `${day}.${Math.max(0, ...counters) + 1}`;
  return {
    id,
    sequence,
    as_of,
    path: join(editionsFolder(workspace), `${`${sequence}`.padStart(4, "0")}_${id}.parquet`)
  };
}
