import {LabelPlacer, type PlacedSeat} from "./placeLabels.ts";
import {type Box, boxOf, type PlanePolygon, type Point} from "./plane.ts";

/** The rectangle of the plane that the map shows, the free places in it, and the seat's name if it has one. */
export interface FramedMap {
  frame: Box;
  placer: LabelPlacer;
  seat: PlacedSeat | null;
}

/** Share of the body's longer side left free around it. */
const MARGIN = 0.035;
/** What the frame may grow by on one side to give the seat's name a place near the seat. */
const EXTRA = [0, 0.03, 0.06, 0.09, 0.12];
/** A leader longer than this share of the frame's width is worth a wider frame. */
const LONG_LEADER = 0.15;

/**
 * Frames the shapes of the body of the area, with room around for names.
 * @param seat name and point of the provincial seat, null if there is none to show.
 * @param land all land around, of the area too, in the plane.
 */
export function frameMap(
  shapes: readonly (readonly PlanePolygon[])[],
  seat: {name: string; point: Point} | null,
  land: readonly (readonly PlanePolygon[])[]
): FramedMap {
  const body = boxOf(shapes.flat(3));
  const isSeatRight = seat !== null && seat.point[0] > (body.left + body.right) / 2;
  let first: FramedMap | null = null;
  for (const extra of EXTRA) {
    const frame = widen(body, isSeatRight ? 0 : extra, isSeatRight ? extra : 0);
    const placer = new LabelPlacer(frame, shapes, land);
    const place = seat === null ? null : placer.placeSeat(seat.name, seat.point);
    const framed = {frame, placer, seat: place};
    if (seat === null || (place !== null && leader(place, seat.point) <= LONG_LEADER * (frame.right - frame.left)))
      return framed;
    first ??= framed;
  }
  if (first === null) throw new Error("no frame was tried");
  return first;
}

/** The widest frame that `frameMap` may choose. */
export function widestFrame(shapes: readonly (readonly PlanePolygon[])[]): Box {
  const most = Math.max(...EXTRA);
  return widen(boxOf(shapes.flat(3)), most, most);
}

function widen({left, top, right, bottom}: Box, extraLeft: number, extraRight: number): Box {
  const side = Math.max(right - left, bottom - top);
  const margin = MARGIN * side;
  return {
    left: left - margin - extraLeft * side,
    top: top - margin,
    right: right + margin + extraRight * side,
    bottom: bottom + margin
  };
}

function leader({at}: PlacedSeat, point: Point): number {
  return Math.hypot(at[0] - point[0], at[1] - point[1]);
}
