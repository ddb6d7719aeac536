/** What the operators that set ECS up lack: the way to ECS, credentials, rights. */
import type { PreflightCheck, PreflightContext } from "@momiji/sdk";
import type { AccessParams } from "../connection/access-params.ts";

export interface SetupRight {
  readonly action: string;
  /** An ARN, `*`, or the end of one of ECS: `cluster/prod`. */
  readonly resource: string;
}

export async function* preflightSetup(
  ctx: PreflightContext,
  { connection, region, verify }: AccessParams,
  rights: readonly SetupRight[],
): AsyncIterable<PreflightCheck> {
  const [{ findGround }, { checkRights }, { arnOf }] = await Promise.all([
    import("../preflight/ground.ts"),
    import("../preflight/check-rights.ts"),
    import("../preflight/facts.ts"),
  ]);
  const access = {
    ...(connection === undefined ? {} : { connection }),
    ...(region === undefined ? {} : { region }),
    ...(verify === undefined ? {} : { verify }),
  };
  const { checks, facts } = await findGround(ctx, { ...access, cluster: "", taskDefinition: "", getLogs: false });
  yield* checks;
  if (facts === null) return;
  const named = (resource: string): string =>
    resource === "*" || resource.startsWith("arn:") ? resource : arnOf(facts, "ecs", resource);
  const wishes = rights.map(({ action, resource }) => ({
    actions: [action],
    resource: named(resource),
    ...(action === "iam:PassRole" ? { context: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } } : {}),
  }));
  yield* await checkRights(facts, wishes);
}
