/** Whoever copies a moment from a page gets ISO 8601: what is pasted elsewhere says which moment it was, in any zone. */
import { useEffect } from "react";
import { withIsoTimes } from "../format/iso-times.ts";

export function useIsoCopies(): void {
  useEffect(() => {
    document.addEventListener("copy", onCopy);
    return () => document.removeEventListener("copy", onCopy);
  }, []);
}

function onCopy(event: ClipboardEvent): void {
  const selection = document.getSelection();
  if (event.defaultPrevented || selection === null || selection.isCollapsed) return;
  const times = [...document.querySelectorAll("time")]
    .filter((time) => selection.containsNode(time, true))
    .map(({ textContent, dateTime }) => ({ shown: textContent, iso: dateTime }));
  const text = selection.toString();
  const written = withIsoTimes(text, times);
  if (written === text) return;
  event.clipboardData?.setData("text/plain", written);
  event.preventDefault();
}
