/** Attributes of the element at hand, by their written name, prefix included. A value is cut out only when asked for. */
export interface Attributes {
  get: (name: string) => string | undefined;
  /** Value of the first attribute with a prefix and this local name: "r:id", "d3p1:id". */
  getPrefixed: (localName: string) => string | undefined;
}

/** More attributes than any element of a spreadsheet has. */
const MAX_ATTRIBUTES = 256;

/** Places of the names and values of one element's attributes in the text that holds it. */
export class AttributeSpans implements Attributes {
  readonly #decode: (written: string) => string;
  /** Four places for each attribute: name from, to, value from, to. */
  readonly #places = new Uint32Array(MAX_ATTRIBUTES * 4);
  #end = 0;
  #source = "";

  constructor(decode: (written: string) => string) {
    this.#decode = decode;
  }

  reset(source: string): void {
    this.#source = source;
    this.#end = 0;
  }

  /** False if the element has the attribute already, or too many. */
  add(nameFrom: number, nameTo: number, valueFrom: number, valueTo: number): boolean {
    const places = this.#places;
    const end = this.#end;
    if (end === places.length) return false;
    if (end > 0 && this.#find(this.#source.slice(nameFrom, nameTo)) >= 0) return false;
    places[end] = nameFrom;
    places[end + 1] = nameTo;
    places[end + 2] = valueFrom;
    places[end + 3] = valueTo;
    this.#end = end + 4;
    return true;
  }

  get(name: string): string | undefined {
    const found = this.#find(name);
    return found < 0 ? undefined : this.#value(found);
  }

  getPrefixed(localName: string): string | undefined {
    for (let i = 0; i < this.#end; i += 4) {
      const name = this.#source.slice(this.#places[i], this.#places[i + 1]);
      if (name.endsWith(`:${localName}`)) return this.#value(i);
    }
    return undefined;
  }

  #find(name: string): number {
    const places = this.#places;
    for (let i = 0; i < this.#end; i += 4) {
      const from = places[i] ?? 0;
      if ((places[i + 1] ?? 0) - from !== name.length) continue;
      if (this.#source.charCodeAt(from) === name.charCodeAt(0) && this.#source.startsWith(name, from)) return i;
    }
    return -1;
  }

  #value(at: number): string {
    return this.#decode(this.#source.slice(this.#places[at + 2], this.#places[at + 3]));
  }
}
