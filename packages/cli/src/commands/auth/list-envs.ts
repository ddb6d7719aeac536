/** `momiji auth list-envs`: the servers that somebody has signed in at. */
import type { Register } from "../../context.ts";
import { formatRows, readFormat } from "../../output.ts";
import { listEnvironments } from "../../server/environments.ts";

export const registerListEnvs: Register = (parent, context) => {
  parent
    .command("list-envs")
    .description("list the servers that you have signed in at")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async ({ output }: { readonly output: string }) => {
      const rows = listEnvironments(context.env).map(({ name, url, username }) => ({ env: name, url, username }));
      context.print(await formatRows(rows, ["env", "url", "username"], readFormat(output)));
    });
};
