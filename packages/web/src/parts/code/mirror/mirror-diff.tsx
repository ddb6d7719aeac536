/** `CodeDiff` on CodeMirror. */
import { MergeView, unifiedMergeView } from "@codemirror/merge";
import { EditorView } from "@codemirror/view";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { CodeDiffProps } from "../code-props.ts";
import styles from "../code.module.css";
import { colour, readOnlySetup } from "./setup.ts";
import { usePhrases } from "./use-phrases.ts";

/** Lines around a difference that stay, and the fewest others that are worth folding. */
const FOLD = { margin: 3, minSize: 6 };

/** The more is compared letter by letter, the longer it takes; beyond this, whole pieces are. */
const EFFORT = { scanLimit: 1000, timeout: 500 };

export function MirrorDiff({ a, b, language, labels: [ofA, ofB], shape = "side", wrap = false }: CodeDiffProps) {
  const { t } = useTranslation("code");
  const place = useRef<HTMLDivElement>(null);
  const phrases = usePhrases();
  const both = t("diff.label", { a: ofA, b: ofB });
  useEffect(() => {
    const parent = place.current;
    if (parent === null) return;
    const setup = (label: string) => readOnlySetup({ label, phrases, wrap });
    if (shape === "side") {
      const view = new MergeView({
        a: { doc: a, extensions: setup(ofA) },
        b: { doc: b, extensions: setup(ofB) },
        parent,
        collapseUnchanged: FOLD,
        diffConfig: EFFORT,
      });
      colour([view.a, view.b], language);
      return () => view.destroy();
    }
    const merged = unifiedMergeView({
      original: a,
      mergeControls: false,
      collapseUnchanged: FOLD,
      diffConfig: EFFORT,
    });
    const view = new EditorView({ doc: b, extensions: [setup(both), merged], parent });
    colour([view], language);
    return () => view.destroy();
  }, [a, b, language, ofA, ofB, both, shape, wrap, phrases]);
  return <div ref={place} className={styles["code"]} data-shape={shape} />;
}
