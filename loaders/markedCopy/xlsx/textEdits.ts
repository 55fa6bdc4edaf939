interface Edit {
  from: number;
  to: number;
  text: string;
}

/** Changes to a text, noted by place and made all at once; what is not named stays as it is. */
export class TextEdits {
  readonly #text: string;
  readonly #edits: Edit[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  replace(from: number, to: number, text: string): void {
    this.#edits.push({from, to, text});
  }

  /** The changed text; insertions at one place stand in the order they were made. @throws Error if two changes overlap. */
  apply(): string {
    if (this.#edits.length === 0) return this.#text;
    const pieces: string[] = [];
    let at = 0;
    for (const {from, to, text} of this.#edits.sort((a, b) => a.from - b.from || a.to - b.to)) {
      if (from < at) throw new Error(`changes overlap at ${from}`);
      pieces.push(this.#text.slice(at, from), text);
      at = to;
    }
    pieces.push(this.#text.slice(at));
    return pieces.join("");
  }
}
