import type {CommuneTrace, FigureList, FormerPlaces, TraceIndex} from "../../data/queries/trace/shape.ts";
import {isCommuneCode} from "../../views/trace/areaFigure.js";
import {yearFile} from "../yearFile.js";
import type {FigureKey} from "./figureKey.js";

/** What a figure's panel is drawn from. */
export type LoadedFigure = {index: TraceIndex; former: FormerPlaces | null} & (
  {traces: CommuneTrace[]; list: null} | {traces: null; list: FigureList}
);

const ARCHIVE = "truy-vet";

/** Fetches each file once; one that failed is asked for again. */
export class TraceFiles {
  readonly #files = new Map<string, Promise<unknown>>();
  readonly #fetch: (name: string) => Promise<unknown>;

  constructor(fetch: (name: string) => Promise<unknown> = (name) => yearFile(ARCHIVE, name)) {
    this.#fetch = fetch;
  }

  /** Everything behind a figure; null where no file knows it. */
  async load(key: FigureKey): Promise<LoadedFigure | null> {
    const index = await this.#get<TraceIndex>("index");
    if (!index.indicators.some(({id}) => id === key.indicator)) return null;
    const isOfThen = key.boundary === "as_reported";
    const former = isOfThen ? await this.#get<FormerPlaces>("former") : null;
    if (key.area !== "unassigned" && !isCommuneCode(key.area)) {
      if (!index.files.some((file) => file.endsWith(`-${key.year}`))) return null;
      const list = await this.#get<FigureList>(`${key.year}-${key.indicator}-${key.boundary}`);
      return {index, former, traces: null, list};
    }
    const homes = isOfThen ? [...new Set([key.area, ...(former?.communes[key.area]?.[2] ?? [])])] : [key.area];
    const names = homes.map((code) => `${code}-${key.year}`).filter((name) => index.files.includes(name));
    if (names.length === 0) return null;
    const traces = await Promise.all(names.map((name) => this.#get<CommuneTrace>(name)));
    return {index, former, traces, list: null};
  }

  async #get<T>(name: string): Promise<T> {
    const known = this.#files.get(name) ?? this.#fetch(name);
    this.#files.set(name, known);
    try {
      return (await known) as T;
    } catch (error) {
      this.#files.delete(name);
      throw error;
    }
  }
}
