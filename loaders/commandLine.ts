/** Runs a command's main function: its number is the exit status; an error is told in one line on stderr and ends with status 1. */
export async function runCommand(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    const detail = process.env["DEBUG"] === undefined ? "" : `\n${(error as Error).stack ?? ""}`;
    process.stderr.write(`Lỗi: ${(error as Error).message}${detail}\n`);
    process.exitCode = 1;
  }
}
