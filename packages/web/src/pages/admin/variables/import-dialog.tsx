/** Variables from a file: what becomes of each is shown before anything is written. */
import { FileInput, SegmentedControl } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import styles from "../admin.module.css";
import { allPages } from "../all-pages.ts";
import { FormDialog } from "../form-dialog.tsx";
import {
  type FileVariable,
  ON_EXISTENCE,
  type OnExistence,
  plan,
  type ReadFile,
  readVariablesFile,
} from "./variables-file.ts";

const EFFECTS = ["create", "overwrite", "skip", "fail"] as const;
const LISTED = 500;

export function ImportDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation("admin");
  const [read, setRead] = useState<ReadFile | null>(null);
  const [mode, setMode] = useState<OnExistence>("overwrite");
  const existing = useExistingKeys();
  const variables = useMemo(() => (read !== null && "variables" in read ? read.variables : []), [read]);
  const effects = plan(variables, existing.data ?? new Set(), mode);
  const sends = useImport(variables, mode, onClose);
  const writes = effects.filter(({ effect }) => effect === "create" || effect === "overwrite").length;
  const missing = read === null ? t("import.needsFile") : writes === 0 ? t("import.nothing") : null;
  const choose = async (file: File | null): Promise<void> =>
    setRead(file === null ? null : readVariablesFile(await file.text()));
  return (
    <FormDialog
      title={t("import.title")}
      size="lg"
      submit={t("import.submit", { count: writes })}
      sends={sends}
      missing={missing}
      onClose={onClose}
    >
      <FileInput
        label={t("import.file")}
        description={t("import.about")}
        placeholder={t("import.needsFile")}
        accept="application/json,.json"
        clearable
        onChange={(file) => void choose(file)}
      />
      <div>
        <p id="on-existence">{t("import.existing")}</p>
        <SegmentedControl
          aria-labelledby="on-existence"
          size="xs"
          data={ON_EXISTENCE.map((value) => ({ value, label: t(`import.mode.${value}`) }))}
          value={mode}
          onChange={setMode}
        />
      </div>
      {existing.error !== null && <ProblemPanel error={existing.error} onRetry={() => void existing.refetch()} />}
      {read !== null && "problem" in read && (
        <p role="alert">
          {t(`import.problem.${read.problem.code}`, { key: "key" in read.problem ? read.problem.key : "" })}
        </p>
      )}
      {existing.data !== undefined && <Effects effects={effects} />}
    </FormDialog>
  );
}

function useExistingKeys() {
  return useQuery({
    queryKey: ["variables", "keys"],
    staleTime: 0,
    queryFn: async () => {
      const all = await allPages(
        async (query) => (await client.get("/api/v2/variables", { params: { query } })).variables,
      );
      return new Set(all.map(({ key }) => key));
    },
  });
}

function useImport(variables: readonly FileVariable[], mode: OnExistence, onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const actions = [{ action: "create", entities: variables, action_on_existence: mode } as const];
      const { create } = await client.patch("/api/v2/variables", { body: { actions } });
      const [refused] = create?.errors ?? [];
      if (refused !== undefined) throw new Error(refused["error"]);
    },
    onSuccess: onDone,
    onSettled: () => queries.invalidateQueries({ queryKey: ["variables"] }),
  });
}

function Effects({ effects }: { readonly effects: ReturnType<typeof plan> }) {
  const { t } = useTranslation("admin");
  if (effects.length === 0) return null;
  const counts = EFFECTS.map((effect) => [effect, effects.filter((each) => each.effect === effect).length] as const);
  return (
    <div role="status">
      <p>
        {counts
          .filter(([, count]) => count > 0)
          .map(([effect, count]) => t(`import.effects.${effect}`, { count }))
          .join(" · ")}
      </p>
      <ul className={styles["list"]}>
        {effects.slice(0, LISTED).map(({ key, effect }) => (
          <li key={key}>
            <span>{key}</span>
            <span className={styles["quiet"]}>{t(`import.effect.${effect}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
