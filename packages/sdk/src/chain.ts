/** `chain(a, [b, c], d)`: edges from each link to the next (Airflow's `chain`). */
import type { DagDraft } from "./dag-draft.ts";
import { DagDefinitionError, dagPlace } from "./definition-error.ts";
import { edgeNode } from "./edge-end.ts";
import type { EdgeEnd, Linkable } from "./output.ts";

export function chainEdges(links: readonly EdgeEnd[], draft: DagDraft): void {
  for (const link of links.flat()) edgeNode(link, draft);
  links.slice(1).forEach((second, index) => join(links[index] as EdgeEnd, second, draft));
}

function join(first: EdgeEnd, second: EdgeEnd, draft: DagDraft): void {
  if (!isList(first)) return first.before(second);
  if (!isList(second)) return second.after(first);
  if (first.length !== second.length) {
    throw new DagDefinitionError(
      dagPlace(draft.dagId),
      `chain: a list of ${first.length} is followed by one of ${second.length}; lists that follow each other are linked pairwise`,
    );
  }
  first.forEach((node, index) => node.before(second[index] as Linkable));
}

function isList(end: EdgeEnd): end is readonly Linkable[] {
  return Array.isArray(end);
}
