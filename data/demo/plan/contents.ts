import {factRows} from "../outcomes/factRows.ts";
import {modelRows} from "../outcomes/modelRows.ts";
import {kindOf} from "../outcomes/rates.ts";
import {type Result} from "../outcomes/results.ts";
import {type Strength} from "../outcomes/strength.ts";
import {summaryRows} from "../outcomes/summaryRows.ts";
import {communeIn} from "../outcomes/communeNorm.ts";
import {provisional, unitRow} from "../outcomes/unitRows.ts";
import {type Random} from "../random.ts";
import {type Contents} from "./plannedFile.ts";
import {daysAfter, type Sending} from "./sending.ts";

/** Everything a file says, from the results of the year; provisional figures differ a little from the final ones. */
export function contentsOf(
  sending: Sending,
  results: ReadonlyMap<string, Result>,
  strength: Strength,
  random: Random
): Contents {
  const {year, stage, units, parts, receivedDate, turn} = sending;
  const rows = units.map((unit) => {
    const result = results.get(unit.id);
    if (result === undefined) throw new Error(`no result for ${unit.id} in ${year}`);
    const final = unitRow(unit, result, year, random);
    return stage === "so_bo" ? provisional(final, `${year}/${unit.id}`, turn, random) : final;
  });
  const communes = new Map(
    units.filter(({type}) => kindOf(type) === "commune").map((unit) => [communeIn(unit, year).code, unit])
  );
  const ofCommunes = [...communes.values()].map((unit) => {
    const commune = communeIn(unit, year);
    const own = units.filter((other) => communeIn(other, year).code === commune.code);
    const areas = own.filter(({type}) => type === "khu_dan_cu");
    return {commune, strength: strength.lasting(unit), areas};
  });
  return {
    units: parts.includes("units") ? rows : null,
    models: parts.includes("models")
      ? ofCommunes.flatMap(({commune, areas, strength}) =>
          modelRows(commune, year, [...areas.map(({name}) => name), "Toàn xã"], strength, random)
        )
      : null,
    facts: parts.includes("facts")
      ? ofCommunes.flatMap(({commune, areas, strength}) =>
          factRows(
            commune,
            year,
            {residentialAreas: areas.length, strength, annualReport: daysAfter(receivedDate, -1)},
            random
          )
        )
      : null,
    summary: parts.includes("summary") ? summaryRows(rows) : null
  };
}
