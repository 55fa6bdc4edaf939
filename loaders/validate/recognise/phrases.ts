/** What a text holds of a vocabulary, longest phrases first. */
export interface Found<T> {
  values: readonly T[];
  /** Words of no phrase and no filler. */
  rest: readonly string[];
}

/** A vocabulary of phrases of folded words (see `foldKey`); "hop tac xa" is found before "xa". */
export class Phrases<T> {
  readonly #byFirst = new Map<string, {words: readonly string[]; values: readonly T[]}[]>();
  readonly #fillers: Phrases<never> | null;

  constructor(entries: Iterable<readonly [key: string, values: readonly T[]]>, fillers: Phrases<never> | null = null) {
    for (const [key, values] of entries) {
      const words = key.split(" ");
      const first = words[0] ?? "";
      const sharing = this.#byFirst.get(first) ?? [];
      sharing.push({words, values});
      sharing.sort((a, b) => b.words.length - a.words.length);
      this.#byFirst.set(first, sharing);
    }
    this.#fillers = fillers;
  }

  /** Values of the phrases in a folded text, each once, in order. */
  find(key: string): Found<T> {
    const words = key.split(" ");
    const values: T[] = [];
    const rest: string[] = [];
    for (let at = 0; at < words.length;) {
      const phrase = this.at(words, at);
      if (phrase !== null) {
        for (const value of phrase.values) if (!values.includes(value)) values.push(value);
        at += phrase.length;
        continue;
      }
      const filler = this.#fillers?.at(words, at) ?? null;
      if (filler === null) rest.push(words[at] ?? "");
      at += filler?.length ?? 1;
    }
    return {values, rest};
  }

  /** Values of the phrase a folded text begins with, and its length in words; null if none. */
  atStart(key: string): {values: readonly T[]; length: number} | null {
    return this.at(key.split(" "), 0);
  }

  private at(words: readonly string[], index: number): {values: readonly T[]; length: number} | null {
    const sharing = this.#byFirst.get(words[index] ?? "");
    if (sharing === undefined) return null;
    for (const {words: phrase, values} of sharing) {
      if (phrase.every((word, offset) => words[index + offset] === word)) return {values, length: phrase.length};
    }
    return null;
  }
}
