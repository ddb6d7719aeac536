/** What every view of code has: numbers, colours by our tokens, search, and words in the reader's language. */
import { syntaxHighlighting } from "@codemirror/language";
import { search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import { nonce } from "../../../theme/theme.ts";
import type { CodeLanguage } from "../language.ts";
import { loadLanguage } from "./load-language.ts";

export interface Setup {
  readonly label: string;
  readonly phrases: { readonly [english: string]: string };
  readonly wrap: boolean;
  readonly onLine?: ((line: number) => void) | undefined;
}

const grammar = new Compartment();

/** Only what is near is drawn, so that the browser itself could not select all of it. */
const selectAll = {
  key: "Mod-a",
  run: (view: EditorView) => {
    view.dispatch({ selection: { anchor: 0, head: view.state.doc.length } });
    return true;
  },
};

export function codeSetup({ phrases, wrap, onLine }: Omit<Setup, "label">): Extension {
  return [
    EditorView.cspNonce.of(nonce()),
    EditorState.phrases.of(phrases),
    lineNumbers({ domEventHandlers: onLine === undefined ? {} : { click: pressed(onLine) } }),
    syntaxHighlighting(classHighlighter),
    search({ top: true }),
    keymap.of([selectAll, ...searchKeymap]),
    wrap ? EditorView.lineWrapping : [],
    grammar.of([]),
  ];
}

export function readOnlySetup({ label, ...setup }: Setup): Extension {
  return [
    codeSetup(setup),
    EditorState.readOnly.of(true),
    EditorView.editable.of(false),
    // What scrolls must be reachable by keyboard, and search begins with a key.
    EditorView.contentAttributes.of({ "aria-label": label, "aria-readonly": "true", tabindex: "0" }),
  ];
}

function pressed(onLine: (line: number) => void) {
  return (view: EditorView, { from }: { readonly from: number }) => {
    onLine(view.state.doc.lineAt(from).number);
    return true;
  };
}

/** Colours come as soon as the grammar does. */
export function colour(views: readonly EditorView[], language: CodeLanguage): void {
  void loadLanguage(language).then((extension) => {
    for (const view of views) view.dispatch({ effects: grammar.reconfigure(extension) });
  });
}
