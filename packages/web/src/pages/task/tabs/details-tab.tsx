/** Everything else that is known of a task instance; what is not set is left out until it is asked for. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { FactList } from "../../../parts/fact-list.tsx";
import { UserLink } from "../../../parts/user-link.tsx";
import { pathOf, TASK, type TaskPlace, type TaskTabProps } from "../task-place.ts";
import styles from "../task.module.css";

/** Shown by the head, or by a tab of their own. */
const ELSEWHERE = new Set(["rendered_fields", "note", "trigger", "triggerer_job", "dag_version"]);

export function DetailsTab({ place, task }: TaskTabProps) {
  const { t } = useTranslation("task");
  const version = task.dag_version;
  const facts = [
    ...Object.entries(task).filter(([name]) => !ELSEWHERE.has(name)),
    ["dag_version", version === null ? null : `v${version.version_number}`] as const,
    ["bundle_version", version?.bundle_version ?? null] as const,
  ];
  return (
    <>
      <ExtraLinks place={place} />
      <FactList facts={facts} allLabel={t("details.all", { count: facts.length })} />
    </>
  );
}

function ExtraLinks({ place }: { readonly place: TaskPlace }) {
  const { t } = useTranslation("task");
  const { data } = useQuery({
    queryKey: ["task", place.dagId, place.runId, place.taskId, place.mapIndex, "links"],
    queryFn: ({ signal }) =>
      client.get(`${TASK}/links`, {
        params: { path: pathOf(place), query: { map_index: place.mapIndex } },
        signal,
      }),
  });
  const links = Object.entries(data?.extra_links ?? {}).filter(([, href]) => href !== null);
  if (links.length === 0) return null;
  return (
    <p className={styles["names"]}>
      <span>{t("details.links")}</span>
      {links.map(([name, href]) => (
        <UserLink key={name} href={href ?? undefined}>
          {name}
        </UserLink>
      ))}
    </p>
  );
}
