/**
 * A name that may be longer than its place in a list or before a row: what gives way there is its middle. The text is the whole name, for
 * whoever copies, hears or looks for it; only what is painted of it is not.
 */
import styles from "./long-name.module.css";

/** Letters at the end that stay: dates and numbers of what is called alike. */
const END = 8;

/** Names up to so many letters fit everywhere. */
const SHORT = 16;

export function LongName({ name }: { readonly name: string }) {
  const letters = Array.from(name);
  if (letters.length <= SHORT) return name;
  const end = letters.slice(-END).join("");
  return (
    <span className={styles["long"]} data-end={end}>
      <span className={styles["shown"]}>
        {letters.slice(0, -END).join("")}
        <span className={styles["rest"]}>{end}</span>
      </span>
    </span>
  );
}
