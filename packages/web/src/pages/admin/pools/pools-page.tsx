/** Every pool: how many task instances run at once, who holds the slots, who waits for one. */
import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { useFresh } from "../../../live/use-fresh.ts";
import { GuardedButton } from "../../../parts/guarded.tsx";
import { Empty } from "../../../parts/panel.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import { useMay } from "../../../rights/use-rights.ts";
import styles from "../admin.module.css";
import { RowActions } from "../row-actions.tsx";
import { SettingPage } from "../setting-page.tsx";
import { TextFilter } from "../text-filter.tsx";
import { DeletePool } from "./delete-pool.tsx";
import { PoolBar } from "./pool-bar.tsx";
import { PoolDialog } from "./pool-dialog.tsx";
import { DEFAULT_POOL, needOf, type Pool } from "./pool.ts";
import own from "./pools.module.css";

const SETTLE_MILLIS = 500;
/** As many as a page of the API has. */
const MOST = 100;

/** Who holds what changes with the pools, with what workers hold, and with runs. */
export function usePoolsFresh(): boolean {
  return useFresh({ topics: ["pools", "workers", "runs"], queryKey: ["pools"], settleMillis: SETTLE_MILLIS });
}

export function PoolsPage() {
  const { t } = useTranslation("admin");
  const { q = "" } = useSearch({ from: "/admin/pools" });
  const isWatched = usePoolsFresh();
  const may = useMay("pools", "create");
  const [isNew, setNew] = useState(false);
  const { data, error, refetch } = useQuery({
    enabled: isWatched,
    queryKey: ["pools", "list", q],
    queryFn: ({ signal }) => {
      const pattern = q === "" ? {} : { pool_name_pattern: `%${q}%` };
      return client.get("/api/v2/pools", {
        params: { query: { limit: MOST, order_by: ["name"], ...pattern } },
        signal,
      });
    },
  });
  return (
    <SettingPage
      title={t("pools.title")}
      lead={t("pools.lead")}
      count={data?.total_entries}
      tools={
        <>
          <TextFilter label={t("pools.filter")} name="q" value={q} />
          <GuardedButton size="xs" reason={may.reason} onClick={() => setNew(true)}>
            {t("pools.add")}
          </GuardedButton>
        </>
      }
    >
      {error !== null && <ProblemPanel error={error} onRetry={() => void refetch()} />}
      {data?.pools.length === 0 && <Empty>{t("none", { filter: q })}</Empty>}
      {data !== undefined && data.total_entries > data.pools.length && (
        <p className={styles["quiet"]}>{t("pools.first", { count: data.pools.length })}</p>
      )}
      {data !== undefined && data.pools.length > 0 && (
        <ul className={own["pools"]} aria-label={t("pools.title")}>
          {data.pools.map((pool) => (
            <PoolRow key={pool.name} pool={pool} />
          ))}
        </ul>
      )}
      {isNew && <PoolDialog pool={null} onClose={() => setNew(false)} />}
    </SettingPage>
  );
}

function PoolRow({ pool }: { readonly pool: Pool }) {
  const { t } = useTranslation("admin");
  const need = needOf(pool);
  return (
    <li className={own["row"]}>
      <span className={own["name"]}>
        <Link to="/pools/$poolName" params={{ poolName: pool.name }}>
          {pool.name}
        </Link>
        {need !== "none" && <span className={own["need"]}> {t(`pools.need.${need}`)}</span>}
      </span>
      <span className={own["wide"]}>
        <PoolBar pool={pool} />
      </span>
      <span className={own["numbers"]}>
        {pool.slots < 0
          ? t("pools.occupiedEndless", { occupied: pool.occupied_slots })
          : t("pools.occupied", { occupied: pool.occupied_slots, slots: pool.slots })}
      </span>
      <span className={own["numbers"]}>{t("pools.waiting", { count: pool.scheduled_slots })}</span>
      <span className={`${styles["quiet"]} ${styles["clip"]} ${own["wide"]}`}>{pool.description}</span>
      <span className={own["end"]}>
        <PoolActions pool={pool} />
      </span>
    </li>
  );
}

export function PoolActions({ pool }: { readonly pool: Pool }) {
  const { t } = useTranslation("admin");
  const [open, setOpen] = useState<"edit" | "delete" | null>(null);
  return (
    <>
      <RowActions
        of="pools"
        stays={pool.name === DEFAULT_POOL ? t("pools.defaultStays") : null}
        onEdit={() => setOpen("edit")}
        onDelete={() => setOpen("delete")}
      />
      {open === "edit" && <PoolDialog pool={pool} onClose={() => setOpen(null)} />}
      {open === "delete" && <DeletePool name={pool.name} onClose={() => setOpen(null)} />}
    </>
  );
}
