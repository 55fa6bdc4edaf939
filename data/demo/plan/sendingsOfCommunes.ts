import {type Commune} from "../../../loaders/reference/register.ts";
import {type CsvEncoding} from "../files/writeCsv.ts";
import {type Random} from "../random.ts";
import {type DemoUnit, isListedIn, managementIn} from "../world/demoUnit.ts";
import {kindOf} from "../outcomes/rates.ts";
import {PROVINCE_SEAT, type World} from "../world/units.ts";
import {communeReporter, provinceReporter} from "./reporters.ts";
import {daysAfter, type Part, type Sending} from "./sending.ts";

/** Numbers of communes of Thanh Hóa in 2025 by what they did; the rest of 166 sent in time and then sent final figures. */
export const COMMUNES_2025 = {never: 8, late: 17, provisionalOnly: 4, resending: 6};
/** Communes that sent figures of 2026 until 18/11/2026, and one that sent two days later. */
export const COMMUNES_2026 = {inTime: 148, after: 1};
/** A commune that never reports is of ordinary size and has no split predecessor. */
const NEVER_LARGEST = 46;
const EVERYTHING: readonly Part[] = ["units", "models", "facts"];
/** Those that save as CSV instead of Excel. */
const CSV_FORMATS: readonly CsvEncoding[] = ["utf-8", "utf-8", "utf-16le", "windows-1258"];

/** Units a commune lists itself: all but those the province lists, and the commune as a unit of its own. */
function ownUnits(units: readonly DemoUnit[], commune: Commune, year: number, provinceLists: boolean): DemoUnit[] {
  return units.filter(
    (unit) =>
      unit.current.code === commune.code &&
      isListedIn(unit, year) &&
      (!provinceLists || managementIn(unit, year).level !== "tinh" || kindOf(unit.type) === "commune")
  );
}

function provinceUnits(units: readonly DemoUnit[], year: number): DemoUnit[] {
  return units.filter(
    (unit) => isListedIn(unit, year) && managementIn(unit, year).level === "tinh" && kindOf(unit.type) !== "commune"
  );
}

interface Drawer {
  world: World;
  random: Random;
  sending: (commune: Commune, rest: Pick<Sending, "year" | "stage" | "receivedDate"> & Partial<Sending>) => Sending;
}

function drawer(world: World, random: Random): Drawer {
  const provinceLists = world.place.districts === null;
  return {
    world,
    random,
    sending: (commune, rest) => ({
      reporter: communeReporter(commune, world.province),
      units: ownUnits(world.units, commune, rest.year, provinceLists),
      parts: EVERYTHING,
      format: "xlsx",
      turn: 0,
      ...rest
    })
  };
}

/** Which communes never report in 2025: ordinary in size, no unit in doubt about where it went. */
function neverReporting({world, random}: Drawer): Set<string> {
  const doubtful = new Set(
    world.place.sites
      .filter(({successors}) => successors.length > 1)
      .flatMap(({successors}) => successors.map(({code}) => code))
  );
  const candidates = world.place.communes.filter(
    (commune) => !doubtful.has(commune.code) && ownUnits(world.units, commune, 2025, true).length <= NEVER_LARGEST
  );
  return new Set(
    random
      .shuffle("never", candidates)
      .slice(0, COMMUNES_2025.never)
      .map(({code}) => code)
  );
}

