import type {Check} from "./check.ts";
import {closeNames} from "./closeNames.ts";
import {communesBelowNorm} from "./communesBelowNorm.ts";
import {endedUnits} from "./endedUnits.ts";
import {fewerUnits} from "./fewerUnits.ts";
import {missingCommuneUnits} from "./missingCommuneUnits.ts";
import {repeatedUnits} from "./repeatedUnits.ts";
import {summaryDifferences} from "./summaryDifferences.ts";
import {tenfoldJumps} from "./tenfoldJumps.ts";
import {unitsListedTwice} from "./unitsListedTwice.ts";
import {unplacedUnits} from "./unplacedUnits.ts";

/** Every check over several files, years or forms. */
export const CHECKS: readonly Check[] = [
  repeatedUnits,
  unitsListedTwice,
  fewerUnits,
  endedUnits,
  summaryDifferences,
  unplacedUnits,
  closeNames,
  tenfoldJumps,
  communesBelowNorm,
  missingCommuneUnits
];
