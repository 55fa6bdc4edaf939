/** Rates the map can show, in the order of its filter. */
export const MAP_INDICATORS = [
  "certified_of_eligible",
  "registered_of_eligible",
  "certified_of_registered",
  "good_or_better_of_eligible",
  "excellent_of_eligible",
  "average_or_better_of_eligible"
] as const;

/** Last year reported by the communes until 30/6/2025. */
export const LAST_FORMER_YEAR = 2024;
