/** The log store of the setting `logs.store: "@momiji/amazon/cloudwatch-logs"`. Loads no client before the store is first used. */
import type { LogStoreFactory } from "@momiji/sdk";
import { CloudWatchLogStore } from "./logs/cloudwatch-log-store.ts";
import { LONGEST_PREFIX } from "./logs/stream-names.ts";
import { accessOfOptions, checkOptions, type GivenOptions, textOption } from "./settings/settings-options.ts";

const openCloudWatchLogs: LogStoreFactory = (options, { clock }) => {
  checkOptions(options, {
    log_group: "text",
    prefix: "text",
    remote_base_log_folder: "text",
    create_log_group: "boolean",
  });
  const prefix = textOption(options, "prefix") ?? "";
  if (prefix.length > LONGEST_PREFIX || /[:*]/.test(prefix))
    throw new Error(`prefix must be at most ${LONGEST_PREFIX} characters, without : and *`);
  const { group, region } = groupOf(options);
  const given = region === undefined ? options : { region_name: region, ...options };
  const mayCreate = options["create_log_group"] !== false;
  return new CloudWatchLogStore(accessOfOptions(given), { group, prefix, mayCreate, now: () => clock.now() });
};

export default openCloudWatchLogs;

/** `log_group`, or Airflow's `remote_base_log_folder: "cloudwatch://arn:aws:logs:REGION:ACCOUNT:log-group:NAME"`. */
function groupOf(options: GivenOptions): { readonly group: string; readonly region?: string } {
  const url = textOption(options, "remote_base_log_folder");
  const group = textOption(options, "log_group");
  if ((url === undefined) === (group === undefined))
    throw new Error("one of log_group and remote_base_log_folder (cloudwatch://ARN) is needed");
  if (group !== undefined) return { group };
  const arn = /^cloudwatch:\/\/arn:aws[\w-]*:logs:(?<region>[^:]+):\d*:log-group:(?<group>[^:]+)(?::\*)?$/.exec(
    url ?? "",
  );
  const { region, group: named } = arn?.groups ?? {};
  if (region === undefined || named === undefined)
    throw new Error(`remote_base_log_folder must be cloudwatch://ARN with the ARN of a log group, not ${url}`);
  return { group: named, region };
}
