/** Words at an edge, for drawings (Airflow's `Label`). */
import { DagDefinitionError } from "./definition-error.ts";

export class EdgeLabel {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** `a.before(label("if empty"), b)`, `chain(a, label("if empty"), b)`: stands at the edges to what comes after it. */
export function label(text: string): EdgeLabel {
  if (typeof text !== "string" || text === "")
    throw new DagDefinitionError("label", "an edge needs words that are not empty");
  return new EdgeLabel(text);
}

/** What stands between labels, each with the label before it. */
export function labelled<T>(items: readonly (T | EdgeLabel)[]): { readonly item: T; readonly label?: string }[] {
  const found: { item: T; label?: string }[] = [];
  let current: string | undefined;
  for (const item of items) {
    if (item instanceof EdgeLabel) current = item.text;
    else found.push(current === undefined ? { item } : { item, label: current });
  }
  return found;
}
