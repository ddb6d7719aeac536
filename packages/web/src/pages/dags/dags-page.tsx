/** Every DAG: whether it is on, how its last runs went, when the next is. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { actsOn } from "../../acts/acts-on.ts";
import { ProblemPanel } from "../../parts/problem-panel.tsx";
import { Count } from "../../parts/table/count.tsx";
import { FilterBar } from "../../parts/table/filter-bar.tsx";
import { ListView } from "../../parts/table/list-view.tsx";
import { SavedViews } from "../../parts/table/saved-views.tsx";
import { useFreshList } from "../../parts/table/use-fresh-list.ts";
import { useListChange } from "../../parts/table/use-list-change.ts";
import { useSelection } from "../../parts/table/use-selection.ts";
import { useTitle } from "../../parts/use-title.ts";
import { DagBulk } from "./dag-bulk.tsx";
import { useDagColumns } from "./dag-columns.tsx";
import { useDagFilters } from "./dag-filters.ts";
import type { Grouping } from "./dag-groups.ts";
import type { DagsSearch } from "./dags-search.ts";
import { GroupChoice } from "./group-choice.tsx";
import { GroupedDags } from "./grouped-dags.tsx";
import { filterOf, useDagRows } from "./use-dag-rows.ts";

export function DagsPage() {
  const { t } = useTranslation("dags");
  const search = useSearch({ from: "/dags" });
  useTitle(t("title"));
  return (
    <>
      <h1 className="page-title">{t("title")}</h1>
      {search.group === undefined ? <AllDags search={search} /> : <DagsInGroups search={search} by={search.group} />}
    </>
  );
}

/** What both have: the rows, what narrows them, and what stands beside the count. */
function useDagList(search: DagsSearch) {
  const { t } = useTranslation("dags");
  const fresh = useFreshList({ topics: ["home"], queryKey: ["dags"] });
  const { list, facets } = useDagRows(search, fresh.isWatched);
  const onChange = useListChange("/dags", search);
  const bar = {
    filters: useDagFilters(facets),
    search: { name: "q", label: t("filter") },
    values: search,
    onChange,
  };
  const tools = (
    <>
      <GroupChoice by={search.group} onChange={onChange} />
      <SavedViews list="/dags" values={search} />
    </>
  );
  return { fresh, list, facets, bar, tools, say: (count: number) => t("count", { count }) };
}

function AllDags({ search }: { readonly search: DagsSearch }) {
  const { t } = useTranslation("dags");
  const navigate = useNavigate();
  const { fresh, list, bar, tools, say } = useDagList(search);
  const loaded = list.rows.map(({ dag_id: id }) => id);
  const selection = useSelection({ loaded, total: list.total, of: filterOf(search) });
  return (
    <ListView
      name="dags"
      label={t("title")}
      columns={useDagColumns()}
      list={list}
      fresh={fresh}
      {...bar}
      sharesColumns
      say={say}
      empty={t("empty")}
      keyOf={({ dag_id: id }) => id}
      nameOf={({ dag_display_name: name }) => name}
      sort={search.sort}
      selection={selection}
      canPickAll
      bulk={<DagBulk selection={selection} filter={filterOf(search)} />}
      tools={tools}
      actsOf={({ dag_id: dagId }) => actsOn({ dagId })}
      onOpen={({ dag_id: dagId }) => void navigate({ to: "/dags/$dagId", params: { dagId } })}
    />
  );
}

function DagsInGroups({ search, by }: { readonly search: DagsSearch; readonly by: Grouping }) {
  const { list, facets, bar, tools, say } = useDagList(search);
  return (
    <>
      <FilterBar {...bar}>
        {list.first !== undefined && <Count total={list.total} isMore={list.isMore} say={say} />}
        {tools}
      </FilterBar>
      {list.error !== null && <ProblemPanel error={list.error} onRetry={list.retry} />}
      {facets !== undefined && <GroupedDags by={by} search={search} facets={facets} />}
    </>
  );
}
