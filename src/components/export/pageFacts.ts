import type {PageFacts} from "./exporterShape.ts";

/** What the masthead of the page says of the data: it stands in every file that leaves the page. */
export function pageFacts(): PageFacts {
  const {place = "", simulated, asOf} = document.querySelector<HTMLElement>(".masthead")?.dataset ?? {};
  return {place, isSimulated: simulated !== undefined, asOf: asOf === undefined || asOf === "" ? null : asOf};
}
