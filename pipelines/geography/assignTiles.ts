import {boxOf, type PlanePolygon, type Point} from "./plane.ts";
import {assign} from "./assign.ts";
import {fillRaster, type Raster, rasterOver} from "./raster.ts";

export interface Tile {
  column: number;
  row: number;
}

/** The tile map: a column and a row for each point, no two alike. */
export interface Tiles {
  columns: number;
  rows: number;
  /** In the order of the points. */
  tiles: Tile[];
}

/** Squares across the longer side of the area in which its silhouette is kept. */
const RESOLUTION = 400;
/** How many positions of the grid are tried across and down, to fill the area best. */
const SHIFTS = 6;
const SHRINK = 0.99;

/**
 * One square tile for each point, filling the silhouette of the area: squares whose middle is inside, as large as there is room
 * for all, then the assignment of points to squares with the least sum of squared distances, which keeps neighbours together.
 */
export function assignTiles(points: readonly Point[], shapes: readonly (readonly PlanePolygon[])[]): Tiles {
  const squares = fillArea(shapes, points.length);
  const chosen = assign(points.map(([x, y]) => squares.map((square) => (square.x - x) ** 2 + (square.y - y) ** 2)));
  const [left, top] = [Math.min(...squares.map(({column}) => column)), Math.min(...squares.map(({row}) => row))];
  return {
    columns: Math.max(...squares.map(({column}) => column)) - left + 1,
    rows: Math.max(...squares.map(({row}) => row)) - top + 1,
    tiles: chosen.map((k) => ({column: (squares[k]?.column ?? left) - left, row: (squares[k]?.row ?? top) - top}))
  };
}

interface Square extends Tile {
  x: number;
  y: number;
}

/** Exactly `count` squares, the largest of one size of which so many fit the area. */
function fillArea(shapes: readonly (readonly PlanePolygon[])[], count: number): Square[] {
  const box = boxOf(shapes.flat(3));
  const raster = rasterOver(box, Math.max(box.right - box.left, box.bottom - box.top) / RESOLUTION);
  const mask = fillRaster(raster, shapes);
  const area = mask.reduce((sum, bit) => sum + bit, 0) * raster.step ** 2;
  for (let side = 1.5 * Math.sqrt(area / count); ; side *= SHRINK) {
    let best: Square[] = [];
    for (let shift = 0; shift < SHIFTS * SHIFTS; shift++) {
      const left = box.left - ((shift % SHIFTS) / SHIFTS) * side;
      const top = box.top - (Math.floor(shift / SHIFTS) / SHIFTS) * side;
      const squares = largestGroup(squaresInside(raster, mask, side, left, top));
      if (squares.length > best.length) best = squares;
    }
    if (best.length >= count) return dropLeastCovered(best, raster, mask, side, count);
  }
}

function squaresInside(raster: Raster, mask: Uint8Array, side: number, left: number, top: number): Square[] {
  const squares: Square[] = [];
  const right = raster.left + raster.columns * raster.step;
  const bottom = raster.top + raster.rows * raster.step;
  for (let row = 0; top + row * side < bottom; row++) {
    for (let column = 0; left + column * side < right; column++) {
      const [x, y] = [left + (column + 0.5) * side, top + (row + 0.5) * side];
      if (isFilled(raster, mask, x, y)) squares.push({column, row, x, y});
    }
  }
  return squares;
}

/** The squares that hang together side by side: a lone square for an islet would be taken for a mistake. */
function largestGroup(squares: readonly Square[]): Square[] {
  const waiting = new Map(squares.map((square) => [`${square.column},${square.row}`, square]));
  let largest: Square[] = [];
  for (const first of squares) {
    const found: Square[] = [];
    const reach = (column: number, row: number): void => {
      const square = waiting.get(`${column},${row}`);
      if (square !== undefined && waiting.delete(`${column},${row}`)) found.push(square);
    };
    reach(first.column, first.row);
    for (let i = 0; i < found.length; i++) {
      const {column, row} = found[i] ?? first;
      for (const [dx, dy] of [
        [1, 0],
        [-1, 0],
        [0, 1],
        [0, -1]
      ] as const)
        reach(column + dx, row + dy);
    }
    if (found.length > largest.length) largest = found;
  }
  return largest;
}

function isFilled({left, top, step, columns, rows}: Raster, mask: Uint8Array, x: number, y: number): boolean {
  const [column, row] = [Math.floor((x - left) / step), Math.floor((y - top) / step)];
  return column >= 0 && row >= 0 && column < columns && row < rows && mask[row * columns + column] === 1;
}

/** Leaves the squares that lie most within the area. */
function dropLeastCovered(
  squares: readonly Square[],
  raster: Raster,
  mask: Uint8Array,
  side: number,
  count: number
): Square[] {
  const steps = [-0.4, -0.2, 0, 0.2, 0.4];
  const covered = squares.map((square) => ({
    square,
    hits: steps
      .flatMap((dx) => steps.map((dy) => isFilled(raster, mask, square.x + dx * side, square.y + dy * side)))
      .filter(Boolean).length
  }));
  return covered
    .toSorted((a, b) => b.hits - a.hits || a.square.row - b.square.row || a.square.column - b.square.column)
    .slice(0, count)
    .map(({square}) => square);
}
