import type {Check} from "./check.ts";
import {endedUnits} from "./endedUnits.ts";
import {fewerUnits} from "./fewerUnits.ts";
import {repeatedUnits} from "./repeatedUnits.ts";
import {summaryDifferences} from "./summaryDifferences.ts";
import {unitsListedTwice} from "./unitsListedTwice.ts";
import {unplacedUnits} from "./unplacedUnits.ts";

/** Every check over several files, years or forms. */
export const CHECKS: readonly Check[] = [
  repeatedUnits,
  unitsListedTwice,
  fewerUnits,
  endedUnits,
  summaryDifferences,
  unplacedUnits
];
