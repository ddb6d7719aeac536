/** What waits for people, over all DAGs: each question opens beside the list. */
import { Button, Drawer, SegmentedControl } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { usePhone } from "../../acts/use-phone.ts";
import { client } from "../../api/client.ts";
import { useFresh } from "../../live/use-fresh.ts";
import { Empty, Panel } from "../../parts/panel.tsx";
import { ProblemPanel } from "../../parts/problem-panel.tsx";
import { DataTable } from "../../parts/table/data-table.tsx";
import { pageFrom, type PagedList, usePages } from "../../parts/table/use-pages.ts";
import { useTitle } from "../../parts/use-title.ts";
import styles from "./inbox.module.css";
import { keyOf, placeOf, type Question, type QuestionPlace, readKey } from "./question.ts";
import { QuestionCard } from "./question-card.tsx";
import { TaskLink, useQuestionColumns } from "./question-columns.tsx";
import type { InboxSearch } from "./search.ts";

const PAGE = 100;
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
  return usePages<Question>({
    enabled,
    queryKey,
    read: async (from, signal) => {
      const states = isAnswered ? {} : { state: STATES };
      const { hitl_details: rows, total_entries: total } = await client.get(
        "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/hitlDetails",
        {
          params: {
            path: { dag_id: dagId, dag_run_id: runId },
            query: { limit: PAGE, offset: Number(from), response_received: isAnswered, ...states },
          },
          signal,
        },
      );
      return pageFrom(rows, { total_entries: total }, from);
    },
  });
}

export function InboxPage() {
  const { t } = useTranslation("hitl");
  useTitle(t("title"));
  const navigate = useNavigate();
  const shown = useSearch({ strict: false }) as InboxSearch;
  const { open, ...kept } = shown;
  const { show = "waiting", dag_id: dagId, dag_run_id: runId } = kept;
  const list = useQuestions(shown);
  const search = (next: InboxSearch): void => void navigate({ to: "/required_actions", search: next });
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
        onChange={(chosen) => search({ ...kept, show: chosen })}
      />
      {dagId !== undefined && (
        <Button ml="xs" size="compact-xs" variant="default" onClick={() => search({ show })}>
          {t("ofSome", { name: runId === undefined ? dagId : `${dagId} · ${runId}` })}
        </Button>
      )}
      {list.error !== null && <ProblemPanel error={list.error} onRetry={list.retry} />}
      {list.first !== undefined && (
        <Panel title={t(show === "waiting" ? "waiting" : "done")} count={list.total}>
          {list.rows.length === 0 ? (
            <Empty>{t(show === "waiting" ? "noneWaiting" : "noneDone")}</Empty>
          ) : (
            <Questions
              list={list}
              isAnswered={show === "answered"}
              onOpen={(question) => search({ ...kept, open: keyOf(placeOf(question)) })}
            />
          )}
        </Panel>
      )}
      <QuestionDrawer place={readKey(open)} onClose={() => search(kept)} />
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
  readonly list: PagedList<Question>;
  readonly isAnswered: boolean;
  onOpen(question: Question): void;
}

function Questions({ list, isAnswered, onOpen }: QuestionsProps) {
  const { t } = useTranslation("hitl");
  const columns = useQuestionColumns(onOpen, isAnswered);
  return (
    <DataTable
      name="questions"
      label={t("title")}
      columns={columns}
      rows={list.rows}
      total={list.total}
      onMore={list.onMore}
      isOld={list.isOld}
      keyOf={(question) => keyOf(placeOf(question))}
      nameOf={({ subject }) => subject}
      onOpen={onOpen}
    />
  );
}
