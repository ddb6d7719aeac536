/** What the address of the list of deadlines keeps. */
import { readSearch, type SearchOf, text, texts } from "../../url/search.ts";

const READERS = { dag_id: text, dag_run_id: text, state: texts };

export type DeadlinesSearch = SearchOf<typeof READERS>;

export const readDeadlinesSearch = readSearch(READERS);
