/** Tests of connections that are asked for now and looked at later, each by its token. Kept in memory: they are no history. */
import { randomBytes } from "node:crypto";
import type { Clock, ConnectionRecord, Micros } from "@momiji/core";

export interface AskedTest {
  readonly token: string;
  readonly connectionId: string;
  readonly state: "pending" | "running" | "success" | "failed";
  readonly message: string | null;
  readonly createdAt: Micros;
}

/** How long the outcome of a test can be asked for. */
const KEPT_MICROS = 3_600_000_000;
const MOST_KEPT = 1000;

export interface TestWork {
  readonly connection: ConnectionRecord;
  test(connection: ConnectionRecord): Promise<{ readonly status: boolean; readonly message: string }>;
  /** Called after a success. */
  keep(connection: ConnectionRecord): Promise<void>;
}

export class ConnectionTests {
  readonly #clock: Clock;
  readonly #tests = new Map<string, AskedTest>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Null: there is none, or its outcome was kept long enough. */
  find(token: string): AskedTest | null {
    this.#forget();
    return this.#tests.get(token) ?? null;
  }

  /** Begins at once. Null: a test of this connection goes on. */
  start(work: TestWork): AskedTest | null {
    this.#forget();
    const { connectionId } = work.connection;
    const isOpen = ({ state }: AskedTest): boolean => state === "pending" || state === "running";
    if ([...this.#tests.values()].some((each) => each.connectionId === connectionId && isOpen(each))) return null;
    const token = randomBytes(24).toString("base64url");
    const begun = { token, connectionId, state: "pending", message: null, createdAt: this.#clock.now() } as const;
    this.#tests.set(token, begun);
    void this.#run(begun, work);
    return begun;
  }

  async #run(begun: AskedTest, { connection, test, keep }: TestWork): Promise<void> {
    this.#tests.set(begun.token, { ...begun, state: "running" });
    const { status, message } = await test(connection).catch((error: unknown) => failure(error));
    const kept = status ? await keep(connection).then(() => null, failure) : null;
    const ended = kept ?? { status, message };
    const state = ended.status ? "success" : "failed";
    this.#tests.set(begun.token, { ...begun, state, message: ended.message });
  }

  #forget(): void {
    const oldest = this.#clock.now() - KEPT_MICROS;
    for (const [token, { createdAt }] of this.#tests) {
      if (createdAt > oldest && this.#tests.size <= MOST_KEPT) break;
      this.#tests.delete(token);
    }
  }
}

function failure(error: unknown): { readonly status: boolean; readonly message: string } {
  return { status: false, message: error instanceof Error ? error.message : String(error) };
}
