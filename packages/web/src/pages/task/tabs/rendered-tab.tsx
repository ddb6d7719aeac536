/** The fields of the task: as they were written, as they were rendered for it, and what is different in the run before. */
import type { components } from "@momiji/client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { CodeDiff } from "../../../parts/code/code-diff.tsx";
import { CopyButton } from "../../../parts/copy-button.tsx";
import { Empty } from "../../../parts/panel.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import { RunLabel } from "../../../parts/run-label.tsx";
import { pathOf, type TaskPlace, type TaskTabProps } from "../task-place.ts";
import styles from "../task.module.css";

type Field = components["schemas"]["RenderedFields"]["fields"][number];

export function RenderedTab({ place, task }: TaskTabProps) {
  const { t } = useTranslation("task");
  const { data, error, refetch } = useFields(place, task.try_number);
  const before = useBefore(place, task.run_after);
  if (error !== null) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  if (data.fields.length === 0) return <Empty>{t("rendered.none")}</Empty>;
  return (
    <dl className={styles["rendered"]}>
      {data.fields.map((field) => (
        <FieldItem key={field.name} field={field} before={before} />
      ))}
    </dl>
  );
}

interface FieldItemProps {
  readonly field: Field;
  readonly before: Before | undefined;
}

function FieldItem({ field: { name, template, value }, before }: FieldItemProps) {
  const { t } = useTranslation("task");
  const text = value === undefined ? null : textOf(value);
  const written = template === undefined ? null : textOf(template);
  return (
    <div>
      <dt>
        {name} {text !== null && <CopyButton text={text} />}
      </dt>
      <dd data-two={written !== null && written !== text}>
        {written !== null && written !== text && (
          <div>
            <span className={styles["quiet"]}>{t("rendered.template")}</span>
            <pre tabIndex={0} aria-label={t("rendered.templateOf", { field: name })}>
              {written}
            </pre>
          </div>
        )}
        <div>
          <span className={styles["quiet"]}>{t(written === text ? "rendered.plain" : "rendered.value")}</span>
          {text === null ? (
            <Empty>{t("rendered.notYet")}</Empty>
          ) : (
            <pre tabIndex={0} aria-label={name}>
              {text}
            </pre>
          )}
          {before !== undefined && value !== undefined && name in before.fields && (
            <Difference before={before} name={name} value={value} />
          )}
        </div>
      </dd>
    </div>
  );
}

interface DifferenceProps {
  readonly before: Before;
  readonly name: string;
  readonly value: unknown;
}

/** What is other than in the run before; nothing, if it is the same. */
function Difference({ before: { runId, fields }, name, value }: DifferenceProps) {
  const { t } = useTranslation("task");
  const [isOpen, setOpen] = useState(false);
  const [old, text] = [textOf(fields[name]), textOf(value)];
  if (old === text) return null;
  const language = typeof value === "string" ? "text" : "json";
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {t("rendered.before")} <RunLabel runId={runId} />
      </summary>
      {isOpen && <CodeDiff a={old} b={text} language={language} labels={[runId, name]} shape="inline" wrap />}
    </details>
  );
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value, null, 2) ?? "");
}

/** @param tries each renders them anew */
function useFields(place: TaskPlace, tries: number) {
  const { dagId, runId, taskId, mapIndex } = place;
  return useQuery({
    queryKey: ["task", dagId, runId, taskId, mapIndex, "rendered", tries],
    queryFn: ({ signal }) =>
      client.get("/api/momiji/v1/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/rendered", {
        params: { path: { ...pathOf(place), map_index: mapIndex } },
        signal,
      }),
  });
}

interface Before {
  readonly runId: string;
  readonly fields: { readonly [name: string]: unknown };
}

/** The same task in the run before; undefined: there is none, or it is not known yet. */
function useBefore(place: TaskPlace, runAfter: string): Before | undefined {
  const { data } = useQuery({
    queryKey: ["rendered-before", place],
    queryFn: async ({ signal }): Promise<Before | null> => {
      const { dagId, taskId, mapIndex } = place;
      const query = { task_id: taskId, map_index: [mapIndex], run_after_lt: runAfter };
      const { task_instances: found } = await client.get("/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances", {
        params: {
          path: { dag_id: dagId, dag_run_id: "~" },
          query: { ...query, order_by: ["-run_after"], limit: 1 },
        },
        signal,
      });
      const [last] = found;
      return last === undefined ? null : { runId: last.dag_run_id, fields: last.rendered_fields };
    },
  });
  return data ?? undefined;
}
