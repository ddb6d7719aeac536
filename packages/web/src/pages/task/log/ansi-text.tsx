/** The text of a line with the colours that the program gave it; everything else that it contains is text. */
import Anser from "anser";
import { memo } from "react";

/** A line of megabytes is shown by its beginning; the download has it whole. */
const LONGEST = 10_000;

const CONTROL = /[\0-\x08\x0b-\x1a\x1c-\x1f\x7f]/g;

export const AnsiText = memo(function AnsiText({ text }: { readonly text: string }) {
  const shown = (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text).replaceAll(CONTROL, "\u{fffd}");
  if (!shown.includes("\u001b[")) return shown;
  return Anser.ansiToJson(shown, { json: true, remove_empty: true }).map(({ content, fg, decorations }, at) => (
    // Parts of a text have no other name than their place.
    <span
      key={at}
      style={{ ...(fg ? { color: `rgb(${fg})` } : {}), ...(decorations.includes("bold") ? { fontWeight: 600 } : {}) }}
    >
      {content}
    </span>
  ));
});
