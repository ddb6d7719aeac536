/** What keeps nothing from running, but may matter: broken files, deadlines, backfills that stand still. */
import { type Clock, deadlineNotes, isBackfillHeld, type Reason } from "@momiji/core";
import { type DagRecord, onlyDag, type Store } from "@momiji/store";

/** More notes of one kind than this are not told. */
const NOTES_SHOWN = 5;
const MOST_DEADLINES = 1000;

export interface NotesDeps {
  readonly store: Store;
  readonly clock: Clock;
}

/** A broken file stops nothing: the last version that could be read goes on. */
function fileNotes(dag: DagRecord): Reason[] {
  if (!dag.hasImportErrors) return [];
  return [
    {
      code: "import_error",
      text: `${dag.file} cannot be read now; the DAG goes on with its version ${dag.version}`,
      remedy: "correct the file: `momiji dags list-import-errors`",
      details: { file: dag.file, version: dag.version },
    },
  ];
}

export async function runNotes({ store, clock }: NotesDeps, dag: DagRecord, runKey: number): Promise<Reason[]> {
  return [...fileNotes(dag), ...deadlineNotes(await store.loadDeadlines(runKey), clock.now())];
}

/** Deadlines that are ahead, the next first, and those that unfinished runs have missed. */
export async function dagNotes(
  { store, clock }: NotesDeps,
  dag: DagRecord,
  unfinished: readonly { readonly runId: string }[],
): Promise<Reason[]> {
  const { dagId } = dag;
  const scope = onlyDag(dagId);
  const pending = await store.listDeadlines({ scope, dagId, states: ["pending"], limit: MOST_DEADLINES });
  const missed = await store.listDeadlines({ scope, dagId, states: ["missed"], limit: MOST_DEADLINES });
  const open = new Set(unfinished.map(({ runId }) => runId));
  const lines = [missed.filter(({ runId }) => open.has(runId)), pending.toReversed()];
  const deadlines = lines.flatMap((each) => deadlineNotes(each.slice(0, NOTES_SHOWN), clock.now()));
  return [...fileNotes(dag), ...(await backfillNotes(store, dagId)), ...deadlines];
}

async function backfillNotes(store: Store, dagId: string): Promise<Reason[]> {
  const backfills = await store.listBackfills({ scope: onlyDag(dagId), dagIds: [dagId], openOnly: true });
  return backfills.filter(isBackfillHeld).map(({ id }) => ({
    code: "backfill_paused",
    text: `backfill ${id} is paused: none of its runs starts`,
    remedy: `let it go on: \`momiji backfill unpause ${id}\``,
    details: { backfill_id: id },
  }));
}
