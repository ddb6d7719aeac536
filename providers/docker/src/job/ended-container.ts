/** A container that has ended, and what is known of it. */
import type { EngineClient } from "../engine/engine-client.ts";
import type { ContainerFacts } from "../engine/engine-types.ts";
import type { RunParams } from "../run-params.ts";

export interface EndedContainer {
  readonly engine: EngineClient;
  readonly id: string;
  readonly facts: ContainerFacts;
  readonly params: RunParams;
  /** Whether the engine did not answer for a while. */
  readonly wasAway: boolean;
}
