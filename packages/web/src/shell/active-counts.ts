/** How many runs go on and wait, for whatever page tells of them; null: that is not known yet. */
import { createContext } from "react";
import type { ActiveCounts } from "./active-runs.ts";

export const ActiveCountsContext = createContext<ActiveCounts | null>(null);
