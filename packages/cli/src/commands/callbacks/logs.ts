/** `momiji callbacks logs ID`: what a callback said, in all its deliveries. */
import { formatInstant } from "@momiji/core";
import { allDags } from "@momiji/store";
import { callbackLogPath } from "@momiji/worker";
import type { Register } from "../../context.ts";
import { CliError } from "../../errors.ts";
import { readLogs } from "../../logs/read-logs.ts";

const MOST = 10_000;

export const registerCallbackLogs: Register = (parent, context) => {
  parent
    .command("logs")
    .description("print the log of a callback")
    .argument("<id>", "id of the callback, as `callbacks list` shows it")
    .option("--home <dir>", "home folder")
    .action(async (id: string, options: { home?: string }) => {
      const home = context.home(options);
      const records = await context.readStore(home, (store) => store.listCallbacks({ scope: allDags, limit: MOST }));
      const record = records.find((each) => each.id === id);
      if (record === undefined)
        throw new CliError("not_found", `there is no callback ${id}`, "`momiji callbacks list` shows them");
      const { dagId, runId, taskId, ordinal, facts } = record;
      const { mapIndex = -1, tryNumber = 0, taskId: about = "" } = facts.instance ?? {};
      const name = { dagId, runId, taskId: about, mapIndex, tryNumber };
      const log = callbackLogPath("", name, { taskId, ordinal, event: facts.event });
      await readLogs(context, home, async (logs) => {
        for await (const batch of logs.read(log))
          context.print(
            batch.map(({ at, source, message }) => `[${formatInstant(at)}] {${source}} ${message}\n`).join(""),
          );
      });
    });
};
