/** Files of DAGs: have one read again. */
import type { ApiOptions } from "../api-options.ts";
import { ApiError } from "../errors.ts";
import { fileOfToken } from "../file-token.ts";
import { answer, type Call, route, type Route } from "../route.ts";

export function fileRoutes({ store, reloadFile }: ApiOptions): readonly Route[] {
  return [
    route({
      method: "PUT",
      path: "/api/v2/parseDagFile/{file_token}",
      operationId: "reparse_dag_file",
      access: { dag: "dag", may: "edit" },
      schemas: async () => (await import("../schemas/upkeep.ts")).reparse,
      handle: async (call) => {
        const file = fileOfToken(call.params.file_token);
        if (file === null || !(await isKnown(store, file, call))) throw new ApiError("dag_file_not_found");
        reloadFile?.(file);
        return answer(201, null);
      },
    }),
  ];
}

/** Every DAG of the file must be the caller's to edit; a file without one is known by its import error. @throws ApiError `forbidden` */
async function isKnown(
  store: ApiOptions["store"],
  file: string,
  call: Pick<Call, "requireDag" | "may">,
): Promise<boolean> {
  const dags = (await store.listDags({ includeInactive: true })).filter((dag) => dag.file === file);
  for (const { dagId } of dags) await call.requireDag(dagId, "dag", "edit");
  if (dags.length > 0) return true;
  const isBroken = (await store.listImportErrors()).some((error) => error.file === file);
  return isBroken && call.may("dag_files", "edit");
}
