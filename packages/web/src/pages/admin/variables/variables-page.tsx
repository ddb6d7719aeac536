/** Values that tasks read by their keys. */
import { Button } from "@mantine/core";
import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { GuardedButton } from "../../../parts/guarded.tsx";
import { Empty } from "../../../parts/panel.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import { useMay } from "../../../rights/use-rights.ts";
import styles from "../admin.module.css";
import { Changed } from "../changed.tsx";
import { DeleteSetting } from "../delete-setting.tsx";
import { ProvidedRows } from "../provided-rows.tsx";
import { RowActions } from "../row-actions.tsx";
import { SettingPage } from "../setting-page.tsx";
import { SettingTable } from "../setting-table.tsx";
import { TextFilter } from "../text-filter.tsx";
import { UsedBy } from "../used-by.tsx";
import { type KnownOrigins, useOrigins } from "../use-origins.ts";
import { saveFile } from "./save-file.ts";
import { ImportDialog } from "./import-dialog.tsx";
import { VariableDialog } from "./variable-dialog.tsx";
import { VariableValue } from "./variable-value.tsx";
import type { Variable } from "./variable.ts";
import { variablesFile } from "./variables-file.ts";
import { useErrorText } from "../../../parts/use-error-text.ts";

const PAGE = 100;

type Open =
  | { readonly act: "add" }
  | { readonly act: "import" }
  | { readonly act: "edit" | "delete"; readonly variable: Variable }
  | null;

export function VariablesPage() {
  const { t } = useTranslation("admin");
  const { q = "" } = useSearch({ from: "/admin/variables" });
  const [open, setOpen] = useState<Open>(null);
  const origins = useOrigins("variables");
  const { data, error, refetch, hasNextPage, fetchNextPage } = useVariables(q);
  const variables = data?.pages.flatMap((page) => page.variables) ?? [];
  return (
    <SettingPage
      title={t("variables.title")}
      lead={t("variables.lead")}
      count={data?.pages[0]?.total_entries}
      tools={<Tools q={q} onOpen={setOpen} />}
    >
      {error !== null && <ProblemPanel error={error} onRetry={() => void refetch()} />}
      {data !== undefined && variables.length === 0 && (
        <Empty>{q === "" ? t("variables.empty") : t("none", { filter: q })}</Empty>
      )}
      {variables.length > 0 && <Rows variables={variables} origins={origins} onOpen={setOpen} />}
      {hasNextPage && (
        <Button size="compact-sm" variant="default" mt="sm" onClick={() => void fetchNextPage()}>
          {t("more")}
        </Button>
      )}
      <ProvidedRows provided={origins.provided} stored={new Set(variables.map(({ key }) => key))} />
      <Dialog open={open} onClose={() => setOpen(null)} />
    </SettingPage>
  );
}

function useVariables(q: string) {
  return useInfiniteQuery({
    queryKey: ["variables", "list", q],
    queryFn: ({ pageParam: offset, signal }) => {
      const pattern = q === "" ? {} : { variable_key_pattern: `%${q}%` };
      const query = { limit: PAGE, offset, order_by: ["key"] as const, ...pattern };
      return client.get("/api/v2/variables", { params: { query }, signal });
    },
    initialPageParam: 0,
    getNextPageParam: ({ variables: last }, pages) => (last.length < PAGE ? null : pages.length * PAGE),
  });
}

function Tools({ q, onOpen }: { readonly q: string; onOpen(open: Open): void }) {
  const { t } = useTranslation("admin");
  const errorText = useErrorText();
  const create = useMay("variables", "create");
  const edit = useMay("variables", "edit");
  const exports = useMutation({
    mutationFn: async () => {
      const { variables } = await client.post("/api/momiji/v1/variables/reveal", { body: { keys: null } });
      saveFile("variables.json", variablesFile(variables));
    },
    gcTime: 0,
  });
  return (
    <>
      <TextFilter label={t("variables.filter")} name="q" value={q} />
      <GuardedButton
        size="xs"
        variant="default"
        reason={edit.reason}
        loading={exports.isPending}
        onClick={() => exports.mutate()}
      >
        {t("variables.export")}
      </GuardedButton>
      <GuardedButton size="xs" variant="default" reason={create.reason} onClick={() => onOpen({ act: "import" })}>
        {t("variables.import")}
      </GuardedButton>
      <GuardedButton size="xs" reason={create.reason} onClick={() => onOpen({ act: "add" })}>
        {t("variables.add")}
      </GuardedButton>
      {exports.error !== null && <span role="alert">{errorText(exports.error)}</span>}
    </>
  );
}

interface RowsProps {
  readonly variables: readonly Variable[];
  readonly origins: KnownOrigins;
  onOpen(open: Open): void;
}

function Rows({ variables, origins, onOpen }: RowsProps) {
  const { t } = useTranslation("admin");
  return (
    <SettingTable
      hasActions
      titles={[t("variables.key"), t("variables.value"), t("description"), t("usedBy.title"), t("changed")]}
    >
      {variables.map((variable) => (
        <tr key={variable.key}>
          <td>
            <strong>{variable.key}</strong>
          </td>
          <td>
            <VariableValue variable={variable} />
          </td>
          <td>
            <span className={styles["clip"]}>{variable.description}</span>
          </td>
          <td data-label={t("usedBy.title")}>
            <UsedBy use={origins.used.get(variable.key)} />
          </td>
          <td data-label={t("changed")}>
            <Changed change={origins.changed.get(variable.key)?.last} />
          </td>
          <td>
            <RowActions
              of="variables"
              onEdit={() => onOpen({ act: "edit", variable })}
              onDelete={() => onOpen({ act: "delete", variable })}
            />
          </td>
        </tr>
      ))}
    </SettingTable>
  );
}

function Dialog({ open, onClose }: { readonly open: Open; onClose(): void }) {
  const { t } = useTranslation("admin");
  if (open === null) return null;
  if (open.act === "import") return <ImportDialog onClose={onClose} />;
  if (open.act === "add") return <VariableDialog variable={null} onClose={onClose} />;
  const { variable } = open;
  if (open.act === "edit") return <VariableDialog variable={variable} onClose={onClose} />;
  const path = { variable_key: variable.key };
  return (
    <DeleteSetting
      name={variable.key}
      consequence={t("variables.deleteWhat")}
      queryKey={["variables"]}
      removes={() => client.delete("/api/v2/variables/{variable_key}", { params: { path } })}
      onClose={onClose}
    />
  );
}
