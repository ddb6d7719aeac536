/** Options of a group of tasks. */
import type { TaskDefaults } from "./task-options.ts";

export interface GroupOptions {
  readonly defaults?: TaskDefaults;
  readonly tooltip?: string;
}
