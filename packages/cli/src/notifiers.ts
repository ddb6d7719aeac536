/** What a DAG file imports as `momiji/notifiers`: callbacks that are ready-made. */
export {
  commandNotifier,
  type CommandNotifierOptions,
  emailNotifier,
  type EmailNotifierOptions,
  slackNotifier,
  type SlackNotifierOptions,
  webhookNotifier,
  type WebhookNotifierOptions,
} from "@momiji/operators";
