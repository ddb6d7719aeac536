/** For whoever writes operators: an operator's options come together with those that every task has. */
import { DagDefinitionError } from "./definition-error.ts";

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

/**
 * Refuses a value that is none of those allowed for its name. One that is a template is not known until it is rendered.
 * @throws DagDefinitionError
 */
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
