import {share} from "../format.js";
import type {ExportField} from "./tableData.js";

/** A share as its two counts. */
interface Rate {
  numerator: number;
  denominator: number;
}

/**
 * A share as it leaves the page: numerator, denominator, the share itself, and the level it is read against where there is one.
 * @param before stands before each head: "2025: ".
 * @param of null where the row has no share: missing, never zero.
 * @param target in percent.
 */
export function rateFields<Row>(
  before: string,
  of: (row: Row) => Rate | null | undefined,
  target?: number
): ExportField<Row>[] {
  const head = (words: string): string => (before === "" ? words : before + words.toLocaleLowerCase("vi"));
  const fields: ExportField<Row>[] = [
    {header: head("Đạt"), kind: "count", of: (row) => of(row)?.numerator ?? null},
    {header: head("Phải xét"), kind: "count", of: (row) => of(row)?.denominator ?? null},
    {
      header: head("Tỷ lệ"),
      kind: "share",
      of: (row) => {
        const rate = of(row);
        return rate ? share(rate.numerator, rate.denominator) : null;
      }
    }
  ];
  if (target !== undefined) fields.push({header: head("Mức"), kind: "share", of: () => target / 100});
  return fields;
}
