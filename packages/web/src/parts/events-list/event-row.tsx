/** One act: when, who, what, on what; below it what it changed. The actor is who did it, never the owner of the DAG. */
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { RunLabel } from "../run-label.tsx";
import { When } from "../when.tsx";
import { detailsOf } from "./event-diff.ts";
import { addressOf, type EventLog, factsOf, knownEvent, meansOf, type Subject, subjectOf } from "./event-words.ts";
import type { Step } from "./merged.ts";
import styles from "./events-list.module.css";

interface EventRowProps {
  readonly event: EventLog;
  /** The DAG need not be told: the page is about it. */
  readonly isOfDag: boolean;
}

export function EventRow({ event, isOfDag }: EventRowProps) {
  const { t } = useTranslation("admin");
  const [isOpen, setOpen] = useState(false);
  const facts = factsOf(event);
  const known = knownEvent(event.event);
  const subject = subjectOf(event.event, facts);
  const address = addressOf(facts);
  const means = meansOf(facts);
  const details = detailsOf(facts);
  return (
    <li>
      <div className={styles["event"]}>
        <When at={event.when} />
        <span className={styles["actor"]}>
          <strong>{event.owner ?? t("events.nobody")}</strong>
          {means !== null && <span className={styles["address"]}>{t(`events.means.${means}`)}</span>}
          {address !== null && <span className={styles["address"]}>{address}</span>}
        </span>
        <span className={styles["did"]}>
          <span title={event.event}>{known === null ? event.event : t(`events.did.${known}`)}</span>{" "}
          {subject !== null && <SubjectLink subject={subject} />}
          <Place event={event} isOfDag={isOfDag} />
        </span>
        {details.length > 0 && (
          <button type="button" className={styles["more"]} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t("events.details")}
          </button>
        )}
      </div>
      {isOpen && (
        <dl className={styles["details"]}>
          {details.map(({ name, before, after }, at) => (
            <div key={`${name} ${at}`}>
              <dt>{name}</dt>
              <dd>
                {before !== undefined && <del>{before}</del>}
                {before !== undefined && after !== undefined && <span aria-hidden="true"> → </span>}
                {after !== undefined && (before === undefined ? <span>{after}</span> : <ins>{after}</ins>)}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}

/** What the engine did, as a row among acts. */
export function StepRow({ step: { at, who, words } }: { readonly step: Step<ReactNode> }) {
  return (
    <li>
      <div className={styles["event"]}>
        <When at={at} />
        <strong className={styles["actor"]}>{who}</strong>
        <span className={styles["did"]}>{words}</span>
      </div>
    </li>
  );
}

const PAGES = {
  pool: "/pools",
  variable: "/variables",
  connection: "/connections",
  user: "/security/users",
  role: "/security/roles",
} as const;

function SubjectLink({ subject: { kind, name } }: { readonly subject: Subject }) {
  return <Link to={PAGES[kind]}>{name}</Link>;
}

/** The DAG, the run and the task instance, each a link. */
function Place({ event, isOfDag }: EventRowProps) {
  const { dag_id: dagId, run_id: runId, task_id: taskId, map_index: index } = event;
  if (dagId === null) return null;
  return (
    <span className={styles["place"]}>
      {!isOfDag && (
        <Link to="/dags/$dagId" params={{ dagId }}>
          {dagId}
        </Link>
      )}
      {runId !== null && (
        <Link to="/dags/$dagId/runs/$runId" params={{ dagId, runId }}>
          <RunLabel runId={runId} />
        </Link>
      )}
      {runId !== null && taskId !== null && (
        <Link to="/dags/$dagId/runs/$runId/tasks/$taskId" params={{ dagId, runId, taskId }}>
          {index === null || index < 0 ? taskId : `${taskId} [${index}]`}
        </Link>
      )}
    </span>
  );
}
