/** Colours of marks: the error and warning colours of the site (`src/styles/tokens.css`: no, no-t, un, un-t), fills a little stronger for paper. */
export const MARK_COLOURS = {
  error: {ink: "FFAD4409", fill: "FFFBD9BF"},
  warning: {ink: "FF4A3C8C", fill: "FFDFD9F2"},
  ink: "FF17202B",
  sunk: "FFF3F1EB"
} as const;
