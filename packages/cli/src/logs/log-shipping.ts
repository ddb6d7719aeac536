/** The logs of a server: files of its home, and shipped to the log store if the settings name one. */
import { SECOND } from "@momiji/core";
import type { LogStore } from "@momiji/sdk";
import { fileLogs, type OpenLogSink, shippedLogs } from "@momiji/worker";
import type { Home } from "../home.ts";
import { systemClock } from "../system-clock.ts";

/** What is left then is shipped by the next server. */
const LAST_WORDS = 5 * SECOND;

export interface ServerLogs {
  readonly open: OpenLogSink;
  start(): void;
  stop(): Promise<void>;
}

export function serverLogs(home: Home, store: LogStore | null, warn: (message: string) => void): ServerLogs {
  if (store === null) return { open: fileLogs(home.logs), start: () => undefined, stop: () => Promise.resolve() };
  const { logs: folder, logNotes: notesFolder } = home;
  const shipped = shippedLogs({ store, folder, notesFolder, clock: systemClock, warn });
  return {
    open: shipped.open,
    start: () => shipped.start(),
    stop: async () => {
      await shipped.stop(LAST_WORDS);
      await store.close?.();
    },
  };
}
