/** What belongs to a reason: its moments, who causes it, what was said, who holds what it asks for; and its place in line. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { When } from "../../../parts/when.tsx";
import { toldOf } from "../failure/failure-words.ts";
import styles from "../task.module.css";
import { Facts } from "./facts.ts";
import { InstanceLink } from "./instance-link.tsx";
import { momentsOf } from "./moments.ts";
import { type InstancePlace, readInstanceName, type WhyPlace } from "./why-place.ts";
import { readRoomKind, roomName } from "./room-name.ts";
import { type Reason, reasonText, rootOf } from "./why-words.ts";
import { WHY } from "./speech.ts";
import { Until } from "./until.tsx";

interface WhyReasonProps {
  readonly reason: Reason;
  readonly place: WhyPlace;
}

/** In one sentence; that of an end further up begins with its task, which leads there. */
export function WhyWords({ reason, place: { dagId, runId } }: WhyReasonProps) {
  const { t } = useTranslation(WHY);
  const text = reasonText(reason, t);
  const root = rootOf(reason);
  if (root === null || runId === undefined || !text.startsWith(root)) return text;
  return (
    <>
      <InstanceLink task={{ dagId, runId, ...readInstanceName(root) }}>{root}</InstanceLink>
      {text.slice(root.length)}
    </>
  );
}

interface DetailsProps extends WhyReasonProps {
  /** Roots that have a sentence of their own. */
  readonly roots?: readonly string[];
}

export function WhyReason({ reason, place, roots = [] }: DetailsProps) {
  const { t } = useTranslation(WHY);
  const facts = new Facts(reason.details);
  return (
    <>
      <Moments reason={reason} />
      <Failed facts={facts} />
      <Said words={t("why:hadFailed")} text={facts.text("had_failed")} />
      <Said words={t("why:lastWord")} text={facts.of("last_word").text("message")} />
      <Said words={t("why:policy")} text={policyOf(reason.code, facts)} />
      <Said words={t("why:asked")} text={facts.text("subject")} />
      <Causes reason={reason} place={place} roots={roots} />
      <Runs words={t("why:runs")} names={facts.texts("runs")} place={place} />
      {facts.texts("has").length > 0 && <Names words={t("why:has")}>{facts.texts("has").join(", ")}</Names>}
      <Places words={t("why:holders")} of={facts.list("held_by")} all={facts.number("holder_count")} place={place} />
    </>
  );
}

/** What kind of failure it was, beside it what was said; of an end that is none what was said. */
function Failed({ facts }: { readonly facts: Facts }) {
  const { t } = useTranslation(WHY);
  const { t: failure } = useTranslation("failure");
  const [code, message] = [facts.text("code"), facts.text("message")];
  if (code === null) return <Said words={t("why:said")} text={message} />;
  const { words, said } = toldOf({ code, exitCode: facts.number("exit_code"), title: message ?? "" }, failure);
  return (
    <>
      {words !== "" && <p>{words}</p>}
      <Said words={t("why:said")} text={said} />
    </>
  );
}

/** The author's own words about a retry. */
function policyOf(code: Reason["code"], facts: Facts): string | null {
  return code === "retry_wait" ? facts.text("reason") : facts.of("no_retry").text("reason");
}

function Moments({ reason }: Pick<WhyReasonProps, "reason">) {
  const { t } = useTranslation(WHY);
  const moments = momentsOf(reason);
  if (moments.length === 0) return null;
  return (
    <p className={styles["moments"]}>
      {moments.map(({ name, at, isAwaited }) => (
        <span key={name}>
          {t(`why:moment.${name}`)} <When at={at} /> {isAwaited && <Until at={at} />}
        </span>
      ))}
    </p>
  );
}

/** What a program or a person said: never translated. */
function Said({ words, text }: { readonly words: string; readonly text: string | null }) {
  if (text === null) return null;
  return (
    <p>
      <span className={styles["quiet"]}>{words}</span> <q className={styles["said"]}>{text}</q>
    </p>
  );
}

function Names({ words, children }: { readonly words: string; readonly children: ReactNode }) {
  return (
    <p className={styles["names"]}>
      <span>{words}</span>
      {children}
    </p>
  );
}

