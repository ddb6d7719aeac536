/** `momiji auth logout`: ends the token that was made for this machine, and forgets it. */
import type { Register } from "../../context.ts";
import { CliError } from "../../errors.ts";
import { connectServer } from "../../server/connect.ts";
import { DEFAULT_ENVIRONMENT, readEnvironment, removeEnvironment } from "../../server/environments.ts";

export const registerLogout: Register = (parent, context) => {
  parent
    .command("logout")
    .description("end the token of an environment, and forget it")
    .option("-e, --env <name>", "name that it is kept under", DEFAULT_ENVIRONMENT)
    .action(async ({ env }: { readonly env: string }) => {
      const { url, token, isOurs } = readEnvironment(context.env, env);
      try {
        const client = await connectServer({ url, token });
        // It sends browsers on to the page where they sign in.
        if (isOurs) await client.get("/api/v2/auth/logout", { redirect: "manual" });
      } catch (error) {
        if (!(error instanceof CliError)) throw error;
        // Without the server the token ends by itself; one that it does not know any more has ended.
        if (error.code === "no_server") context.warn(`momiji: the token goes on until it expires: ${error.message}\n`);
        else if (error.code !== "not_signed_in") throw error;
      }
      removeEnvironment(context.env, env);
      context.print(`Signed out at ${url}${isOurs ? "" : "; the token that was brought along is still good"}\n`);
    });
};
