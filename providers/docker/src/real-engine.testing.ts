/**
 * The real engine of the tests, at `MOMIJI_TEST_DOCKER_HOST` (`.ci/docker-engine.sh start DIR` prints it). Without one the tests
 * that need it say so by their name; `.ci/run` says by
 * `MOMIJI_TEST_ENGINES` that there must be one.
 */
import { randomUUID } from "node:crypto";
import { parseAddress } from "./engine/engine-address.ts";
import { EngineClient } from "./engine/engine-client.ts";
import type { ContainerFacts } from "./engine/engine-types.ts";

const {
  MOMIJI_TEST_DOCKER_HOST: host,
  MOMIJI_TEST_DOCKER_REGISTRY: registry,
  MOMIJI_TEST_ENGINES: engines,
} = process.env;
if (host === undefined && engines === "required")
  throw new Error("MOMIJI_TEST_DOCKER_HOST is not set, and MOMIJI_TEST_ENGINES says that it must be");

export const hasEngine = host !== undefined;
export const engineHost = host ?? "unix:///no/engine/for/tests.sock";
export const testRegistry = registry ?? "127.0.0.1:1";
/** In the title of a suite. */
export const engineNote = hasEngine ? "" : " (not run: MOMIJI_TEST_DOCKER_HOST is not set)";

const never = new AbortController().signal;

/** An attempt of this test alone, and its containers at the engine. */
export class EngineProbe {
  readonly #client = new EngineClient(parseAddress(engineHost, null));

  newAttempt(): string {
    return randomUUID();
  }

  get client(): EngineClient {
    return this.#client;
  }

  /** Ids of all containers of an attempt, whatever their state. */
  containersOf(attemptId: string): Promise<readonly string[]> {
    return this.containersWith(`momiji.attempt=${attemptId}`);
  }

  async containersWith(label: string): Promise<readonly string[]> {
    const filters = JSON.stringify({ label: [label] });
    const query = { all: true, filters };
    const found = await this.#client.call<{ Id: string }[]>("GET", "/containers/json", { query, signal: never });
    return found.map(({ Id }) => Id);
  }

  async inspect(id: string): Promise<ContainerFacts> {
    return this.#client.call<ContainerFacts>("GET", `/containers/${id}/json`, { signal: never });
  }

  async post(path: string, query: { readonly [name: string]: string } = {}, body?: object): Promise<void> {
    await this.#client.call("POST", path, { query, signal: never, ...(body === undefined ? {} : { body }) });
  }

  async remove(id: string): Promise<void> {
    await this.#client.call("DELETE", `/containers/${id}`, { query: { force: true, v: true }, signal: never });
  }

  async removeNetwork(name: string): Promise<void> {
    await this.#client.call("DELETE", `/networks/${name}`, { signal: never });
  }

  async removeAllOf(attemptIds: Iterable<string>): Promise<void> {
    for (const attemptId of attemptIds) for (const id of await this.containersOf(attemptId)) await this.remove(id);
  }
}
