/** What the server reads beside the store: logs of attempts, and what authors wrote in the files of their DAGs. */
import type { ApiOptions } from "@momiji/api";
import type { LogStore } from "@momiji/sdk";
import type { Home } from "../home.ts";
import { systemClock } from "../system-clock.ts";

/** `logStore`: where logs are that are not in the home any more; null: nowhere. */
export function apiReads(home: Home, logStore: LogStore | null): Required<Pick<ApiOptions, "logs" | "readSource">> {
  const remote =
    logStore === null ? {} : { remote: { store: () => Promise.resolve(logStore), notesFolder: home.logNotes } };
  return {
    logs: {
      async *read(name, fromSeq, having = "") {
        const { logPath, logReader } = await import("@momiji/worker");
        const reader = logReader({ folder: home.logs, clock: systemClock, ...remote });
        yield* reader.read(logPath("", name), { fromSeq, having });
      },
      async *follow(name, fromSeq, signal) {
        const { logPath, logReader } = await import("@momiji/worker");
        const reader = logReader({ folder: home.logs, clock: systemClock, ...remote });
        yield* reader.follow(logPath("", name), { fromSeq, signal });
      },
      async last(name) {
        const { logPath, logReader } = await import("@momiji/worker");
        return logReader({ folder: home.logs, clock: systemClock, ...remote }).last(logPath("", name));
      },
    },
    readSource: async ({ bundlePath, file }) => {
      const { readAuthorText } = await import("@momiji/dags");
      return readAuthorText(bundlePath, file);
    },
  };
}
