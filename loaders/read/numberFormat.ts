/** What a number format shows besides the number itself. */
export interface NumberFormat {
  isDate: boolean;
  isPercent: boolean;
}

const PLAIN: NumberFormat = {isDate: false, isPercent: false};
const DATE: NumberFormat = {isDate: true, isPercent: false};
const PERCENT: NumberFormat = {isDate: false, isPercent: true};

/** Kind of a built-in format (ISO/IEC 29500-1, 18.8.30): dates and times 14–22, 45–47, East Asian dates 27–36 and 50–58; 9, 10 are %. */
export function builtInFormat(id: number): NumberFormat {
  if (id === 9 || id === 10) return PERCENT;
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)) return DATE;
  return PLAIN;
}

/** Kind of a written format such as `dd/mm/yyyy`, `0.0%` or `[$-42A]dd "tháng" mm`; only the section of positive numbers counts. */
export function customFormat(code: string): NumberFormat {
  const bare = code
    .replace(/"[^"]*"|\\.|[_*]./g, "")
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, "")
    .split(";")[0];
  if (bare === undefined || /^(general|standard|@)?$/i.test(bare.trim())) return PLAIN;
  if (bare.includes("%")) return PERCENT;
  return /[dmyhs]/i.test(bare) ? DATE : PLAIN;
}
