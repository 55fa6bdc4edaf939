import {type Province} from "../../../loaders/reference/register.ts";
import {type Random} from "../random.ts";
import {type DemoUnit, isListedIn} from "../world/demoUnit.ts";
import {type Place} from "../world/places.ts";
import {districtReporter} from "./reporters.ts";
import {daysAfter, type Part, type Sending} from "./sending.ts";

/** Districts that send only Biểu tổng hợp, by year; the seat of the province and the economic zone send lists. */
const SUMMARY_ONLY: Readonly<Record<number, number>> = {2022: 4, 2023: 2};
const ALWAYS_LISTS = ["380", "407"];
const RESENDING_PER_YEAR = 2;
const WHOLE_PROVINCE = 20;

/** What the districts of a place send about a year until 2024: one workbook each, a few send their list again. */
export function sendingsOfDistricts(
  place: Place,
  units: readonly DemoUnit[],
  year: number,
  province: Province,
  random: Random
): Sending[] {
  const isWholeProvince = place.districtsWithSites.length > WHOLE_PROVINCE;
  const order = random.shuffle(
    `summaryOnly/${place.id}`,
    place.districtsWithSites.map(({code}) => code).filter((code) => !ALWAYS_LISTS.includes(code))
  );
  const summaryOnly = new Set(isWholeProvince ? order.slice(0, SUMMARY_ONLY[year] ?? 0) : []);
  const resending = new Set(
    isWholeProvince
      ? random
          .shuffle(
            `resending/${year}`,
            order.filter((code) => !summaryOnly.has(code))
          )
          .slice(0, RESENDING_PER_YEAR)
      : []
  );
  return place.districtsWithSites.flatMap((district): Sending[] => {
    const key = `${district.code}/${year}`;
    const isVeryLate = isWholeProvince && random.chance(`veryLate/${key}`, 0.07);
    const receivedDate = daysAfter(
      isVeryLate ? `${year + 1}-01-08` : `${year}-11-19`,
      random.integer(`received/${key}`, 0, 23)
    );
    const own = units.filter((unit) => unit.site?.district.code === district.code && isListedIn(unit, year));
    const reporter = districtReporter(district, province);
    const withSummary = random.chance(`withSummary/${district.code}`, 0.4);
    const lists: Part[] = withSummary ? ["units", "models", "facts", "summary"] : ["units", "models", "facts"];
    const parts: Part[] = summaryOnly.has(district.code) ? ["summary"] : lists;
    const first: Sending = {
      reporter,
      units: own,
      year,
      stage: "chinh_thuc",
      receivedDate,
      parts,
      format: "xlsx",
      turn: 0
    };
    if (place.id === "bac-quang" && year === 2024)
      return [
        {...first, stage: "so_bo", receivedDate: "2024-11-08"},
        {...first, receivedDate: "2024-12-06", turn: 1}
      ];
    if (!resending.has(district.code)) return [first];
    return [first, {...first, parts: ["units"], receivedDate: daysAfter(receivedDate, 9), turn: 1}];
  });
}
