/** The values of a mapped group, as the tasks in it take them. */
import type { DagDraft } from "./dag-draft.ts";

declare const VALUE: unique symbol;

/** One value of the mapped group around, for the inputs of its tasks: another one in each instance of the group. */
export interface GroupInput<T> {
  readonly name: string;
  /** Exists for the compiler only. */
  readonly [VALUE]?: T;
}

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
