/** `momiji dags reserialize`: loads all DAG files anew. */
import { connect } from "../../client.ts";
import type { Register } from "../../context.ts";

export const registerReserialize: Register = (parent, context) => {
  parent
    .command("reserialize")
    .description("load all DAG files anew")
    .option("--home <dir>", "home folder")
    .action(async (options: { home?: string }) => {
      const answer = (await connect(context.home(options)).send("POST", "/api/momiji/v1/reserialize")) as {
        import_errors: number;
      };
      context.print(`Loaded all DAG files; ${answer.import_errors} import errors\n`);
    });
};
