/** Until when a run was to be done with something, and whether it was. */
import type { components } from "@momiji/client";

export type Deadline = components["schemas"]["Deadline"];
