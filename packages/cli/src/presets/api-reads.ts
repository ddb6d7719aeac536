/** What the server reads from the home's folders: logs of attempts, and what authors wrote in the files of their DAGs. */
import type { ApiOptions } from "@momiji/api";
import type { Home } from "../home.ts";

export function apiReads(home: Home): Required<Pick<ApiOptions, "logs" | "readSource">> {
  return {
    logs: {
      async *read(name, fromSeq) {
        const { logPath, readLog } = await import("@momiji/worker");
        yield* readLog(logPath(home.logs, name), { fromSeq });
      },
    },
    readSource: async ({ bundlePath, file }) => {
      const { readAuthorText } = await import("@momiji/dags");
      return readAuthorText(bundlePath, file);
    },
  };
}
