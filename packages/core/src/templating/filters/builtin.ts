/** All filters by name. */
import { AIRFLOW_FILTERS } from "./airflow.ts";
import { COLLECTION_FILTERS } from "./collection.ts";
import type { FilterFunction } from "./filter.ts";
import { HTML_FILTERS } from "./html.ts";
import { NUMBER_FILTERS } from "./number.ts";
import { SELECT_FILTERS } from "./select.ts";
import { TEXT_FILTERS } from "./text.ts";

/** Jinja's and Airflow's. A `Map`, so that `constructor` is no filter. */
export const BUILTIN_FILTERS: ReadonlyMap<string, FilterFunction> = new Map(
  Object.entries({
    ...TEXT_FILTERS,
    ...HTML_FILTERS,
    ...NUMBER_FILTERS,
    ...COLLECTION_FILTERS,
    ...SELECT_FILTERS,
    ...AIRFLOW_FILTERS,
  }),
);
