/** Options of a group of tasks. */
import type { TaskDefaults } from "./task-options.ts";

export interface GroupOptions {
  readonly defaults?: TaskDefaults;
  readonly tooltip?: string;
  readonly groupDisplayName?: string;
  /** Whether the ids of what is inside begin with the group's. Default true. */
  readonly prefixGroupId?: boolean;
}
