/** Which number of indicator_values is meant: all that its row is found by. */
export interface FigureKey {
  indicator: string;
  area: string;
  year: number;
  /** Unit group, as in indicator_values; of a target also types joined by "+". */
  group: string;
  boundary: "current" | "as_reported";
  /** Managing level of the units counted, or several joined by "+"; "all" where every level is. */
  managed: string;
}

/** A figure and what it is called where the link is heard alone. */
export interface Traceable {
  figure: FigureKey;
  label: string;
}

const PARTS = /^([a-z_0-9]+)~([0-9a-z_]+)~(\d{4})~([a-z_+]+)~(current|as_reported)~([a-z_+]+)$/;

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

/** A row of a submitted file that the panel opens at: which file (first letters of its sha256), sheet and row. */
export interface RowKey {
  file: string;
  sheet: string;
  row: number;
}

/** A figure with the row it is to open at: `certified_of_eligible~14797~2025~all~current~all@9f3c41d0~57~Danh sách`. */
export function formatTraceLink(figure: FigureKey, row?: RowKey | null): string {
  return formatFigureKey(figure) + (row == null ? "" : `@${row.file}~${row.row}~${row.sheet}`);
}

/** The figure and row an address names; undefined where the text names no figure. */
export function parseTraceLink(text: string): {figure: FigureKey; row: RowKey | null} | undefined {
  const [, key = "", file, row, sheet] = /^([^@]*)(?:@([0-9a-f]{8})~(\d{1,7})~(.+))?$/s.exec(text) ?? [];
  const figure = parseFigureKey(key);
  if (figure === undefined) return undefined;
  return {figure, row: file && row && sheet ? {file, row: Number(row), sheet} : null};
}
