/** `ti`: the task instance, and `ti.xcom_pull`. */
import { raise } from "../errors.ts";
import type { TemplateContext, XComQuery } from "../context.ts";
import { bindArguments, indexArgument, textArgument } from "../python/arguments.ts";
import { PyDict } from "../python/dict.ts";
import { PyFunction } from "../python/function.ts";
import { PyList } from "../python/list.ts";
import { isTrue, itemsOf } from "../python/protocol.ts";
import { type CallArguments, type PyValue, type Runtime, stringOf } from "../python/value.ts";
import { stdlibMoment, taskOf } from "./dag-objects.ts";
import { fromJson } from "./json-values.ts";
import { PyEnumMember, PyRecord } from "./record.ts";
import { PyUuid } from "./uuid.ts";

const known = new WeakMap<TemplateContext, PyRecord>();

/** `ti` and `task_instance` are one object. */
export function taskInstanceOf(context: TemplateContext): PyRecord {
  const record = known.get(context) ?? recordOf(context);
  known.set(context, record);
  return record;
}

function recordOf(context: TemplateContext): PyRecord {
  const { dag, run, task, taskInstance: ti } = context;
  return new PyRecord({
    typeName: "RuntimeTaskInstance",
    attributes: {
      id: idOf(ti.id),
      task_id: task.taskId,
      dag_id: dag.dagId,
      run_id: run.runId,
      try_number: BigInt(ti.tryNumber),
      map_index: BigInt(ti.mapIndex),
      hostname: ti.hostname ?? null,
      queue: task.queue ?? "default",
      task: () => taskOf(context),
      max_tries: BigInt(ti.maxTries ?? task.retries ?? 0),
      start_date: () => stdlibMoment(ti.startDate),
      end_date: null,
      state: new PyEnumMember("TaskInstanceState", ti.state ?? "running"),
      context_carrier: () => new PyDict(),
      is_mapped: ti.mapIndex >= 0,
      rendered_map_index: null,
      log_url: ti.logUrl ?? null,
      xcom_pull: () => new PyFunction("xcom_pull", (args, rt) => pullXCom(context, args, rt)),
      xcom_push: () =>
        new PyFunction("xcom_push", () =>
          raise("NotSupported", "ti.xcom_push in a template; return the value from the task"),
        ),
    },
    print: (self, rt) => self.fields(rt, " "),
  });
}

/** An id that is no UUID stays a text. */
function idOf(id: string | undefined): PyValue {
  if (id === undefined) return null;
  return /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i.test(id) ? new PyUuid(id.toLowerCase().replaceAll("-", "")) : id;
}

/** Stands for "the argument was not given", which `None` does not. */
const NOT_GIVEN = "\0not given";

/** Airflow's rules: one task without map indexes gives one value (a list if it is mapped), several tasks a list. */
function pullXCom(context: TemplateContext, args: CallArguments, rt: Runtime): PyValue {
  const [taskIds, dagId, key, prior, mapIndexes, byDefault, runId] = bindArguments(
    "xcom_pull",
    {
      task_ids: null,
      dag_id: null,
      key: "return_value",
      include_prior_dates: false,
      map_indexes: NOT_GIVEN,
      default: null,
      run_id: null,
    },
    args,
  ) as [PyValue, PyValue, PyValue, PyValue, PyValue, PyValue, PyValue];
  const query = {
    dagId: dagId === null ? context.dag.dagId : textArgument(dagId, "dag_id"),
    runId: runId === null ? context.run.runId : textArgument(runId, "run_id"),
    key: textArgument(key, "key"),
    includePriorDates: isTrue(prior, rt),
  };
  const single = taskIds === null || stringOf(taskIds) !== undefined;
  const ids = single ? [taskIds ?? context.task.taskId] : itemsOf(taskIds, rt);
  const tasks = ids.map((id) => ({ ...query, taskId: textArgument(id, "task_ids") }));
  if (mapIndexes === NOT_GIVEN) {
    const all = tasks.flatMap((task) => orNone(pull(context, { ...task, mapIndex: null }), null));
    return single && all.length === 1 ? (all[0] as PyValue) : new PyList(all);
  }
  const singleIndex = mapIndexes === null || typeof mapIndexes === "bigint";
  const indexes = singleIndex ? [mapIndexes] : itemsOf(mapIndexes, rt);
  const values = tasks.flatMap((task) =>
    indexes.flatMap((index) => {
      const mapIndex = index === null ? -1 : indexArgument(index);
      return orNone(pull(context, { ...task, mapIndex }), byDefault).slice(0, 1);
    }),
  );
  return single && singleIndex ? (values[0] as PyValue) : new PyList(values);
}

function pull(context: TemplateContext, query: XComQuery): PyValue[] {
  return context.xcom(query).map(fromJson);
}

function orNone(values: readonly PyValue[], byDefault: PyValue): readonly PyValue[] {
  return values.length === 0 ? [byDefault] : values.map((value) => value ?? byDefault);
}
