/** Is the image in its registry? Only those of ECR can be asked with the credentials at hand. */
import { DescribeImagesCommand } from "@aws-sdk/client-ecr";
import type { TaskDefinition } from "@aws-sdk/client-ecs";
import type { PreflightCheck } from "@momiji/sdk";
import { ecrClient } from "../client/clients.ts";
import { findAccess } from "../connection/find-access.ts";
import type { FactsOfTask } from "./facts.ts";
import { errorName } from "../client/aws-error.ts";
import { look } from "./look.ts";
import { failed, ok } from "./verdict.ts";

export interface EcrImage {
  readonly registry: string;
  readonly region: string;
  readonly repository: string;
  readonly id: { readonly imageTag: string } | { readonly imageDigest: string };
}

const ECR = /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.[a-z0-9.-]+\/([^@:]+)(?::([^@]+))?(?:@(.+))?$/;

/** Null: it is in another registry. */
export function ecrImageOf(image: string): EcrImage | null {
  const [, registry, region, repository, tag = "latest", digest] = ECR.exec(image) ?? [];
  if (registry === undefined || region === undefined || repository === undefined) return null;
  return { registry, region, repository, id: digest === undefined ? { imageTag: tag } : { imageDigest: digest } };
}

export function imagesOf({ containerDefinitions = [] }: TaskDefinition): readonly string[] {
  return [...new Set(containerDefinitions.flatMap(({ image }) => (image === undefined ? [] : [image])))];
}

export async function checkImages(facts: FactsOfTask): Promise<readonly PreflightCheck[]> {
  const checks = await Promise.all(imagesOf(facts.definition).map((image) => checkImage(facts, image)));
  return checks.flat();
}

async function checkImage({ ctx, params, roads }: FactsOfTask, name: string): Promise<readonly PreflightCheck[]> {
  const image = ecrImageOf(name);
  if (image === null) return [];
  const { registry, region, repository, id } = image;
  const code = "ecs.image";
  const title = `the image ${name} exists`;
  return look({ code, title, action: "ecr:DescribeImages" }, async () => {
    const client = await ecrClient(await findAccess(ctx, { ...params, region }));
    const asked = { registryId: registry, repositoryName: repository, imageIds: [id] };
    try {
      const command = roads.before(new DescribeImagesCommand(asked));
      const { imageDetails = [] } = await client.send(command, { abortSignal: ctx.signal });
      return [ok(code, title, imageDetails[0]?.imageDigest)];
    } catch (error) {
      const words = MISSING[errorName(error)];
      if (words === undefined) throw error;
      const remedy = "Push it (docker push), or mend `image` of the container in the task definition";
      return [failed(code, title, { detail: words, remedy })];
    }
  });
}

const MISSING: { readonly [error: string]: string } = {
  RepositoryNotFoundException: "there is no such repository",
  ImageNotFoundException: "the repository has no such tag or digest",
};
