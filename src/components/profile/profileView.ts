import type {StripData} from "../stripChart.ts";

/** What the page Hồ sơ xã shows of a commune besides its own profile. */
export interface ProfileView {
  year: number;
  years: readonly number[];
  isSimulated: boolean;
  /** Cut-off day of the figures, ISO. */
  asOf: string;
  /** Where the commune stands among the others in that year, one row a rate. */
  strips: Pick<StripData, "labels" | "dots">;
}
