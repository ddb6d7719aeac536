/** What people do to DAGs: they trigger, pause and change them. */
import { APPROVE, createTimetable, type DagSpec, MINUTE, planTriggeredRun, REJECT } from "@momiji/core";
import { allDags } from "@momiji/store";
import type { Outside } from "./outside.ts";
import { changedDag } from "./random-dags.ts";

const SOMEBODY = { id: "somebody", name: "Somebody" };

export class People {
  readonly #outside: Outside;
  readonly #specs: DagSpec[];

  constructor(outside: Outside, specs: readonly DagSpec[]) {
    this.#outside = outside;
    this.#specs = [...specs];
  }

  async publishAll(): Promise<void> {
    for (const spec of this.#specs) await this.#publish(spec);
  }

  async unpauseAll(): Promise<void> {
    const { store, clock } = this.#outside;
    for (const { dagId } of this.#specs) await store.setPaused(dagId, false, clock.wall);
  }

  async trigger(): Promise<void> {
    const { random, store, clock, audit, trace } = this.#outside;
    const spec = this.#aSpec();
    const [dag] = await store.listDags({ dagIds: [spec.dagId] });
    if (dag === undefined) return;
    const timetable = createTimetable(spec.schedule, { startDate: null });
    const view = { spec: dag.spec, dagVersion: dag.version, timetable, runType: "manual", triggeredBy: "ui" } as const;
    const isLater = random.chance(0.2);
    const request = {
      runId: `manual-${random.whole(1, 1e9)}`,
      conf: { asked: random.whole(1, 1e9) },
      ...(isLater ? { runAfter: clock.wall + random.whole(1, 60) * MINUTE } : {}),
      ...(random.chance(0.3) ? { logicalDate: null } : {}),
    };
    const plan = planTriggeredRun(view, request, clock.wall);
    if (!plan.ok) return;
    const [answer] = await store.createRuns([plan.run], clock.wall);
    trace.note("trigger", answer);
    if (answer?.created === true) audit.created(answer.run);
  }

  async pause(): Promise<void> {
    const { random, store, clock, trace } = this.#outside;
    const { dagId } = this.#aSpec();
    trace.note("pause", dagId);
    await store.setPaused(dagId, true, clock.wall);
    clock.after(random.whole(1, 60) * MINUTE, () => void store.setPaused(dagId, false, clock.wall));
  }

  async change(): Promise<void> {
    const { random, trace } = this.#outside;
    const spec = changedDag(random, this.#aSpec());
    this.#specs[this.#specs.findIndex(({ dagId }) => dagId === spec.dagId)] = spec;
    trace.note("new version", spec);
    await this.#publish(spec);
  }

  /** Data comes from outside, or somebody does not want a DAG to wait for what has come. */
  async touchAssets(): Promise<void> {
    const { random, store, clock, trace } = this.#outside;
    const assets = await store.listAssets();
    const asset = assets[random.whole(0, 7)];
    if (asset === undefined) return;
    if (random.chance(0.1)) {
      const { dagId } = this.#aSpec();
      trace.note("queue emptied", { dagId, count: await store.deleteQueuedAssets({ scope: allDags, dagId }) });
      return;
    }
    trace.note("asset event", { asset: asset.name, id: await store.createAssetEvent(asset.id, {}, clock.wall) });
  }

  /** Somebody answers what tasks ask. */
  async answer(): Promise<void> {
    const { random, store, clock, trace } = this.#outside;
    const { details } = await store.listInputs({ scope: allDags, isAnswered: false, states: ["awaiting_input"] });
    const { runKey, taskId, mapIndex } = details[random.whole(0, 2)] ?? {};
    if (runKey === undefined || taskId === undefined || mapIndex === undefined) return;
    const chosenOptions = [random.pick([APPROVE, REJECT])];
    const answer = { chosenOptions, paramsInput: {}, respondedAt: clock.wall, respondedBy: SOMEBODY };
    const result = await store.respond({ runKey, taskId, mapIndex }, answer, { now: clock.wall, events: [] });
    trace.note("answer", { runKey, taskId, result });
  }

  async #publish(spec: DagSpec): Promise<void> {
    const { store, clock, audit } = this.#outside;
    const bundle = { hash: "0", path: spec.source.file };
    await store.publishFile({ file: spec.source.file, bundle, dags: [spec], errors: [] }, clock.wall);
    const [dag] = await store.listDags({ dagIds: [spec.dagId] });
    if (dag !== undefined) audit.published(dag.version, spec);
  }

  #aSpec(): DagSpec {
    return this.#outside.random.pick(this.#specs as [DagSpec, ...DagSpec[]]);
  }
}
