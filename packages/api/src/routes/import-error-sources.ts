/** Where files of DAGs are broken: the lines around it, and which DAGs go on with what they were. Beside Airflow's API. */
import { allDags, type DagRecord, type DagScope, type ImportError } from "@momiji/store";
import type { ApiDeps } from "../api-deps.ts";
import { ApiError } from "../errors.ts";
import { presentInstant } from "../present.ts";
import { type Call, route, type Route } from "../route.ts";
import { readFrame } from "../views/import-error-source.ts";

/** DAGs of one file that are told. */
const MOST_DAGS = 100;

export function importErrorSourceRoutes(deps: ApiDeps): readonly Route[] {
  return [affected(deps), source(deps)];
}

/** DAGs whose file is broken. */
async function brokenDags({ store }: ApiDeps, scope: DagScope): Promise<readonly DagRecord[]> {
  const page = { order: [], limit: MOST_LOOKED_AT };
  return (await store.listDagsPage({ filter: { hasImportErrors: true }, page, scope })).rows;
}

function affected(deps: ApiDeps): Route {
  return route({
    method: "GET",
    path: "/api/momiji/v1/importErrors/affected",
    operationId: "get_import_errors_affected",
    access: { thing: "import_errors", may: "read" },
    schemas: async () => (await import("../schemas/import-error-sources.ts")).affected,
    handle: async (call) => {
      const dags = await brokenDags(deps, call.scope("dag", "read"));
      const byFile = [...Map.groupBy(dags, ({ file }) => file)].slice(0, MOST_FILES);
      return { files: await Promise.all(byFile.map(([file, of]) => presentAffected(deps, file, of))) };
    },
  });
}

async function presentAffected({ store }: ApiDeps, file: string, dags: readonly DagRecord[]) {
  const version = Math.max(...dags.map((dag) => dag.version));
  const newest = dags.find((dag) => dag.version === version);
  const loaded = newest && (await store.loadVersion(newest.dagId, version));
  return {
    file,
    dags: dags.length,
    dagId: dags.length === 1 ? (newest?.dagId ?? null) : null,
    version,
    isOne: dags.every((dag) => dag.version === version),
    since: presentInstant(loaded?.createdAt ?? null),
  };
}

function source(deps: ApiDeps): Route {
  const { store } = deps;
  const present = async (error: ImportError, call: Pick<Call, "dags" | "scope">) => {
    const dags = (await brokenDags(deps, allDags)).filter(({ file }) => file === error.file);
    const ids = dags.map(({ dagId }) => dagId);
    const [visible, readable] = [
      await store.dagsInScope(ids, call.scope("dag", "read")),
      await store.dagsInScope(ids, call.scope("code", "read")),
    ];
    // A line of a file is code of each DAG in it.
    const withheld = readable.size < ids.length;
    const shown = dags.filter(({ dagId }) => visible.has(dagId)).slice(0, MOST_DAGS);
    const versions = shown.map(async ({ dagId, version }) => ({
      dagId,
      version,
      since: presentInstant((await store.loadVersion(dagId, version))?.createdAt ?? null),
    }));
    return {
      importErrorId: error.id,
      file: error.file,
      line: error.line ?? null,
      column: error.column ?? null,
      message: error.message,
      excerpt: withheld ? null : readFrame(error.frame),
      withheld,
      stack: withheld ? null : (error.stack ?? null),
      dags: await Promise.all(versions),
    };
  };
  return route({
    method: "GET",
    path: "/api/momiji/v1/importErrors/{import_error_id}/source",
    operationId: "get_import_error_source",
    access: { thing: "import_errors", may: "read" },
    schemas: async () => (await import("../schemas/import-error-sources.ts")).source,
    handle: async (call) => {
      const { import_error_id: id } = call.params;
      const request = { filter: { ids: [id] }, page: { order: [], limit: 1 }, scope: call.dags };
      const [error] = (await store.listImportErrorsPage(request)).rows;
      if (error === undefined) throw new ApiError("import_error_not_found", [String(id)]);
      return present(error, call);
    },
  });
}

/** DAGs whose file is broken, that are looked through for those of one file. */
const MOST_LOOKED_AT = 5_000;

/** Files that are told at once. */
const MOST_FILES = 500;
