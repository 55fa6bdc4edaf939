/** Tells a person what a long command is doing: on a terminal one bar that is redrawn, elsewhere plain lines. Always to stderr. */
export interface Progress {
  /** A step begins, e.g. "Đọc tệp". Ends the step before. */
  step: (name: string) => void;
  /** `done` of `total` in the step; `item` is what is at hand. */
  advance: (done: number, total: number, item: string) => void;
  /** Takes the bar away, before something else is written. */
  clear: () => void;
  /** Ends the last step and says what was done. */
  finish: (sentence: string) => void;
}

const BAR_WIDTH = 24;

/** @param stream where to write; its `isTTY` and `columns` decide the form. */
export function createProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  let current = "";
  let lastTenth = -1;
  const clear = (): void => {
    if (stream.isTTY) stream.write("\r\u001b[2K");
  };
  return {
    step(name) {
      clear();
      current = name;
      lastTenth = -1;
      stream.write(stream.isTTY ? `${name} …` : `${name}\n`);
    },
    advance(done, total, item) {
      const share = total === 0 ? 1 : done / total;
      if (stream.isTTY) {
        const filled = Math.round(share * BAR_WIDTH);
        const line = `${current} ${"█".repeat(filled)}${"░".repeat(BAR_WIDTH - filled)} ${done}/${total} ${item}`;
        stream.write(`\r\u001b[2K${line.slice(0, stream.columns - 1)}`);
        return;
      }
      const tenth = Math.floor(share * 10);
      if (tenth === lastTenth) return;
      lastTenth = tenth;
      stream.write(`${current} ${done}/${total} ${item}\n`);
    },
    clear,
    finish(sentence) {
      clear();
      stream.write(`${sentence}\n`);
    }
  };
}

/** For tests and for callers that do not watch. */
export const SILENT: Progress = {
  step: () => undefined,
  advance: () => undefined,
  clear: () => undefined,
  finish: () => undefined
};
