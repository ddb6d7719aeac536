/** Files of DAGs that cannot be loaded. One that is mended is gone by itself, and said to be. */
import { TextInput } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Empty } from "../../parts/panel.tsx";
import { ProblemPanel } from "../../parts/problem-panel.tsx";
import { toast } from "../../parts/toast.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { ImportErrorItem } from "./import-error-item.tsx";
import { type ImportError, mended } from "./import-errors.ts";
import { useImportErrors } from "./use-import-errors.ts";
import styles from "./import-errors.module.css";

/** Fewer need no search. */
const MANY = 10;

export function ImportErrorsPage() {
  const { t } = useTranslation("code");
  const { q, open } = useSearch({ from: "/import_errors" });
  const navigate = useNavigate();
  const { data, error, refetch } = useImportErrors(q);
  useTitle(t("errors.title"));
  useMended(data?.import_errors, q);
  const errors = data?.import_errors ?? [];
  const total = data?.total_entries ?? errors.length;
  // The only one, and the newest of several: whoever comes here wants to see it.
  const shown = open ?? errors[0]?.import_error_id;
  const show = (change: { readonly q?: string; readonly open?: number }): void =>
    void navigate({ to: "/import_errors", search: change, replace: true });
  return (
    <>
      <h1>{t("errors.title")}</h1>
      {error !== null && <ProblemPanel error={error} onRetry={() => void refetch()} />}
      {data !== undefined && (
        <p className={styles["count"]} role="status">
          {total === 0 && q === undefined ? "" : t("errors.count", { count: total })}
        </p>
      )}
      {(total > MANY || q !== undefined) && <Find q={q} onChange={show} />}
      {data !== undefined && errors.length === 0 && (
        <Empty>{q === undefined ? t("errors.none") : t("errors.noMatch", { text: q })}</Empty>
      )}
      <ul className={styles["errors"]}>
        {errors.map((each) => (
          <ImportErrorItem
            key={each.import_error_id}
            error={each}
            affected={data?.affected.get(each.filename)}
            isOpen={each.import_error_id === shown}
            onToggle={() =>
              show({
                ...(q === undefined ? {} : { q }),
                open: each.import_error_id === shown ? 0 : each.import_error_id,
              })
            }
          />
        ))}
      </ul>
    </>
  );
}

interface FindProps {
  readonly q: string | undefined;
  onChange(change: { readonly q?: string }): void;
}

function Find({ q, onChange }: FindProps) {
  const { t } = useTranslation("code");
  return (
    <TextInput
      size="xs"
      maw={320}
      label={t("errors.find")}
      value={q ?? ""}
      onChange={({ currentTarget: { value } }) => onChange(value === "" ? {} : { q: value })}
    />
  );
}

/** Says which files load again, of those that were listed under the same filter. */
function useMended(errors: readonly ImportError[] | undefined, q: string | undefined): void {
  const { t } = useTranslation("code");
  const before = useRef<{ readonly q: string | undefined; readonly errors: readonly ImportError[] } | null>(null);
  useEffect(() => {
    if (errors === undefined) return;
    if (before.current?.q === q)
      for (const file of mended(before.current?.errors ?? [], errors))
        toast({ text: t("errors.mended", { file }), kind: "done" });
    before.current = { q, errors };
  }, [errors, q, t]);
}
