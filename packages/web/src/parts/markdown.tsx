/** Markdown that users wrote, drawn and nothing more: no HTML of theirs, no pictures from elsewhere, no scripts in links. */
import { lazy, Suspense } from "react";

const Drawn = lazy(() => import("./drawn-markdown.tsx"));

/** Until it is drawn, the text as it was written. */
export function Markdown({ text }: { readonly text: string }) {
  return (
    <Suspense fallback={<p style={{ whiteSpace: "pre-wrap" }}>{text}</p>}>
      <Drawn text={text} />
    </Suspense>
  );
}
