/** The client of the server that a command acts on. */
import { userInfo } from "node:os";
import type { MomijiClient, MomijiError } from "@momiji/client";
import type { CommandContext } from "../context.ts";
import { CliError } from "../errors.ts";
import { type Home, readServerFile } from "../home.ts";
import { type Place, placeOf, type PlaceOptions } from "./place.ts";

export interface ActingOptions extends PlaceOptions {
  /** In whose name; by default the user of this machine. Only the server of this machine believes it. */
  readonly as?: string;
}

/** @throws CliError `no_server` if no server is known for the home, `not_signed_in` */
export async function connect(context: CommandContext, options: ActingOptions): Promise<MomijiClient> {
  const place = placeOf(context, options);
  if (place.kind === "home") return connectHome(place.home, options.as);
  if (options.as !== undefined) throw new CliError("usage", "--as is believed by the server of this machine alone");
  return connectServer(place);
}

/** The server elsewhere that is named; null: a home is, of which more can be read than a server tells. @throws CliError */
export async function connectElsewhere(context: CommandContext, options: PlaceOptions): Promise<MomijiClient | null> {
  const place = placeOf(context, options);
  return place.kind === "home" ? null : connectServer(place);
}

export async function connectServer({ url, token }: Omit<Extract<Place, { kind: "server" }>, "kind">) {
  const { createClient, withToken } = await import("@momiji/client");
  const remedy = "see that the address is right and that the server runs; `momiji auth list-envs` shows the addresses";
  return withCliErrors(
    createClient({ baseUrl: url, signIn: withToken(token), headers: { "x-momiji-client": "cli" } }),
    { unreachable: (message) => new CliError("no_server", message, remedy) },
  );
}

/** @throws CliError `no_server` */
export async function connectHome(home: Home, as: string = userName()): Promise<MomijiClient> {
  const server = readServerFile(home);
  if (server === null) throw new CliError("no_server", `no server runs on the home ${home.folder}`);
  const { address, token, pid, certificate } = server;
  const { createClient, withToken } = await import("@momiji/client");
  const client = createClient({
    baseUrl: address,
    signIn: withToken(token),
    // Who acts, and through what, for the event log.
    headers: { "x-momiji-user": encodeURIComponent(as), "x-momiji-client": "cli" },
    ...(certificate === undefined ? {} : { fetch: (await import("./pinned-fetch.ts")).pinnedFetch(certificate) }),
  });
  return withCliErrors(client, {
    unreachable: () => new CliError("no_server", `the server at ${address} (process ${pid}) does not answer`),
  });
}

/** For the event log. A user without a name (a container with a bare number) is told by that number. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? "");
  }
}

interface Words {
  unreachable(message: string): CliError;
}

type AnyCall = (path: string, init?: object) => Promise<unknown>;

/** The same client, whose refusals have the exit codes of the command line. */
export function withCliErrors(client: MomijiClient, words: Words): MomijiClient {
  const told = <Call>(call: Call): Call =>
    ((path: string, init?: object) =>
      (call as AnyCall)(path, init).catch((error: unknown) => {
        throw cliErrorOf(error, words);
      })) as Call;
  const { get, post, put, patch, http } = client;
  return { get: told(get), post: told(post), put: told(put), patch: told(patch), delete: told(client.delete), http };
}

function cliErrorOf(error: unknown, words: Words): unknown {
  if (!(error instanceof Error) || error.name !== "MomijiError") return error;
  const { status, code, message, remedy } = error as MomijiError;
  if (code === "unreachable") return words.unreachable(message);
  if (code === "unauthenticated") return new CliError("not_signed_in", message);
  if (code === "invalid") return new CliError("refused", message, "correct it; --help says what the command takes");
  return new CliError(status === 404 ? "not_found" : "refused", message, ...(remedy === undefined ? [] : [remedy]));
}
