/** How two versions of a DAG differ, in their code and in their structure. Beside Airflow's API. */
import type { LoadedVersion } from "@momiji/store";
import type { ApiDeps } from "../api-deps.ts";
import { ApiError } from "../errors.ts";
import { route, type Route } from "../route.ts";
import { keepable } from "../views/etag.ts";
import { structureDiff } from "../views/version-diff.ts";

/** Characters of a file that are answered; a longer one is read by itself. */
const LONGEST_SOURCE = 512 * 1024;

export function versionDiffRoutes({ store, readSource }: ApiDeps): readonly Route[] {
  const sourceOf = async ({ spec, bundle }: LoadedVersion): Promise<string | null> =>
    (await readSource?.({ bundlePath: bundle.path, file: spec.source.file })) ?? null;
  const versionOf = async (dagId: string, version: number): Promise<LoadedVersion> => {
    const found = await store.loadVersion(dagId, version);
    if (found === null) throw new ApiError("version_not_found", [dagId, String(version)]);
    return found;
  };
  return [
    route({
      method: "GET",
      path: "/api/momiji/v1/dags/{dag_id}/versions/diff",
      operationId: "get_version_diff",
      access: { dag: "version", may: "read" },
      schemas: async () => (await import("../schemas/overviews.ts")).versionDiff,
      handle: async (call) => {
        const { dag_id: dagId } = call.params as unknown as { dag_id: string };
        const { a, b } = call.query;
        const [before, after] = [await versionOf(dagId, a), await versionOf(dagId, b)];
        // Who may see that there are versions need not be allowed to see their code.
        const mayReadCode = await call.mayDag(dagId, "code", "read");
        const sources = mayReadCode ? [await sourceOf(before), await sourceOf(after)] : [null, null];
        return keepable(call, {
          a,
          b,
          files: [fileDiff([before, after], sources)],
          withheld: !mayReadCode,
          structure: structureDiff(before.spec, after.spec),
        });
      },
    }),
  ];
}

function fileDiff(
  [before, after]: readonly [LoadedVersion, LoadedVersion],
  sources: readonly (string | null | undefined)[],
) {
  const [a = null, b = null] = sources;
  const isLong = (a?.length ?? 0) > LONGEST_SOURCE || (b?.length ?? 0) > LONGEST_SOURCE;
  return {
    path: after.spec.source.file,
    was: before.spec.source.file,
    isChanged: before.bundle.hash !== after.bundle.hash,
    a: isLong ? null : a,
    b: isLong ? null : b,
    isTooLong: isLong,
  };
}
