/**
 * Linear sum assignment by shortest augmenting paths (Jonker–Volgenant): the column of each row so that the sum of costs is least.
 * @param costs a square matrix.
 */
export function assign(costs: readonly (readonly number[])[]): number[] {
  const n = costs.length;
  const potentialOfRow = new Float64Array(n + 1);
  const potentialOfColumn = new Float64Array(n + 1);
  const rowOfColumn = new Int32Array(n + 1);
  const previous = new Int32Array(n + 1);
  for (let row = 1; row <= n; row++) {
    rowOfColumn[0] = row;
    const least = new Float64Array(n + 1).fill(Infinity);
    const isDone = new Uint8Array(n + 1);
    let column = 0;
    do {
      isDone[column] = 1;
      const current = rowOfColumn[column] ?? 0;
      const costsOfRow = costs[current - 1] ?? [];
      let delta = Infinity;
      let next = 0;
      for (let k = 1; k <= n; k++) {
        if (isDone[k] === 1) continue;
        const reduced = (costsOfRow[k - 1] ?? 0) - (potentialOfRow[current] ?? 0) - (potentialOfColumn[k] ?? 0);
        if (reduced < (least[k] ?? 0)) {
          least[k] = reduced;
          previous[k] = column;
        }
        if ((least[k] ?? 0) < delta) {
          delta = least[k] ?? 0;
          next = k;
        }
      }
      for (let k = 0; k <= n; k++) {
        const row = rowOfColumn[k] ?? 0;
        if (isDone[k] === 1) {
          potentialOfRow[row] = (potentialOfRow[row] ?? 0) + delta;
          potentialOfColumn[k] = (potentialOfColumn[k] ?? 0) - delta;
        } else least[k] = (least[k] ?? 0) - delta;
      }
      column = next;
    } while (rowOfColumn[column] !== 0);
    while (column !== 0) {
      const before = previous[column] ?? 0;
      rowOfColumn[column] = rowOfColumn[before] ?? 0;
      column = before;
    }
  }
  const columnOfRow = new Array<number>(n).fill(0);
  for (let k = 1; k <= n; k++) columnOfRow[(rowOfColumn[k] ?? 1) - 1] = k - 1;
  return columnOfRow;
}
