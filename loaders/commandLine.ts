/** Runs a command's main function: its number is the exit status; an error is told in one line on stderr and ends with status 1. */
export async function runCommand(main: () => Promise<number>): Promise<void> {
  // Whoever reads the output may stop reading ("| head"): no fault of the command.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit();
    throw error;
  });
  try {
    process.exitCode = await main();
  } catch (error) {
    const detail = process.env["DEBUG"] === undefined ? "" : `\n${(error as Error).stack ?? ""}`;
    process.stderr.write(`Lỗi: ${(error as Error).message}${detail}\n`);
    process.exitCode = 1;
  }
}
