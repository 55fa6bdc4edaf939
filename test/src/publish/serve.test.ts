import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {request} from "node:http";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {CONTENT_SECURITY_POLICY, serve, type ServedSite} from "../../../src/publish/serve.ts";

describe("the server of the built site", () => {
  let dist: string;
  let site: ServedSite;
  beforeAll(async () => {
    dist = mkdtempSync(join(tmpdir(), "dist-"));
    mkdirSync(join(dist, "_site"));
    writeFileSync(join(dist, "index.html"), "home");
    writeFileSync(join(dist, "xa.html"), "commune");
    writeFileSync(join(dist, "404.html"), "không có");
    writeFileSync(join(dist, "_site", "a-1.js"), "plain");
    writeFileSync(join(dist, "_site", "a-1.js.gz"), gzipSync("plain"));
    writeFileSync(join(dist, "..", "outside.txt"), "secret");
    site = await serve(dist, {port: 0});
  });
  afterAll(async () => {
    await site.close();
    rmSync(join(dist, "..", "outside.txt"));
    rmSync(dist, {recursive: true});
  });
  /** Sends the path as it is: fetch would clean it. */
  const status = async (
    path: string,
    headers: Record<string, string> = {},
    method = "GET"
  ): Promise<number | undefined> =>
    await new Promise((done, fail) => {
      const {hostname, port} = new URL(site.url);
      request({hostname, port, path, headers, method}, (response) => {
        response.resume();
        done(response.statusCode);
      })
        .on("error", fail)
        .end();
    });

  it("answers on this machine only", () => {
    expect(new URL(site.url).hostname).toBe("127.0.0.1");
  });
  it("sends the policy and its companions with everything, a missing page too", async () => {
    for (const path of ["", "xa?ma=14797", "khong/co"]) {
      const {headers} = await fetch(site.url + path);
      expect(headers.get("content-security-policy")).toBe(CONTENT_SECURITY_POLICY);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
    }
    expect(CONTENT_SECURITY_POLICY).toContain("script-src 'self';");
    expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'");
  });
  it("has clean addresses and says 404 in Vietnamese", async () => {
    expect(await (await fetch(`${site.url}xa?ma=14797`)).text()).toBe("commune");
    const missing = await fetch(`${site.url}khong/co`);
    expect([missing.status, await missing.text()]).toEqual([404, "không có"]);
  });
  it("sends compressed copies and lets hashed files be kept", async () => {
    const {headers} = await fetch(`${site.url}_site/a-1.js`, {headers: {"accept-encoding": "gzip"}});
    expect(headers.get("content-encoding")).toBe("gzip");
    expect(headers.get("cache-control")).toContain("immutable");
    expect((await fetch(site.url)).headers.get("cache-control")).toBe("no-cache");
  });
  it("serves a site built anew without a restart", async () => {
    writeFileSync(join(dist, "new.html"), "new");
    expect(await (await fetch(`${site.url}new`)).text()).toBe("new");
  });
  it("gives nothing outside its folder, to another host name, or to a method that writes", async () => {
    expect(await status("/../outside.txt")).toBe(404);
    expect(await status("/%2e%2e/outside.txt")).toBe(404);
    expect(await status("/..%2foutside.txt")).toBe(404);
    expect(await status("/", {host: "rebound.example:8080"})).toBe(403);
    expect(await status("/", {}, "POST")).toBe(405);
  });
  it("takes the next port when its own is taken", async () => {
    const port = Number(new URL(site.url).port);
    const second = await serve(dist, {port});
    expect(Number(new URL(second.url).port)).toBeGreaterThan(port);
    await second.close();
  });
});
