/** The double speaks as AWS publishes that it speaks: botocore's service models, where `.ci/aws.sh` has put them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { ecsRunTaskJob } from "../ecs/ecs-job.ts";
import { batchSubmitJobJob } from "../batch/batch-job.ts";
import type { AwsExchange } from "./aws-front.testing.ts";
import { batchBench, playingJob } from "./batch-bench.testing.ts";
import { doubleBench, playing } from "./double-bench.testing.ts";
import { DOUBLE_INPUTS } from "./double-inputs.testing.ts";

const { MOMIJI_TEST_AWS_MODELS: models, MOMIJI_TEST_ENGINES: engines } = process.env;
if (models === undefined && engines === "required")
  throw new Error("MOMIJI_TEST_AWS_MODELS is not set, and MOMIJI_TEST_ENGINES says that it must be");
const note = models === undefined ? " (not run: MOMIJI_TEST_AWS_MODELS is not set)" : "";

interface Shape {
  readonly type: string;
  readonly required?: readonly string[];
  readonly members?: { readonly [name: string]: { readonly shape: string; readonly locationName?: string } };
  readonly member?: { readonly shape: string };
  readonly value?: { readonly shape: string };
  readonly enum?: readonly string[];
}

interface ServiceModel {
  readonly operations: {
    readonly [name: string]: { readonly input: { shape: string }; readonly output?: { shape: string } };
  };
  readonly shapes: { readonly [name: string]: Shape };
}

const FOLDERS: { readonly [service: string]: string } = {
  batch: "batch/2016-08-10",
  ecs: "ecs/2014-11-13",
  logs: "logs/2014-03-28",
};

function modelOf(service: string): ServiceModel {
  const path = join(models ?? "", FOLDERS[service] ?? "", "service-2.json.gz");
  return JSON.parse(gunzipSync(readFileSync(path)).toString()) as ServiceModel;
}

const PRIMITIVES: { readonly [type: string]: string } = {
  string: "string",
  boolean: "boolean",
  integer: "number",
  long: "number",
  float: "number",
  double: "number",
  timestamp: "number",
};

/** What in a value is not as its shape says. */
class Misfits {
  readonly #shapes: ServiceModel["shapes"];
  readonly found: string[] = [];

  constructor({ shapes }: ServiceModel) {
    this.#shapes = shapes;
  }

  look(name: string, value: unknown, path = name): void {
    const shape = this.#shapes[name];
    if (shape?.type === "list" && Array.isArray(value)) {
      for (const [at, one] of value.entries()) this.look(shape.member?.shape ?? "", one, `${path}[${at}]`);
    } else if (shape?.type === "map") {
      for (const [key, one] of Object.entries(value as object))
        this.look(shape.value?.shape ?? "", one, `${path}.${key}`);
    } else if (shape?.type === "structure") this.#structure(shape, value as object, path);
    else if (typeof value !== PRIMITIVES[shape?.type ?? ""] || shape?.enum?.includes(value as string) === false)
      this.found.push(`${path}: ${JSON.stringify(value)} is no ${name}`);
  }

  #structure({ required = [], members = {} }: Shape, value: object, path: string): void {
    for (const name of required) if (!(name in value)) this.found.push(`${path}: no ${name}`);
    for (const [name, one] of Object.entries(value)) {
      const member = members[name];
      if (member === undefined) this.found.push(`${path}: ${name} is unknown`);
      else this.look(member.shape, one, `${path}.${name}`);
    }
  }
}

describe.runIf(models !== undefined)(`the doubles of ECS, Batch and CloudWatch Logs${note}`, () => {
  it.each(
    Object.entries(DOUBLE_INPUTS).flatMap(([service, all]) => Object.keys(all).map((one) => [service, one] as const)),
  )("takes for %s %s what AWS takes", (service, operation) => {
    const { operations, shapes } = modelOf(service);
    const input = shapes[operations[operation]?.input.shape ?? ""];
    const known = DOUBLE_INPUTS[service]?.[operation];
    expect(known?.required.toSorted()).toEqual((input?.required ?? []).toSorted());
    const optional = Object.keys(input?.members ?? {}).filter((name) => !input?.required?.includes(name));
    expect(known?.optional.toSorted()).toEqual(optional.toSorted());
  });

  it("give in each answer what AWS gives, and are asked as AWS is asked", async (test) => {
    const exchanges = [...(await ofEcs(test)), ...(await ofBatch(test))];
    const seen = new Set(exchanges.map(({ service, operation }) => `${service} ${operation}`));
    const all = Object.entries(DOUBLE_INPUTS).flatMap(([service, each]) =>
      Object.keys(each).map((name) => `${service} ${name}`),
    );
    expect([...seen].toSorted()).toEqual(all.toSorted());
    const known: { readonly [service: string]: ServiceModel } = {
      batch: modelOf("batch"),
      ecs: modelOf("ecs"),
      logs: modelOf("logs"),
    };
    const found = exchanges.flatMap(({ service, operation, input, output }) => {
      const model = known[service];
      if (model === undefined) return [`no model of ${service}`];
      const misfits = new Misfits(model);
      const { input: asked, output: answered } = model.operations[operation] ?? { input: { shape: "" } };
      misfits.look(asked.shape, input);
      misfits.look(answered?.shape ?? "", output);
      return misfits.found;
    });
    expect(found).toEqual([]);
  });
});

type Test = Parameters<typeof doubleBench>[0];

async function ofEcs(test: Test): Promise<readonly AwsExchange[]> {
  const { job, front, double } = await doubleBench(test);
  const one = job();
  double.runFailures.push([{ reason: "RESOURCE:CPU", detail: "d", arn: "a" }]);
  const params = playing({ lines: 3, exitCode: 1, reason: "r" });
  const handle = await ecsRunTaskJob.launch(one.ctx, params);
  await ecsRunTaskJob.follow(one.ctx, { params, handle });
  await ecsRunTaskJob.cancel(one.ctx, { params, handle });
  return front.exchanges;
}

/** An array of which a child fails, each of them twice. */
async function ofBatch(test: Test): Promise<readonly AwsExchange[]> {
  const { job, front } = await batchBench(test);
  const one = job();
  const params = playingJob([{ lines: 1 }, { exitCode: 3, reason: "r" }], {
    arrayProperties: { size: 2 },
    retryStrategy: { attempts: 2 },
    submitJobTimeoutSeconds: 60,
    dependsOn: [{ type: "SEQUENTIAL" }],
  });
  const handle = await batchSubmitJobJob.launch(one.ctx, params);
  await batchSubmitJobJob.follow(one.ctx, { params, handle });
  await batchSubmitJobJob.cancel(one.ctx, { params, handle });
  return front.exchanges;
}
