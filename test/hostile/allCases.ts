import type {HostileCase} from "./cases.ts";
import {OTHER_CASES} from "./otherCases.ts";
import {XLS_CASES} from "./xlsCases.ts";
import {XLSX_CASES} from "./xlsxCases.ts";

/** Every file made to harm, and every odd one, by the rules that answer them. */
export const ALL_CASES: readonly HostileCase[] = [...XLSX_CASES, ...XLS_CASES, ...OTHER_CASES];
