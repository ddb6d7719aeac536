/** `momiji auth login`: keeps a token for a server, so that commands act there with `--env NAME`. */
import type { CommandContext, Register } from "../../context.ts";
import { CliError } from "../../errors.ts";
import { readPassword } from "../../read-password.ts";
import { connectServer } from "../../server/connect.ts";
import { DEFAULT_ENVIRONMENT, writeEnvironment } from "../../server/environments.ts";
import { readUrl } from "../../server/place.ts";

interface Options {
  readonly url?: string;
  readonly env: string;
  readonly username?: string;
  readonly password?: string;
  readonly apiToken?: string;
}

export const registerLogin: Register = (parent, context) => {
  parent
    .command("login")
    .description("sign in at a server and keep the token, in a file that only you can read")
    .option("--url <address>", "the server, with its base path (MOMIJI_URL)")
    .option("-e, --env <name>", "name to keep it under", DEFAULT_ENVIRONMENT)
    .option("-u, --username <name>", "name to sign in with")
    .option("-p, --password <password>", "password; without it one is asked for on standard input")
    .option("--api-token <token>", "a personal token instead of name and password (MOMIJI_TOKEN)")
    .action(async (options: Options) => {
      const address = options.url ?? context.env["MOMIJI_URL"];
      if (address === undefined) throw new CliError("usage", "say where: --url https://momiji.example.com");
      const url = readUrl(address);
      warnOfPlainText(context, url);
      const brought = options.apiToken ?? (options.username === undefined ? context.env["MOMIJI_TOKEN"] : undefined);
      const token = brought ?? (await tokenFor(context, url, options));
      const client = await connectServer({ url, token });
      const { username } = await client.get("/api/momiji/v1/me");
      writeEnvironment(context.env, options.env, { url, token, username, isOurs: brought === undefined });
      context.print(
        `Signed in at ${url} as ${username}; commands act there with --env ${options.env}, or with MOMIJI_ENV=${options.env}\n`,
      );
    });
};

/** That of command lines is good for as long as `auth.cliTokenHours` says. */
async function tokenFor(context: CommandContext, url: string, { username, password }: Options): Promise<string> {
  if (username === undefined) throw new CliError("usage", "say who: --username, or --api-token");
  const client = await connectServer({ url, token: "" });
  const body = { username, password: password ?? (await readPassword(context, "--password")) };
  return (await client.post("/auth/token/cli", { body })).access_token;
}

/** On the way from one machine to another everybody could read it. */
function warnOfPlainText({ warn }: CommandContext, url: string): void {
  const { protocol, hostname } = new URL(url);
  if (protocol === "https:" || /^(localhost|127\.[\d.]+|\[::1\])$/.test(hostname)) return;
  warn(`momiji: ${url} is not https: password and token can be read on the way\n`);
}
