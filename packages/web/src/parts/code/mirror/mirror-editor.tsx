/** `CodeEditor` on CodeMirror. */
import { Compartment, EditorState } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { useEffect, useEffectEvent, useRef } from "react";
import type { CodeEditorProps } from "../code-props.ts";
import styles from "../code.module.css";
import { editHistory } from "./edit-history.ts";
import { codeSetup, colour } from "./setup.ts";
import { usePhrases } from "./use-phrases.ts";

const explained = new Compartment();

/** A new line begins where the one above does. */
const newLine = {
  key: "Enter",
  run: ({ state, dispatch }: EditorView) => {
    const { text, from } = state.doc.lineAt(state.selection.main.from);
    const indent = /^\s*/.exec(text.slice(0, state.selection.main.from - from))?.[0] ?? "";
    dispatch(state.update(state.replaceSelection(`\n${indent}`), { scrollIntoView: true, userEvent: "input" }));
    return true;
  },
};

type Explained = Pick<CodeEditorProps, "label" | "isInvalid" | "describedBy">;

function attributesOf({ label, isInvalid = false, describedBy }: Explained) {
  return EditorView.contentAttributes.of({
    "aria-label": label,
    ...(isInvalid ? { "aria-invalid": "true" } : {}),
    ...(describedBy === undefined ? {} : { "aria-describedby": describedBy }),
  });
}

export function MirrorEditor(props: CodeEditorProps) {
  const { value, onChange, language = "json", label, isInvalid, describedBy, onBlur, isReadOnly = false } = props;
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef<EditorView | null>(null);
  const phrases = usePhrases();
  const changed = useEffectEvent((text: string) => onChange(text));
  const left = useEffectEvent(() => onBlur?.());
  const begin = useEffectEvent(() => ({ doc: value, attributes: attributesOf({ label, isInvalid, describedBy }) }));
  useEffect(() => {
    const { doc, attributes } = begin();
    const view = new EditorView({
      doc,
      extensions: [
        codeSetup({ phrases, wrap: true }),
        keymap.of([newLine]),
        editHistory,
        EditorState.readOnly.of(isReadOnly),
        EditorState.tabSize.of(2),
        explained.of(attributes),
        EditorView.updateListener.of(({ docChanged, state }) => docChanged && changed(state.doc.toString())),
        EditorView.domEventHandlers({ blur: () => left() }),
      ],
      ...(place.current === null ? {} : { parent: place.current }),
    });
    shown.current = view;
    colour([view], language);
    return () => view.destroy();
  }, [language, phrases, isReadOnly]);
  useEffect(() => {
    const view = shown.current;
    const text = view?.state.doc.toString();
    // What was typed here has come back; anything else is of the form's other half.
    if (view !== null && text !== undefined && text !== value)
      view.dispatch({ changes: { from: 0, to: text.length, insert: value } });
  }, [value]);
  useEffect(() => {
    shown.current?.dispatch({ effects: explained.reconfigure(attributesOf({ label, isInvalid, describedBy })) });
  }, [label, isInvalid, describedBy]);
  return <div ref={place} className={styles["code"]} data-field="true" data-invalid={isInvalid} />;
}
