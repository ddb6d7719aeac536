/** What the operators of this package have in common when a DAG file is read. */
import { DagDefinitionError, type DurationInput, secondsOf } from "@momiji/sdk";

/** Parts an operator's own options from those of tasks in general. */
export function splitOptions<T extends object>(
  options: T,
  own: ReadonlySet<string>,
): { own: Partial<T>; task: object } {
  const all = Object.entries(options);
  return {
    own: Object.fromEntries(all.filter(([name]) => own.has(name))) as Partial<T>,
    task: Object.fromEntries(all.filter(([name]) => !own.has(name))),
  };
}

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

/** A value that is a template is checked when it is rendered, by AWS. */
export function checkOneOf(
  place: string,
  options: object,
  allowed: { readonly [name: string]: readonly string[] },
): void {
  for (const [name, values] of Object.entries(allowed)) {
    const value = (options as { readonly [name: string]: unknown })[name];
    if (value === undefined || values.includes(value as string)) continue;
    if (typeof value === "string" && value.includes("{{")) continue;
    throw new DagDefinitionError(place, `${name} must be one of ${values.join(", ")}`);
  }
}
