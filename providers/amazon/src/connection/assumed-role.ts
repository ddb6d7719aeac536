/** Keys of a role that is assumed with the keys of the connection (Airflow's `role_arn`). */
import type { AssumeRoleCommandInput } from "@aws-sdk/client-sts";
import type { AwsKeys, ClientSettings } from "./aws-access.ts";

export interface RoleToAssume {
  /** Of STS, with the keys that may assume the role. */
  readonly settings: ClientSettings;
  readonly request: AssumeRoleCommandInput;
}

/** The SDK keeps what it gives until shortly before it expires, and asks again then. */
export function assumedRole({ settings, request }: RoleToAssume): () => Promise<AwsKeys> {
  return async () => {
    const { AssumeRoleCommand, STSClient } = await import("@aws-sdk/client-sts");
    const client = new STSClient(settings);
    try {
      const { Credentials } = await client.send(new AssumeRoleCommand(request));
      const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = Credentials ?? {};
      if (AccessKeyId === undefined || SecretAccessKey === undefined)
        throw new Error(`STS gave no keys for the role ${request.RoleArn}`);
      return {
        accessKeyId: AccessKeyId,
        secretAccessKey: SecretAccessKey,
        ...(SessionToken === undefined ? {} : { sessionToken: SessionToken }),
        ...(Expiration === undefined ? {} : { expiration: Expiration }),
      };
    } finally {
      client.destroy();
    }
  };
}
