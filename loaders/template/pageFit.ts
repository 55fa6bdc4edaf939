import type {PrintSetup} from "../write/plannedSheet.ts";

/** Characters of Times New Roman 11 that fit between the margins of A4 across at natural size, with a little to spare. */
const PAGE_WIDTH = 140;
/** Smaller than this nobody reads it: then the sheet goes over two pages. */
const LEAST_SCALE = 68;

/**
 * How wide columns are put on A4: undefined where one page across holds them in a readable size, else two pages that share the columns as
 * evenly as their order allows. The first `repeated` columns stand on both.
 */
export function pageFit(widths: readonly number[], repeated: number): PrintSetup | undefined {
  const sum = (from: number, to: number): number => widths.slice(from, to).reduce((all, width) => all + width, 0);
  const whole = sum(0, widths.length);
  if ((100 * PAGE_WIDTH) / whole >= LEAST_SCALE) return undefined;
  let best = {column: widths.length, width: whole};
  for (let column = repeated + 1; column < widths.length; column++) {
    const width = Math.max(sum(0, column), sum(0, repeated) + sum(column, widths.length));
    if (width < best.width) best = {column, width};
  }
  return {scale: Math.max(10, Math.floor((100 * PAGE_WIDTH) / best.width)), breaksAfter: [best.column]};
}
