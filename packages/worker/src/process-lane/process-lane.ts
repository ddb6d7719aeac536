/** Runs commands: through the spawner, output by a named pipe. */
import type { Clock, Masker, MicrosSpan } from "@momiji/core";
import type { Attempt } from "../attempt.ts";
import { OutputCapture } from "../logs/output-capture.ts";
import { cancelled, failed } from "../outcomes.ts";
import type { EndContext } from "../processes/end-processes.ts";
import { type Command, CommandError, type Params, readCommand } from "./command.ts";
import { CommandDurations } from "./command-durations.ts";
import { contextEnv } from "./context-env.ts";
import { FifoPool } from "./fifo-pool.ts";
import { FifoReader } from "./fifo-reader.ts";
import { RunningCommand } from "./running-command.ts";
import { Spawner, type SpawnerOptions } from "./spawner.ts";
import type { SpawnOrder } from "./spawner-protocol.ts";

export interface ProcessLaneOptions {
  readonly spawner: SpawnerOptions;
  readonly fifoFolder: string;
  readonly clock: Clock;
  readonly masker: Masker;
  readonly end: EndContext;
  readonly maxXComBytes: number;
}

export class ProcessLane {
  readonly #options: ProcessLaneOptions;
  readonly #spawner: Spawner;
  readonly #fifos: FifoPool;
  readonly #durations = new CommandDurations();

  constructor(options: ProcessLaneOptions) {
    this.#options = options;
    this.#spawner = new Spawner(options.spawner);
    this.#fifos = new FifoPool({ folder: options.fifoFolder, make: (paths) => this.#spawner.makeFifos(paths) });
  }

  warm(): void {
    this.#spawner.warm();
    this.#fifos.more().catch((error: Error) => this.#options.spawner.warn(error.message));
  }

  run(attempt: Attempt, params: Params): void {
    const command = commandOf(params);
    if (command instanceof CommandError) {
      attempt.finish(failed("params", command.message, { retryable: false }));
      return;
    }
    const fifo = this.#fifos.take();
    if (fifo === undefined) void this.#runLater(attempt, params);
    else this.#spawner.spawn(...this.#prepare(attempt, command, fifo));
  }

  /**
   * The command starts when another has ended, without anybody being asked. False: commands are too long at the moment for
   * one of them to be kept from orders of a higher priority; or it cannot start so simply.
   */
  lineUp(attempt: Attempt, params: Params): boolean {
    const command = commandOf(params);
    if (command instanceof CommandError || !this.#durations.areShort()) return false;
    const fifo = this.#fifos.take();
    if (fifo === undefined) return false;
    this.#spawner.lineUp(...this.#prepare(attempt, command, fifo));
    attempt.onStop(() => this.#spawner.withdraw(attempt.id));
    return true;
  }

  /** Starts one that is lined up, if it has not been started. */
  begin(attempt: Attempt): void {
    this.#spawner.begin(attempt.id);
  }

  stop(): void {
    this.#spawner.stop();
    this.#fifos.close();
  }

  async #runLater(attempt: Attempt, params: Params): Promise<void> {
    try {
      await this.#fifos.more();
      if (attempt.ending === null) this.run(attempt, params);
      else attempt.finish(cancelled("it had not started"));
    } catch (error) {
      attempt.finish(failed("spawn", (error as Error).message));
    }
  }

  #prepare(attempt: Attempt, command: Command, fifo: string): [SpawnOrder, RunningCommand] {
    const { clock, masker, end, maxXComBytes } = this.#options;
    const { order, log } = attempt;
    const reader = new FifoReader(fifo);
    const wantsValue = command.lastLineIsValue && order.task.doXcomPush !== false;
    const capture = new OutputCapture({
      log,
      clock,
      masker,
      source: "stdout",
      maxValueBytes: wantsValue ? maxXComBytes : 0,
    });
    const release = (ended: boolean): void => (ended ? this.#fifos.giveBack(fifo) : this.#fifos.retire(fifo));
    const ran = (took: MicrosSpan): void => this.#durations.note(took);
    const running = new RunningCommand({ attempt, command, reader, capture, end, maxXComBytes, ran, release });
    log.sayBefore(`Running command: ${JSON.stringify(command.argv)}`);
    const env = { ...command.env, ...contextEnv(order) };
    const { argv, inheritEnv, cwd } = command;
    return [{ id: attempt.id, argv, env, inheritEnv, cwd, output: fifo }, running];
  }
}

function commandOf(params: Params): Command | CommandError {
  try {
    return readCommand(params);
  } catch (error) {
    if (error instanceof CommandError) return error;
    throw error;
  }
}
