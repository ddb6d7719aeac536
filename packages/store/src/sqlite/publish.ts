/** Publishing DAG files. */
import type { DagSpec, Micros } from "@momiji/core";
import { planPublish, type KnownDag, type PublishedDag } from "../publish-plan.ts";
import { importErrorFromRow, importErrorValues, type ImportErrorRow } from "../rows/dag-row.ts";
import type { ImportError, ImportErrorInput, PublishFile, PublishResult } from "../store.ts";
import { forgetReferences, writeReferences } from "./asset-references.ts";
import type { Connection } from "./connection.ts";
import { writeAccess } from "./dag-access.ts";
import { DAG } from "./statements.ts";

/** What the store tells of besides the DAGs. */
export interface Published extends PublishResult {
  readonly errorsChanged: boolean;
}

/** Everything about one file, within a transaction. A file that did not change writes nothing, not even a sync. */
export function publishFile(
  db: Connection,
  input: PublishFile,
  moment: { now: Micros; pausedAtCreation: boolean },
): Published {
  const plan = planPublish(input, findKnown(db, input));
  for (const dag of plan.published) writeDag(db, { input, dag, ...moment });
  for (const dagId of plan.moved) {
    db.run(DAG.moveBundle, input.bundle?.path ?? "", dagId, input.bundle?.hash ?? "");
  }
  if (plan.gone.length > 0) db.run(DAG.deactivate, moment.now, JSON.stringify(plan.gone));
  forgetReferences(db, plan.gone);
  const errorsChanged = replaceErrors(db, input.file, { errors: plan.errors, now: moment.now });
  return { changed: plan.published.map((dag) => dag.spec.dagId), gone: plan.gone, errorsChanged };
}

export function retireFiles(db: Connection, files: readonly string[], now: Micros): Published {
  return db.write(() => {
    const set = JSON.stringify(files);
    const gone = db.all<{ dag_id: string }>(DAG.selectActiveOfFiles, set).map((row) => row.dag_id);
    if (gone.length > 0) db.run(DAG.deactivate, now, JSON.stringify(gone));
    forgetReferences(db, gone);
    const errorsChanged = db.run(DAG.deleteErrors, set) > 0;
    return { changed: [], gone, errorsChanged };
  });
}

export function listImportErrors(db: Connection): ImportError[] {
  return db.all<ImportErrorRow>(DAG.selectErrors).map(importErrorFromRow);
}

interface KnownRow {
  readonly dag_id: string;
  readonly file: string;
  readonly is_active: number;
  readonly deleted_at: number | null;
  readonly version: number;
  readonly hash: string;
  readonly bundle_path: string;
}

function findKnown(db: Connection, input: PublishFile): KnownDag[] {
  const ids = JSON.stringify(input.dags.map((spec) => spec.dagId));
  return db.all<KnownRow>(DAG.selectKnown, input.file, ids).map((row) => ({
    dagId: row.dag_id,
    file: row.file,
    isActive: row.is_active === 1,
    isDeleted: row.deleted_at !== null,
    version: row.version,
    hash: row.hash,
    bundlePath: row.bundle_path,
  }));
}

interface DagWrite {
  readonly input: PublishFile;
  readonly dag: PublishedDag;
  readonly now: Micros;
  readonly pausedAtCreation: boolean;
}

function writeDag(db: Connection, { input, dag, now, pausedAtCreation }: DagWrite): void {
  const { spec, version, hash, isNewVersion } = dag;
  if (isNewVersion && input.bundle !== null) {
    const { hash: bundleHash, path } = input.bundle;
    db.run(DAG.insertVersion, spec.dagId, version, hash, JSON.stringify(spec), bundleHash, path, now);
    writeTasks(db, spec, version);
  }
  const isPaused = spec.isPausedUponCreation ?? pausedAtCreation;
  const folder = input.file.slice(0, input.file.lastIndexOf("/") + 1);
  const shown = [spec.displayName ?? null, spec.schedule.kind, spec.description ?? null, folder] as const;
  db.run(DAG.upsertDag, spec.dagId, input.file, version, isPaused ? 1 : 0, ...shown, now, now);
  writeLabels(db, spec);
  writeReferences(db, spec, now);
  writeAccess(db, spec);
}

/** What lists filter task instances by. */
function writeTasks(db: Connection, { dagId, tasks }: DagSpec, version: number): void {
  for (const [position, task] of tasks.entries()) {
    const { taskId, displayName = null, operator, pool = "default_pool", queue = "default", executor = null } = task;
    db.run(DAG.insertTask, dagId, version, taskId, position, displayName, operator, pool, queue, executor);
  }
}

/** What lists filter DAGs by. */
function writeLabels(db: Connection, { dagId, tags = [], tasks }: DagSpec): void {
  db.run(DAG.deleteLabels, dagId);
  for (const tag of new Set(tags)) db.run(DAG.insertLabel, "tag", tag, dagId);
  for (const owner of new Set(tasks.map((task) => task.owner ?? "airflow")))
    db.run(DAG.insertLabel, "owner", owner, dagId);
}

/** Errors that are the same keep their number and their moment. True: they were others. */
function replaceErrors(
  db: Connection,
  file: string,
  { errors, now }: { errors: readonly ImportErrorInput[]; now: Micros },
): boolean {
  const wanted = errors.map(importErrorValues);
  const kept = db.all<ImportErrorRow>(DAG.selectErrorsOfFile, file).map(importErrorFromRow).map(importErrorValues);
  if (JSON.stringify(wanted) === JSON.stringify(kept)) return false;
  db.run(DAG.deleteErrors, JSON.stringify([file]));
  for (const values of wanted) db.run(DAG.insertError, file, now, ...values);
  return true;
}
