/** What the operators of this package have in common when a DAG file is read. */
import { DagDefinitionError, type DurationInput, secondsOf } from "@momiji/sdk";
import { labelValue } from "./pod/pod-names.ts";

/** Amounts of time travel as whole seconds, under a name that says so. */
export function withSeconds(options: object, durations: readonly string[], place: string): object {
  const entries = Object.entries(options).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    entries.map(([name, value]) => {
      if (!durations.includes(name)) return [name, value] as const;
      return [`${name}Seconds`, Math.ceil(secondsOf(value as DurationInput, `${place}, ${name}`))] as const;
    }),
  );
}

export function checkLabels(place: string, labels: { readonly [name: string]: string } = {}): void {
  for (const [name, value] of Object.entries(labels)) {
    if (value.includes("{{") || labelValue(value) === value) continue;
    const rule = "is none that Kubernetes takes: at most 63 letters, digits, -, _ and .";
    throw new DagDefinitionError(place, `label ${name}: ${JSON.stringify(value)} ${rule}`);
  }
}
