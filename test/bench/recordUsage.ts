import {writeFileSync} from "node:fs";

/** Loaded before a measured script: at its end writes what it took to the file that BENCH_USAGE names. */
process.on("exit", () => {
  const {maxRSS, userCPUTime, systemCPUTime} = process.resourceUsage();
  const usage = {megabytes: maxRSS / 1024, cpuSeconds: (userCPUTime + systemCPUTime) / 1e6};
  writeFileSync(process.env["BENCH_USAGE"] ?? "", JSON.stringify(usage));
});