function Causes({ reason: { code, details }, place: { dagId, runId }, roots }: Required<DetailsProps>) {
  const { t } = useTranslation(WHY);
  const facts = new Facts(details);
  const names = [...facts.texts("waits_for"), ...facts.texts("blamed")].filter((name) => !roots.includes(name));
  if (names.length === 0 || runId === undefined) return null;
  return (
    <Names words={t(code === "ended" || code === "caused_by" ? "why:cause" : "why:waitsFor")}>
      {names.slice(0, MOST).map((name) => (
        <InstanceLink key={name} task={{ dagId, runId, ...readInstanceName(name) }}>
          {name}
        </InstanceLink>
      ))}
      {names.length > MOST && <span>{t("why:more", { count: names.length - MOST })}</span>}
    </Names>
  );
}

/** Links that are listed; of more there is the count. */
const MOST = 20;

interface RunsProps extends Pick<WhyReasonProps, "place"> {
  readonly words: string;
  readonly names: readonly string[];
}

/** Some come with their state: `r1 (running)`. */
function Runs({ words, names, place: { dagId } }: RunsProps) {
  const { t } = useTranslation(WHY);
  if (names.length === 0) return null;
  const ids = names.map((name) => name.replace(/ \(\w+\)$/, ""));
  return (
    <Names words={words}>
      {ids.slice(0, MOST).map((runId) => (
        <Link key={runId} to="/dags/$dagId/runs/$runId" params={{ dagId, runId }}>
          {runId}
        </Link>
      ))}
      {ids.length > MOST && <span>{t("why:more", { count: ids.length - MOST })}</span>}
    </Names>
  );
}

interface PlacesProps extends Pick<WhyReasonProps, "place"> {
  readonly words: string;
  readonly of: readonly Facts[];
  /** With those of DAGs that the reader may not see. */
  readonly all: number | null;
}

function Places({ words, of, all, place }: PlacesProps) {
  const { t } = useTranslation(WHY);
  const rest = (all ?? of.length) - of.length;
  if (of.length + rest === 0) return null;
  return (
    <Names words={words}>
      {of.map((one, at) => (
        <OneOf key={at} of={one} place={place} />
      ))}
      {rest > 0 && <span>{t(of.length === 0 ? "why:hidden" : "why:more", { count: rest })}</span>}
    </Names>
  );
}

/** Within the run the task is enough; elsewhere where it is, too. */
function OneOf({ of, place }: { readonly of: Facts; readonly place: WhyPlace }) {
  const { t } = useTranslation(WHY);
  const [dagId, runId, taskId] = [of.text("dag_id"), of.text("run_id"), of.text("task_id")];
  if (taskId === null) return null;
  const mapIndex = of.number("map_index") ?? -1;
  const name = mapIndex < 0 ? taskId : `${taskId}[${mapIndex}]`;
  if (dagId === null || runId === null) return <span>{name}</span>;
  const task: InstancePlace = { dagId, runId, taskId, mapIndex };
  const run = dagId === place.dagId ? runId : `${dagId} · ${runId}`;
  const isHere = dagId === place.dagId && runId === place.runId;
  return <InstanceLink task={task}>{isHere ? name : t("why:inRun", { task: name, run })}</InstanceLink>;
}

/** Where it stands in the line for what the reason is about, and who goes first. */
export function WhyLine({ reason, place }: WhyReasonProps) {
  const { t } = useTranslation(WHY);
  const facts = new Facts(reason.details);
  const [position, of] = [facts.number("position"), facts.number("of")];
  const kind = readRoomKind(reason.code);
  if (position === null || of === null || of < 2 || kind === undefined)
    return <Runs words={t("why:ahead")} names={aheadOf(facts)} place={place} />;
  return (
    <>
      <p>{t("why:position", { position, of, where: roomName(kind, facts, t) })}</p>
      <Places words={t("why:ahead")} of={facts.list("goes_first")} all={position - 1} place={place} />
    </>
  );
}

/** Of a queued run: runs that go first. */
function aheadOf(facts: Facts): readonly string[] {
  return facts.has("ahead_count") ? facts.texts("ahead") : [];
}
