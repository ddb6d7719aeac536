/** The log of one try: its lines, and everything that is done with them. */
import { MomijiError } from "@momiji/client";
import { Button } from "@mantine/core";
import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { readInstant } from "../../../format/instant.ts";
import { Empty } from "../../../parts/panel.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import { isGone, useRetention } from "../../../parts/use-retention.ts";
import { calmGroups, hiddenOf, type LogIndex, NOTHING_KNOWN } from "./log-facts.ts";
import { LogBar } from "./log-bar.tsx";
import type { LineLook } from "./log-line.tsx";
import { LogLines } from "./log-lines.tsx";
import { fieldsOf, filterOf, type LogLook, lineOf, rangeOf } from "./log-look.ts";
import type { AttemptName } from "./log-source.ts";
import styles from "./log.module.css";
import { type LineRange, withLine } from "./line-range.ts";
import { soughtIn } from "./marked-parts.ts";
import { allRows } from "./rows.ts";
import { Silence } from "./silence.tsx";
import { useChosenLines } from "./use-chosen-lines.ts";
import { useOpenLog } from "./use-open-log.ts";
import { useReader } from "./use-reader.ts";
import { useSearch } from "./use-search.ts";

export interface AttemptLogProps {
  readonly name: AttemptName;
  /** No line follows. */
  readonly isOver: boolean;
  readonly isFailed: boolean;
  /** ISO 8601, UTC */
  readonly startedAt: string | null;
  /** Of the worker that runs it; null: it is not known. */
  readonly worker: string | null;
  readonly look: LogLook;
  onLook(change: LogLook): void;
}

export function AttemptLog(props: AttemptLogProps) {
  const { name, isOver, isFailed, look } = props;
  const { t } = useTranslation("task");
  const range = rangeOf(look);
  const opening = range?.from ?? (isFailed || !isOver ? "end" : "start");
  const open = useOpenLog(name, { opening, isOver });
  const { count, error } = open;
  if (error instanceof MomijiError && error.code === "log_not_found") return <Empty>{t("log.none")}</Empty>;
  if (error !== null) return <ProblemPanel error={error} onRetry={open.retry} />;
  if (count === null) return <div className={styles["opening"]} />;
  if (count === 0)
    return (
      <>
        <Empty>{isOver ? <NoLines startedAt={props.startedAt} /> : t("log.notYet")}</Empty>
        {!isOver && <Silence count={count} worker={props.worker} />}
      </>
    );
  return <Reading {...props} open={open} count={count} opensAt={opening} />;
}

/** It printed nothing, unless it is so old that what it printed has gone. */
function NoLines({ startedAt }: Pick<AttemptLogProps, "startedAt">) {
  const { t } = useTranslation("task");
  const { logDays } = useRetention();
  return isGone(startedAt, logDays) ? t("log.gone", { count: logDays ?? 0 }) : t("log.empty");
}

interface ReadingProps extends AttemptLogProps {
  readonly open: ReturnType<typeof useOpenLog>;
  readonly count: number;
  readonly opensAt: "start" | "end" | number;
}

function Reading(props: ReadingProps) {
  const { isOver, startedAt, worker, look, onLook, open, count, opensAt } = props;
  const facts = open.facts ?? NOTHING_KNOWN;
  const range = rangeOf(look);
  const isWrapped = (look.wrap ?? (window.matchMedia("(max-width: 767px)").matches ? "on" : "off")) === "on";
  const onWrap = (): void => onLook({ wrap: isWrapped ? "off" : "on" });
  const reader = useReader({ count, errors: facts.errors, opensAt, from: range?.from ?? null, onWrap });
  const isPattern = look.re === true;
  const hits = useSearch(open.log.source, { text: look.find ?? "", isPattern, filter: filterOf(look) });
  const sought = useMemo(() => soughtIn(look.find ?? "", isPattern), [look.find, isPattern]);
  return (
    // The keys of the lines, wherever in the log the focus is.
    <div
      className={styles["log"]}
      data-full={look.full}
      data-log-count={count}
      role="group"
      onKeyDown={reader.onKeyDown}
    >
      <LogBar
        log={open.log}
        count={count}
        facts={facts}
        isKnown={open.facts !== null}
        look={look}
        isWrapped={isWrapped}
        hits={hits}
        at={reader.at}
        onGoTo={reader.goTo}
        onLook={onLook}
        onLine={(wanted) => {
          onLook({ line: lineOf(wanted) });
          reader.goTo(wanted.from);
        }}
      />
      <ShownLines
        {...props}
        facts={facts}
        reader={reader}
        isWrapped={isWrapped}
        range={range}
        hits={hits?.hits ?? NONE}
        lineLook={useLineLook(look, startedAt, sought)}
      />
      {!isOver && <Foot reader={reader} count={count} worker={worker} />}
    </div>
  );
}

