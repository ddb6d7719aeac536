/** Connections of type `slack`: Slack knows the token (`auth.test`, as Airflow's `SlackHook` asks). */
import type { ConnectionCheck } from "@momiji/sdk";

export const checkSlack: ConnectionCheck = async ({ id, password, extra }, signal) => {
  if (password === undefined) throw new Error(`connection "${id}" has no token as its password`);
  const base = typeof extra["base_url"] === "string" ? extra["base_url"] : "https://slack.com/api/";
  const response = await fetch(new URL("auth.test", base), {
    method: "POST",
    headers: { authorization: `Bearer ${password}` },
    signal,
  });
  const answer = (await response.json()) as { ok?: boolean; error?: string; team?: string; user?: string };
  if (answer.ok === true) return `Slack knows it as ${answer.user ?? "somebody"} of ${answer.team ?? "some team"}`;
  throw new Error(`Slack refused the token: ${answer.error ?? `status ${response.status}`}`);
};
