/** Moments in a text that is copied: as ISO 8601, whatever zone they are shown in. */

export interface ShownTime {
  /** As it stands on the page. */
  readonly shown: string;
  readonly iso: string;
}

/** @param times in the order in which they stand in the text; one of which only a part is in it stays as it is */
export function withIsoTimes(text: string, times: readonly ShownTime[]): string {
  let written = "";
  let at = 0;
  for (const { shown, iso } of times) {
    const found = shown === "" ? -1 : text.indexOf(shown, at);
    if (found < 0) continue;
    written += text.slice(at, found) + iso;
    at = found + shown.length;
  }
  return written + text.slice(at);
}
