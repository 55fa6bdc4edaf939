import {escapeHtml} from "../../src/publish/frame.ts";
import type {Picture} from "./takePictures.ts";

/** The gallery as one page: a row per state, a picture per view, each with its weight and faults. */
export function galleryPage(pictures: readonly Picture[]): string {
  const states = [...new Set(pictures.map(({state}) => state))];
  const rows = states.map((state) => {
    const shown = pictures.filter((picture) => picture.state === state).map(pictureCell);
    return `<h2>${escapeHtml(state)}</h2><div>${shown.join("")}</div>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Gallery</title>
<style>body{font:14px sans-serif;margin:24px}div{display:flex;gap:16px;overflow-x:auto;align-items:flex-start}
figure{margin:0;flex:none;width:320px}img,a{display:block;width:100%}img{border:1px solid #ccc}b{color:#ad4409}</style>
<h1>${states.length} states, ${pictures.length} pictures</h1>
${rows.join("\n")}</html>
`;
}

function pictureCell({file, view, requests, bytes, faults}: Picture): string {
  const name = encodeURIComponent(file);
  const body = file.endsWith(".pdf")
    ? `<a href="${name}">${escapeHtml(file)}</a>`
    : `<a href="${name}"><img loading="lazy" src="${name}" alt=""></a>`;
  const words = faults.map((fault) => `<br><b>${escapeHtml(fault)}</b>`).join("");
  return `<figure>${body}<figcaption>${escapeHtml(view)}: ${requests} requests, ${Math.round(bytes / 1000)} kB${words}</figcaption></figure>`;
}
