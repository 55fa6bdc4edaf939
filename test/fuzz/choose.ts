/**
 * Picks one of several ways by a number and a name: the same ones give the same pick, whatever else is picked. So a workbook
 * that is made smaller keeps the spellings of what is left.
 */
export class Choices {
  readonly #seed: number;

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** One of `options`. */
  of<T>(name: string, options: readonly T[]): T {
    const option = options[Math.floor(this.share(name) * options.length)];
    if (option === undefined) throw new Error(`nothing to choose from: ${name}`);
    return option;
  }

  /** True in `share` of all cases. */
  is(name: string, share = 0.5): boolean {
    return this.share(name) < share;
  }

  /** The options in an order of their own. */
  shuffled<T>(name: string, options: readonly T[]): T[] {
    const ranked = options.map((option, index) => ({option, rank: this.share(`${name}/${index}`)}));
    return ranked.sort((a, b) => a.rank - b.rank).map(({option}) => option);
  }

  /** At least 0, less than 1. */
  share(name: string): number {
    let hash = 0x811c9dc5 ^ this.#seed;
    for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
  }
}
