/** Everything that one seed makes: DAGs, a store, a worker, processes that live and die, and people who interfere. */
import { type AttemptEvent, HOUR, type Micros, MINUTE, parseInstant, SECOND } from "@momiji/core";
import { type CommitBatch, openSqliteStore, type PoolRecord, type Store } from "@momiji/store";
import { Acts } from "./acts.ts";
import { Audit } from "./audit/audit.ts";
import { endingViolations } from "./audit/ending.ts";
import { Backfills } from "./backfills.ts";
import { Channel } from "./channel.ts";
import { CALM, drawRates, type FaultRates } from "./faults.ts";
import { Ledger } from "./ledger.ts";
import { Life } from "./life.ts";
import { People } from "./people.ts";
import { type PlantedBug, poolsAsTold, tamperWith } from "./planted-bugs.ts";
import { randomDags, randomPools } from "./random-dags.ts";
import { Random } from "./random.ts";
import { SimClock } from "./sim-clock.ts";
import { SimWorker } from "./sim-worker.ts";
import { Trace } from "./trace.ts";

export interface WorldOptions {
  readonly seed: number;
  readonly hours: number;
  readonly bug?: PlantedBug;
  readonly print?: (line: string) => void;
}

const START = parseInstant("2026-03-01T00:00:00Z");

/** How long everything may take to come to rest once nothing disturbs it any more. */
const TO_REST: Micros = 30 * 24 * HOUR;

export class World {
  readonly #options: WorldOptions;
  readonly #random: Random;
  readonly #store: Store;
  readonly #clock = new SimClock(START);
  readonly #end: Micros;
  readonly trace: Trace;
  readonly audit: Audit;
  readonly ledger = new Ledger();
  readonly #pools: readonly PoolRecord[];
  readonly #people: People;
  readonly #acts: Acts;
  readonly #backfills: Backfills;
  readonly #worker: SimWorker;
  /** What the worker says, and what is said of it by whoever watches it. */
  readonly #events: Channel<AttemptEvent>;
  readonly #watcher: Channel<AttemptEvent>;
  readonly #executor: { readonly parallelism: number; readonly ahead: number };
  readonly #tamper: ReturnType<typeof tamperWith>;
  #rates: FaultRates;
  #life: Life | null = null;
  #attempts = 0;
  #lives = 0;
  deaths = 0;

