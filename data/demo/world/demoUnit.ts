import {type Commune} from "../../../loaders/reference/register.ts";
import {type ExclusionReason, type ManagedLevel, type UnitType} from "../../../loaders/vocabulary.ts";
import {type Site} from "./places.ts";

/** First year that is reported on the boundaries of 1/7/2025. */
export const FIRST_CURRENT_YEAR = 2025;
/** The board of the economic zone (khu kinh tế Nghi Sơn) among the units. */
export const BOARD_ID = "board";
const ALWAYS = {firstYear: 0, lastYear: 9999};

/** Who manages a unit: the level that recognises it, and the body as people write it. */
export interface Management {
  level: ManagedLevel;
  by: string;
}

/** A unit of the simulated place over all its years. */
export interface DemoUnit {
  /** Stable and unique: names the unit's random draws. */
  id: string;
  type: UnitType;
  name: string;
  /** Name since 7/2025 where it was changed, else null. */
  laterName: string | null;
  /** Mã đơn vị, for the few that have one. */
  code: string | null;
  /** Commune of before 7/2025 where it stands; null for bodies founded with a new commune. */
  site: Site | null;
  /** Commune since 1/7/2025 where it stands. */
  current: Commune;
  exclusion: ExclusionReason | null;
  formerManagement: Management;
  currentManagement: Management;
  /** Years it is listed in, both included. */
  firstYear: number;
  lastYear: number;
}

type Given = Pick<DemoUnit, "id" | "type" | "name" | "site" | "current" | "formerManagement"> & Partial<DemoUnit>;

/** A unit with the usual answers where nothing else is said: no code, not excluded, managed as before, listed every year. */
export function demoUnit(given: Given): DemoUnit {
  return {laterName: null, code: null, exclusion: null, currentManagement: given.formerManagement, ...ALWAYS, ...given};
}

/** Who manages the unit in a year. */
export function managementIn(unit: DemoUnit, year: number): Management {
  return year < FIRST_CURRENT_YEAR ? unit.formerManagement : unit.currentManagement;
}

export function nameIn(unit: DemoUnit, year: number): string {
  return year < FIRST_CURRENT_YEAR ? unit.name : (unit.laterName ?? unit.name);
}

export function isListedIn(unit: DemoUnit, year: number): boolean {
  return unit.firstYear <= year && year <= unit.lastYear;
}
