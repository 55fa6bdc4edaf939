/**
 * Seeded randomness without state: every draw is named by a text key, so one more unit or one more file changes nothing else.
 * Only integer hashing and + − × ÷ on doubles: the same numbers on every machine and every version of Node.
 */
export interface Random {
  /** A number in [0, 1). */
  uniform: (key: string) => number;
  /** Mean 0, standard deviation 1, within ±3.5 (a sum of four uniform draws). */
  normal: (key: string) => number;
  /** A whole number from low to high, both included. */
  integer: (key: string, low: number, high: number) => number;
  chance: (key: string, probability: number) => boolean;
  pick: <T>(key: string, list: readonly T[]) => T;
  /** The list in an order drawn by the key. */
  shuffle: <T>(key: string, list: readonly T[]) => T[];
}

const TWO_32 = 4294967296;

/** Mixes the bits of a 32-bit number so that neighbours have nothing in common. */
function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** @param seed a whole number; equal seeds give equal draws. */
export function createRandom(seed: number): Random {
  const start = mix(Math.imul(seed, 0x9e3779b1) ^ 0x5bd1e995);
  const hash = (key: string): number => {
    let h = start ^ 0x811c9dc5;
    for (let index = 0; index < key.length; index += 1) h = Math.imul(h ^ key.charCodeAt(index), 0x01000193);
    return mix(h ^ key.length);
  };
  const uniform = (key: string): number => hash(key) / TWO_32;
  const integer = (key: string, low: number, high: number): number => low + Math.floor(uniform(key) * (high - low + 1));
  return {
    uniform,
    integer,
    normal(key) {
      const first = hash(key);
      let sum = first;
      for (let turn = 1; turn < 4; turn += 1) sum += mix(first + Math.imul(turn, 0x9e3779b1));
      return (sum / TWO_32 - 2) * Math.sqrt(3);
    },
    chance: (key, probability) => uniform(key) < probability,
    pick: <T>(key: string, list: readonly T[]): T => {
      const item = list[integer(key, 0, list.length - 1)];
      if (item === undefined) throw new Error(`nothing to pick from: ${key}`);
      return item;
    },
    shuffle: <T>(key: string, list: readonly T[]): T[] =>
      list
        .map((item, index) => ({item, index, order: uniform(`${key}/${index}`)}))
        .sort((a, b) => a.order - b.order || a.index - b.index)
        .map(({item}) => item)
  };
}
