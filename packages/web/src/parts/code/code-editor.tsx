/** A field for code, JSON unless it is said otherwise. Tab leaves it, as it leaves every field. */
import { lazy, Suspense } from "react";
import type { CodeEditorProps } from "./code-props.ts";
import styles from "./code.module.css";

const MirrorEditor = lazy(async () => ({ default: (await import("./mirror/mirror-editor.tsx")).MirrorEditor }));

export function CodeEditor(props: CodeEditorProps) {
  const { value, label, onChange } = props;
  return (
    <Suspense
      fallback={
        <textarea
          className={styles["plain"]}
          aria-label={label}
          value={value}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      }
    >
      <MirrorEditor {...props} />
    </Suspense>
  );
}
