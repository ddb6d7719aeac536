/** Connections of type `slack`: Slack knows the token (`auth.test`, as Airflow's `SlackHook` asks). */
import type { ConnectionCheck } from "@momiji/sdk";
import { ask } from "./ask.ts";

interface Answer {
  readonly ok?: boolean;
  readonly error?: string;
  readonly team?: string;
  readonly user?: string;
}

export const checkSlack: ConnectionCheck = async ({ id, password, extra }, signal, reach) => {
  if (password === undefined) throw new Error(`connection "${id}" has no token as its password`);
  const base = typeof extra["base_url"] === "string" ? extra["base_url"] : "https://slack.com/api/";
  const headers = { authorization: `Bearer ${password}` };
  const { status, text } = await ask(new URL("auth.test", base), { method: "POST", headers, signal, reach });
  const answer = readAnswer(text);
  if (answer.ok === true) return `Slack knows it as ${answer.user ?? "somebody"} of ${answer.team ?? "some team"}`;
  throw new Error(`Slack refused the token: ${answer.error ?? `status ${status}`}`);
};

/** What is no answer of Slack's says nothing. */
function readAnswer(text: string): Answer {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return {};
  }
}
