/** The line that a link leads to. */
import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";

const mark = StateEffect.define<number | null>();

const decoration = Decoration.line({ class: "cm-sought", attributes: { "data-sought": "true" } });

export const markedLine = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, { effects, changes }) {
    const effect = effects.find((one) => one.is(mark));
    if (effect === undefined) return marks.map(changes);
    return effect.value === null ? Decoration.none : Decoration.set(decoration.range(effect.value));
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Marks a line and shows it; one beyond the end is the last. */
export function showLine(view: EditorView, line: number | undefined): void {
  if (line === undefined) {
    view.dispatch({ effects: mark.of(null) });
    return;
  }
  const { from } = view.state.doc.line(Math.min(line, view.state.doc.lines));
  view.dispatch({ effects: [mark.of(from), EditorView.scrollIntoView(from, { y: "center" })] });
}
