/** Images of a real private registry (`.ci/docker-engine.sh` starts it), pulled by the real containerd. */
import { type AddressInfo, connect, createServer, type Server } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testJob } from "@momiji/worker/job-context";
import { RealPods } from "../testing/real-pods.testing.ts";
import { clusterNote, testCluster } from "../testing/test-cluster.testing.ts";
import { kubernetesPodJob as operator } from "./pod-job.ts";
import type { KubernetesPodParams } from "./pod-params.ts";

const there = testCluster();
const registry = process.env["MOMIJI_TEST_DOCKER_REGISTRY"] ?? "";
const hasRegistry = there?.isFull === true && registry !== "";
const note = registry === "" ? " (not run: MOMIJI_TEST_DOCKER_REGISTRY is not set)" : clusterNote;

describe.runIf(hasRegistry)(`images of a private registry${note}`, { timeout: 120_000, concurrent: true }, () => {
  let real: RealPods;

  beforeAll(async () => {
    real = await RealPods.open(there, "pull");
    await makeLogin("login", "secret-of-registry", registry);
    await makeLogin("wrong", "guessed", registry);
  }, 60_000);
  afterAll(() => real.close());

  const makeLogin = async (name: string, password: string, host: string): Promise<unknown> => {
    const auths = { [host]: { auth: Buffer.from(`momiji:${password}`).toString("base64") } };
    const stringData = { ".dockerconfigjson": JSON.stringify({ auths }) };
    const type = "kubernetes.io/dockerconfigjson";
    return await real.make("secrets", { apiVersion: "v1", kind: "Secret", metadata: { name }, type, stringData });
  };

  const pulled = (more: KubernetesPodParams): KubernetesPodParams =>
    real.params("echo pulled", { image: `${registry}/private/busybox:1`, imagePullPolicy: "Always", ...more });

  it("are pulled with the login of a pull secret", async () => {
    const { job, end } = await real.run(pulled({ imagePullSecrets: ["login"] }));
    expect(end).toEqual({ outcome: { kind: "success" } });
    expect(job.lines.map(({ message }) => message)).toEqual(["pulled"]);
  });

  it.each([
    [
      "without a login",
      [],
      /private\/busybox:1 of container base cannot be pulled: .*(no basic auth|40[13]|authorization failed)/,
    ],
    ["with a wrong password", ["wrong"], /cannot be pulled: .*(401|authorization failed|authentication required)/],
    ["with a secret that is not there", ["nosuch"], /cannot be pulled: .*(no basic auth|40[13]|authorization failed)/],
  ])("are not given %s, and the registry's answer is the reason, at once", async (...[, imagePullSecrets, words]) => {
    const { end } = await real.run(pulled({ imagePullSecrets, startupTimeoutSeconds: 100 }));
    expect(end.outcome).toMatchObject({
      kind: "failed",
      code: "image",
      message: expect.stringMatching(words) as string,
    });
  });

  it("that are not in it fail at once, with its answer", async () => {
    const image = `${registry}/private/busybox:nosuch`;
    const { end } = await real.run(pulled({ image, imagePullSecrets: ["login"], startupTimeoutSeconds: 100 }));
    expect(end.outcome).toMatchObject({
      code: "image",
      message: expect.stringMatching(/busybox:nosuch of container base cannot be pulled: .*not found/) as string,
    });
  });

  it("of a registry that is down are waited for as long as the start may take", async () => {
    const given = real.params("true", { image: "localhost:1/nosuch:1", startupTimeoutSeconds: 20 });
    const { end, job } = await real.run(given);
    expect(end.outcome).toMatchObject({
      code: "image",
      message: expect.stringMatching(
        /localhost:1\/nosuch:1 of container base cannot be pulled: .*refused.*, for 20 s/,
      ) as string,
    });
    expect(job.said.join("\n")).toMatch(/connection refused; waiting for \d+ s more/);
  });

  it("of a registry that comes back are pulled then", async () => {
    const gate = new Gate();
    const host = `127.0.0.1:${await gate.listen()}`;
    await makeLogin("late", "secret-of-registry", host);
    const given = pulled({ image: `${host}/private/busybox:1`, imagePullSecrets: ["late"] });
    const job = testJob();
    const handle = await operator.launch(job.ctx, given);
    const following = operator.follow(job.ctx, { params: given, handle });
    await job.seen("cannot be pulled");
    gate.isOpen = true;
    expect((await following).outcome).toEqual({ kind: "success" });
    gate.close();
  });
});

/** A way to the registry that cuts everything off until it is opened. */
class Gate {
  isOpen = false;
  readonly #server: Server = createServer((socket) => {
    socket.on("error", () => socket.destroy());
    if (!this.isOpen) return void socket.destroy();
    const [host = "", port = "0"] = registry.split(":");
    const way = connect(Number(port), host);
    way.on("error", () => socket.destroy());
    socket.pipe(way).pipe(socket);
  });

  async listen(): Promise<number> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#server.listen(0, "127.0.0.1", resolve);
    await promise;
    return (this.#server.address() as AddressInfo).port;
  }

  close(): void {
    this.#server.close();
  }
}
