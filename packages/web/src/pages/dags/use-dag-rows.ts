/** The rows of the list of DAGs, page by page, with how many DAGs have what. */
import type { components } from "@momiji/client";
import { client } from "../../api/client.ts";
import { type ListPage, type PagedList, usePages } from "../../parts/table/use-pages.ts";
import type { DagRow } from "./dag-row.ts";
import type { DagsSearch } from "./dags-search.ts";

type Facets = components["schemas"]["DagFacets"];

interface DagPage extends ListPage<DagRow> {
  readonly facets: Facets | undefined;
}

const PAGE = 50;

/** What of the address narrows the list, as the query of the API has it. */
export function filterOf(search: DagsSearch): Omit<DagsSearch, "sort" | "all" | "cols" | "group" | "open"> {
  const { sort: _, all: __, cols: ___, group: ____, open: _____, ...filter } = search;
  return filter;
}

interface DagRows {
  readonly list: PagedList<DagRow>;
  readonly facets: Facets | undefined;
}

export function useDagRows(search: DagsSearch, enabled: boolean): DagRows {
  const order = search.sort === undefined ? {} : { order_by: [search.sort] };
  const list = usePages<DagRow>({
    queryKey: ["dags", filterOf(search), search.sort],
    enabled,
    read: async (from, signal): Promise<DagPage> => {
      const place = from === "" ? { facets: true } : { cursor: from };
      const query = { ...filterOf(search), ...order, ...place, limit: PAGE } as never;
      const { rows, total, next, facets } = await client.get("/api/momiji/v1/dags", { params: { query }, signal });
      return { rows, total, next, facets };
    },
  });
  return { list, facets: (list.first as DagPage | undefined)?.facets };
}
