/** The log of a task's tries: any length, only what is on the screen in the page. */
import { type LogLine, MomijiError } from "@momiji/client";
import { Button, Checkbox, Group, SegmentedControl, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useEffect, useMemo, useReducer, useState } from "react";
import { useTranslation } from "react-i18next";
import { BASE_URL, client } from "../../../api/client.ts";
import { useFresh } from "../../../live/use-fresh.ts";
import { Empty } from "../../../parts/panel.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import { LogLines } from "./log-lines.tsx";
import { LogWindow } from "./log-window.ts";
import styles from "./log.module.css";

const LOG =
  "/api/momiji/v1/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/attempts/{try_number}/log";

interface LogProps {
  readonly dagId: string;
  readonly runId: string;
  readonly taskId: string;
  readonly mapIndex: number;
  /** How many there are. */
  readonly tries: number;
  readonly isOver: boolean;
  readonly isFailed: boolean;
}

export function Log({ tries, ...of }: LogProps) {
  const { t } = useTranslation("task");
  const [chosen, setChosen] = useState<number | null>(null);
  const tryNumber = chosen ?? tries;
  if (tries === 0) return null;
  const all = Array.from({ length: tries }, (_, at) => ({
    value: String(at + 1),
    label: t("log.attempt", { number: at + 1 }),
  }));
  return (
    <section aria-label={t("log.title")}>
      {tries > 1 && (
        <SegmentedControl
          size="xs"
          mb="xs"
          aria-label={t("log.attempts")}
          data={all}
          value={String(tryNumber)}
          onChange={(value) => setChosen(Number(value))}
        />
      )}
      <AttemptLog key={tryNumber} {...of} tryNumber={tryNumber} isOver={of.isOver || tryNumber < tries} />
    </section>
  );
}

interface AttemptLogProps extends Omit<LogProps, "tries"> {
  readonly tryNumber: number;
}

function AttemptLog({ dagId, runId, taskId, mapIndex, tryNumber, isFailed, isOver }: AttemptLogProps) {
  const { t } = useTranslation("task");
  const path = { dag_id: dagId, dag_run_id: runId, task_id: taskId, map_index: mapIndex, try_number: tryNumber };
  const { index, error } = useIndex(path, isOver);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const key = JSON.stringify(path);
  const lines = useMemo(
    () => new LogWindow((from, limit) => readLines(JSON.parse(key) as AttemptPath, from, limit), redraw),
    [key],
  );
  const [isWrapped, setWrapped] = useState(() => window.matchMedia("(max-width: 767px)").matches);
  const { line } = useSearch({ strict: false });
  const [goTo, setGoTo] = useState<number | null>(line ?? null);
  useEffect(() => {
    if (line !== undefined) setGoTo(line);
  }, [line]);
  const count = index?.lines ?? 0;
  useEffect(() => lines.grew(count), [lines, count]);
  if (error instanceof MomijiError && error.code === "log_not_found") return <Empty>{t("log.none")}</Empty>;
  if (error !== null) return <ProblemPanel error={error} />;
  if (index === undefined) return null;
  return (
    <>
      <LogBar
        path={path}
        count={count}
        errors={index.errors}
        isWrapped={isWrapped}
        onWrap={setWrapped}
        onGoTo={setGoTo}
      />
      {count === 0 ? (
        <Empty>{t("log.empty")}</Empty>
      ) : (
        <LogLines
          label={t("log.region", { task: taskId, number: tryNumber })}
          count={count}
          lineAt={(number) => lines.line(number)}
          isWrapped={isWrapped}
          goTo={goTo}
          isAtEnd={isFailed || !isOver}
        />
      )}
    </>
  );
}

interface LogBarProps {
  readonly path: AttemptPath;
  readonly count: number;
  /** Numbers of the lines with errors. */
  readonly errors: readonly number[];
  readonly isWrapped: boolean;
  onWrap(isWrapped: boolean): void;
  onGoTo(change: number | ((at: number | null) => number | null)): void;
}

