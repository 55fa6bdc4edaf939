import {JSDOM} from "jsdom";

/** Runs `draw` with a document at hand: the charts of the site draw themselves into one. Synchronous; the document is gone afterwards. */
export function withDocument<T>(draw: () => T): T {
  const before = Object.getOwnPropertyDescriptor(globalThis, "document");
  const {document} = new JSDOM("").window;
  Object.defineProperty(globalThis, "document", {value: document, configurable: true, writable: true});
  try {
    return draw();
  } finally {
    if (before === undefined) Reflect.deleteProperty(globalThis, "document");
    else Object.defineProperty(globalThis, "document", before);
  }
}
