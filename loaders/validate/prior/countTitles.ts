/** What the facts of Thông tin chung count, in words inside a sentence, by id. Facts that are no counts are not here. */
export const FACT_TITLES: Readonly<Record<string, string>> = {
  households: "hộ gia đình",
  officials: "cán bộ, người lao động",
  pupils: "học sinh"
};

/** Counts of Biểu tổng hợp that are held against the year before. */
export const SUMMARY_TITLES = {
  total_count: "Tổng số",
  registered_count: "Số đăng ký",
  certified_count: "Số đạt"
} as const;
