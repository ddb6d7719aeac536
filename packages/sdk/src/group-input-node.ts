/** The object behind a `GroupInput`. */
import type { DagDraft } from "./dag-draft.ts";

export class GroupInputNode {
  readonly name: string;
  readonly groupId: string;
  readonly #draft: DagDraft;

  constructor(draft: DagDraft, groupId: string, name: string) {
    this.#draft = draft;
    this.groupId = groupId;
    this.name = name;
  }

  /** Whether what is being added there stands in the group that gives it. */
  isIn(draft: DagDraft): boolean {
    return this.#draft === draft && draft.isInside(this.groupId);
  }
}
