/** Where a file of DAGs is broken: the lines around it, and which DAGs go on with what they were. Beside Airflow's API. */
import { allDags, type ImportError } from "@momiji/store";
import type { ApiDeps } from "../api-deps.ts";
import { ApiError } from "../errors.ts";
import { presentInstant } from "../present.ts";
import { type Call, route, type Route } from "../route.ts";
import { readFrame } from "../views/import-error-source.ts";

/** DAGs of one file that are told. */
const MOST_DAGS = 100;

export function importErrorSourceRoutes({ store }: ApiDeps): readonly Route[] {
  const dagsOf = async (file: string) => {
    const page = { order: [], limit: MOST_LOOKED_AT };
    const { rows } = await store.listDagsPage({ filter: { hasImportErrors: true }, page, scope: allDags });
    return rows.filter((dag) => dag.file === file);
  };
  const present = async (error: ImportError, call: Pick<Call, "dags" | "scope">) => {
    const dags = await dagsOf(error.file);
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
  return [
    route({
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
    }),
  ];
}

/** DAGs whose file is broken, that are looked through for those of one file. */
const MOST_LOOKED_AT = 5_000;
