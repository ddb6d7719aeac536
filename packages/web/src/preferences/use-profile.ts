/** Preferences go with the user: what the profile says holds here, and what is changed here is put there. Used once, by the shell. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { client } from "../api/client.ts";
import { shellQuery } from "../api/shell-query.ts";
import { changePreferences, type Preferences, usePreferences } from "./preferences.ts";
import { readPreferences } from "./read-preferences.ts";
import { takenOfProfile } from "./taken-profile.ts";

const TYPING_MILLIS = 600;

export function useProfile(): void {
  const own = usePreferences();
  const { data } = useQuery({ ...shellQuery, enabled: false });
  /** As the profile has them, as far as it is known here. */
  const kept = useRef<string | null>(null);
  const begun = useRef(own);
  const profile = data?.preferences;
  useEffect(() => {
    if (profile === undefined || kept.current !== null) return;
    const read = readPreferences(profile);
    kept.current = textOf({ ...begun.current, ...read });
    const taken = takenOfProfile({ begun: begun.current, own, profile: read });
    // What was changed here meanwhile goes into the profile with the next effect.
    if (textOf({ ...own, ...taken }) !== textOf(own)) changePreferences(taken);
  }, [profile, own]);
  useEffect(() => {
    if (kept.current === null || textOf(own) === kept.current) return undefined;
    const timer = setTimeout(() => {
      kept.current = textOf(own);
      // It holds in this browser all the same.
      void client.put("/api/momiji/v1/me/preferences", { body: own as never }).catch(() => undefined);
    }, TYPING_MILLIS);
    return () => clearTimeout(timer);
  }, [own]);
  useLook(own);
}

function textOf(own: Preferences): string {
  return JSON.stringify(Object.entries(own).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** What style sheets ask for. */
function useLook({ density, contrast, motion }: Preferences): void {
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset["density"] = density;
    dataset["contrast"] = contrast;
    dataset["motion"] = motion;
  }, [density, contrast, motion]);
}
