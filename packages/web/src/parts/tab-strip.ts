/** On a narrow page the tabs scroll: the one that is open is always in sight. */
import { useLocation } from "@tanstack/react-router";
import { type RefObject, useEffect, useRef } from "react";

export function useTabStrip(): RefObject<HTMLElement | null> {
  const strip = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    const open = strip.current?.querySelector<HTMLElement>('[aria-current="page"], [data-around="true"]');
    if (strip.current === null || open == null) return;
    const [left, right] = [open.offsetLeft - strip.current.offsetLeft, strip.current.clientWidth - open.offsetWidth];
    strip.current.scrollLeft = left - right / 2;
  }, [pathname]);
  return strip;
}
