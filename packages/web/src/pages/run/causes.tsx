/** What failed by itself, each with what could not run because of it; of a run under way what it waits for. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Panel } from "../../parts/panel.tsx";
import { When } from "../../parts/when.tsx";
import { StateBadge } from "../../states/state-badge.tsx";
import { StateGlyph } from "../../states/state-glyph.tsx";
import { readState } from "../../states/state.ts";
import { toldOf } from "../task/failure/failure-words.ts";
import type { RunPlace, RunSummary } from "./run-data.ts";
import styles from "./run.module.css";
import { TaskLink } from "./task-link.tsx";

interface CausesProps {
  readonly place: RunPlace;
  readonly summary: RunSummary;
}

/** More are in the table below. */
const MOST = 10;

export function Causes({ place, summary }: CausesProps) {
  const { failures, waitsFor, state } = summary;
  return (
    <>
      {failures.length > 0 && <Failures place={place} summary={summary} />}
      {(state === "running" || state === "queued") && waitsFor.length > 0 && (
        <WaitsFor place={place} summary={summary} />
      )}
    </>
  );
}

function Failures({ place, summary: { failures, blockedDags, states } }: CausesProps) {
  const { t } = useTranslation("run");
  const seen = new Set<string>();
  return (
    <Panel title={t("failed")} count={states["failed"]}>
      <ul className={styles["causes"]}>
        {failures.slice(0, MOST).map((failure) => {
          const isSame = seen.has(failure.fingerprint);
          seen.add(failure.fingerprint);
          return (
            <li key={`${failure.taskId} ${failure.mapIndex}`}>
              <StateGlyph state="failed" />
              <TaskLink place={place} taskId={failure.taskId} mapIndex={failure.mapIndex} />
              {isSame ? <span className={styles["cause"]}>{t("sameCause")}</span> : <Cause failure={failure} />}
              {failure.blocks.length > 0 && (
                <span className={styles["blocks"]}>
                  {t("waitsForIt")}{" "}
                  {failure.blocks.slice(0, MOST).map((taskId) => (
                    <TaskLink key={taskId} place={place} taskId={taskId} mapIndex={-1} />
                  ))}
                  {failure.blocks.length > MOST && t("more", { count: failure.blocks.length - MOST })}
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {failures.length > MOST && <p>{t("more", { count: (states["failed"] ?? failures.length) - MOST })}</p>}
      {blockedDags.length > 0 && (
        <p className={styles["blocks"]}>
          {t("blockedDags")}{" "}
          {blockedDags.map((dagId) => (
            <Link key={dagId} to="/dags/$dagId" params={{ dagId }}>
              {dagId}
            </Link>
          ))}
        </p>
      )}
    </Panel>
  );
}

/** What the program said; without that what happened, in the reader's language, beside it what was said of it. */
function Cause({ failure }: { readonly failure: RunSummary["failures"][number] }) {
  const { t } = useTranslation("failure");
  const { words, said } = toldOf(failure, t);
  const { headline } = failure;
  return (
    <>
      <span className={styles["cause"]}>{headline ?? words}</span>
      {headline !== null && <span className={styles["blocks"]}>{words}</span>}
      {said !== null && <span className={styles["blocks"]}>{said}</span>}
    </>
  );
}

function WaitsFor({ place, summary: { waitsFor } }: CausesProps) {
  const { t } = useTranslation("run");
  return (
    <Panel title={t("waitsFor")} count={waitsFor.length}>
      <ul className={styles["causes"]}>
        {waitsFor.slice(0, MOST).map(({ taskId, mapIndex, state, since }) => (
          <li key={`${taskId} ${mapIndex}`}>
            <TaskLink place={place} taskId={taskId} mapIndex={mapIndex} />
            <StateBadge state={readState(state)} />
            {since !== null && (
              <span className={styles["blocks"]}>
                {t("since")} <When at={since} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