/** Thanh Hóa in 2025: provisional figures before the 15th of November, final ones in December. */
function wholeProvince2025(draw: Drawer): Sending[] {
  const {world, random, sending} = draw;
  const never = neverReporting(draw);
  const order = random.shuffle(
    "order2025",
    world.place.communes.filter(({code}) => !never.has(code) && code !== PROVINCE_SEAT)
  );
  const late = new Set(order.slice(0, COMMUNES_2025.late));
  const rest = order.slice(COMMUNES_2025.late);
  const provisionalOnly = new Set(rest.slice(0, COMMUNES_2025.provisionalOnly));
  const resending = new Set(
    rest.slice(COMMUNES_2025.provisionalOnly, COMMUNES_2025.provisionalOnly + COMMUNES_2025.resending)
  );
  const csvSenders = rest.slice(20, 20 + CSV_FORMATS.length);
  const year = 2025;
  return world.place.communes.flatMap((commune): Sending[] => {
    if (never.has(commune.code)) return [];
    const key = `2025/${commune.code}`;
    const csv = CSV_FORMATS[csvSenders.indexOf(commune)];
    const base = csv === undefined ? {year} : {year, format: csv, parts: ["units"] as const};
    const final = {...base, stage: "chinh_thuc" as const};
    const finalDay = daysAfter("2025-12-01", random.integer(`final/${key}`, 0, 18));
    const finalParts = csv !== undefined || random.chance(`oneSheet/${key}`, 0.45) ? (["units"] as const) : EVERYTHING;
    if (late.has(commune)) {
      const receivedDate = daysAfter("2025-11-15", random.integer(`late/${key}`, 0, 12));
      if (random.chance(`lateFinal/${key}`, 0.5)) return [sending(commune, {...final, receivedDate})];
      return [
        sending(commune, {...base, stage: "so_bo", receivedDate}),
        sending(commune, {...final, receivedDate: finalDay, parts: finalParts, turn: 1})
      ];
    }
    const firstDay =
      commune.code === PROVINCE_SEAT ? "2025-11-05" : daysAfter("2025-11-03", random.integer(`first/${key}`, 0, 11));
    const sendings = [sending(commune, {...base, stage: "so_bo", receivedDate: firstDay})];
    // The seat of the province sends, sends again within a week, then sends final figures.
    if (commune.code === PROVINCE_SEAT || resending.has(commune))
      sendings.push(
        sending(commune, {...base, stage: "so_bo", receivedDate: daysAfter(firstDay, 6), parts: ["units"], turn: 1})
      );
    if (!provisionalOnly.has(commune))
      sendings.push(sending(commune, {...final, receivedDate: finalDay, parts: finalParts, turn: sendings.length}));
    return sendings;
  });
}

/** Thanh Hóa in 2026, as far as received: provisional figures of most communes. */
function wholeProvince2026({world, random, sending}: Drawer): Sending[] {
  const order = random.shuffle("order2026", world.place.communes);
  const {inTime, after} = COMMUNES_2026;
  return order.slice(0, inTime + after).map((commune, index) =>
    sending(commune, {
      year: 2026,
      stage: "so_bo",
      receivedDate:
        index < inTime ? daysAfter("2026-10-27", random.integer(`2026/${commune.code}`, 0, 22)) : "2026-11-20"
    })
  );
}

/** The province's own list of the units it manages. */
function provinceSendings({world}: Drawer, year: number): Sending[] {
  const base = {
    reporter: provinceReporter(world.province),
    units: provinceUnits(world.units, year),
    year,
    parts: ["units"] as const,
    format: "xlsx" as const,
    turn: 0
  };
  if (year === 2026) return [{...base, stage: "so_bo", receivedDate: "2026-11-13"}];
  return [
    {...base, stage: "so_bo", receivedDate: "2025-11-12"},
    {...base, stage: "chinh_thuc", receivedDate: "2025-12-10", turn: 1}
  ];
}

/** What the communes of a place send about a year since 2025, in order of the communes' codes. */
export function sendingsOfCommunes(world: World, year: number, random: Random): Sending[] {
  const draw = drawer(world, random);
  if (world.place.districts === null)
    return [...(year === 2025 ? wholeProvince2025(draw) : wholeProvince2026(draw)), ...provinceSendings(draw, year)];
  return world.place.communes.map((commune) =>
    year === 2025
      ? draw.sending(commune, {
          year,
          stage: "chinh_thuc",
          receivedDate: daysAfter("2025-11-24", random.integer(`2025/${commune.code}`, 0, 16))
        })
      : draw.sending(commune, {year, stage: "so_bo", receivedDate: "2026-11-10"})
  );
}