  private constructor(options: WorldOptions, store: Store) {
    const random = new Random(`${options.seed}`);
    this.#options = options;
    this.#random = random.fork("people");
    this.#store = store;
    this.#end = START + options.hours * HOUR;
    this.#rates = drawRates(random.fork("rates"));
    this.#pools = randomPools(random.fork("pools"));
    this.#executor = { parallelism: random.whole(1, 8), ahead: random.whole(0, 4) };
    this.#tamper = tamperWith(options.bug);
    this.trace = new Trace(this.#clock, options.print);
    this.audit = new Audit(this.ledger, this.#pools);
    const outside = { store, clock: this.#clock, audit: this.audit, trace: this.trace };
    const specs = randomDags(random.fork("dags"), { start: START, end: this.#end });
    this.#people = new People({ ...outside, random: this.#random }, specs);
    this.#acts = new Acts({ ...outside, random: random.fork("acts") });
    this.#backfills = new Backfills({ ...outside, random: random.fork("backfills") }, options.bug);
    const line = { clock: this.#clock, random: random.fork("events"), rates: () => this.#rates };
    this.#events = new Channel({ ...line, receive: (event) => this.#receive(event) });
    this.#watcher = new Channel({ ...line, receive: (event) => this.#receive(event) });
    this.#worker = new SimWorker({
      seed: options.seed,
      clock: this.#clock,
      ledger: this.ledger,
      emit: (event) => this.#events.send(event),
      watched: (event) => this.#watcher.send(event),
      begun: (order) => this.audit.begun(order),
      succeeded: (order) => this.audit.succeeded(order),
      bug: options.bug,
    });
  }

  static async create(options: WorldOptions): Promise<World> {
    const store = await openSqliteStore({ path: ":memory:", synchronous: "normal", pausedAtCreation: false });
    const world = new World(options, store);
    for (const pool of poolsAsTold(options.bug, world.#pools)) await store.setPool(pool);
    await world.#people.publishAll();
    return world;
  }

  /** Lives through its hours, comes to rest without disturbance, and is audited. */
  async live(): Promise<void> {
    this.trace.note("rates", this.#rates);
    this.#start();
    this.#planDisturbances();
    await this.#until(this.#end);
    this.#rates = CALM;
    this.trace.note("calm");
    await this.#people.unpauseAll();
    await this.#backfills.letAllGo();
    await this.#until(this.#end + TO_REST);
    if (this.#clock.next() !== null) this.audit.found(["it does not come to rest"]);
    this.audit.found(
      await endingViolations({
        store: this.#store,
        ledger: this.ledger,
        now: this.#clock.wall,
        parallelism: this.#executor.parallelism + this.#executor.ahead,
        promised: this.audit.promised,
        asked: this.audit.asked,
        lifeOf: (attemptId) => this.audit.lifeOf(attemptId),
      }),
    );
    if (this.#worker.size > 0) this.audit.found([`the worker still has ${this.#worker.size} attempts`]);
    this.#life?.kill();
    await this.#store.close();
  }

  async #until(end: Micros): Promise<void> {
    do await this.#quiet();
    while (this.#clock.step(end));
  }

  /** Until the engine does nothing more at this instant: it asks for the time or the store whenever it does something. */
  async #quiet(): Promise<void> {
    for (let calm = 0; calm < 2;) {
      const before = this.#clock.activity;
      await new Promise((resolve) => setImmediate(resolve));
      calm = before === this.#clock.activity ? calm + 1 : 0;
    }
  }

  #start(): void {
    const life = this.#lives++;
    this.trace.note("start", { life });
    this.#life = new Life({
      ...this.#executor,
      owner: `life-${life}`,
      store: this.#store,
      clock: this.#clock,
      random: new Random(`${this.#options.seed}/life-${life}`),
      rates: () => this.#rates,
      trace: this.trace,
      worker: this.#worker,
      sent: (batch) => this.audit.sent(batch),
      meddle: (batch) => this.#meddle(batch),
      leader: () => this.audit.leader,
      claimed: (claim) => this.audit.claimed(claim),
      committed: (batch, result) => this.audit.committed(batch, result),
      tamper: this.#tamper,
      newAttemptId: () => `attempt-${++this.#attempts}`,
      onDeath: () => this.#died(),
    });
    this.#life.start();
    this.#events.open();
    this.#watcher.open();
  }

  #kill(): void {
    if (this.#life === null) return;
    this.#life.kill();
    this.#died();
  }

  /** The process stands still, another one is started in its place, and then the first one goes on. */
  #standStill(): void {
    const life = this.#life;
    if (life === null) return;
    this.trace.note("standstill", { life: this.#lives - 1 });
    life.standStill();
    this.#life = null;
    this.#events.shut();
    this.#watcher.shut();
    this.#clock.after(this.#random.whole(1, 60) * SECOND, () => this.#start());
    this.#clock.after(this.#random.whole(10, 120) * SECOND, () => {
      this.trace.note("goes on");
      life.goOn();
      this.#clock.after(MINUTE, () => life.kill());
    });
  }

  /** Often the worker dies with the process, as in one that holds both. A new process follows. */
  #died(): void {
    const takesWorker = this.#random.chance(0.6);
    this.trace.note("death", { takesWorker });
    this.deaths++;
    this.#life = null;
    this.#events.shut();
    this.#watcher.shut();
    if (takesWorker) {
      this.#worker.die();
      this.#events.clear();
    }
    this.#clock.after(this.#random.whole(1, 60) * SECOND, () => this.#start());
  }

  /** Somebody acts on one of the runs that a commit is about, before it arrives. */
  async #meddle({ runs }: CommitBatch): Promise<void> {
    const { runKey } = runs[this.#random.whole(0, runs.length - 1)] ?? {};
    if (runKey !== undefined) await this.#acts.on(runKey);
  }

  #receive(event: AttemptEvent): void {
    this.trace.note("event", event);
    this.#life?.deliver([event]);
  }

  /** Everything that comes from outside, planned ahead in monotonic time. */
  #planDisturbances(): void {
    const { workerLoss, kill, standstill, jump, act, backfill } = this.#rates;
    this.#often(kill, () => this.#kill());
    this.#often(standstill, () => this.#standStill());
    this.#often(workerLoss, () => {
      this.trace.note("worker lost");
      this.#worker.vanish();
      this.#events.clear();
    });
    this.#often(jump, () => {
      const micros = this.#random.whole(-20, 60) * MINUTE;
      this.trace.note("clock jumps", micros);
      this.#clock.jump(micros);
    });
    this.#often(2, () => void this.#people.trigger());
    this.#often(0.7, () => void this.#people.pause());
    this.#often(0.5, () => void this.#people.change());
    this.#often(2, () => void this.#people.touchAssets());
    this.#often(8, () => void this.#people.answer());
    this.#often(backfill, () => void this.#backfills.any());
    this.#often(act, () => void this.#acts.any());
  }

  #often(perHour: number, act: () => void): void {
    const count = Math.round(perHour * this.#options.hours * 2 * this.#random.next());
    for (let index = 0; index < count; index++) {
      this.#clock.after(Math.floor(this.#random.next() * (this.#end - START)), act);
    }
  }
}
