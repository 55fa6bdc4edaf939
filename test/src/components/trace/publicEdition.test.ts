import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {followTrace} from "../../../../src/components/trace/followTrace.ts";
import {parseTraceLink} from "../../../../src/components/trace/figureKey.ts";
import {tracedFigure, tracedWords} from "../../../../src/components/trace/tracedFigure.ts";
import {openTrace} from "../../../../src/components/trace/traceLink.ts";
import {pageHeader} from "../../../../src/publish/frame.ts";
import {COMMUNE} from "./smallTrace.ts";

const facts = {place: "Tỉnh Thanh Hóa", isSimulated: true, asOf: "2026-11-18", years: [2025], edition: null};
const figure = (() => {
  const parsed = parseTraceLink(COMMUNE);
  if (parsed === undefined) throw new Error("no figure");
  return parsed.figure;
})();

/** The frame as the site is published, for those inside or for everyone. */
function publish(isPublic: boolean): void {
  document.body.innerHTML = pageHeader("/xa", [], {...facts, isPublic});
}

beforeEach(() => {
  history.replaceState(null, "", "/xa?ma=14797");
});
afterEach(() => {
  history.replaceState(null, "", "/");
  document.body.replaceChildren();
});

describe("a figure in a public edition", () => {
  it("is plain text: there is no file to trace it to", () => {
    publish(true);
    const node = tracedFigure(figure, {label: "33,3%, tỷ lệ"}, "33,3%");
    expect(node.tagName).toBe("SPAN");
    expect(node.textContent).toBe("33,3%");
    expect(node.hasAttribute("href") || node.hasAttribute("data-vet") || node.hasAttribute("aria-label")).toBe(false);
    expect(tracedWords({figure, label: "tỷ lệ"}, "33,3%")).toBe("33,3%");
  });
  it("is a link in an internal one", () => {
    publish(false);
    expect(tracedFigure(figure, {label: "33,3%, tỷ lệ"}, "33,3%").getAttribute("href")).toContain("vet=");
    expect(tracedWords({figure, label: "tỷ lệ"}, "33,3%")).toBeInstanceOf(HTMLAnchorElement);
  });
  it("opens no panel, also from an address that names it", () => {
    let loads = 0;
    const load = (): Promise<never> => {
      loads += 1;
      return Promise.reject(new Error("not here"));
    };
    publish(true);
    history.replaceState(null, "", `/xa?ma=14797&vet=${encodeURIComponent(COMMUNE)}`);
    followTrace(load);
    openTrace(undefined);
    openTrace(COMMUNE);
    expect(loads).toBe(0);
    expect(document.querySelector(".trace-panel")).toBeNull();
  });
});
