/** Publishing DAG files. */
import type { Micros } from "@momiji/core";
import { planPublish, type KnownDag, type PublishedDag } from "../publish-plan.ts";
import { importErrorFromRow, importErrorValues, type ImportErrorRow } from "../rows/dag-row.ts";
import type { ImportError, ImportErrorInput, PublishFile, PublishResult } from "../store.ts";
import { forgetReferences, writeReferences } from "./asset-references.ts";
import type { Connection } from "./connection.ts";
import { writeAccess } from "./dag-access.ts";
import { DAG } from "./statements.ts";

/** Everything about one file, within a transaction. A file that did not change writes nothing, not even a sync. */
export function publishFile(
  db: Connection,
  input: PublishFile,
  moment: { now: Micros; pausedAtCreation: boolean },
): PublishResult {
  const plan = planPublish(input, findKnown(db, input));
  for (const dag of plan.published) writeDag(db, { input, dag, ...moment });
  for (const dagId of plan.moved) {
    db.run(DAG.moveBundle, input.bundle?.path ?? "", dagId, input.bundle?.hash ?? "");
  }
  if (plan.gone.length > 0) db.run(DAG.deactivate, moment.now, JSON.stringify(plan.gone));
  forgetReferences(db, plan.gone);
  replaceErrors(db, input.file, { errors: plan.errors, now: moment.now });
  return { changed: plan.published.map((dag) => dag.spec.dagId), gone: plan.gone };
}

export function retireFiles(db: Connection, files: readonly string[], now: Micros): PublishResult {
  return db.write(() => {
    const set = JSON.stringify(files);
    const gone = db.all<{ dag_id: string }>(DAG.selectActiveOfFiles, set).map((row) => row.dag_id);
    if (gone.length > 0) db.run(DAG.deactivate, now, JSON.stringify(gone));
    forgetReferences(db, gone);
    db.run(DAG.deleteErrors, set);
    return { changed: [], gone };
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
  }
  const isPaused = spec.isPausedUponCreation ?? pausedAtCreation;
  db.run(DAG.upsertDag, spec.dagId, input.file, version, isPaused ? 1 : 0, now, now);
  writeReferences(db, spec, now);
  writeAccess(db, spec);
}

/** Errors that are the same keep their number and their moment. */
function replaceErrors(
  db: Connection,
  file: string,
  { errors, now }: { errors: readonly ImportErrorInput[]; now: Micros },
): void {
  const wanted = errors.map(importErrorValues);
  const kept = db.all<ImportErrorRow>(DAG.selectErrorsOfFile, file).map(importErrorFromRow).map(importErrorValues);
  if (JSON.stringify(wanted) === JSON.stringify(kept)) return;
  db.run(DAG.deleteErrors, JSON.stringify([file]));
  for (const values of wanted) db.run(DAG.insertError, file, now, ...values);
}
