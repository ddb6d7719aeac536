/** What the operators of this package have in common when a DAG file is read. */
import { type DurationInput, secondsOf } from "@momiji/sdk";

/** Amounts of time travel as seconds, under a name that says so. */
export function withSeconds(options: object, durations: readonly string[], place: string): object {
  const entries = Object.entries(options).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    entries.map(([name, value]) => {
      if (!durations.includes(name)) return [name, value] as const;
      return [`${name}Seconds`, secondsOf(value as DurationInput, `${place}, ${name}`)] as const;
    }),
  );
}
