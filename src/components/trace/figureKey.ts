/** Which number of indicator_values is meant: all that its row is found by. */
export interface FigureKey {
  indicator: string;
  area: string;
  year: number;
  /** Unit group, as in indicator_values. */
  group: string;
  boundary: "current" | "as_reported";
  /** Managing level of the units counted; "all" where every level is. */
  managed: string;
}

const PARTS = /^([a-z_0-9]+)~([0-9a-z_]+)~(\d{4})~([a-z_]+)~(current|as_reported)~([a-z_]+)$/;

/** A figure as it stands in an address: `certified_of_eligible~14797~2025~all~current~all`. */
export function formatFigureKey({indicator, area, year, group, boundary, managed}: FigureKey): string {
  return [indicator, area, year, group, boundary, managed].join("~");
}

/** The figure an address names; undefined where the text is none. */
export function parseFigureKey(text: string): FigureKey | undefined {
  const [, indicator, area, year, group, boundary, managed] = PARTS.exec(text) ?? [];
  if (!indicator || !area || !year || !group || !managed) return undefined;
  return {indicator, area, year: Number(year), group, boundary: boundary as FigureKey["boundary"], managed};
}
