/** How old what is shown is, counted up while the server cannot be reached. */
import { useEffect, useState } from "react";
import { agoText } from "../format/ago.ts";
import { now } from "../now.ts";
import { usePreferences } from "../preferences/preferences.ts";
import styles from "./shell.module.css";

const STEP_MILLIS = 1000;

/** @param at milliseconds since the epoch */
export function DataAge({ at }: { readonly at: number }) {
  const { language } = usePreferences();
  const [millis, setMillis] = useState(() => now() - at);
  useEffect(() => {
    const timer = setInterval(() => setMillis(now() - at), STEP_MILLIS);
    return () => clearInterval(timer);
  }, [at]);
  return (
    // Read out every second it would say nothing else.
    <span role="timer" aria-live="off" className={styles["age"]}>
      {agoText(millis, language)}
    </span>
  );
}
