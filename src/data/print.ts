import process from "node:process";

type Printer = (content: string | Uint8Array) => void;

let printer: Printer = (content) => process.stdout.write(content);

/** What a data loader makes: its file. Framework takes it from the standard output. */
export function print(content: string | Uint8Array): void {
  printer(content);
}

/** From here on what data loaders make goes to `next`: the build runs many of them in one process. */
export function printTo(next: Printer): void {
  printer = next;
}
