import {join} from "node:path";
import {type Browser, chromium, type Page} from "playwright-core";
import {findChromium} from "../browser/harness/findChromium.ts";
import type {PageState} from "./states.ts";
import type {GalleryView} from "./views.ts";

export interface Picture {
  state: string;
  view: string;
  /** Name of the file in the gallery's folder. */
  file: string;
  /** Requests and gzip bytes of the view as it opens with nothing cached. */
  requests: number;
  bytes: number;
  /** Console errors, failed requests and scripts that ended badly; shown beside the picture. */
  faults: string[];
}

interface Wanted {
  siteUrl: string;
  folder: string;
  /** Put before the names of the files: which data the site shows. */
  prefix: string;
  states: readonly PageState[];
  views: readonly GalleryView[];
  onPicture: (picture: Picture) => void;
}

/** Opens each state in each view and keeps its picture (whole page, PNG) or its A4 file in `folder`. */
export async function takePictures({siteUrl, folder, prefix, states, views, onPicture}: Wanted): Promise<void> {
  // The sandbox needs rights that a container does not give; the only pages opened are our own.
  const browser = await chromium.launch({executablePath: findChromium(), args: ["--no-sandbox"]});
  try {
    for (const state of states) {
      for (const view of views) {
        const extension = view.isPaper ? "pdf" : "png";
        const file = `${prefix}_${state.name.replaceAll(" ", "-")}_${view.name}.${extension}`;
        const measured = await takeOne(browser, state, view, {siteUrl, path: join(folder, file)});
        onPicture({state: `${prefix}: ${state.name}`, view: view.name, file, ...measured});
      }
    }
  } finally {
    await browser.close();
  }
}

type Measured = Pick<Picture, "requests" | "bytes" | "faults">;

async function takeOne(
  browser: Browser,
  state: PageState,
  view: GalleryView,
  {siteUrl, path}: {siteUrl: string; path: string}
): Promise<Measured> {
  const zoom = view.zoom ?? 1;
  const context = await browser.newContext({
    viewport: {width: Math.round(view.width / zoom), height: Math.round(900 / zoom)},
    deviceScaleFactor: zoom,
    colorScheme: view.theme,
    locale: "vi-VN",
    reducedMotion: "reduce",
    ...(view.width < 720 ? {hasTouch: true, isMobile: true, deviceScaleFactor: 2} : {})
  });
  try {
    const page = await context.newPage();
    const faults = listen(page, state);
    const session = await context.newCDPSession(page);
    const weight = {requests: 0, bytes: 0};
    await session.send("Network.enable");
    session.on("Network.loadingFinished", ({encodedDataLength}) => {
      weight.requests += 1;
      weight.bytes += encodedDataLength;
    });
    if (view.vision) await session.send("Emulation.setEmulatedVisionDeficiency", {type: view.vision});
    await page.goto(new URL(state.path, siteUrl).href, {waitUntil: "networkidle"});
    const opened = {...weight};
    try {
      await state.prepare?.(page);
    } catch (error) {
      faults.push(error instanceof Error ? error.message : String(error));
    }
    if (view.isPaper) await page.pdf({path, preferCSSPageSize: true, printBackground: true});
    else await page.screenshot({path, fullPage: true});
    return {...opened, faults};
  } finally {
    await context.close();
  }
}

function listen(page: Page, {status = 200}: PageState): string[] {
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !(status >= 400 && message.text().includes(`${status}`)))
      faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("requestfailed", (request) => faults.push(`${request.url()}: ${request.failure()?.errorText ?? ""}`));
  return faults;
}
