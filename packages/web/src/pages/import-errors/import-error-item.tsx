/** One file that cannot be loaded: what is wrong, where, and which DAGs go on with what they were. */
import { Link } from "@tanstack/react-router";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { CopyButton } from "../../parts/copy-button.tsx";
import { IconChevronDown, IconChevronRight } from "../../parts/icons.ts";
import { Empty } from "../../parts/panel.tsx";
import { ProblemPanel } from "../../parts/problem-panel.tsx";
import { useMoment } from "../../parts/use-moment.ts";
import { When } from "../../parts/when.tsx";
import { StateGlyph } from "../../states/state-glyph.tsx";
import { type AffectedDags, type ImportError, messageOf, placeOf } from "./import-errors.ts";
import styles from "./import-errors.module.css";
import { SourceExcerpt } from "./source-excerpt.tsx";
import { useImportErrorSource } from "./use-import-errors.ts";

interface ImportErrorItemProps {
  readonly error: ImportError;
  /** Undefined: none of its DAGs was ever loaded. */
  readonly affected: AffectedDags | undefined;
  readonly isOpen: boolean;
  onToggle(): void;
}

export function ImportErrorItem({ error, affected, isOpen, onToggle }: ImportErrorItemProps) {
  const { t } = useTranslation("code");
  const id = useId();
  const place = placeOf(error);
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <li className={styles["error"]}>
      <h2>
        <button type="button" aria-expanded={isOpen} aria-controls={id} onClick={onToggle}>
          <Chevron size={16} aria-hidden="true" />
          <StateGlyph state="failed" />
          <code>{place}</code>
        </button>
        <CopyButton text={place} />
      </h2>
      <p className={styles["message"]}>{messageOf(error)}</p>
      <p className={styles["facts"]}>
        <span>
          {t("errors.since")} <When at={error.timestamp} />
        </span>
        {error.bundle_name !== null && (
          <span>
            {t("errors.bundle")} {error.bundle_name}
          </span>
        )}
        {!isOpen && <InShort affected={affected} />}
      </p>
      <div id={id}>{isOpen && <Source error={error} />}</div>
    </li>
  );
}

/** Which DAGs it concerns, in one sentence; each of them stands below what is open. */
function InShort({ affected }: Pick<ImportErrorItemProps, "affected">) {
  const { t } = useTranslation("code");
  const moment = useMoment();
  if (affected === undefined) return <span>{t("errors.noDags")}</span>;
  const { dags: count, dagId: dag, version, isOne, since } = affected;
  const values = { version, at: since === null ? "–" : moment(since) };
  if (dag !== null) return <span>{t("errors.stillRuns", { dag, ...values })}</span>;
  return <span>{t(isOne ? "errors.stillRun" : "errors.stillRunUpTo", { count, ...values })}</span>;
}

function Source({ error }: { readonly error: ImportError }) {
  const { t } = useTranslation("code");
  const { data, error: problem, refetch } = useImportErrorSource(error);
  if (problem !== null) return <ProblemPanel error={problem} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  const trace = data.stack ?? (data.message.includes("\n") ? data.message : null);
  return (
    <>
      {data.excerpt !== null && <SourceExcerpt excerpt={data.excerpt} />}
      {data.excerpt === null && <Empty>{t(data.withheld ? "errors.withheld" : "errors.noExcerpt")}</Empty>}
      <Affected dags={data.dags} />
      {trace !== null && (
        <details className={styles["trace"]}>
          <summary>{t("errors.trace")}</summary>
          <pre tabIndex={0} role="region" aria-label={t("errors.trace")}>
            {trace}
          </pre>
        </details>
      )}
    </>
  );
}

interface AffectedProps {
  readonly dags: readonly { readonly dagId: string; readonly version: number; readonly since: string | null }[];
}

function Affected({ dags }: AffectedProps) {
  const { t } = useTranslation("code");
  const moment = useMoment();
  if (dags.length === 0) return <Empty>{t("errors.noDags")}</Empty>;
  return (
    <ul className={styles["dags"]}>
      {dags.map(({ dagId, version, since }) => (
        <li key={dagId}>
          <Link to="/dags/$dagId/code" params={{ dagId }} search={{ version }}>
            {t("errors.stillRuns", { dag: dagId, version, at: since === null ? "–" : moment(since) })}
          </Link>
        </li>
      ))}
    </ul>
  );
}
