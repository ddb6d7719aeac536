/** What two texts differ in: side by side, or one below the other. What is the same is folded. */
import { lazy, Suspense } from "react";
import type { CodeDiffProps } from "./code-props.ts";

const MirrorDiff = lazy(async () => ({ default: (await import("./mirror/mirror-diff.tsx")).MirrorDiff }));

export function CodeDiff(props: CodeDiffProps) {
  return (
    <Suspense fallback={null}>
      <MirrorDiff {...props} />
    </Suspense>
  );
}
