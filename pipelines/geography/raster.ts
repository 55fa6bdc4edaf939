import type {Box, PlanePolygon, Point} from "./plane.ts";

/** A frame of the plane divided in equal squares of `step`, for questions of "how much of this box is land". */
export interface Raster {
  left: number;
  top: number;
  step: number;
  columns: number;
  rows: number;
}

export function rasterOver({left, top, right, bottom}: Box, step: number): Raster {
  return {left, top, step, columns: Math.ceil((right - left) / step), rows: Math.ceil((bottom - top) / step)};
}

/** Middle of a square. */
export function middleOf({left, top, step}: Raster, column: number, row: number): Point {
  return [left + (column + 0.5) * step, top + (row + 0.5) * step];
}

/** 1 for each square whose middle lies in one of the shapes, row by row. */
export function fillRaster(raster: Raster, shapes: readonly (readonly PlanePolygon[])[]): Uint8Array {
  const {left, top, step, columns, rows} = raster;
  const mask = new Uint8Array(columns * rows);
  for (const polygons of shapes) {
    const crossings: number[][] = Array.from({length: rows}, () => []);
    for (const ring of polygons.flat()) {
      let [px, py] = ring.at(-1) ?? [0, 0];
      for (const [qx, qy] of ring) {
        const first = Math.max(0, Math.ceil((Math.min(py, qy) - top) / step - 0.5));
        const last = Math.min(rows - 1, Math.ceil((Math.max(py, qy) - top) / step - 0.5) - 1);
        for (let row = first; row <= last; row++) {
          const y = top + (row + 0.5) * step;
          crossings[row]?.push(px + ((qx - px) * (y - py)) / (qy - py));
        }
        [px, py] = [qx, qy];
      }
    }
    for (const [row, xs] of crossings.entries()) {
      xs.sort((a, b) => a - b);
      for (let k = 0; k + 1 < xs.length; k += 2) {
        const first = Math.max(0, Math.ceil(((xs[k] ?? 0) - left) / step - 0.5));
        const last = Math.min(columns - 1, Math.ceil(((xs[k + 1] ?? 0) - left) / step - 0.5) - 1);
        if (last >= first) mask.fill(1, row * columns + first, row * columns + last + 1);
      }
    }
  }
  return mask;
}

/** Sums of a mask over any rectangle of squares in constant time; squares outside the raster count as 0. */
export function sumTable(
  {columns, rows}: Raster,
  mask: Uint8Array
): (c0: number, r0: number, c1: number, r1: number) => number {
  const width = columns + 1;
  const sums = new Int32Array(width * (rows + 1));
  for (let row = 0; row < rows; row++) {
    let run = 0;
    for (let column = 0; column < columns; column++) {
      run += mask[row * columns + column] ?? 0;
      sums[(row + 1) * width + column + 1] = run + (sums[row * width + column + 1] ?? 0);
    }
  }
  const at = (column: number, row: number): number =>
    sums[Math.max(0, Math.min(rows, row)) * width + Math.max(0, Math.min(columns, column))] ?? 0;
  return (c0, r0, c1, r1) => at(c1 + 1, r1 + 1) - at(c0, r1 + 1) - at(c1 + 1, r0) + at(c0, r0);
}
