/** One question of a check to a web server: its name is resolved once and looked at, and so is that of each redirect. */
import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import type { Reach } from "@momiji/sdk";

interface Question {
  readonly method: "GET" | "POST";
  readonly headers: { readonly [name: string]: string };
  readonly signal: AbortSignal;
  readonly reach: Reach;
}

interface Reply {
  readonly status: number;
  /** The beginning of it, if it is long. */
  readonly text: string;
}

const MOST_REDIRECTS = 5;
const LONGEST_TEXT = 100_000;

/** Follows redirects of a `GET`; credentials go to the first place only. @throws Error if there is no answer, or no way */
export async function ask(url: URL, question: Question): Promise<Reply> {
  let at = url;
  let { headers } = question;
  for (let left = MOST_REDIRECTS; ; left--) {
    const { status, text, location } = await askOnce(at, { ...question, headers });
    if (location === undefined || left === 0 || question.method !== "GET") return { status, text };
    const next = new URL(location, at);
    if (next.origin !== at.origin) headers = {};
    at = next;
  }
}

async function askOnce(url: URL, { method, headers, signal, reach }: Question) {
  const { protocol, host, port, pathname, search } = url;
  if (protocol !== "http:" && protocol !== "https:") throw new Error(`${protocol} is not how a web server is asked`);
  const name = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const target = { host: await reach.addressOf(name), path: `${pathname}${search}`, ...(port === "" ? {} : { port }) };
  const { request } = protocol === "https:" ? await import("node:https") : await import("node:http");
  const server = isIP(name) === 0 ? { servername: name } : {};
  const sent = request({ ...target, ...server, method, headers: { ...headers, host }, signal, agent: false });
  sent.end();
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  // What goes wrong from here on, the answer tells as well.
  sent.on("error", () => undefined);
  const { statusCode: status = 0 } = response;
  const location = status >= 300 && status < 400 ? response.headers.location : undefined;
  return { status, text: await beginningOf(response), location };
}

async function beginningOf(response: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of response.setEncoding("utf8")) {
    text += chunk as string;
    if (text.length > LONGEST_TEXT) break;
  }
  return text;
}
