/** How far a test of a connection came: its name was resolved, something listens there, it takes who we are. */
import { once } from "node:events";
import { connect } from "node:net";
import type { TestStep, TestStepName } from "@momiji/api";
import { CONNECTION_TYPES, type ConnectionRecord } from "@momiji/core";
import type { Reach } from "@momiji/sdk";

interface Tested {
  readonly record: ConnectionRecord;
  readonly reach: Reach;
  readonly signal: AbortSignal;
}

export class TestSteps {
  readonly #tested: Tested;
  readonly #steps: TestStep[] = [];
  #since = performance.now();

  constructor(tested: Tested) {
    this.#tested = tested;
  }

  /** What the check is given: the first host that it asks for is resolved and knocked at, each a step of its own. */
  get reach(): Reach {
    const { reach } = this.#tested;
    return {
      pathOf: (path) => reach.pathOf(path),
      addressOf: async (host) => {
        if (this.#steps.length > 0) return reach.addressOf(host);
        const address = await this.#step("resolve", () => reach.addressOf(host));
        const port = portOf(this.#tested.record);
        if (port !== null) await this.#step("connect", () => this.#knock(address, port));
        return address;
      },
    };
  }

  /** All steps, with the last that the check took by itself, unless one before it has failed. */
  ended({ ok, message }: { readonly ok: boolean; readonly message: string }): readonly TestStep[] {
    const last = this.#steps.at(-1);
    if (last?.ok === false) return [...this.#steps.slice(0, -1), { ...last, message }];
    return [...this.#steps, { step: last === undefined ? "look" : "authenticate", ok, message, millis: this.#took() }];
  }

  async #step(step: TestStepName, does: () => Promise<string>): Promise<string> {
    this.#since = performance.now();
    try {
      const found = await does();
      this.#steps.push({ step, ok: true, millis: this.#took(), message: found });
      return found;
    } catch (error) {
      this.#steps.push({ step, ok: false, millis: this.#took(), message: "" });
      throw error;
    } finally {
      this.#since = performance.now();
    }
  }

  async #knock(host: string, port: number): Promise<string> {
    const socket = connect({ host, port });
    try {
      await once(socket, "connect", { signal: this.#tested.signal });
      return `${host}:${port}`;
    } finally {
      socket.destroy();
    }
  }

  #took(): number {
    return Math.round(performance.now() - this.#since);
  }
}

const OF_SCHEME: { readonly [scheme: string]: number } = { http: 80, https: 443 };

/** Null: the check alone knows. */
function portOf({ type, host, port, schema }: ConnectionRecord): number | null {
  if (port !== null) return port;
  const url = host?.includes("://") === true ? URL.parse(host) : null;
  if (url !== null && url.port !== "") return Number(url.port);
  const known = CONNECTION_TYPES.find((each) => each.type === type)?.defaultPort;
  return known ?? OF_SCHEME[url?.protocol.replace(":", "") ?? schema ?? type] ?? null;
}
