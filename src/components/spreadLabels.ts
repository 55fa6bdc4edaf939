/**
 * Moves labels apart as little as possible (least squares) so that neighbours keep `gap` px and the order stays.
 * @param positions wanted positions in px, in any order.
 * @param bounds first and last position allowed; when the labels cannot fit between them, the first bound holds.
 * @returns the position of each label, in the order given.
 */
export function spreadLabels(
  positions: readonly number[],
  gap: number,
  bounds: readonly [first: number, last: number] = [-Infinity, Infinity]
): number[] {
  const order = positions.map((_, i) => i).sort((a, b) => (positions[a] ?? 0) - (positions[b] ?? 0) || a - b);
  const blocks: {sum: number; count: number}[] = [];
  order.forEach((index, rank) => {
    let block = {sum: (positions[index] ?? 0) - rank * gap, count: 1};
    for (let last = blocks.at(-1); last && last.sum / last.count >= block.sum / block.count; last = blocks.at(-1)) {
      blocks.pop();
      block = {sum: last.sum + block.sum, count: last.count + block.count};
    }
    blocks.push(block);
  });
  const highest = bounds[1] - (positions.length - 1) * gap;
  const free = blocks.flatMap(({sum, count}) => Array.from({length: count}, () => sum / count));
  const placed: number[] = [];
  order.forEach((index, rank) => {
    placed[index] = Math.max(bounds[0], Math.min(highest, free[rank] ?? 0)) + rank * gap;
  });
  return placed;
}
