/** Every DAG: whether it is on, how its last runs went, when the next is. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ListView } from "../../parts/table/list-view.tsx";
import { useChangeSearch } from "../../parts/table/use-change-search.ts";
import { useFreshList } from "../../parts/table/use-fresh-list.ts";
import { useSelection } from "../../parts/table/use-selection.ts";
import { useTitle } from "../../parts/use-title.ts";
import { useDagColumns } from "./dag-columns.tsx";
import { useDagFilters } from "./dag-filters.ts";
import styles from "./dags.module.css";
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
      <h1 className={styles["heading"]}>{t("title")}</h1>
      <ListView
        name="dags"
        label={t("title")}
        columns={useDagColumns()}
        list={list}
        fresh={fresh}
        filters={useDagFilters(facets)}
        search={{ name: "q", label: t("filter") }}
        values={search}
        onChange={useChangeSearch()}
        say={(count) => t("count", { count })}
        empty={t("empty")}
        keyOf={({ dag_id: id }) => id}
        nameOf={({ dag_display_name: name }) => name}
        sort={search.sort}
        selection={selection}
        onOpen={({ dag_id: dagId }) => void navigate({ to: "/dags/$dagId", params: { dagId } })}
      />
    </>
  );
}
