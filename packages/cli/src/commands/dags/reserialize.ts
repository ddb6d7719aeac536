/** `momiji dags reserialize`: loads all DAG files anew. */
import { connect } from "../../server/connect.ts";
import type { Register } from "../../context.ts";
import { withElapsed } from "../../progress.ts";
import { acting, type PlaceOptions } from "../../server/place.ts";

export const registerReserialize: Register = (parent, context) => {
  acting(parent.command("reserialize"))
    .description("load all DAG files anew")
    .action(async (options: PlaceOptions) => {
      const client = await connect(context, options);
      const load = (): Promise<unknown> => client.post("/api/momiji/v1/reserialize");
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
