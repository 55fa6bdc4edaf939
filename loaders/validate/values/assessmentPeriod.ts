/** First and last day, ISO. */
export interface Days {
  from: string;
  to: string;
}

/** From this year on Thông tư 124/2021 binds (in force 10/02/2022); before, a commune's rate was of its residential areas alone. */
export const FIRST_YEAR_OF_CIRCULAR = 2022;

/**
 * Days that a year's assessment covers, Thông tư 124/2021 Art. 8: of residential areas 1/11 of the year before to 31/10, of all others
 * 16/11 of the year before to 15/11.
 */
export function assessmentPeriod(year: number, unitType: string): Days {
  return unitType === "khu_dan_cu"
    ? {from: `${year - 1}-11-01`, to: `${year}-10-31`}
    : {from: `${year - 1}-11-16`, to: `${year}-11-15`};
}

/** Days on which what follows the assessment may fall (decisions, dossiers, reports): from its first day to the end of the next March. */
export function reportingPeriod(year: number): Days {
  return {from: `${year - 1}-11-01`, to: `${year + 1}-03-31`};
}

/** "1/11/2024 đến 31/10/2025". */
export function writeDays({from, to}: Days): string {
  return `${writeDay(from)} đến ${writeDay(to)}`;
}

/** "14/2/2025" of an ISO day. */
export function writeDay(day: string): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return `${Number(date)}/${Number(month)}/${year}`;
}
