/** Code to read: coloured, numbered, searchable with Ctrl-F. Until the editor has come it is plain text. */
import { lazy, Suspense } from "react";
import type { CodeViewProps } from "./code-props.ts";
import styles from "./code.module.css";

const MirrorView = lazy(async () => ({ default: (await import("./mirror/mirror-view.tsx")).MirrorView }));

export function CodeView(props: CodeViewProps) {
  return (
    <Suspense fallback={<PlainCode {...props} />}>
      <MirrorView {...props} />
    </Suspense>
  );
}

function PlainCode({ text, label, wrap }: CodeViewProps) {
  return (
    // A region that scrolls can be reached by keyboard.
    <pre className={styles["plain"]} data-wrap={wrap} aria-label={label} role="region" tabIndex={0}>
      {text}
    </pre>
  );
}
