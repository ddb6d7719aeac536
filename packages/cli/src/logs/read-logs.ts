/** How commands read logs: from the files of a home, or from the log store of the settings. */
import type { LogStore } from "@momiji/sdk";
import { type LogReader, logReader } from "@momiji/worker";
import type { CommandContext } from "../context.ts";
import type { Home } from "../home.ts";
import { openLogStore } from "./open-log-store.ts";

/** The store is opened only if something is not here. */
export async function readLogs<Result>(
  context: CommandContext,
  home: Home,
  read: (logs: LogReader) => Promise<Result>,
): Promise<Result> {
  const { config } = await context.config();
  const { clock, cwd } = context;
  const opened: { store?: Promise<LogStore | null> } = {};
  const store = async (): Promise<LogStore> => (await (opened.store ??= openLogStore(config, cwd))) as LogStore;
  const remote = config.logs.store === "" ? {} : { remote: { store, notesFolder: home.logNotes } };
  try {
    return await read(logReader({ folder: home.logs, clock, ...remote }));
  } finally {
    await (await opened.store)?.close?.();
  }
}
