import {isPublicEdition} from "../edition.js";
import {observeUrlState, readUrlState} from "../urlState.js";
import {markOpen, TRACE_CHANGED} from "./traceLink.js";

/** The panel as the follower knows it. */
export interface OpenPanel {
  /** Shows what the address names; undefined closes it. `isAsked`: a person pressed a figure, so the focus goes along. */
  show: (vet: string | undefined, options: {isAsked: boolean}) => void;
}

/**
 * Opens the trace panel whenever the address names a figure, on whatever page; its code is fetched only then. Never in a
 * public edition: a link sent from inside leads to nothing there.
 * @param load makes the panel.
 */
export function followTrace(load: () => Promise<OpenPanel>): void {
  if (isPublicEdition()) return;
  let panel: Promise<OpenPanel> | null = null;
  let shown: string | undefined;
  const follow = (isAsked: boolean): void => {
    const {vet} = readUrlState();
    if (vet === shown) return;
    shown = vet;
    for (const link of document.querySelectorAll<HTMLElement>(".traced")) markOpen(link);
    if (vet === undefined && panel === null) return;
    panel ??= load();
    panel.then(
      (made) => {
        // Another figure may have been asked for meanwhile.
        if (shown === vet) made.show(vet, {isAsked});
      },
      (error: unknown) => {
        panel = null;
        console.error(error);
      }
    );
  };
  window.addEventListener(TRACE_CHANGED, () => follow(true));
  observeUrlState(() => follow(false));
}