/** What can be done with a log. */
function LogBar({ path, count, errors, isWrapped, onWrap, onGoTo }: LogBarProps) {
  const { t } = useTranslation("task");
  const { dag_id: dagId, dag_run_id: runId, task_id: taskId, try_number: tryNumber } = path;
  const raw = `${BASE_URL}${LOG}/raw`.replaceAll(/\{(\w+)\}/g, (_all, name: string) =>
    encodeURIComponent(String(path[name as keyof AttemptPath])),
  );
  return (
    <Group gap="sm" className={styles["bar"] ?? ""}>
      <span className={styles["count"]}>{t("log.lines", { count })}</span>
      <Find path={path} onHit={onGoTo} />
      {errors.length > 0 && (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => onGoTo((at) => errors.find((line) => line > (at ?? 0)) ?? errors[0] ?? null)}
        >
          {t("log.errors")}
        </Button>
      )}
      <Checkbox
        size="xs"
        label={t("log.wrap")}
        checked={isWrapped}
        onChange={({ currentTarget: { checked } }) => onWrap(checked)}
      />
      <a href={raw} download={`${[dagId, runId, taskId, tryNumber].join(".")}.log`}>
        {t("log.download")}
      </a>
    </Group>
  );
}

/** An attempt, as the paths of the API name it. */
interface AttemptPath {
  readonly dag_id: string;
  readonly dag_run_id: string;
  readonly task_id: string;
  readonly map_index: number;
  readonly try_number: number;
}

function useIndex(path: AttemptPath, isOver: boolean) {
  const queries = useQueryClient();
  const queryKey = ["log", ...Object.values(path)];
  const found = useQuery({
    queryKey,
    queryFn: ({ signal }) => client.get(`${LOG}/index`, { params: { path }, signal }),
  });
  const { dag_id: dagId, dag_run_id: runId, task_id: taskId, map_index: mapIndex, try_number: tryNumber } = path;
  useFresh({
    topics: isOver ? [] : [`log:${dagId}/${runId}/${taskId}/${mapIndex}/${tryNumber}`],
    queryKey,
    settleMillis: SETTLE_MILLIS,
    concerns: ({ event }) => event === "log",
  });
  useEffect(() => {
    if (isOver) void queries.invalidateQueries({ queryKey });
    // Once, when it ends.
  }, [isOver]);
  return { index: found.data, error: found.error };
}

async function readLines(path: AttemptPath, from: number, limit: number): Promise<readonly LogLine[]> {
  const text = await client.get(LOG, { params: { path, query: { from, limit } }, parseAs: "text" });
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as LogLine);
}

const NONE: readonly number[] = [];

/** Lines that come together are counted together. */
const SETTLE_MILLIS = 200;

interface FindProps {
  readonly path: AttemptPath;
  onHit(line: number): void;
}

function Find({ path, onHit }: FindProps) {
  const { t } = useTranslation("task");
  const [text, setText] = useState("");
  const [asked, setAsked] = useState("");
  const [at, setAt] = useState(0);
  const { data } = useQuery({
    queryKey: ["log-search", ...Object.values(path), asked],
    enabled: asked !== "",
    queryFn: ({ signal }) => client.get(`${LOG}/search`, { params: { path, query: { q: asked } }, signal }),
  });
  const hits = data?.hits ?? NONE;
  const go = (to: number): void => {
    const place = (to + hits.length) % hits.length;
    setAt(place);
    const line = hits[place];
    if (line !== undefined) onHit(line);
  };
  useEffect(() => {
    const [first] = hits;
    setAt(0);
    if (first !== undefined) onHit(first);
  }, [hits]);
  return (
    <form
      className={styles["find"]}
      onSubmit={(event) => {
        event.preventDefault();
        if (text === asked && hits.length > 0) go(at + 1);
        else setAsked(text);
      }}
    >
      <TextInput
        size="xs"
        type="search"
        aria-label={t("log.find")}
        placeholder={t("log.find")}
        value={text}
        onChange={({ currentTarget: { value } }) => setText(value)}
      />
      {data !== undefined && asked !== "" && (
        <span role="status">{t("log.hits", { at: hits.length === 0 ? 0 : at + 1, count: data.total })}</span>
      )}
    </form>
  );
}
