import type {Exporter} from "./exporterShape.ts";

let provided: (() => Promise<Exporter>) | null = null;
let loaded: Promise<Exporter> | null = null;

/** Says where the code that makes files comes from: the script of the masthead does, on every page. */
export function provideExporter(load: () => Promise<Exporter>): void {
  provided = load;
  loaded = null;
}

/** The code that makes files, loaded once. A load that failed is tried again at the next click. */
export function loadExporter(): Promise<Exporter> {
  if (provided === null) return Promise.reject(new Error("nobody said where the exporter is"));
  loaded ??= provided();
  loaded.catch(() => (loaded = null));
  return loaded;
}
