/** A connection from the options of `connections add`: one of three forms, never two. */
import {
  checkConnection,
  type ConnectionRecord,
  parseConnectionJson,
  parseConnectionText,
  parseConnectionUri,
} from "@momiji/core";
import { CliError } from "../../errors.ts";

export interface AddOptions {
  readonly connUri?: string;
  readonly connJson?: string;
  readonly connType?: string;
  readonly connDescription?: string;
  readonly connHost?: string;
  readonly connLogin?: string;
  readonly connPassword?: string;
  readonly connSchema?: string;
  readonly connPort?: string;
  readonly connExtra?: string;
}

/** @throws CliError `usage`, ConnectionInvalid */
export function connectionOfOptions(connectionId: string, options: AddOptions): ConnectionRecord {
  const { connUri, connJson, connDescription, ...fields } = options;
  const single = ["connHost", "connLogin", "connPassword", "connSchema", "connPort"] as const;
  const forms = [connUri, connJson, fields.connType].filter((form) => form !== undefined);
  if (forms.length !== 1) {
    throw new CliError("usage", "give exactly one of --conn-uri, --conn-json and --conn-type");
  }
  if (fields.connType === undefined && single.some((name) => fields[name] !== undefined)) {
    throw new CliError("usage", "with --conn-uri or --conn-json the other fields stand in it");
  }
  const record = wholeRecord(connectionId, options);
  return checkConnection({
    ...record,
    ...(connDescription === undefined ? {} : { description: connDescription }),
    ...(fields.connExtra === undefined ? {} : { extra: fields.connExtra }),
  });
}

function wholeRecord(connectionId: string, options: AddOptions): ConnectionRecord {
  if (options.connUri !== undefined) return parseConnectionUri(connectionId, options.connUri);
  if (options.connJson !== undefined) return parseConnectionText(connectionId, objectText(options.connJson));
  return parseConnectionJson(connectionId, {
    conn_type: options.connType ?? "",
    host: options.connHost ?? null,
    login: options.connLogin ?? null,
    password: options.connPassword ?? null,
    schema: options.connSchema ?? null,
    port: options.connPort ?? null,
  });
}

function objectText(json: string): string {
  if (json.trimStart().startsWith("{")) return json;
  throw new CliError("usage", "--conn-json must be a JSON object");
}
