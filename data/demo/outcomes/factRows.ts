import {type Commune} from "../../../loaders/reference/register.ts";
import {type RawFact} from "../../../loaders/rawTables.ts";
import {type Random} from "../random.ts";

/** One fact of Thông tin chung: the fields of `raw_facts` a sender writes. */
export type FactRow = Omit<RawFact, "submission_id" | "sheet" | "row_number" | "year" | "period" | "stage">;

/** What a commune says of itself in a year: who was reached, rural development (nông thôn mới) 19.2, its papers and meetings. */
export function factRows(
  commune: Commune,
  year: number,
  {residentialAreas, strength, annualReport}: {residentialAreas: number; strength: number; annualReport: string},
  random: Random
): FactRow[] {
  const key = `fact/${commune.valid_from ?? "former"}/${commune.code}`;
  const base = {commune_code: commune.code, commune_valid_from: commune.valid_from};
  const empty = {reached_count: null, total_count: null, is_met: null, value_date: null};
  const reached = (fact: string, total: number, least: number): FactRow => {
    const share = Math.min(
      1,
      least + (1.02 - least) * random.uniform(`${key}/${fact}/${year}`) + 0.02 * Math.max(0, strength)
    );
    return {...base, ...empty, fact, total_count: total, reached_count: Math.round(total * share)};
  };
  const met = (fact: string, isMet: boolean): FactRow => ({...base, ...empty, fact, is_met: isMet});
  const day = (fact: string, month: number, low: number, high: number): FactRow => ({
    ...base,
    ...empty,
    fact,
    value_date: `${year}-${String(month).padStart(2, "0")}-${String(random.integer(`${key}/${fact}/${year}`, low, high)).padStart(2, "0")}`
  });
  const households = residentialAreas * random.integer(`${key}/households`, 95, 190);
  const rural =
    commune.type === "xa"
      ? [
          met("ntm_19_2", random.chance(`${key}/ntm`, strength > -0.8 ? 0.96 : 0.75)),
          met("ntm_advanced_19_2", random.chance(`${key}/ntmAdvanced`, strength > 0 ? 0.6 : 0.3))
        ]
      : [];
  return [
    reached("households", households, 0.86),
    reached("officials", 40 + residentialAreas * random.integer(`${key}/officials`, 6, 22), 0.96),
    reached("pupils", 120 + residentialAreas * random.integer(`${key}/pupils`, 45, 95), 0.97),
    ...rural,
    day("resolution_date", 2, 3, 26),
    day("plan_date", commune.valid_from === "2025-07-01" && year === 2025 ? 7 : 3, 4, 28),
    ...(commune.valid_from === "2025-07-01" && year === 2025 ? [] : [day("half_year_report_date", 6, 4, 18)]),
    {...base, ...empty, fact: "annual_report_date", value_date: annualReport},
    {...day("festival", 8, 5, 19), is_met: true},
    met("police_listens_forum", random.chance(`${key}/forum/${year}`, 0.9))
  ];
}
