import {defineConfig} from "vitest/config";

process.env["TZ"] = "UTC";

/** Three kinds of tests: rules on a real DuckDB, drawings in jsdom, pages in a real Chromium. */
export default defineConfig({
  test: {
    reporters: ["default", "./test/countReporter.ts"],
    projects: [
      {
        test: {
          name: "node",
          include: ["test/**/*.test.ts"],
          exclude: ["test/src/components/**", "test/browser/**"],
          testTimeout: 60_000,
          hookTimeout: 120_000
        }
      },
      {test: {name: "dom", environment: "jsdom", include: ["test/src/components/**/*.test.ts"]}},
      {
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          globalSetup: ["test/browser/harness/siteOfRun.ts"],
          testTimeout: 120_000,
          hookTimeout: 900_000,
          fileParallelism: false
        }
      }
    ]
  }
});
