/** `CodeView` on CodeMirror. */
import { EditorView } from "@codemirror/view";
import { useEffect, useEffectEvent, useRef } from "react";
import type { CodeViewProps } from "../code-props.ts";
import styles from "../code.module.css";
import { markedLine, showLine } from "./marked-line.ts";
import { colour, readOnlySetup } from "./setup.ts";
import { usePhrases } from "./use-phrases.ts";

export function MirrorView({ text, language, label, line, wrap = false, onLine }: CodeViewProps) {
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef<EditorView | null>(null);
  const phrases = usePhrases();
  const pressed = useEffectEvent((number: number) => onLine?.(number));
  const sought = useEffectEvent((view: EditorView) => line !== undefined && showLine(view, line));
  useEffect(() => {
    const view = new EditorView({
      doc: text,
      extensions: [readOnlySetup({ label, phrases, wrap, onLine: (number) => pressed(number) }), markedLine],
      ...(place.current === null ? {} : { parent: place.current }),
    });
    shown.current = view;
    colour([view], language);
    sought(view);
    return () => view.destroy();
  }, [text, language, label, wrap, phrases]);
  useEffect(() => {
    if (shown.current !== null) showLine(shown.current, line);
  }, [line]);
  return <div ref={place} className={styles["code"]} />;
}
