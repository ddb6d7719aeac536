/** `chain(a, [b, c], label("why"), d)`: edges from each link to the next (Airflow's `chain`). */
import type { DagDraft } from "./dag-draft.ts";
import { DagDefinitionError, dagPlace } from "./definition-error.ts";
import { edgeNode } from "./edge-end.ts";
import { EdgeLabel } from "./edge-label.ts";
import type { EdgeEnd, Linkable } from "./output.ts";

export function chainEdges(links: readonly (EdgeEnd | EdgeLabel)[], draft: DagDraft): void {
  for (const link of links.flat()) if (!(link instanceof EdgeLabel)) edgeNode(link, draft);
  let first: EdgeEnd | null = null;
  let label: readonly EdgeLabel[] = [];
  for (const link of links) {
    if (link instanceof EdgeLabel) {
      label = [link];
      continue;
    }
    if (first !== null) join([first, link], label, draft);
    first = link;
    label = [];
  }
}

function join([first, second]: readonly [EdgeEnd, EdgeEnd], label: readonly EdgeLabel[], draft: DagDraft): void {
  if (!isList(first)) return first.before(...label, second);
  if (!isList(second)) return second.after(...label, first);
  if (first.length !== second.length) {
    throw new DagDefinitionError(
      dagPlace(draft.dagId),
      `chain: a list of ${first.length} is followed by one of ${second.length}; lists that follow each other are linked pairwise`,
    );
  }
  first.forEach((node, index) => node.before(...label, second[index] as Linkable));
}

function isList(end: EdgeEnd): end is readonly Linkable[] {
  return Array.isArray(end);
}
