/** Every DAG: whether it is on, how its last runs went, when the next is. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ListView } from "../../parts/table/list-view.tsx";
import { SavedViews } from "../../parts/table/saved-views.tsx";
import { useFreshList } from "../../parts/table/use-fresh-list.ts";
import { useListChange } from "../../parts/table/use-list-change.ts";
import { useSelection } from "../../parts/table/use-selection.ts";
import { useTitle } from "../../parts/use-title.ts";
import { DagBulk } from "./dag-bulk.tsx";
import { useDagColumns } from "./dag-columns.tsx";
import { useDagFilters } from "./dag-filters.ts";
import { filterOf, useDagRows } from "./use-dag-rows.ts";

export function DagsPage() {
  const { t } = useTranslation("dags");
  const search = useSearch({ from: "/dags" });
  const navigate = useNavigate();
  const fresh = useFreshList({ topics: ["home"], queryKey: ["dags"] });
  const { list, facets } = useDagRows(search, fresh.isWatched);
  const loaded = list.rows.map(({ dag_id: id }) => id);
  const selection = useSelection({ loaded, total: list.total, of: filterOf(search) });
  useTitle(t("title"));
  return (
    <>
      <h1 className="page-title">{t("title")}</h1>
      <ListView
        name="dags"
        label={t("title")}
        columns={useDagColumns()}
        list={list}
        fresh={fresh}
        filters={useDagFilters(facets)}
        search={{ name: "q", label: t("filter") }}
        values={search}
        onChange={useListChange("/dags", search)}
        say={(count) => t("count", { count })}
        empty={t("empty")}
        keyOf={({ dag_id: id }) => id}
        nameOf={({ dag_display_name: name }) => name}
        sort={search.sort}
        selection={selection}
        canPickAll
        bulk={<DagBulk selection={selection} filter={filterOf(search)} />}
        tools={<SavedViews list="/dags" values={search} />}
        onOpen={({ dag_id: dagId }) => void navigate({ to: "/dags/$dagId", params: { dagId } })}
      />
    </>
  );
}
