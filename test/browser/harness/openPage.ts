import {createRequire} from "node:module";
import {type Browser, type BrowserContextOptions, chromium, type Page} from "playwright-core";
import {inject} from "vitest";
import {findChromium} from "./findChromium.ts";

let browser: Promise<Browser> | null = null;

function sharedBrowser(): Promise<Browser> {
  // The sandbox needs rights that a container does not give; the only pages opened are our own.
  return (browser ??= chromium.launch({executablePath: findChromium(), args: ["--no-sandbox"]}));
}

/** Ends the browser of this test file: call it in `afterAll`. */
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = null;
}

export interface PageOptions {
  width?: number;
  height?: number;
  theme?: "light" | "dark";
  /** Lets a test put its own script into the page (axe); the policy of the site is off then. */
  bypassCSP?: boolean;
  /** Answer of the page itself. */
  status?: number;
  javaScriptEnabled?: boolean;
  /** Another built site than that of the run. */
  site?: string;
}

/**
 * Opens `path` of the built site, waits until it is still, hands it to `use`, and closes it.
 * @throws Error listing every console error, failed request, answer of 400 or above and request to another host there was meanwhile.
 */
export async function openPage(
  path: string,
  use: (page: Page) => Promise<void>,
  options: PageOptions = {}
): Promise<void> {
  const {
    width = 1440,
    height = 900,
    theme = "light",
    bypassCSP = false,
    status = 200,
    javaScriptEnabled = true,
    site = inject("siteUrl")
  } = options;
  const context: BrowserContextOptions = {
    viewport: {width, height},
    colorScheme: theme,
    locale: "vi-VN",
    bypassCSP,
    javaScriptEnabled,
    ...(width < 720 ? {hasTouch: true, isMobile: true} : {})
  };
  const opened = await (await sharedBrowser()).newContext(context);
  try {
    const page = await opened.newPage();
    const faults = listen(page, {status, javaScriptEnabled, site});
    const answer = await page.goto(new URL(path, site).href, {waitUntil: "networkidle"});
    if (answer?.status() !== status)
      faults.push(`${path}: answered ${answer?.status() ?? "nothing"}, expected ${status}`);
    await use(page);
    await page.waitForLoadState("networkidle");
    if (faults.length > 0) throw new Error(`${path} at ${width} px:\n${faults.join("\n")}`);
  } finally {
    await opened.close();
  }
}

function listen(
  page: Page,
  {status, javaScriptEnabled, site}: Required<Pick<PageOptions, "status" | "javaScriptEnabled" | "site">>
): string[] {
  const faults: string[] = [];
  const {host} = new URL(site);
  page.on("console", (message) => {
    const isExpected = status >= 400 && message.text().includes(`status of ${status}`);
    if (message.type() === "error" && !isExpected) faults.push(`console error: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`uncaught: ${error.message}`));
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "";
    // A page that is left drops what it was still fetching; one without scripts refuses them.
    const isExpected = reason === "net::ERR_ABORTED" || (!javaScriptEnabled && reason === "csp");
    if (!isExpected) faults.push(`failed request: ${request.url()} ${reason}`);
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (!["data:", "blob:"].includes(url.protocol) && url.host !== host)
      faults.push(`request to another host: ${url.href}`);
  });
  page.on("response", (response) => {
    const isPage = response.request().isNavigationRequest();
    if (response.status() >= 400 && !(isPage && response.status() === status)) {
      faults.push(`answer ${response.status()}: ${response.url()}`);
    }
  });
  return faults;
}

/** One violation of the accessibility rules, with the first elements it concerns. */
export interface AxeViolation {
  rule: string;
  help: string;
  elements: string[];
}

/** Runs axe-core in a page opened with `bypassCSP`. */
export async function axeViolations(page: Page): Promise<AxeViolation[]> {
  await page.addScriptTag({path: createRequire(import.meta.url).resolve("axe-core/axe.min.js")});
  return await page.evaluate(async () => {
    interface Result {
      id: string;
      help: string;
      nodes: {target: unknown[]; failureSummary?: string}[];
    }
    const {axe} = globalThis as unknown as {axe: {run: () => Promise<{violations: Result[]}>}};
    const {violations} = await axe.run();
    return violations.map(({id, help, nodes}) => ({
      rule: id,
      help,
      elements: nodes.slice(0, 5).map(({target, failureSummary}) => `${target.join(" ")}: ${failureSummary ?? ""}`)
    }));
  });
}
