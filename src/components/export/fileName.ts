/**
 * A file name without accents that says what is in it: parts joined by "_", words by "-".
 * "Tỷ lệ được công nhận, Thanh Hóa, 2025, sơ bộ" → "ty-le-duoc-cong-nhan_thanh-hoa_2025_so-bo".
 */
export function fileNameOf(name: string): string {
  const parts = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    // A decimal comma is no end of a part.
    .replace(/(\d),(\d)/g, "$1-$2")
    .split(/\s*[,;:]\s*/)
    .map((part) => part.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, ""))
    .filter(Boolean);
  return shortened(parts.join("_")) || "so-lieu";
}

/** At most 100 characters, cut between words: old programs and zips fail on long paths. */
function shortened(name: string): string {
  if (name.length <= 100) return name;
  return name
    .slice(0, 101)
    .replace(/[-_][^-_]*$/, "")
    .slice(0, 100);
}
