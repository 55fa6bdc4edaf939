import type {Box, PlanePolygon, Point} from "./plane.ts";
import {fillRaster, middleOf, type Raster, rasterOver, sumTable} from "./raster.ts";

/** Shapes: polygons of each of several areas. */
type Shapes = readonly (readonly PlanePolygon[])[];

/** A place for a text: the lines it stands on, and its middle. */
export interface Placed {
  lines: string[];
  at: Point;
}

/** Where the seat's name begins or ends (`anchor`: the side its leader touches). */
export interface PlacedSeat {
  at: Point;
  anchor: "start" | "end";
}

interface Place {
  score: number;
  column: number;
  row: number;
}

/** Text sizes, as shares of the frame's width: 12 px spaced capitals (names), 13 px (seat) on a map 480 px wide. */
const CHARACTER = 9.6 / 480;
const SEAT_CHARACTER = 7.6 / 480;
const LINE = 15 / 480;
const PADDING = 5 / 480;
const COLUMNS = 160;

/** Free places in a frame around the area `home`: nothing placed overlaps the area or what was placed before. */
export class LabelPlacer {
  readonly #raster: Raster;
  readonly #width: number;
  readonly #home: Uint8Array;
  readonly #sea: Uint8Array;
  readonly #taken: Uint8Array;

  /** @param land all land in the frame, of the area and around it; what is left is the sea. */
  constructor(frame: Box, home: Shapes, land: Shapes) {
    this.#width = frame.right - frame.left;
    this.#raster = rasterOver(frame, this.#width / COLUMNS);
    this.#home = fillRaster(this.#raster, home);
    this.#taken = this.#home.slice();
    const dry = fillRaster(this.#raster, land);
    this.#sea = this.#home.map((bit, i) => (bit === 0 && dry[i] === 0 ? 1 : 0));
  }

  /**
   * Places a name on the ground of what it names, near the middle of that; one line or two, as fits better.
   * @param leastShare share of the text's box that must be its own ground.
   * @returns null when there is no room.
   */
  placeName(name: string, ground: Shapes | "sea", leastShare: number): Placed | null {
    const own = ground === "sea" ? this.#sea : this.#outsideHome(fillRaster(this.#raster, ground));
    const target = this.#middleOfMask(own);
    if (target === null) return null;
    let best: (Place & {lines: string[]}) | null = null;
    for (const lines of lineChoices(name)) {
      const [halfColumns, halfRows] = this.#halfSize(lines, CHARACTER);
      const place = this.#bestPlace(halfColumns, halfRows, own, (share, [x, y]) =>
        share < leastShare
          ? -Infinity
          : 1.5 * share - Math.hypot(x - target[0], y - target[1]) / this.#width - 0.02 * lines.length
      );
      if (place !== null && (best === null || place.score > best.score)) best = {...place, lines};
    }
    if (best === null) return null;
    this.#take(best, ...this.#halfSize(best.lines, CHARACTER));
    return {lines: best.lines, at: this.#middleOf(best)};
  }

  /** Places the name of the seat, as near to it as there is room, preferably in the sea. */
  placeSeat(name: string, seat: Point): PlacedSeat | null {
    const [halfColumns, halfRows] = this.#halfSize([name], SEAT_CHARACTER);
    const reach = halfColumns * this.#raster.step;
    const place = this.#bestPlace(halfColumns, halfRows, this.#sea, (share, [x, y]) => {
      const side = x + (x > seat[0] ? -reach : reach);
      return 0.3 * share - Math.hypot(side - seat[0], 1.5 * (y - seat[1])) / this.#width;
    });
    if (place === null) return null;
    this.#take(place, halfColumns, halfRows);
    const [x, y] = this.#middleOf(place);
    return x > seat[0] ? {at: [x - reach, y], anchor: "start"} : {at: [x + reach, y], anchor: "end"};
  }

  /** Places a sign of this size (a far island) as near to `target` as there is room, preferably in the sea. */
  placeSign(width: number, height: number, target: Point): Point | null {
    const half = (size: number): number => Math.ceil((size / this.#raster.step + 2 * PADDING * COLUMNS) / 2);
    const [halfColumns, halfRows] = [half(width), half(height)];
    const place = this.#bestPlace(
      halfColumns,
      halfRows,
      this.#sea,
      (share, [x, y]) => 0.5 * share - Math.hypot(x - target[0], y - target[1]) / this.#width
    );
    if (place === null) return null;
    this.#take(place, halfColumns, halfRows);
    return this.#middleOf(place);
  }

  /** The free place with the highest finite score; `share` is how much of its box lies on the ground `own`. */
  #bestPlace(
    halfColumns: number,
    halfRows: number,
    own: Uint8Array,
    scoreOf: (share: number, middle: Point) => number
  ): Place | null {
    const ownIn = sumTable(this.#raster, own);
    const takenIn = sumTable(this.#raster, this.#taken);
    const squares = (2 * halfColumns + 1) * (2 * halfRows + 1);
    const {columns, rows} = this.#raster;
    let best: Place | null = null;
    for (let row = halfRows; row < rows - halfRows; row++) {
      for (let column = halfColumns; column < columns - halfColumns; column++) {
        const box = [column - halfColumns, row - halfRows, column + halfColumns, row + halfRows] as const;
        if (takenIn(...box) > 0) continue;
        const score = scoreOf(ownIn(...box) / squares, this.#middleOf({column, row}));
        if (score > (best?.score ?? -Infinity)) best = {score, column, row};
      }
    }
    return best;
  }

  /** Half the squares a text takes, across and down. */
  #halfSize(lines: readonly string[], character: number): [number, number] {
    const longest = Math.max(...lines.map((line) => line.normalize("NFC").length));
    const across = (longest * character + 2 * PADDING) * COLUMNS;
    const down = (lines.length * LINE + PADDING) * COLUMNS;
    return [Math.ceil(across / 2), Math.ceil(down / 2)];
  }

  #middleOf({column, row}: {column: number; row: number}): Point {
    return middleOf(this.#raster, column, row);
  }

  #outsideHome(mask: Uint8Array): Uint8Array {
    return mask.map((bit, i) => (this.#home[i] === 1 ? 0 : bit));
  }

  #take({column, row}: Place, halfColumns: number, halfRows: number): void {
    const {columns} = this.#raster;
    for (let r = row - halfRows; r <= row + halfRows; r++)
      this.#taken.fill(1, r * columns + column - halfColumns, r * columns + column + halfColumns + 1);
  }

  #middleOfMask(mask: Uint8Array): Point | null {
    let [count, x, y] = [0, 0, 0];
    for (const [i, bit] of mask.entries()) {
      if (bit === 0) continue;
      const [mx, my] = middleOf(this.#raster, i % this.#raster.columns, Math.floor(i / this.#raster.columns));
      [count, x, y] = [count + 1, x + mx, y + my];
    }
    return count === 0 ? null : [x / count, y / count];
  }
}

/** A name on one line, and on two if it has two words or more. */
function lineChoices(name: string): string[][] {
  const words = name.split(" ");
  const cut = Math.floor(words.length / 2);
  return words.length < 2 ? [[name]] : [[name], [words.slice(0, cut).join(" "), words.slice(cut).join(" ")]];
}
