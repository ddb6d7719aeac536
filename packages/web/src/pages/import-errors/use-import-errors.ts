/** Files of DAGs that cannot be loaded, and where each is broken. */
import type { components } from "@momiji/client";
import { useQuery } from "@tanstack/react-query";
import { client } from "../../api/client.ts";
import { useFresh } from "../../live/use-fresh.ts";
import type { ImportError } from "./import-errors.ts";

export type SourceExcerpt = components["schemas"]["SourceExcerpt"];

const MOST = 100;
const SETTLE_MILLIS = 300;

export function useImportErrors(text: string | undefined) {
  const enabled = useFresh({ topics: ["import_errors"], queryKey: ["import errors"], settleMillis: SETTLE_MILLIS });
  return useQuery({
    enabled,
    queryKey: ["import errors", "list", text],
    queryFn: async ({ signal }) => {
      const name = text === undefined ? {} : { filename_pattern: `%${text}%` };
      const query = { limit: MOST, order_by: ["-timestamp"], ...name };
      const [found, { files }] = await Promise.all([
        client.get("/api/v2/importErrors", { params: { query }, signal }),
        client.get("/api/momiji/v1/importErrors/affected", { signal }),
      ]);
      return { ...found, affected: new Map(files.map((one) => [one.file, one])) };
    },
  });
}

/** Of an error that is gone nothing is asked again. */
export function useImportErrorSource({ import_error_id: id, timestamp }: ImportError) {
  return useQuery({
    queryKey: ["import error source", id, timestamp],
    queryFn: ({ signal }) =>
      client.get("/api/momiji/v1/importErrors/{import_error_id}/source", {
        params: { path: { import_error_id: id } },
        signal,
      }),
  });
}
