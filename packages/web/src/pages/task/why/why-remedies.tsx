/** What would change it: acts, pages, and the same on the command line. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { openAct } from "../../../acts/open-act.ts";
import { CodeWords } from "../../../parts/code-words.tsx";
import { CopyButton } from "../../../parts/copy-button.tsx";
import { GuardedButton } from "../../../parts/guarded.tsx";
import { useMay } from "../../../rights/use-rights.ts";
import styles from "../task.module.css";
import { InstanceLink } from "./instance-link.tsx";
import { type Remedy, remediesOf, remedyKey, type RemedyPage } from "./remedies.ts";
import type { WhyPlace } from "./why-place.ts";
import { type Reason, sentence } from "./why-words.ts";

interface WhyRemediesProps {
  readonly reasons: readonly Reason[];
  readonly place: WhyPlace;
}

export function WhyRemedies({ reasons, place }: WhyRemediesProps) {
  const { t } = useTranslation("why");
  const known = reasons.flatMap((reason) => remediesOf(reason, place) ?? []);
  const unknown = reasons.filter((reason) => remediesOf(reason, place) === null);
  const remedies = [...new Map(known.map((remedy) => [remedyKey(remedy), remedy])).entries()];
  if (remedies.length + unknown.length === 0) return null;
  return (
    <ul className={styles["remedies"]} aria-label={t("remedies")}>
      {remedies.map(([key, remedy]) => (
        <li key={key}>
          <OneRemedy remedy={remedy} dagId={place.dagId} />
        </li>
      ))}
      {unknown.map(({ code, remedy }) => (
        <li key={code}>
          <CodeWords text={sentence(remedy)} />
        </li>
      ))}
    </ul>
  );
}

function OneRemedy({ remedy, dagId }: { readonly remedy: Remedy; readonly dagId: string }) {
  const { t } = useTranslation("why");
  const { words, values = {}, act, link, command } = remedy;
  const text = t(`remedy.${words}`, values);
  return (
    <>
      {act !== undefined && <Act act={act} dagId={dagId} words={text} />}
      {link !== undefined && <PageLink to={link}>{text}</PageLink>}
      {act === undefined && link === undefined && <span>{text}</span>}
      {command !== undefined && (
        <span className={styles["command"]}>
          <code>{command}</code> <CopyButton text={command} label={t("remedy.command")} />
        </span>
      )}
    </>
  );
}

interface ActProps {
  readonly act: NonNullable<Remedy["act"]>;
  readonly dagId: string;
  readonly words: string;
}

function Act({ act: { request, of, may }, dagId, words }: ActProps) {
  const { reason } = useMay(of, may, dagId);
  return (
    <GuardedButton size="compact-sm" variant="default" reason={reason} onClick={() => openAct(request)}>
      {words}
    </GuardedButton>
  );
}

const PAGES = {
  import_errors: "/import_errors",
  workers: "/workers",
  deadlines: "/deadlines",
  assets: "/assets",
  answers: "/required_actions",
  pools: "/pools",
} as const;

function PageLink({ to, children }: { readonly to: RemedyPage; readonly children: ReactNode }) {
  switch (to.page) {
    case "task":
      return <InstanceLink task={to.task}>{children}</InstanceLink>;
    case "run":
      return (
        <Link to="/dags/$dagId/runs/$runId" params={{ dagId: to.dagId, runId: to.runId }}>
          {children}
        </Link>
      );
    case "backfill":
      return (
        <Link to="/dags/$dagId/backfills/$backfillId" params={{ dagId: to.dagId, backfillId: to.backfillId }}>
          {children}
        </Link>
      );
    case "pool":
      return (
        <Link to="/pools" search={{ q: to.pool }}>
          {children}
        </Link>
      );
    default:
      return <Link to={PAGES[to.page]}>{children}</Link>;
  }
}
