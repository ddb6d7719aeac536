/** What a principal may do, as IAM works it out of its policies. Nothing is done. */
import { type EvaluationResult, SimulatePrincipalPolicyCommand } from "@aws-sdk/client-iam";
import { iamClient } from "../client/clients.ts";
import type { Facts } from "./facts.ts";

export interface Wish {
  readonly actions: readonly string[];
  readonly resource: string;
  /** What policies may ask about the call: `{ "iam:PassedToService": "ecs-tasks.amazonaws.com" }`. */
  readonly context?: { readonly [key: string]: string };
}

export interface Refused {
  readonly action: string;
  /** Why, beyond that no statement allows it. */
  readonly because: string | null;
}

/** @throws what IAM answers: who may run tasks may perhaps not simulate */
export async function refusedOf(
  { ctx, access, roads }: Facts,
  principal: string,
  { actions, resource, context = {} }: Wish,
): Promise<readonly Refused[]> {
  const command = new SimulatePrincipalPolicyCommand({
    PolicySourceArn: principal,
    ActionNames: [...actions],
    ResourceArns: [resource],
    ContextEntries: Object.entries(context).map(([key, value]) => ({
      ContextKeyName: key,
      ContextKeyType: "string" as const,
      ContextKeyValues: [value],
    })),
  });
  const client = await iamClient(access);
  const { EvaluationResults = [] } = await client.send(roads.before(command), { abortSignal: ctx.signal });
  return EvaluationResults.filter(({ EvalDecision }) => EvalDecision !== "allowed").map((result) => ({
    action: result.EvalActionName ?? "?",
    because: becauseOf(result),
  }));
}

function becauseOf(result: EvaluationResult): string | null {
  if (result.EvalDecision === "explicitDeny") {
    const policies = (result.MatchedStatements ?? []).map(({ SourcePolicyId = "a policy" }) => SourcePolicyId);
    return `a statement with Deny forbids it${policies.length === 0 ? "" : ` (${policies.join(", ")})`}`;
  }
  if (result.OrganizationsDecisionDetail?.AllowedByOrganizations === false)
    return "a policy of the organisation (SCP) does not allow it";
  if (result.PermissionsBoundaryDecisionDetail?.AllowedByPermissionsBoundary === false)
    return "the permissions boundary does not allow it";
  return null;
}
