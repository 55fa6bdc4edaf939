import type {Projection} from "./countries.ts";
import type {MapFacts} from "./mapFacts.ts";
import type {MapLabel} from "./mapFile.ts";
import type {LabelPlacer} from "./placeLabels.ts";
import type {Box} from "./plane.ts";
import type {Surroundings} from "./surroundings.ts";

/** Names stand on their own ground first; what then has no place may stand over its border, no neighbour's border being drawn. */
const OWN_GROUND = [0.55, 0.2];

/** Places the names of the sea, of countries and of provinces around the area, as many as there is room for; positions in the plane. */
export function nameSurroundings(
  {countries, provinces}: Surroundings,
  {seas}: MapFacts,
  frame: Box,
  placer: LabelPlacer,
  project: Projection
): MapLabel[] {
  const water = nearestSea(seas, frame, project);
  const named = [
    ...(water === undefined ? [] : [{kind: "sea" as const, name: water, ground: "sea" as const}]),
    ...[...countries, ...provinces].map(({kind, name, polygons}) => ({kind, name, ground: [polygons]}))
  ];
  const labels: MapLabel[] = [];
  for (const leastShare of OWN_GROUND) {
    for (const {kind, name, ground} of named) {
      if (labels.some((label) => label.kind === kind && label.lines.join(" ") === name)) continue;
      const place = placer.placeName(name, ground, leastShare);
      if (place !== null) labels.push({kind, lines: place.lines, x: place.at[0], y: place.at[1]});
    }
  }
  return labels;
}

/** Name of the sea whose anchor is nearest to the middle of the frame. */
function nearestSea(seas: MapFacts["seas"], frame: Box, project: Projection): string | undefined {
  const [x, y] = [(frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2];
  const distanceTo = ({longitude, latitude}: MapFacts["seas"][number]): number => {
    const [seaX, seaY] = project(longitude, latitude);
    return Math.hypot(seaX - x, seaY - y);
  };
  return seas.toSorted((a, b) => distanceTo(a) - distanceTo(b))[0]?.name;
}
