import {existsSync, readFileSync} from "node:fs";
import {createServer, type IncomingMessage, type Server, type ServerResponse} from "node:http";
import {join} from "node:path";
import sirv from "sirv";

/** What the finished site keeps to: nothing from another host, no inline script, no frame around it. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "worker-src 'self'"
].join("; ");

const HEADERS = {
  "Content-Security-Policy": CONTENT_SECURITY_POLICY,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin"
};

/** A page of another site that points its own name at this machine must not read the data. */
const LOCAL_NAMES = new Set(["127.0.0.1", "localhost", "[::1]"]);

export interface ServedSite {
  url: string;
  server: Server;
  close: () => Promise<void>;
}

/**
 * Serves the built site on this machine only. Takes the next free port when `port` is taken.
 * @param options.port 0 for any free one.
 */
export async function serve(dist: string, {port = 8080}: {port?: number} = {}): Promise<ServedSite> {
  const answer = sirv(dist, {
    // Looks files up as they are asked for: a site built anew is served without a restart.
    dev: true,
    gzip: true,
    etag: true,
    extensions: ["html"],
    setHeaders: (response, path) => {
      const isHashed = /^\/_(site|file)\//.test(path);
      response.setHeader("Cache-Control", isHashed ? "public, max-age=31536000, immutable" : "no-cache");
    },
    onNoMatch: (_, response) => notFound(response, join(dist, "404.html"))
  });
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    if (!isLocal(request)) refuse(response, 403);
    else if (request.method !== "GET" && request.method !== "HEAD") refuse(response, 405);
    else answer(request, response);
  });
  const taken = await listen(server, port);
  const close = (): Promise<void> =>
    new Promise((done, fail) => {
      server.close((error) => (error ? fail(error) : done()));
      server.closeAllConnections();
    });
  return {url: `http://127.0.0.1:${taken}/`, server, close};
}

function isLocal({headers}: IncomingMessage): boolean {
  return LOCAL_NAMES.has((headers.host ?? "").replace(/:\d+$/, ""));
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status).end();
}

function notFound(response: ServerResponse, page: string): void {
  // No page at all while the site is being built anew.
  const text = existsSync(page) ? readFileSync(page) : "Trang đang được dựng lại. Tải lại sau ít giây.";
  response.writeHead(404, {"Content-Type": "text/html;charset=utf-8", "Cache-Control": "no-cache"});
  response.end(text);
}

async function listen(server: Server, first: number): Promise<number> {
  for (let port = first; ; ++port) {
    try {
      return await new Promise((done, fail) => {
        server.once("error", fail);
        server.listen(port, "127.0.0.1", () => {
          server.removeListener("error", fail);
          const address = server.address();
          done(typeof address === "object" && address ? address.port : port);
        });
      });
    } catch (error) {
      const {code} = error as NodeJS.ErrnoException;
      if ((code !== "EADDRINUSE" && code !== "EACCES") || port >= first + 100 || port >= 65535) throw error;
    }
  }
}
