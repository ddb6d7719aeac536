/** `dag`, `task`, `dag_run` and assets. */
import type { Micros } from "../../instant.ts";
import type { TemplateAsset, TemplateContext } from "../context.ts";
import { PyDict } from "../python/dict.ts";
import { PyList } from "../python/list.ts";
import { PySet } from "../python/set.ts";
import type { PyValue, Runtime } from "../python/value.ts";
import { PyDateTime } from "../time/datetime.ts";
import { PendulumDateTime } from "../time/pendulum.ts";
import { PyTimedelta } from "../time/timedelta.ts";
import { FixedZone, namedZone, UTC } from "../time/zone.ts";
import { fromJson } from "./json-values.ts";
import { PyEnumMember, PyRecord } from "./record.ts";

/** The run's own dates are Python's, not pendulum's, in a UTC of pydantic's. */
const PYDANTIC_UTC = new FixedZone(0, "UTC", "TzInfo(0)");

/** A date-time of Python's own class, or None. */
export function stdlibMoment(at: Micros | null | undefined): PyValue {
  return at === null || at === undefined ? null : new PyDateTime(BigInt(at), PYDANTIC_UTC);
}

function moment(at: Micros | undefined): PyValue {
  return at === undefined ? null : PendulumDateTime.of(BigInt(at), UTC);
}

function seconds(value: number | undefined): PyValue {
  return value === undefined ? null : new PyTimedelta(BigInt(Math.round(value * 1e6)));
}

const texts =
  (items: readonly string[] = []) =>
  (rt: Runtime) =>
    PySet.of(items, rt);

export function dagOf(context: TemplateContext): PyRecord {
  const { dag, params } = context;
  return new PyRecord({
    typeName: "DAG",
    attributes: {
      dag_id: dag.dagId,
      dag_display_name: dag.displayName ?? dag.dagId,
      description: dag.description ?? null,
      doc_md: dag.doc ?? null,
      schedule: dag.schedule ?? null,
      timezone: () => namedZone(dag.timezone),
      tags: texts(dag.tags),
      start_date: () => moment(dag.startDate),
      end_date: () => moment(dag.endDate),
      catchup: dag.catchup ?? false,
      max_active_runs: BigInt(dag.maxActiveRuns ?? 16),
      max_active_tasks: BigInt(dag.maxActiveTasks ?? 16),
      owner: context.task.owner ?? "airflow",
      params: () => fromJson(dag.params ?? params),
      is_paused_upon_creation: null,
      dagrun_timeout: null,
      fail_fast: false,
      render_template_as_native_obj: false,
      template_searchpath: null,
      access_control: null,
      task_ids: () => new PyList([...(dag.taskIds ?? [context.task.taskId])]),
      default_args: () => new PyDict(),
    },
    print: () => `<DAG: ${dag.dagId}>`,
  });
}

/** What Airflow's operators have if the author said nothing. */
const TASK_DEFAULTS = {
  weight_rule: new PyEnumMember("WeightRule", "downstream"),
  wait_for_downstream: false,
  retry_exponential_backoff: 0n,
  max_retry_delay: null,
  do_xcom_push: true,
  multiple_outputs: false,
  email: null,
  email_on_failure: true,
  email_on_retry: true,
  max_active_tis_per_dag: null,
  executor: null,
  run_as_user: null,
  is_setup: false,
  is_teardown: false,
} as const;

export function taskOf(context: TemplateContext): PyRecord {
  const { dag, task } = context;
  const operator = task.operator ?? "BaseOperator";
  return new PyRecord({
    typeName: operator,
    attributes: {
      task_id: task.taskId,
      task_display_name: task.displayName ?? task.taskId,
      label: task.taskId.split(".").at(-1) as string,
      dag_id: dag.dagId,
      dag: () => dagOf(context),
      task_type: operator,
      operator_name: operator,
      owner: task.owner ?? "airflow",
      retries: BigInt(task.retries ?? 0),
      retry_delay: () => seconds(task.retryDelaySeconds ?? 300),
      execution_timeout: () => seconds(task.executionTimeoutSeconds),
      pool: task.pool ?? "default_pool",
      pool_slots: BigInt(task.poolSlots ?? 1),
      queue: task.queue ?? "default",
      priority_weight: BigInt(task.priorityWeight ?? 1),
      trigger_rule: new PyEnumMember("TriggerRule", task.triggerRule ?? "all_success"),
      ...TASK_DEFAULTS,
      depends_on_past: task.dependsOnPast ?? false,
      node_id: task.taskId,
      upstream_task_ids: texts(task.upstream),
      downstream_task_ids: texts(task.downstream),
      doc_md: task.doc ?? null,
      map_index_template: task.mapIndexTemplate ?? null,
      params: () => fromJson(context.params),
      start_date: () => moment(dag.startDate),
      end_date: () => moment(dag.endDate),
      inlets: () => new PyList((task.inlets ?? []).map(assetOf)),
      outlets: () => new PyList((task.outlets ?? []).map(assetOf)),
    },
    print: () => `<Task(${operator}): ${task.taskId}>`,
  });
}

export function dagRunOf(context: TemplateContext): PyRecord {
  const { dag, run } = context;
  return new PyRecord({
    typeName: "DagRun",
    attributes: {
      dag_id: dag.dagId,
      run_id: run.runId,
      logical_date: () => stdlibMoment(run.logicalDate),
      data_interval_start: () => stdlibMoment(run.dataInterval?.start),
      data_interval_end: () => stdlibMoment(run.dataInterval?.end),
      run_after: () => stdlibMoment(run.runAfter),
      start_date: () => stdlibMoment(run.startDate),
      end_date: () => stdlibMoment(run.endDate),
      clear_number: BigInt(run.clearNumber ?? 0),
      run_type: new PyEnumMember("DagRunType", run.runType),
      state: new PyEnumMember("DagRunState", run.state ?? "running"),
      conf: () => fromJson(run.conf ?? {}),
      triggering_user_name: run.triggeringUser ?? null,
      consumed_asset_events: () => new PyList([]),
      partition_key: run.partitionKey ?? null,
      partition_date: () => stdlibMoment(run.partitionDate),
      note: run.note ?? null,
      team_name: null,
    },
    print: (self, rt) => self.fields(rt, " "),
  });
}

export function assetOf(asset: TemplateAsset): PyRecord {
  const group = asset.group ?? "asset";
  const extra = () => fromJson(asset.extra ?? {});
  return new PyRecord({
    typeName: "Asset",
    attributes: { name: asset.name, uri: asset.uri, group, extra, watchers: () => new PyList([]) },
    print: (self, rt) => {
      const access = "AssetAccessControl(producer_teams=[], consumer_teams=None, allow_global=True)";
      return `Asset(${self.fields(rt, ", ")}, access_control=${access})`;
    },
  });
}
