/** `momiji dags reserialize`: loads all DAG files anew. */
import { connect } from "../../client.ts";
import type { Register } from "../../context.ts";
import { withElapsed } from "../../progress.ts";

export const registerReserialize: Register = (parent, context) => {
  parent
    .command("reserialize")
    .description("load all DAG files anew")
    .option("--home <dir>", "home folder")
    .action(async (options: { home?: string }) => {
      const client = connect(context.home(options));
      const load = (): Promise<unknown> => client.send("POST", "/api/momiji/v1/reserialize");
      const answer = (await withElapsed(
        "Loading all DAG files",
        { terminal: context, clock: context.clock },
        load,
      )) as {
        import_errors: number;
      };
      context.print(`Loaded all DAG files; ${answer.import_errors} import errors\n`);
    });
};
