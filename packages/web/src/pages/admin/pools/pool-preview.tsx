/** What changing a pool would do to those who wait for its slots, as the server sees it now; what is new since the last look is marked. */
import type { components } from "@momiji/client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { Gap } from "../../../parts/gap.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import { RunLabel } from "../../../parts/run-label.tsx";
import styles from "../admin.module.css";

type Preview = components["schemas"]["PoolPreview"];
type Item = components["schemas"]["PoolPreviewItem"];

/** Null: it is removed. */
export type PoolChange = { readonly slots: number; readonly include_deferred: boolean } | null;

const LISTED = 100;

export function usePoolPreview(name: string, change: PoolChange, isOn = true) {
  return useQuery({
    enabled: isOn,
    queryKey: ["pools", "preview", name, change],
    queryFn: async () => {
      const act =
        change === null ? ({ action: "delete" } as const) : ({ action: "pool", body: { ...change } } as const);
      const body = { ...act, path: { pool_name: name }, limit: LISTED };
      return (await client.post("/api/momiji/v1/preview", { body })) as unknown as Preview;
    },
    placeholderData: keepPreviousData,
    gcTime: 0,
    staleTime: 0,
  });
}

const keyOf = ({ key }: Item): string => Object.values(key).join("\n");

interface PoolPreviewProps {
  readonly preview: ReturnType<typeof usePoolPreview>;
  readonly isRemoved: boolean;
  /** Somebody tried, and the world had moved: what was not listed then is marked. */
  readonly isMoved: boolean;
}

export function PoolPreview({ preview: { data, error, refetch }, isRemoved, isMoved }: PoolPreviewProps) {
  const { t } = useTranslation("admin");
  const seen = useRef<ReadonlySet<string>>(new Set());
  if (error !== null) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  if (!isMoved) seen.current = new Set(data.items.map(keyOf));
  const listed = isRemoved ? data.items : data.items.filter(({ effect }) => effect === "will_run");
  return (
    <div aria-live="polite">
      {isMoved && (
        <p className={styles["warning"]} role="alert">
          {t("pools.moved")}
        </p>
      )}
      <p>
        <strong>
          {isRemoved ? t("pools.willWait", { count: data.total }) : t("pools.willStart", { count: data.starts })}
        </strong>
        <Gap />
        {!isRemoved && data.total > data.starts && t("pools.stillWait", { count: data.total - data.starts })}
      </p>
      {listed.length > 0 && (
        <ul className={styles["list"]}>
          {listed.map((item) => (
            <li key={keyOf(item)} data-new={isMoved && !seen.current.has(keyOf(item))}>
              <span>
                {item.key.dag_id} / {item.key.task_id}
                {item.key.map_index >= 0 && ` [${item.key.map_index}]`}{" "}
                <span className={styles["quiet"]} title={item.key.dag_run_id}>
                  <RunLabel runId={item.key.dag_run_id} />
                </span>
              </span>
              <span className={styles["quiet"]}>{t("pools.slots", { count: item.slots })}</span>
            </li>
          ))}
        </ul>
      )}
      {data.hidden > 0 && <p className={styles["quiet"]}>{t("pools.hidden", { count: data.hidden })}</p>}
    </div>
  );
}
