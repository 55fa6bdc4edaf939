import {type Register} from "../../../loaders/reference/register.ts";
import {ratesOf} from "../outcomes/rates.ts";
import {type Result, resultsOf} from "../outcomes/results.ts";
import {createStrength, type Strength} from "../outcomes/strength.ts";
import {createRandom, type Random} from "../random.ts";
import {layoutOf} from "../sheets/layout.ts";
import {type DemoUnit} from "../world/demoUnit.ts";
import {openWorlds, type World} from "../world/units.ts";
import {sendingsOfCommunes} from "./sendingsOfCommunes.ts";
import {contentsOf} from "./contents.ts";
import {sendingsOfDistricts} from "./sendingsOfDistricts.ts";
import {fileName} from "./fileNames.ts";
import {type ListFile, type PlannedFile} from "./plannedFile.ts";
import {senderName} from "./reporters.ts";
import {type Sending} from "./sending.ts";
import {drawSlips, drawSummarySlips, englishThousandSlip, repeatedNameSlip, unknownCommuneSlip} from "./slips.ts";
import {strayFiles} from "./strayFiles.ts";

/** The day the demo stands on: later files are there, but do not count yet. */
export const DEMO_DAY = "2026-11-18";
/** The year with a plan: what counts in the end was checked once more before it was sent. */
const CHECKED_YEAR = 2025;

/** The simulated submissions before any is written. */
export interface DemoPlan {
  /** In order of their paths. */
  files: readonly PlannedFile[];
  worlds: readonly World[];
}

/** Results of a year for everyone who reports in time, met exactly to the rates; those who report later follow the same rates. */
function yearResults(
  sendings: readonly Sending[],
  world: World,
  year: number,
  strength: Strength,
  random: Random
): Map<string, Result> {
  const rates = ratesOf(world.place.id, year);
  const unitsOf = (some: readonly Sending[]): DemoUnit[] => [
    ...new Map(some.flatMap(({units}) => units.map((unit) => [unit.id, unit]))).values()
  ];
  const inTime = unitsOf(sendings.filter(({receivedDate}) => receivedDate <= DEMO_DAY));
  const results = resultsOf(inTime, year, rates, strength, random);
  const later = unitsOf(sendings).filter(({id}) => !results.has(id));
  return new Map([...results, ...resultsOf(later, year, rates, strength, random)]);
}

/** Whether a file is the reporter's last about the year: what counts in the end. */
function isLast(sending: Sending, sendings: readonly Sending[]): boolean {
  return !sendings.some(
    ({reporter, turn}) =>
      reporter.code === sending.reporter.code && reporter.level === sending.reporter.level && turn > sending.turn
  );
}

function listFile(
  sending: Sending,
  sendings: readonly Sending[],
  {
    world,
    results,
    strength,
    random
  }: {world: World; results: ReadonlyMap<string, Result>; strength: Strength; random: Random}
): ListFile {
  const {reporter, year, stage, turn} = sending;
  const sender = `${reporter.level}/${reporter.code}/${world.place.id}`;
  const isSeed = world.place.districts !== null;
  const layout = layoutOf(sender, {wantsFullList: isSeed || reporter.level === "province"}, random);
  const contents = contentsOf(sending, results, strength, random);
  const key = `${sender}/${year}/${turn}`;
  const isCareful = year === CHECKED_YEAR && isLast(sending, sendings);
  const units = contents.units ?? [];
  // The province places an enterprise in a commune that does not exist, and puts that right in its final list.
  const isUnknownCommune = reporter.level === "province" && stage === "so_bo";
  const drawn = drawSlips(key, units, {layout, year, isCareful}, random);
  const special = [
    ...(isUnknownCommune && units.length > 0 ? [unknownCommuneSlip(units, key, random)] : []),
    ...(random.chance(`repeats/${key}`, isCareful ? 0.02 : 0.08) ? repeatedNameSlip(units, key, random) : []),
    ...(layout.columns === "full" && !isCareful && random.chance(`thousand/${key}`, 0.12)
      ? englishThousandSlip(units, key, random)
      : [])
  ];
  const saysStage = layout.stageIn === "fileName" || (stage === "chinh_thuc" && turn > 0);
  // Lists of 2023 that were sent again lie in the folder of the next year.
  const isStray = reporter.level === "district" && year === 2023 && turn > 0;
  return {
    kind: "lists",
    file: `${isStray ? year + 1 : year}/${fileName(sending, {saysStage}, random)}`,
    receivedDate: sending.receivedDate,
    sender: senderName(reporter),
    receiptStage: layout.stageIn === "receipt" ? stage : null,
    reporter,
    year,
    stage,
    format: sending.format,
    contents,
    slips: [...special, ...drawn.filter(({index}) => !special.some((slip) => slip.index === index))],
    summarySlips: contents.summary === null ? [] : drawSummarySlips(key, contents.summary, random),
    layout
  };
}

function worldFiles(world: World, strength: Strength, random: Random): ListFile[] {
  const {place, units, formerProvince} = world;
  const former = place.formerYears.map((year) => ({
    year,
    sendings: sendingsOfDistricts(place, units, year, formerProvince, random)
  }));
  const current = place.currentYears.map((year) => ({year, sendings: sendingsOfCommunes(world, year, random)}));
  return [...former, ...current].flatMap(({year, sendings}) => {
    const results = yearResults(sendings, world, year, strength, random);
    return sendings.map((sending) => listFile(sending, sendings, {world, results, strength, random}));
  });
}

/** Gives a second file of the same name another one, as file systems do not tell capitals apart. */
function withUniqueNames(files: readonly ListFile[]): ListFile[] {
  const taken = new Set<string>();
  return files.map((file) => {
    let name = file.file;
    for (let copy = 2; taken.has(name.toLowerCase()); copy += 1) name = file.file.replace(/(\.\w+)$/u, `_v${copy}$1`);
    taken.add(name.toLowerCase());
    return {...file, file: name};
  });
}

/** Plans every file of the demo. The same register and seed give the same plan. */
export function planDemo(register: Register, seed: number): DemoPlan {
  const random = createRandom(seed);
  const strength = createStrength(random);
  const worlds = openWorlds(register, random);
  const lists = withUniqueNames(worlds.flatMap((world) => worldFiles(world, strength, random)));
  const files = [...lists, ...strayFiles(lists, random)].sort((a, b) => (a.file < b.file ? -1 : 1));
  return {files, worlds};
}
