import type {Attributes} from "../xml.ts";

/** More spaces in one mark than a cell can hold characters. */
const MAX_SPACES = 32_768;

/**
 * Collects the text of a cell: its paragraphs on lines of their own. White space as written is one space (ODF 1.3, part 3,
 * 6.1.2); `<text:s>`, `<text:tab>` and `<text:line-break>` stand for the rest. Comments and drawings are not part of it.
 */
export class OdsText {
  #paragraphs: string[] = [];
  #paragraph: string | null = null;
  /** Elements open inside a comment, a drawing or a note. */
  #skipped = 0;

  start(): void {
    this.#paragraphs = [];
    this.#paragraph = null;
    this.#skipped = 0;
  }

  open(name: string, attributes: Attributes): void {
    if (this.#skipped > 0 || isAside(name)) this.#skipped++;
    else if (name === "text:p" || name === "text:h") this.#paragraph = "";
    else if (this.#paragraph === null) return;
    else if (name === "text:s") this.#paragraph += " ".repeat(spaces(attributes.get("text:c")));
    else if (name === "text:tab") this.#paragraph += "\t";
    else if (name === "text:line-break") this.#paragraph += "\n";
  }

  close(name: string): void {
    if (this.#skipped > 0) this.#skipped--;
    else if ((name === "text:p" || name === "text:h") && this.#paragraph !== null) {
      this.#paragraphs.push(this.#paragraph);
      this.#paragraph = null;
    }
  }

  add(text: string): void {
    if (this.#paragraph === null || this.#skipped > 0) return;
    const single = text.replace(/[ \t\r\n]+/g, " ");
    const isAfterSpace = this.#paragraph === "" || this.#paragraph.endsWith(" ");
    this.#paragraph += isAfterSpace && single.startsWith(" ") ? single.slice(1) : single;
  }

  get text(): string {
    return this.#paragraphs.join("\n");
  }
}

function isAside(name: string): boolean {
  return name === "annotation" || name.startsWith("draw:") || name === "text:note" || name === "text:ruby-text";
}

function spaces(written: string | undefined): number {
  const count = written === undefined ? 1 : Number(written);
  return Number.isInteger(count) && count > 0 ? Math.min(count, MAX_SPACES) : 1;
}
