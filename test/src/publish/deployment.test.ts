import {execFileSync, spawn, spawnSync} from "node:child_process";
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {request as httpRequest} from "node:http";
import {request} from "node:https";
import {createServer} from "node:net";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {gunzipSync, gzipSync} from "node:zlib";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {CONTENT_SECURITY_POLICY} from "../../../src/publish/serve.ts";

/** The sample configurations before the real servers, over a folder laid out as the build lays it out. */
const isThere = (program: string, ...asked: string[]): boolean => spawnSync(program, asked).status === 0;
const SERVERS = [
  {name: "nginx", isInstalled: isThere("nginx", "-v") && isThere("openssl", "version"), start: startNginx},
  {name: "caddy", isInstalled: isThere("caddy", "version"), start: startCaddy}
];

const PAGE = `<!doctype html><title>Tổng quan</title>${"Tỷ lệ được công nhận. ".repeat(100)}`;
const WORDS = {user: "lanhdao", password: "mat khau thử 1"};

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}
interface Started {
  stop: () => void;
  port: number;
  plainPort: number;
}

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "deployment-"));
  const put = (path: string, text: string): void => {
    mkdirSync(join(folder, "dist", path, ".."), {recursive: true});
    writeFileSync(join(folder, "dist", path), text);
    if (text.length >= 1024) writeFileSync(join(folder, "dist", `${path}.gz`), gzipSync(text));
  };
  put("index.html", PAGE);
  put("ban-do.html", PAGE);
  put("404.html", "Không có trang này");
  put("_site/ban-do-ABCDEFGH.js", "export {};");
  put("data/xa/14797.json", "{}");
  put(".env", "SECRET");
  put(".git/config", "SECRET");
  writeFileSync(join(folder, "secret.txt"), "SECRET");
});
afterAll(() => rmSync(folder, {recursive: true, force: true, maxRetries: 5}));

async function freePort(): Promise<number> {
  return await new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
}

async function startNginx(): Promise<Started> {
  const [port, plainPort] = [await freePort(), await freePort()];
  const at = (name: string): string => join(folder, name);
  const hash = execFileSync("openssl", ["passwd", "-apr1", WORDS.password], {encoding: "utf8"}).trim();
  writeFileSync(at("people.htpasswd"), `${WORDS.user}:${hash}\n`);
  const subject = ["-subj", "/CN=antt.thanhhoa.local", "-days", "2", "-keyout", at("antt.key"), "-out", at("antt.crt")];
  execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", ...subject], {stdio: "ignore"});
  const sample = readFileSync(".github/deployment/nginx.conf", "utf8")
    .replace("listen 80;", `listen 127.0.0.1:${plainPort};`)
    .replace("listen 443 ssl http2;", `listen 127.0.0.1:${port} ssl http2;`)
    .replaceAll("/etc/nginx/antt/", `${folder}/`)
    .replace("/srv/antt/dist", at("dist"));
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (kind) => `${kind}_temp_path ${at(kind)};`
  );
  writeFileSync(
    at("nginx.conf"),
    `${process.getuid?.() === 0 ? "user root;" : ""} daemon off; pid ${at("nginx.pid")}; error_log ${at("error.log")}; events {}
http { types { text/html html; text/javascript js; application/json json; } access_log off; ${temporary.join(" ")}
${sample} }`
  );
  const server = spawn("nginx", ["-c", at("nginx.conf"), "-e", at("error.log")], {stdio: "ignore"});
  await answering(port);
  return {port, plainPort, stop: () => server.kill("SIGQUIT")};
}

async function startCaddy(): Promise<Started> {
  const [port, plainPort] = [await freePort(), await freePort()];
  const hash = execFileSync("caddy", ["hash-password", "--plaintext", WORDS.password], {encoding: "utf8"}).trim();
  const sample = readFileSync(".github/deployment/Caddyfile", "utf8")
    .replace("lanhdao HASH", `lanhdao ${hash}`)
    .replace("/srv/antt/dist", join(folder, "dist"));
  const settings = `{\n\tadmin off\n\tskip_install_trust\n\thttp_port ${plainPort}\n\thttps_port ${port}\n}\n`;
  writeFileSync(join(folder, "Caddyfile"), settings + sample);
  const environment = {...process.env, XDG_DATA_HOME: join(folder, "caddy"), XDG_CONFIG_HOME: join(folder, "caddy")};
  const asked = ["run", "--adapter", "caddyfile", "--config", join(folder, "Caddyfile")];
  const server = spawn("caddy", asked, {stdio: "ignore", env: environment});
  await answering(port);
  return {port, plainPort, stop: () => server.kill("SIGTERM")};
}

async function answering(port: number): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await ask(port, "/");
      return;
    } catch (error) {
      if (tries === 100) throw error;
      await new Promise((done) => setTimeout(done, 100));
    }
  }
}

const NAME = "antt.thanhhoa.local";

