/** What a role may do, as a table: a line for each thing, a column for each action. */
import type { components } from "@momiji/client";

type Permission = components["schemas"]["ActionResourceResponse"];

export const ACTIONS = ["can_read", "can_create", "can_edit", "can_delete"] as const;
export type Action = (typeof ACTIONS)[number];

/** One DAG as a resource. */
export const DAG_PREFIX = "DAG:";

/** Of one DAG runs are made by whoever may change it: there is nothing to create. */
export function hasAction(resource: string, action: Action): boolean {
  return !(resource.startsWith(DAG_PREFIX) && action === "can_create");
}

/** `can_read on DAG Runs` */
export function textOf(action: string, resource: string): string {
  return `${action} on ${resource}`;
}

export function grantedBy(actions: readonly Permission[]): ReadonlySet<string> {
  return new Set(actions.map(({ action, resource }) => textOf(action.name, resource.name)));
}

/** First what every installation has, then the DAGs that this role names. */
export function resourcesOf(all: readonly Permission[], own: readonly Permission[]): readonly string[] {
  const known = new Set(all.map(({ resource }) => resource.name));
  const dags = new Set(own.map(({ resource }) => resource.name).filter((name) => !known.has(name)));
  return [...known, ...[...dags].toSorted()];
}

export function toggled(granted: ReadonlySet<string>, text: string): ReadonlySet<string> {
  const next = new Set(granted);
  if (!next.delete(text)) next.add(text);
  return next;
}

/** As the API takes them. */
export function bodyOf(granted: ReadonlySet<string>): Permission[] {
  return [...granted].map((text) => {
    const [action = "", resource = ""] = text.split(/ on (.*)/s);
    return { action: { name: action }, resource: { name: resource } };
  });
}

/** How many permissions differ. */
export function differences(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return a.symmetricDifference(b).size;
}
