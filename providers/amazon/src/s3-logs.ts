/** The log store of the setting `logs.store: "@momiji/amazon/s3-logs"`. Loads no client before the store is first used. */
import type { LogStoreFactory } from "@momiji/sdk";
import { S3LogStore } from "./logs/s3-log-store.ts";
import { accessOfOptions, checkOptions, type GivenOptions, textOption } from "./settings/settings-options.ts";

const openS3Logs: LogStoreFactory = (options) => {
  checkOptions(options, { bucket: "text", prefix: "text", remote_base_log_folder: "text", encrypt_s3_logs: "boolean" });
  return new S3LogStore(accessOfOptions(options), {
    ...placeOf(options),
    isEncrypted: options["encrypt_s3_logs"] === true,
  });
};

export default openS3Logs;

/** `bucket` and `prefix`, or Airflow's `remote_base_log_folder: "s3://BUCKET/PREFIX"`. */
function placeOf(options: GivenOptions): { readonly bucket: string; readonly prefix: string } {
  const url = textOption(options, "remote_base_log_folder");
  const bucket = textOption(options, "bucket");
  if ((url === undefined) === (bucket === undefined))
    throw new Error("one of bucket and remote_base_log_folder (s3://BUCKET/PREFIX) is needed");
  if (bucket !== undefined) return { bucket, prefix: trimmed(textOption(options, "prefix") ?? "") };
  const parts = /^s3:\/\/(?<bucket>[^/]+)(?:\/(?<prefix>.*))?$/.exec(url ?? "")?.groups;
  if (parts?.["bucket"] === undefined) throw new Error(`remote_base_log_folder must be s3://BUCKET/PREFIX, not ${url}`);
  return { bucket: parts["bucket"], prefix: trimmed(parts["prefix"] ?? "") };
}

function trimmed(prefix: string): string {
  const inner = prefix.replace(/^\/+|\/+$/g, "");
  return inner === "" ? "" : `${inner}/`;
}
