import {element} from "./element.js";

/** One choice of a control: the value the URL keeps, the words people read, and how many things it stands for. */
export interface Choice {
  value: string;
  text: string;
  /** Shown after the words on counted buttons. */
  count?: number | undefined;
}

/** A control holds its `value` and fires "input" when a person changes it, so Framework's `view()` takes it as it is. */
export type Control = HTMLElement & {value: string};

export interface ControlOptions {
  label: string;
  value?: string | undefined;
  onChange?: ((value: string) => void) | undefined;
}

/** A drop-down list with its label above. */
export function selectControl(choices: readonly Choice[], {label, value, onChange}: ControlOptions): Control {
  const options = choices.map((choice) => element("option", {value: choice.value}, choice.text));
  const select = element("select", {}, ...options);
  select.value = known(choices, value);
  const node = element("label", {class: "control"}, element("span", {}, label), select);
  select.addEventListener("change", () => onChange?.(select.value));
  return Object.defineProperty(node, "value", {
    get: () => select.value,
    set: (next: string) => (select.value = known(choices, next))
  }) as unknown as Control;
}

/** A field to search in a list, its label above; `onChange` hears of the words when the typing rests. */
export function searchControl({
  label,
  value = "",
  onChange,
  placeholder,
  rest = 200
}: ControlOptions & {placeholder?: string; rest?: number}): Control {
  const input = element("input", {type: "search", autocomplete: "off", spellcheck: "false", placeholder});
  input.value = value;
  const node = element("label", {class: "control control-search"}, element("span", {}, label), input);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    clearTimeout(waiting);
    onChange?.(input.value.trim());
  };
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(tell, rest);
  });
  input.addEventListener("change", tell);
  return Object.defineProperty(node, "value", {
    get: () => input.value.trim(),
    set: (next: string) => {
      // What a person is typing is not taken from under the fingers.
      if (input.value.trim() !== next) input.value = next;
    }
  }) as unknown as Control;
}

/** A row of buttons of which one is pressed: "Bản đồ | Ô đều". The label is read out, not shown. */
export function segmentedControl(choices: readonly Choice[], options: ControlOptions): Control {
  return buttons("segmented", choices, options);
}

/** Counted buttons that filter a table: "Khu dân cư 30". */
export function chipsControl(choices: readonly Choice[], options: ControlOptions): Control {
  return buttons("chips", choices, options);
}

function buttons(kind: string, choices: readonly Choice[], {label, value, onChange}: ControlOptions): Control {
  const node = element("div", {class: kind, role: "group", "aria-label": label}) as unknown as Control;
  let current = known(choices, value);
  const items = choices.map((choice) => {
    const text = choice.count === undefined ? choice.text : `${choice.text} ${choice.count}`;
    const button = element("button", {type: "button", value: choice.value}, text);
    button.addEventListener("click", () => {
      if (choice.value === current) return;
      node.value = choice.value;
      onChange?.(choice.value);
      node.dispatchEvent(new Event("input", {bubbles: true}));
    });
    return button;
  });
  Object.defineProperty(node, "value", {
    get: () => current,
    set: (next: string) => {
      current = known(choices, next);
      for (const item of items) item.setAttribute("aria-pressed", `${item.value === current}`);
    }
  });
  node.append(...items);
  node.value = current;
  return node;
}

/** The value if it is one of the choices, else the first: a stale link still opens. */
function known(choices: readonly Choice[], value: string | undefined): string {
  return choices.some((choice) => choice.value === value) ? (value ?? "") : (choices[0]?.value ?? "");
}
