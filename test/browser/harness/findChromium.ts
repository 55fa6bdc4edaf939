import {execFileSync, spawnSync} from "node:child_process";
import {existsSync} from "node:fs";
import process from "node:process";

const COMMON_PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/microsoft-edge",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe"
];

/**
 * Path of a Chromium on this machine: `CHROMIUM_PATH`, else a common place; on Debian as root it is installed.
 * @throws Error saying what to install.
 */
export function findChromium(): string {
  const given = process.env["CHROMIUM_PATH"];
  if (given !== undefined && given !== "") {
    if (existsSync(given)) return given;
    throw new Error(`CHROMIUM_PATH is ${given}, where no file is`);
  }
  const found = COMMON_PLACES.find((path) => existsSync(path));
  if (found !== undefined) return found;
  if (process.platform === "linux" && process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0) {
    execFileSync("apt-get", ["update", "-qq"], {stdio: "inherit"});
    execFileSync("apt-get", ["install", "-y", "-qq", "chromium"], {stdio: "inherit"});
    if (existsSync("/usr/bin/chromium")) return "/usr/bin/chromium";
  }
  throw new Error(
    "the browser tests need Chromium: on Debian or Ubuntu run `sudo apt-get install chromium`, elsewhere install Chrome, or set CHROMIUM_PATH to its program"
  );
}
