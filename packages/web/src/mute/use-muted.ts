/** Which failures the reader has muted; drawn anew when that is over. */
import { useEffect, useState } from "react";
import { now } from "../now.ts";
import { usePreferences } from "../preferences/preferences.ts";
import { type FailedThing, mutedUntil, nextEnd } from "./mute.ts";

export function useMuted(): (thing: FailedThing) => boolean {
  const { muted } = usePreferences();
  const [at, setAt] = useState(now);
  useEffect(() => {
    const end = nextEnd(muted, now());
    if (end === null) return undefined;
    const timer = setTimeout(() => setAt(now()), end - now());
    return () => clearTimeout(timer);
  }, [muted, at]);
  return (thing) => mutedUntil(muted, thing, now()) !== null;
}
