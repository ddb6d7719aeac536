/** What scrolls sideways on a narrow page, tabs and the way to where one is: the open one is in sight, and an edge fades where there is more. */
import { useLocation } from "@tanstack/react-router";
import { type RefObject, useEffect, useRef } from "react";

/** @param shows what is in sight without scrolling: the one that is open, or the end */
export function useTabStrip(shows: "open" | "end" = "open"): RefObject<HTMLElement | null> {
  const strip = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    const { current } = strip;
    return current === null ? undefined : watchEdges(current, () => bringIntoSight(current, shows));
  }, [pathname, shows]);
  return strip;
}

function bringIntoSight(strip: HTMLElement, shows: "open" | "end"): void {
  if (shows === "end") strip.scrollLeft = strip.scrollWidth;
  const open = strip.querySelector<HTMLElement>('[aria-current="page"], [data-around="true"]');
  if (shows === "end" || open === null) return;
  strip.scrollLeft = open.offsetLeft - strip.offsetLeft - (strip.clientWidth - open.offsetWidth) / 2;
}

/** Says in `data-more` at which edge there is more. */
function watchEdges(strip: HTMLElement, onSize: () => void): () => void {
  const tell = (): void => {
    const after = strip.scrollWidth - strip.clientWidth - strip.scrollLeft;
    strip.dataset["more"] = [strip.scrollLeft > 1 ? "before" : "", after > 1 ? "after" : ""].join(" ").trim();
  };
  // Also called as soon as it begins to watch, and when a name has come that is longer than what stood there.
  const watcher = new ResizeObserver(() => {
    onSize();
    tell();
  });
  for (const element of [strip, ...strip.children]) watcher.observe(element);
  strip.addEventListener("scroll", tell, { passive: true });
  return () => {
    watcher.disconnect();
    strip.removeEventListener("scroll", tell);
  };
}
