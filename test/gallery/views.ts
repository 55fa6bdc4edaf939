/** How a state is looked at: window, theme, and what the eye or the paper does to it. */
export interface GalleryView {
  name: string;
  width: number;
  theme: "light" | "dark";
  /** Simulated by the browser; "achromatopsia" is greyscale. */
  vision?: "achromatopsia" | "deuteranopia" | "protanopia" | "tritanopia";
  /** Page zoom: 2 is text at 200 %. */
  zoom?: number;
  /** An A4 file in place of a picture. */
  isPaper?: boolean;
}

/** What a page is looked at in before it is called done. */
export const EVERYDAY: readonly GalleryView[] = [
  {name: "1440", width: 1440, theme: "light"},
  {name: "1440-toi", width: 1440, theme: "dark"},
  {name: "1024", width: 1024, theme: "light"},
  {name: "390", width: 390, theme: "light"},
  {name: "390-toi", width: 390, theme: "dark"}
];

/** Added by `--all`: the rarer eyes, windows and paper. */
export const RARE: readonly GalleryView[] = [
  {name: "360", width: 360, theme: "light"},
  {name: "zoom-200", width: 1440, theme: "light", zoom: 2},
  {name: "xam", width: 1440, theme: "light", vision: "achromatopsia"},
  {name: "mu-luc", width: 1440, theme: "light", vision: "deuteranopia"},
  {name: "mu-do", width: 1440, theme: "light", vision: "protanopia"},
  {name: "mu-lam", width: 1440, theme: "light", vision: "tritanopia"},
  {name: "a4", width: 794, theme: "light", isPaper: true}
];
