import type {CommuneProfile} from "../../data/queries/communeProfiles.ts";
import {certifiedPoint} from "../../sentences/communeSentences.js";
import type {ChartSource} from "../chartFrame.js";
import type {ProfileView} from "./profileView.ts";

/** Where the charts of a commune come from. */
export function profileSource(profile: CommuneProfile, {isSimulated, asOf, year}: ProfileView): ChartSource {
  const point = certifiedPoint(profile, year);
  return {
    files: profile.files.filter((file) => file.is_current).length,
    date: asOf,
    stage: point && !point.is_final ? "so_bo" : null,
    isSimulated
  };
}
