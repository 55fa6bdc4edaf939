import {createHash} from "node:crypto";
import {mkdirSync, readFileSync, renameSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Register} from "../../loaders/reference/register.ts";
import type {Workspace} from "../../loaders/workspace.ts";
import {buildMap} from "./buildMap.ts";
import {type HomeArea, homeArea} from "./homeArea.ts";
import {type MapFacts, readMapFacts} from "./mapFacts.ts";
import type {MapFile} from "./mapFile.ts";
import {boundaryFiles, readBoundaries} from "./readBoundaries.ts";

/** Raised whenever the drawing changes: an older `map.json` is then made anew. */
const MAP_VERSION = 1;

/**
 * Writes the map of the workspace's home area to `build/map.json`, from the operator's `boundaries` folder if it holds files.
 * A map that was made from the same register, facts and boundaries is left as it is: drawing takes a second or two.
 * @throws BoundaryError when a boundary file cannot be used.
 */
export function writeMap(workspace: Workspace, register: Register): void {
  const home = homeArea(register, workspace.settings.home);
  const facts = readMapFacts(workspace.reference);
  const inputs = hashOf(register, home, facts, workspace.boundaries);
  const file = join(workspace.build, "map.json");
  if (inputsOf(file) === inputs) return;
  const map = buildMap(register, home, facts, (codes, project) => readBoundaries(workspace.boundaries, codes, project));
  mkdirSync(workspace.build, {recursive: true});
  // Written beside and put in place whole, as the warehouse is.
  writeFileSync(`${file}.new`, JSON.stringify({inputs, ...map} satisfies MapFile & {inputs: string}));
  renameSync(`${file}.new`, file);
}

/** True if the map in the build folder was made from the same register, facts and boundaries. */
export function isDrawn({reference, settings, boundaries, build}: Workspace, register: Register): boolean {
  const inputs = hashOf(register, homeArea(register, settings.home), readMapFacts(reference), boundaries);
  return inputsOf(join(build, "map.json")) === inputs;
}

/** What a map was made from, or null if the file cannot be read. */
function inputsOf(file: string): string | null {
  try {
    return (JSON.parse(readFileSync(file, "utf8")) as {inputs?: string}).inputs ?? null;
  } catch {
    return null;
  }
}

function hashOf({communes, provinces}: Register, home: HomeArea, facts: MapFacts, boundaries: string): string {
  const present = communes.filter(({valid_from}) => valid_from !== null);
  const hash = createHash("sha256").update(JSON.stringify([MAP_VERSION, present, provinces, home, facts]));
  for (const name of boundaryFiles(boundaries)) hash.update(`\n${name}\n`).update(readFileSync(join(boundaries, name)));
  return hash.digest("hex").slice(0, 16);
}