interface ShownLinesProps extends ReadingProps {
  readonly facts: LogIndex;
  readonly reader: ReturnType<typeof useReader>;
  readonly isWrapped: boolean;
  readonly range: LineRange | null;
  readonly hits: readonly number[];
  readonly lineLook: LineLook;
}

/** All lines but those of folded groups, or those that the filter lets through. */
function ShownLines({ name, isOver, look, onLook, open, count, opensAt, facts, reader, ...of }: ShownLinesProps) {
  const { t } = useTranslation("task");
  const { log } = open;
  const { isWrapped, range, hits, lineLook } = of;
  const chosen = useChosenLines(log, filterOf(look), count);
  const { folded, fold } = useFolded(open.facts, reader.leave);
  const all = useMemo(() => allRows(count, hiddenOf(facts.groups, folded)), [count, facts.groups, folded]);
  const rows = chosen?.rows ?? all;
  return (
    <>
      {chosen !== null && (
        <p className={styles["quiet"]} role="status">
          {t("log.filtered", { count: chosen.total, all: count })}
          {chosen.total > rows.count && ` ${t("log.firstOnly", { count: rows.count })}`}
        </p>
      )}
      <LogLines
        handle={reader.handle}
        key={chosen === null ? "all" : JSON.stringify(filterOf(look))}
        label={t("log.region", { task: name.taskId, number: name.tryNumber })}
        rows={rows}
        lineAt={chosen === null ? (row) => log.line(all.numberAt(row)) : chosen.line}
        look={lineLook}
        isWrapped={isWrapped}
        isFollowing={reader.isFollowing && (chosen === null || !isOver)}
        opensAt={chosen === null ? opensAt : "start"}
        range={range}
        hit={reader.at}
        marks={{ hits, errors: facts.errors }}
        groups={chosen === null ? facts.groups : NO_GROUPS}
        folded={folded}
        onFold={fold}
        onNumber={(number, isMore) => onLook({ line: lineOf(withLine(range, number, isMore)) })}
        onLeave={reader.leave}
      />
    </>
  );
}

/** Of a log that grows. */
function Foot({ reader, count, worker }: Pick<ShownLinesProps, "reader" | "count" | "worker">) {
  return (
    <div className={styles["foot"]}>
      <Following reader={reader} />
      <Silence count={count} worker={worker} />
    </div>
  );
}

function Following({ reader: { isFollowing, missed, follow } }: Pick<ShownLinesProps, "reader">) {
  const { t } = useTranslation("task");
  if (isFollowing) return <span className={styles["quiet"]}>{t("log.following")}</span>;
  return (
    <Button size="compact-xs" variant="default" onClick={follow}>
      {missed > 0 ? t("log.newLines", { count: missed }) : t("log.follow")}
    </Button>
  );
}

const NONE: readonly number[] = [];
const NO_GROUPS: LogIndex["groups"] = [];

/** Calm groups are folded when the log is opened; later only by the reader. */
function useFolded(facts: LogIndex | null, leave: () => void) {
  const [calm, setCalm] = useState<readonly number[] | null>(null);
  const [toggled, setToggled] = useState<ReadonlySet<number>>(new Set());
  if (calm === null && facts !== null) setCalm(calmGroups(facts));
  const folded = useMemo(() => new Set(calm ?? []).symmetricDifference(toggled), [calm, toggled]);
  const fold = useCallback(
    (number: number): void => {
      // Who opens a group reads it there.
      leave();
      setToggled((before) => before.symmetricDifference(new Set([number])));
    },
    [leave],
  );
  return { folded, fold };
}

function useLineLook(look: LogLook, startedAt: string | null, sought: RegExp | null): LineLook {
  const { times = "zone", fields } = look;
  return useMemo(
    () => ({ times, startedAt: readInstant(startedAt), fields: fieldsOf({ fields }), sought }),
    [times, startedAt, fields, sought],
  );
}
