/** The text of a line with the colours that the program gave it; everything else that it contains is text. */
import Anser from "anser";
import { Fragment, memo } from "react";
import { type Part, partsOf } from "./marked-parts.ts";
import styles from "./log.module.css";

const CONTROL = /[\0-\x08\x0b-\x1a\x1c-\x1f\x7f]/g;

interface AnsiTextProps {
  readonly text: string;
  /** What is sought in it. */
  readonly sought?: RegExp | null;
}

export const AnsiText = memo(function AnsiText({ text, sought = null }: AnsiTextProps) {
  const shown = text.replaceAll(CONTROL, "\u{fffd}");
  if (!shown.includes("\u001b[")) return <Marked parts={partsOf(shown, sought)} />;
  return Anser.ansiToJson(shown, { json: true, remove_empty: true, use_classes: true }).map(
    ({ content, fg, bg, decorations }, at) => (
      // Parts of a text have no other name than their place.
      <span key={at} data-fg={fg || undefined} data-bg={bg || undefined} data-as={decorations.join(" ") || undefined}>
        <Marked parts={partsOf(content, sought)} />
      </span>
    ),
  );
});

function Marked({ parts }: { readonly parts: readonly Part[] }) {
  return parts.map(({ text, isSought }, at) =>
    isSought ? (
      <mark key={at} className={styles["hit"]}>
        {text}
      </mark>
    ) : (
      <Fragment key={at}>{text}</Fragment>
    ),
  );
}
