/** Undo and redo for a small field: what is typed in one go is taken back in one go. */
import { Annotation, type ChangeSet, type Extension, StateField, type Transaction } from "@codemirror/state";
import { type EditorView, keymap } from "@codemirror/view";

interface Past {
  /** Each takes back one step, the last one last. */
  readonly undo: readonly ChangeSet[];
  readonly redo: readonly ChangeSet[];
  readonly isTyping: boolean;
}

type Way = "undo" | "redo";

const MOST_STEPS = 200;

const way = Annotation.define<Way>();

const past = StateField.define<Past>({
  create: () => ({ undo: [], redo: [], isTyping: false }),
  update(before, transaction) {
    if (!transaction.docChanged) return transaction.selection === undefined ? before : { ...before, isTyping: false };
    const back = transaction.changes.invert(transaction.startState.doc);
    const { undo, redo } = before;
    const gone = transaction.annotation(way);
    if (gone === "undo") return { undo: undo.slice(0, -1), redo: [...redo, back], isTyping: false };
    if (gone === "redo") return { undo: [...undo, back], redo: redo.slice(0, -1), isTyping: false };
    const isTyping = transaction.isUserEvent("input.type") && !breaksLine(transaction);
    const last = undo.at(-1);
    const steps =
      isTyping && before.isTyping && last !== undefined ? [...undo.slice(0, -1), back.compose(last)] : [...undo, back];
    return { undo: steps.slice(-MOST_STEPS), redo: [], isTyping };
  },
});

function breaksLine({ newDoc, startState }: Transaction): boolean {
  return newDoc.lines > startState.doc.lines;
}

/** @returns whether there was something to take back */
export function go(view: Pick<EditorView, "state" | "dispatch">, which: Way): boolean {
  const changes = view.state.field(past)[which].at(-1);
  if (changes === undefined) return false;
  view.dispatch({ changes, annotations: way.of(which), scrollIntoView: true });
  return true;
}

/** Keys that do nothing here are taken all the same: the browser's own undo knows nothing of the colours. */
const key = (name: string, which: Way) => ({ key: name, run: (view: EditorView) => go(view, which) || true });

export const editHistory: Extension = [
  past,
  keymap.of([key("Mod-z", "undo"), key("Mod-Shift-z", "redo"), key("Mod-y", "redo")]),
];
