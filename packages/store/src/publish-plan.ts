/** What publishing a DAG file changes, computed from what the store knows; any database carries it out. */
import { canonicalJson, type DagSpec, type Json } from "@momiji/core";
import { sha256 } from "./sha256.ts";
import type { ImportErrorInput, PublishFile } from "./store.ts";

/** A DAG that the file held until now, or that another file holds under the same id. */
export interface KnownDag {
  readonly dagId: string;
  readonly file: string;
  readonly isActive: boolean;
  /** Somebody has deleted it, and something of it is still left. */
  readonly isDeleted: boolean;
  readonly version: number;
  readonly hash: string;
  readonly bundlePath: string;
}

export interface PublishedDag {
  readonly spec: DagSpec;
  readonly version: number;
  readonly hash: string;
  /** False: the version is there already, and only the DAG has to come back or to move to this file. */
  readonly isNewVersion: boolean;
}

export interface PublishPlan {
  readonly published: readonly PublishedDag[];
  /** Unchanged DAGs whose bundle lies elsewhere now (a home folder that was moved). */
  readonly moved: readonly string[];
  readonly gone: readonly string[];
  /** What the loader reported and the duplicates that only the store can see. */
  readonly errors: readonly ImportErrorInput[];
}

/** The identity of a DAG version: its spec and its code. */
function versionHash(spec: DagSpec, bundleHash: string): string {
  return sha256(`${canonicalJson(spec as unknown as Json)}\n${bundleHash}`);
}

export function planPublish(input: PublishFile, known: readonly KnownDag[]): PublishPlan {
  const byId = new Map(known.map((dag) => [dag.dagId, dag]));
  const held = new Set<string>();
  const published: PublishedDag[] = [];
  const moved: string[] = [];
  const errors: ImportErrorInput[] = [...input.errors];
  for (const spec of input.dags) {
    if (input.bundle === null) throw new TypeError(`${input.file}: DAGs are published with the bundle they came from`);
    const current = byId.get(spec.dagId);
    const duplicate = findDuplicate(input.file, current, held.has(spec.dagId));
    if (duplicate !== null) {
      errors.push({ message: `The DAG id "${spec.dagId}" ${duplicate}` });
      continue;
    }
    held.add(spec.dagId);
    const hash = versionHash(spec, input.bundle.hash);
    if (current?.hash !== hash) {
      published.push({ spec, version: (current?.version ?? 0) + 1, hash, isNewVersion: true });
    } else {
      if (!current.isActive) published.push({ spec, version: current.version, hash, isNewVersion: false });
      if (current.bundlePath !== input.bundle.path) moved.push(spec.dagId);
    }
  }
  return { published, moved, gone: findGone(input, known, held), errors };
}

function findDuplicate(file: string, current: KnownDag | undefined, isHeld: boolean): string | null {
  if (isHeld) return "is defined twice in this file: rename one of the two; until then the first one is used";
  if (current?.isDeleted === true)
    return "is being deleted: it comes back when that is done, if its file is still there";
  if (current === undefined || !current.isActive || current.file === file) return null;
  return `is already defined in ${current.file}: rename one of the two; until then the one there is used`;
}

/** A file with an error may have lost DAGs only because of it, so nothing goes until it loads cleanly. */
function findGone(input: PublishFile, known: readonly KnownDag[], held: ReadonlySet<string>): string[] {
  if (input.errors.length > 0) return [];
  return known.filter((dag) => dag.file === input.file && dag.isActive && !held.has(dag.dagId)).map((dag) => dag.dagId);
}
