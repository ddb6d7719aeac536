/** What waits for people, over all DAGs: each question opens beside the list. */
import { Button, Drawer, SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { usePhone } from "../../acts/use-phone.ts";
import { client } from "../../api/client.ts";
import { useFresh } from "../../live/use-fresh.ts";
import { Empty, Panel } from "../../parts/panel.tsx";
import { ProblemPanel } from "../../parts/problem-panel.tsx";
import { DataTable } from "../../parts/table/data-table.tsx";
import { useTitle } from "../../parts/use-title.ts";
import styles from "./inbox.module.css";
import { keyOf, placeOf, type Question, type QuestionPlace, readKey } from "./question.ts";
import { QuestionCard } from "./question-card.tsx";
import { TaskLink, useQuestionColumns } from "./question-columns.tsx";
import type { InboxSearch } from "./search.ts";

const MOST = 100;
const ANY = "~";
const STATES = ["awaiting_input"];
const SETTLE_MILLIS = 500;

function useQuestions({ show, dag_id: dagId = ANY, dag_run_id: runId = ANY }: InboxSearch) {
  const isAnswered = show === "answered";
  const queryKey = ["questions", isAnswered, dagId, runId];
  // A question that was answered is told by its run alone.
  const enabled = useFresh({
    topics: ["hitl", "runs"],
    queryKey: ["questions"],
    settleMillis: SETTLE_MILLIS,
    concerns: ({ event }) => event === "hitl" || event === "run" || event === "stale",
  });
  return useQuery({
    enabled,
    queryKey,
    queryFn: ({ signal }) =>
      client.get("/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/hitlDetails", {
        params: {
          path: { dag_id: dagId, dag_run_id: runId },
          // The document does not list them.
          query: { limit: MOST, response_received: isAnswered, ...(isAnswered ? {} : { state: STATES }) } as never,
        },
        signal,
      }),
  });
}

export function InboxPage() {
  const { t } = useTranslation("hitl");
  useTitle(t("title"));
  const navigate = useNavigate();
  const shown = useSearch({ strict: false }) as InboxSearch;
  const { show = "waiting", open, dag_id: dagId, dag_run_id: runId } = shown;
  const { data, error, refetch } = useQuestions(shown);
  const search = (next: InboxSearch): void => void navigate({ to: "/required_actions", search: next });
  const { open: _open, ...list } = shown;
  const questions = data?.hitl_details ?? [];
  return (
    <>
      <h1 className="page-title">{t("title")}</h1>
      <SegmentedControl
        size="xs"
        aria-label={t("show")}
        value={show}
        data={[
          { value: "waiting", label: t("waiting") },
          { value: "answered", label: t("done") },
        ]}
        onChange={(chosen) => search({ ...list, show: chosen })}
      />
      {dagId !== undefined && (
        <Button ml="xs" size="compact-xs" variant="default" onClick={() => search({ show })}>
          {t("ofSome", { name: runId === undefined ? dagId : `${dagId} · ${runId}` })}
        </Button>
      )}
      {error !== null && <ProblemPanel error={error} onRetry={() => void refetch()} />}
      {data !== undefined && (
        <Panel title={t(show === "waiting" ? "waiting" : "done")} count={data.total_entries}>
          {questions.length === 0 ? (
            <Empty>{t(show === "waiting" ? "noneWaiting" : "noneDone")}</Empty>
          ) : (
            <Questions
              questions={questions}
              total={data.total_entries}
              onOpen={(question) => search({ ...list, open: keyOf(placeOf(question)) })}
            />
          )}
        </Panel>
      )}
      <QuestionDrawer place={readKey(open)} onClose={() => search(list)} />
    </>
  );
}

/** It stays when the question is answered and leaves the list: who did is what one wants to see then. */
function QuestionDrawer({ place, onClose }: { readonly place: QuestionPlace | null; onClose(): void }) {
  const { t } = useTranslation("hitl");
  const isPhone = usePhone();
  return (
    <Drawer
      opened={place !== null}
      onClose={onClose}
      position="right"
      size={isPhone ? "100%" : "lg"}
      title={place?.taskId ?? ""}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      {place !== null && (
        <>
          <p className={styles["facts"]}>
            <TaskLink place={place} />
          </p>
          <QuestionCard place={place} />
        </>
      )}
    </Drawer>
  );
}

interface QuestionsProps {
  readonly questions: readonly Question[];
  readonly total: number;
  onOpen(question: Question): void;
}

function Questions({ questions, total, onOpen }: QuestionsProps) {
  const { t } = useTranslation("hitl");
  const columns = useQuestionColumns(onOpen);
  return (
    <DataTable
      name="questions"
      label={t("title")}
      columns={columns}
      rows={questions}
      total={total}
      keyOf={(question) => keyOf(placeOf(question))}
      nameOf={({ subject }) => subject}
      onOpen={onOpen}
    />
  );
}
