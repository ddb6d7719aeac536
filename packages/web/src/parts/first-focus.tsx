/**
 * Where the keyboard begins in a dialog: at what asks for it, else at the first field, else at the main button, which stands last.
 * Until that is there and can be used the keyboard waits here, unseen; whoever has moved on by then is left where they are.
 */
import { useEffect, useRef } from "react";

const ASKING = "[data-autofocus]";
/** Tabs, and what chooses between form and JSON, lead to fields; they are none. */
const FIELD =
  ":is(input, textarea, select):not([readonly], :disabled, [type='radio']:not(:checked), .mantine-SegmentedControl-input)";
const BUTTON = "button:not([role='tab'])";

export function FirstFocus() {
  const here = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const { current } = here;
    const body = current?.parentElement ?? null;
    if (body === null) return undefined;
    const watcher = new MutationObserver(() => moveOn(current));
    watcher.observe(body, { childList: true, subtree: true, attributeFilter: ["disabled"] });
    return () => watcher.disconnect();
  }, []);
  // The dialog takes the keyboard to the first that asks for it.
  return <span ref={here} tabIndex={-1} data-autofocus onFocus={({ currentTarget }) => moveOn(currentTarget)} />;
}

function moveOn(here: HTMLElement | null): void {
  const body = here?.parentElement ?? null;
  if (body === null || document.activeElement !== here) return;
  const first = [...body.querySelectorAll<HTMLElement>(ASKING)].find((one) => one !== here) ?? firstField(body);
  (first ?? [...body.querySelectorAll<HTMLElement>(BUTTON)].at(-1))?.focus();
}

function firstField(body: HTMLElement): HTMLElement | undefined {
  return [...body.querySelectorAll<HTMLElement>(FIELD)].find((field) => field.checkVisibility());
}
