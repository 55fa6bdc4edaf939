import {createHash} from "node:crypto";
import {existsSync, mkdirSync, readFileSync, renameSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {z} from "zod";
import {readRows} from "../../../loaders/reference/readRows.ts";
import type {Register} from "../../../loaders/reference/register.ts";
import type {Workspace} from "../../../loaders/workspace.ts";
import {buildMap} from "../buildMap.ts";
import {homeArea} from "../homeArea.ts";
import {readMapFacts} from "../mapFacts.ts";
import type {MapFile} from "../mapFile.ts";
import {buildNation, type ProvinceTiles} from "./buildNation.ts";
import type {NationFile} from "./nationFile.ts";

/** Raised whenever the drawing changes: older files are then made anew. */
const NATION_VERSION = 2;

const place = z
  .string()
  .regex(/^\d{1,2}$/, "một số từ 0")
  .transform(Number);
const TILE_ROW = z.strictObject({province_code: z.string("mã tỉnh"), column: place, row: place});

/**
 * The map of the country, kept in `build/nation.json` until the register or the facts change: drawing takes some seconds, so the pages ask
 * for it and a run of the pipeline does not wait for it. Null where the register does not hold the whole country.
 */
export function nationMap(workspace: Workspace, register: Register): NationFile | null {
  const facts = readMapFacts(workspace.reference);
  const tiles = readTiles(workspace.reference);
  return kept(join(workspace.build, "nation.json"), hashOf(register, [facts, [...tiles]]), () =>
    buildNation(register, facts, tiles)
  );
}

/** The map of one province's present communes, kept in `build/provinces/<code>.json` in the same way. */
export function provinceMap(workspace: Workspace, register: Register, code: string): MapFile {
  const facts = readMapFacts(workspace.reference);
  return kept(join(workspace.build, "provinces", `${code}.json`), hashOf(register, [facts, code]), () =>
    buildMap(register, homeArea(register, {level: "province", code}), facts)
  );
}

/** Where tiles stand, from `province_tiles.csv`; a folder without it puts them in rows. */
export function readTiles(directory: string): ProvinceTiles {
  const file = "province_tiles.csv";
  if (!existsSync(join(directory, file))) return new Map();
  return new Map(readRows(directory, file, TILE_ROW).map(({province_code, ...tile}) => [province_code, tile]));
}

/** What a file holds if it was made from the same things; else it is made, and put in place whole. */
function kept<T>(file: string, inputs: string, make: () => T): T {
  const known = read(file);
  if (known?.inputs === inputs) return known.value as T;
  const value = make();
  mkdirSync(dirname(file), {recursive: true});
  writeFileSync(`${file}.${process.pid}.new`, JSON.stringify({inputs, value}));
  renameSync(`${file}.${process.pid}.new`, file);
  return value;
}

/** What stands in a file, if it is one of ours and whole. */
function read(file: string): {inputs: string; value: unknown} | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as {inputs: string; value: unknown};
  } catch {
    return null;
  }
}

function hashOf({communes, provinces}: Register, rest: unknown): string {
  const present = communes.filter(({valid_from}) => valid_from !== null);
  return createHash("sha256")
    .update(JSON.stringify([NATION_VERSION, present, provinces, rest]))
    .digest("hex")
    .slice(0, 16);
}
