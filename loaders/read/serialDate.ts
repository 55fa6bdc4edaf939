const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/;
const DAY = 86_400_000;

/** Serial number of an ISO day or moment: days since 30/12/1899, or since 1/1/1904; null if the text is neither. */
export function serialDate(text: string, uses1904Dates: boolean): number | null {
  const match = ISO.exec(text);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  const midnight = Date.UTC(year, month - 1, day);
  if (new Date(midnight).getUTCDate() !== day) return null;
  const start = uses1904Dates ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  return (midnight - start) / DAY + (hours * 3600 + minutes * 60 + seconds) / 86_400;
}
