import { EditorState, type TransactionSpec } from "@codemirror/state";
import { expect, test } from "vitest";
import { editHistory, go } from "./edit-history.ts";

/** The state of a field without a field. */
function field(doc: string) {
  const view = {
    state: EditorState.create({ doc, extensions: editHistory }),
    dispatch(...specs: readonly TransactionSpec[]) {
      view.state = view.state.update(...specs).state;
    },
  };
  const type = (insert: string) =>
    view.dispatch({ changes: { from: view.state.doc.length, insert }, userEvent: "input.type" });
  return { view: view as unknown as Parameters<typeof go>[0], type, text: () => view.state.doc.toString() };
}

test("what is typed in one go is taken back in one go, a new line begins the next", () => {
  const { view, type, text } = field("{");
  for (const letter of "ab\ncd") type(letter);
  const seen = [text()];
  while (go(view, "undo")) seen.push(text());
  expect(seen).toEqual(["{ab\ncd", "{ab\n", "{ab", "{"]);
  while (go(view, "redo")) seen.push(text());
  expect(seen.slice(4)).toEqual(["{ab", "{ab\n", "{ab\ncd"]);
});

test("what was taken back is gone once something else is typed", () => {
  const { view, type, text } = field("");
  type("one");
  go(view, "undo");
  type("two");
  expect([go(view, "redo"), text()]).toEqual([false, "two"]);
});
