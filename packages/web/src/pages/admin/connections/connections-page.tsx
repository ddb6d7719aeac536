/** How to reach what is outside. No secret of them is ever in an answer of the server. */
import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { GuardedButton } from "../../../parts/guarded.tsx";
import { Empty } from "../../../parts/panel.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import { useMay } from "../../../rights/use-rights.ts";
import { DeleteSetting } from "../delete-setting.tsx";
import { ProvidedRows } from "../provided-rows.tsx";
import { SettingPage } from "../setting-page.tsx";
import { TextFilter } from "../text-filter.tsx";
import { type KnownOrigins, useOrigins } from "../use-origins.ts";
import { ConnectionDialog, useConnectionTypes } from "./connection-dialog.tsx";
import type { Connection } from "./connection-form.ts";
import { ConnectionRows, type OpenConnection } from "./connection-rows.tsx";

const PAGE = 100;

export function ConnectionsPage() {
  const { t } = useTranslation("admin");
  const { q = "" } = useSearch({ from: "/admin/connections" });
  const [open, setOpen] = useState<OpenConnection>(null);
  const create = useMay("connections", "create");
  const origins = useOrigins("connections");
  const types = useConnectionTypes();
  const { data, error, refetch, hasNextPage, fetchNextPage } = useConnections(q);
  const connections = data?.pages.flatMap((page) => page.connections) ?? [];
  return (
    <SettingPage
      title={t("connections.title")}
      lead={t("connections.lead")}
      count={data?.pages[0]?.total_entries}
      tools={
        <>
          <TextFilter label={t("connections.filter")} name="q" value={q} />
          <GuardedButton size="xs" reason={create.reason} onClick={() => setOpen({ act: "add" })}>
            {t("connections.add")}
          </GuardedButton>
        </>
      }
    >
      {error !== null && <ProblemPanel error={error} onRetry={() => void refetch()} />}
      {error === null && types.error !== null && <ProblemPanel error={types.error} />}
      {data !== undefined && connections.length === 0 && (
        <Empty>{q === "" ? t("connections.empty") : t("none", { filter: q })}</Empty>
      )}
      {connections.length > 0 && (
        <ConnectionRows connections={connections} origins={origins} types={types.data?.types ?? []} onOpen={setOpen} />
      )}
      {hasNextPage && (
        <Button size="compact-sm" variant="default" mt="sm" onClick={() => void fetchNextPage()}>
          {t("more")}
        </Button>
      )}
      <ProvidedRows
        provided={origins.provided}
        stored={new Set(connections.map(({ connection_id: id }) => id.toLowerCase()))}
      />
      <Dialog open={open} types={types.data} changed={origins.changed} onClose={() => setOpen(null)} />
    </SettingPage>
  );
}

function useConnections(q: string) {
  return useInfiniteQuery({
    queryKey: ["connections", "list", q],
    queryFn: ({ pageParam: offset, signal }) => {
      const pattern = q === "" ? {} : { connection_id_pattern: `%${q}%` };
      const query = { limit: PAGE, offset, order_by: ["connection_id"] as const, ...pattern };
      return client.get("/api/v2/connections", { params: { query }, signal });
    },
    initialPageParam: 0,
    getNextPageParam: ({ connections: last }, pages) => (last.length < PAGE ? null : pages.length * PAGE),
  });
}

interface DialogProps {
  readonly open: OpenConnection;
  readonly types: ReturnType<typeof useConnectionTypes>["data"];
  readonly changed: KnownOrigins["changed"];
  onClose(): void;
}

function Dialog({ open, types, changed, onClose }: DialogProps) {
  if (open === null) return null;
  if (open.act === "delete") return <Deletion connection={open.connection} onClose={onClose} />;
  if (types === undefined) return null;
  const connection = open.act === "edit" ? open.connection : null;
  return (
    <ConnectionDialog
      connection={connection}
      types={types.types}
      testsAreAllowed={types.tests_are_allowed}
      secretSet={connection === null ? null : changed.get(connection.connection_id)?.secret}
      onClose={onClose}
    />
  );
}

function Deletion({ connection, onClose }: { readonly connection: Connection; onClose(): void }) {
  const { t } = useTranslation("admin");
  const path = { connection_id: connection.connection_id };
  return (
    <DeleteSetting
      name={connection.connection_id}
      consequence={t("connections.deleteWhat")}
      queryKey={["connections"]}
      removes={() => client.delete("/api/v2/connections/{connection_id}", { params: { path } })}
      onClose={onClose}
    />
  );
}
