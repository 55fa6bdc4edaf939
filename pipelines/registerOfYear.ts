/**
 * Years before this one stand on the register of 30/6/2025 (former communes, districts), this and later ones on the present register:
 * the district level and the former communes ended on 30/6/2025, and the year's results are judged in November.
 */
export const FIRST_PRESENT_YEAR = 2025;

/** Area code of what a split commune leaves open ("chưa xác định"): no later list says where the unit went. */
export const UNASSIGNED = "unassigned";
