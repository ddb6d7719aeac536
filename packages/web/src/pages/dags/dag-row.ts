/** A row of the list of DAGs. */
import type { components } from "@momiji/client";

export type DagRow = components["schemas"]["DagRow"];
