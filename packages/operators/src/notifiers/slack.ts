/** Posts a message to an incoming webhook of Slack, or of anything that speaks like it (Mattermost, Discord's `/slack`). */
import { type Json, missingConnection } from "@momiji/core";
import { type CallbackContext, FailTask, type Notifier, notifierOf } from "@momiji/sdk";
import { notifierDefinition } from "./definition.ts";
import { messageOf } from "./message.ts";
import { post } from "./webhook.ts";

const SLACK_NOTIFIER = "slack_notifier";

/** All texts but the id of the connection are templates. */
export type SlackNotifierOptions = {
  /** Default: what has happened, and why. */
  readonly text?: string;
  /** Slack's Block Kit; `text` is then what notifications show. */
  readonly blocks?: readonly Json[];
  readonly channel?: string;
  readonly username?: string;
  readonly iconEmoji?: string;
  /** Id of the connection: its host, and its password behind it (Airflow's `slackwebhook`). Default `slack_default`. */
  readonly connection?: string;
  /** The webhook itself, instead of a connection. Whoever sees the DAG sees it. */
  readonly url?: string;
};

export function slackNotifier(options: SlackNotifierOptions = {}): Notifier {
  return notifierOf({
    name: SLACK_NOTIFIER,
    lane: "async",
    params: options,
    templateFields: ["text", "blocks", "channel", "username", "iconEmoji"],
  });
}

export const slackNotifierDefinition = notifierDefinition<SlackNotifierOptions>(
  SLACK_NOTIFIER,
  async (ctx, { text, blocks, channel, username, iconEmoji, connection, url }) => {
    const message: { [name: string]: Json } = { text: text ?? defaultText(ctx) };
    if (blocks !== undefined) message["blocks"] = blocks;
    if (channel !== undefined) message["channel"] = channel;
    if (username !== undefined) message["username"] = username;
    if (iconEmoji !== undefined) message["icon_emoji"] = iconEmoji;
    await post(ctx, { url: url ?? (await addressOf(ctx, connection ?? "slack_default")), json: message });
  },
);

function defaultText(ctx: CallbackContext): string {
  const { subject, text } = messageOf(ctx);
  return `*${subject}*\n\`\`\`\n${text}\`\`\``;
}

/** Airflow's rule: the host may be the whole address, or the password (or the extra `webhook_token`) is its end. */
async function addressOf(ctx: CallbackContext, id: string): Promise<string> {
  const connection = await ctx.connections.get(id);
  if (connection === undefined) throw new FailTask(missingConnection(id));
  const { host = "hooks.slack.com/services", port, schema = "https", password, extra } = connection;
  const token = password ?? extra["webhook_token"];
  const base = host.includes("://") ? host : `${schema}://${host}${port === undefined ? "" : `:${port}`}`;
  return typeof token === "string" ? `${base.replace(/\/$/, "")}/${token.replace(/^\//, "")}` : base;
}
