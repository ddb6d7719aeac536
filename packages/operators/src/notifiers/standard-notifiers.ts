/** The notifiers that run in lane `async`, by the name that stands in a spec. */
import type { OperatorDefinition } from "@momiji/sdk";
import { emailNotifierDefinition, type MailSettings } from "./email.ts";
import { slackNotifierDefinition } from "./slack.ts";
import { webhookNotifierDefinition } from "./webhook.ts";

/** `mail`: the mail server of the settings; null: none is set. */
export function standardNotifiers(mail: MailSettings | null): ReadonlyMap<string, OperatorDefinition> {
  const all = [emailNotifierDefinition(mail), slackNotifierDefinition, webhookNotifierDefinition];
  return new Map(all.map((definition) => [definition.name, definition as unknown as OperatorDefinition]));
}
