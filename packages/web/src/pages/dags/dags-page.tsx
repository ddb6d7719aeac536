/** Every DAG: whether it is on, how its last runs went, when the next is. */
import { Button, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../../api/client.ts";
import { useFresh } from "../../live/use-fresh.ts";
import { Empty } from "../../parts/panel.tsx";
import { ProblemPanel } from "../../parts/problem-panel.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { DagTable } from "./dag-table.tsx";
import styles from "./dags.module.css";

const PAGE = 50;
const TYPING_MILLIS = 150;
const SETTLE_MILLIS = 1000;

export function DagsPage() {
  const { t } = useTranslation("dags");
  const { q = "" } = useSearch({ from: "/dags" });
  const rows = useDagRows(q);
  useTitle(t("title"));
  const dags = rows.data?.pages.flatMap((page) => page.rows) ?? [];
  const total = rows.data?.pages[0]?.total ?? 0;
  return (
    <>
      <header className={styles["head"]}>
        <h1>{t("title")}</h1>
        <span className={styles["count"]}>{rows.data !== undefined && t("count", { count: total })}</span>
        <Filter text={q} />
      </header>
      {rows.error !== null && <ProblemPanel error={rows.error} onRetry={() => void rows.refetch()} />}
      {rows.data !== undefined && dags.length === 0 && <Nothing filter={q} />}
      {dags.length > 0 && (
        <DagTable dags={dags} total={total} onMore={rows.hasNextPage ? () => void rows.fetchNextPage() : undefined} />
      )}
    </>
  );
}

function useDagRows(q: string) {
  const isWatched = useFresh({ topics: ["home"], queryKey: ["dags"], settleMillis: SETTLE_MILLIS });
  return useInfiniteQuery({
    queryKey: ["dags", q],
    enabled: isWatched,
    queryFn: ({ pageParam: cursor, signal }) => {
      const query = { limit: PAGE, ...(q === "" ? {} : { q }), ...(cursor === "" ? {} : { cursor }) };
      return client.get("/api/momiji/v1/dags", { params: { query }, signal });
    },
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}

function Filter({ text }: { readonly text: string }) {
  const { t } = useTranslation("dags");
  const navigate = useNavigate();
  const [typed, setTyped] = useState(text);
  const filter = useDebouncedCallback((q: string) => {
    void navigate({ to: "/dags", search: q === "" ? {} : { q }, replace: true });
  }, TYPING_MILLIS);
  return (
    <TextInput
      size="xs"
      type="search"
      className={styles["filter"] ?? ""}
      aria-label={t("filter")}
      placeholder={t("filter")}
      value={typed}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value);
        filter(value);
      }}
    />
  );
}

function Nothing({ filter }: { readonly filter: string }) {
  const { t } = useTranslation("dags");
  const navigate = useNavigate();
  if (filter === "") return <Empty>{t("empty")}</Empty>;
  return (
    <Empty>
      {t("none", { filter })}{" "}
      <Button size="compact-xs" variant="default" onClick={() => void navigate({ to: "/dags" })}>
        {t("clear")}
      </Button>
    </Empty>
  );
}
