/** What belongs to a reason: its moment, who causes it, who holds what it asks for, who goes first. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { When } from "../../../parts/when.tsx";
import styles from "../task.module.css";
import type { WhyPlace } from "./why-place.ts";
import { momentOf, namesOf, type Reason, readInstanceName } from "./why-words.ts";
import { Until } from "./until.tsx";

interface WhyReasonProps {
  readonly reason: Reason;
  readonly place: WhyPlace;
}

export function WhyReason({ reason, place }: WhyReasonProps) {
  const { t } = useTranslation("task");
  const moment = momentOf(reason);
  const causes = [...namesOf(reason, "waits_for"), ...namesOf(reason, "blamed"), ...ownNames(reason)];
  const holders = namesOf(reason, "holders");
  const ahead = namesOf(reason, "ahead");
  const { position, of } = reason.details ?? {};
  return (
    <>
      {moment !== null && (
        <p>
          <When at={moment} /> <Until at={moment} />
        </p>
      )}
      {causes.length > 0 && (
        <p className={styles["names"]}>
          <span>{t(reason.code === "caused_by" || reason.code === "ended" ? "why.cause" : "why.waitsFor")}</span>
          {causes.map((name) => (
            <TaskName key={name} name={name} place={place} />
          ))}
        </p>
      )}
      {holders.length > 0 && (
        <p>
          {t("why.holders")} {holders.join(", ")}
        </p>
      )}
      {typeof position === "number" && typeof of === "number" && of > 1 && (
        <p>
          {t("why.position", { position, of })} {ahead.length > 0 && `${t("why.ahead")} ${ahead.join(", ")}`}
        </p>
      )}
    </>
  );
}

/** `caused_by` names its task itself. */
function ownNames({ code, details = {} }: Reason): readonly string[] {
  const { task_id: taskId, map_index: mapIndex } = details;
  if (code !== "caused_by" || typeof taskId !== "string") return [];
  return [typeof mapIndex === "number" && mapIndex >= 0 ? `${taskId}[${mapIndex}]` : taskId];
}

function TaskName({ name, place: { dagId, runId } }: { readonly name: string; readonly place: WhyPlace }) {
  const { taskId, mapIndex } = readInstanceName(name);
  if (mapIndex < 0)
    return (
      <Link to="/dags/$dagId/runs/$runId/tasks/$taskId" params={{ dagId, runId, taskId }}>
        {name}
      </Link>
    );
  return (
    <Link
      to="/dags/$dagId/runs/$runId/tasks/$taskId/mapped/$mapIndex"
      params={{ dagId, runId, taskId, mapIndex: String(mapIndex) }}
    >
      {name}
    </Link>
  );
}
