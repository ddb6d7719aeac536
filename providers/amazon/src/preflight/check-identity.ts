/** Who asks? */
import { GetRoleCommand } from "@aws-sdk/client-iam";
import type { GetCallerIdentityCommandOutput } from "@aws-sdk/client-sts";
import type { PreflightCheck } from "@momiji/sdk";
import { iamClient } from "../client/clients.ts";
import type { AwsAccess } from "../connection/aws-access.ts";
import type { Facts, Identity } from "./facts.ts";
import { errorName } from "../client/aws-error.ts";
import { failed, ok, warning } from "./verdict.ts";

const TITLE = "AWS knows who asks";

export function knownAs(identity: Identity, access: AwsAccess): PreflightCheck {
  const { account, arn } = identity;
  const detail = `${arn} of the account ${account}, with ${access.origin}`;
  if (!arn.endsWith(":root")) return ok("aws.identity", TITLE, detail);
  const remedy = "Make a role or a user with the rights of docs/guides/ecs.md, and use its credentials";
  return warning("aws.identity", TITLE, { detail: `${detail}: the root of the account may do everything`, remedy });
}

/** What AWS says to credentials that it does not take, and what then helps. */
const REMEDIES: readonly (readonly [RegExp, string])[] = [
  [/expired/i, "Renew the temporary credentials, or let the SDK find those of a role"],
  [/signature/i, "The secret does not belong to the key, or the clock of this machine is wrong: check both"],
  [
    /AssumeRole|AccessDenied/,
    "The trust policy of the role must name who assumes it as Principal, and the external id if it asks for one; who assumes it needs sts:AssumeRole",
  ],
  [
    /CredentialsProviderError/,
    "Give credentials: a role of the machine, container or pod, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY of the worker, a profile, or a connection of type aws",
  ],
];

export function notKnown(error: unknown, access: AwsAccess): PreflightCheck {
  const said = `${errorName(error)}: ${(error as Error).message}`;
  const [, remedy] = REMEDIES.find(([pattern]) => pattern.test(said)) ?? [];
  return failed("aws.identity", TITLE, {
    detail: `${said} (with ${access.origin})`,
    remedy:
      remedy ??
      "The access key is wrong, deleted or of another partition: check it in the connection or the environment",
  });
}

/** STS names the session of a role; policies hang on the role, whose path only IAM knows. */
export async function identityOf(
  answer: Pick<GetCallerIdentityCommandOutput, "Account" | "Arn">,
  facts: Pick<Facts, "ctx" | "access" | "roads">,
): Promise<Identity> {
  const { Account: account = "", Arn: arn = "" } = answer;
  const [, partition, , , , resource = ""] = arn.split(":");
  const [kind, name = ""] = resource.split("/");
  if (kind === "user") return { account, arn, principal: arn };
  if (kind !== "assumed-role") return { account, arn, principal: null };
  const plain = `arn:${partition}:iam::${account}:role/${name}`;
  try {
    const client = await iamClient(facts.access);
    const command = facts.roads.before(new GetRoleCommand({ RoleName: name }));
    const { Role } = await client.send(command, { abortSignal: facts.ctx.signal });
    return { account, arn, principal: Role?.Arn ?? plain };
  } catch {
    return { account, arn, principal: plain };
  }
}