/** Asks for a path as it is written, without tidying it. */
async function ask(
  port: number,
  path: string,
  options: {method?: string; as?: string; gzip?: boolean} = {}
): Promise<Answer> {
  const {method = "GET", as, gzip = false} = options;
  const headers = {
    host: NAME,
    ...(as === undefined ? {} : {authorization: `Basic ${Buffer.from(as).toString("base64")}`}),
    ...(gzip ? {"accept-encoding": "gzip"} : {})
  };
  return await new Promise((done, fail) => {
    request(
      {host: "127.0.0.1", port, path, method, headers, servername: NAME, rejectUnauthorized: false, agent: false},
      (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("end", () =>
          done({status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts)})
        );
      }
    )
      .on("error", fail)
      .end();
  });
}

const KNOWN = `${WORDS.user}:${WORDS.password}`;

describe.each(SERVERS)("the sample for $name", ({name, isInstalled, start}) => {
  if (!isInstalled) console.warn(`NOT TESTED: ${name} is not installed, so its sample configuration was not tried.`);
  let server: Started | undefined;
  beforeAll(async () => {
    if (isInstalled) server = await start();
  }, 60_000);
  afterAll(() => {
    server?.stop();
  });
  const test = it.skipIf(!isInstalled);
  const port = (): number => server?.port ?? 0;

  test("shows nothing to a person without a password, or with a wrong one", async () => {
    for (const path of ["/", "/ban-do", "/data/xa/14797.json", "/_site/ban-do-ABCDEFGH.js"]) {
      for (const as of [undefined, "lanhdao:sai", "ai:mat khau thử 1"]) {
        const {status, headers, body} = await ask(port(), path, as === undefined ? {} : {as});
        expect(status, path).toBe(401);
        expect(headers["www-authenticate"]).toMatch(/^Basic /);
        expect(body.toString()).not.toContain("Tỷ lệ");
      }
    }
  });
  test("shows the pages, by their names without extension, to a person with one", async () => {
    for (const path of ["/", "/ban-do", "/ban-do?nam=2025"]) {
      const {status, headers, body} = await ask(port(), path, {as: KNOWN});
      expect(status, path).toBe(200);
      expect(headers["content-type"]).toContain("text/html");
      expect(body.toString()).toBe(PAGE);
    }
  });
  test("refuses hidden files, what lies outside the folder, and listings of folders", async () => {
    const hidden = ["/.env", "/.git/config", "/ban-do.html.gz"];
    const outside = [
      "/../secret.txt",
      "/..%2fsecret.txt",
      "/%2e%2e/secret.txt",
      "/data/..%5c..%5csecret.txt",
      "//secret.txt"
    ];
    const folders = ["/data/", "/data/xa/", "/_site/", "/data"];
    for (const path of [...hidden, ...outside, ...folders]) {
      const {status, body} = await ask(port(), path, {as: KNOWN});
      expect([400, 403, 404], `${path}: ${status}`).toContain(status);
      expect(body.toString(), path).not.toMatch(/SECRET|14797\.json/);
    }
  });
  test("answers what is not there with the site's own page", async () => {
    const {status, body} = await ask(port(), "/khong/co", {as: KNOWN});
    expect(status).toBe(404);
    expect(body.toString()).toBe("Không có trang này");
  });
  test("takes nothing in", async () => {
    for (const method of ["POST", "PUT", "DELETE"]) {
      expect((await ask(port(), "/", {method, as: KNOWN})).status, method).toBe(405);
    }
  });
  test("sends the headers that the local server sends, with every answer", async () => {
    for (const [path, as] of [
      ["/", KNOWN],
      ["/khong/co", KNOWN],
      ["/_site/ban-do-ABCDEFGH.js", KNOWN]
    ] as const) {
      const {headers} = await ask(port(), path, {as});
      expect(headers["content-security-policy"], path).toBe(CONTENT_SECURITY_POLICY);
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["referrer-policy"]).toBe("no-referrer");
      expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
      expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
      expect(headers["strict-transport-security"]).toMatch(/^max-age=\d{7,}/);
      expect(headers["x-robots-tag"]).toContain("noindex");
      expect(headers["server"] ?? "").not.toMatch(/\d/);
    }
  });
  test("keeps hashed files for a year and asks for the rest each time", async () => {
    const cache = async (path: string): Promise<unknown> =>
      (await ask(port(), path, {as: KNOWN})).headers["cache-control"];
    expect(await cache("/_site/ban-do-ABCDEFGH.js")).toBe("private, max-age=31536000, immutable");
    expect(await cache("/")).toBe("no-cache");
    expect(await cache("/data/xa/14797.json")).toBe("no-cache");
  });
  test("sends the compressed copies", async () => {
    const {headers, body} = await ask(port(), "/ban-do", {as: KNOWN, gzip: true});
    expect(headers["content-encoding"]).toBe("gzip");
    expect(headers["content-type"]).toContain("text/html");
    expect(gunzipSync(body).toString()).toBe(PAGE);
  });
  test("leads who comes unencrypted to the encrypted address", async () => {
    const {status, location} = await new Promise<{status?: number | undefined; location?: string | undefined}>(
      (done, fail) => {
        httpRequest(
          {host: "127.0.0.1", port: server?.plainPort, path: "/ban-do", headers: {host: NAME}},
          (response) => {
            response.resume();
            done({status: response.statusCode, location: response.headers.location});
          }
        )
          .on("error", fail)
          .end();
      }
    );
    expect([301, 308]).toContain(status);
    expect(location).toMatch(/^https:\/\/antt\.thanhhoa\.local(:\d+)?\/ban-do$/);
  });
});
