"""Uses Airflow's published Python client against a server of ours, as its users do: no line here knows that it is not Airflow.

Arguments: the server's address, a user, a password. Prints one JSON object: what each use ended with, null if well. The client
checks each answer against the models generated from Airflow's own OpenAPI document.
"""

import json
import sys
import time
import traceback
import urllib.request
from datetime import datetime, timezone

import airflow_client.client as airflow
from airflow_client.client import models
from airflow_client.client.exceptions import NotFoundException

HOST, USER, PASSWORD = sys.argv[1:4]
DAG = "nightly"
ended = {}


def use(work):
    """Runs it and notes how it ended."""
    try:
        work()
        ended[work.__name__] = None
    except Exception:
        ended[work.__name__] = traceback.format_exc()


def sign_in():
    request = urllib.request.Request(
        f"{HOST}/auth/token",
        data=json.dumps({"username": USER, "password": PASSWORD}).encode(),
        headers={"content-type": "application/json"},
    )
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)["access_token"]


client = airflow.ApiClient(airflow.Configuration(host=HOST, access_token=sign_in()))
dags = airflow.DAGApi(client)
runs = airflow.DagRunApi(client)
instances = airflow.TaskInstanceApi(client)
ended_runs = {"success", "failed"}


def finished(run_id):
    """The run when it has ended; asks again as the documentation of the client does."""
    for _ in range(600):
        run = runs.get_dag_run(DAG, run_id)
        if run.state in ended_runs:
            return run
        time.sleep(0.05)
    raise AssertionError(f"{run_id} is {run.state}")


def list_dags():
    page = dags.get_dags(limit=10, tags=["client"], order_by=["dag_id"])
    assert [dag.dag_id for dag in page.dags] == [DAG, "other"], page
    assert page.total_entries == 2
    details = dags.get_dag_details(DAG)
    assert details.catchup is False and details.timezone == "UTC", details
    assert "client" in dags.get_dag_tags().tags
    assert dags.patch_dag(DAG, models.DAGPatchBody(is_paused=False)).is_paused is False
    assert [task.task_id for task in airflow.TaskApi(client).get_tasks(DAG).tasks] == ["extract", "load"]


def trigger_and_follow():
    body = models.TriggerDAGRunPostBody(dag_run_id="by_client", conf={"user": "yama"}, logical_date=None, note="noted")
    triggered = runs.trigger_dag_run(DAG, body)
    assert triggered.dag_run_id == "by_client" and triggered.run_type == "manual", triggered
    run = finished("by_client")
    assert run.state == "success" and run.conf == {"user": "yama"} and run.note == "noted", run
    assert run.end_date >= run.start_date
    page = runs.get_dag_runs(DAG, state=["success"], run_type=["manual"])
    assert [each.dag_run_id for each in page.dag_runs] == ["by_client"], page
    states = {each.task_id: each.state for each in instances.get_task_instances(DAG, "by_client").task_instances}
    assert states == {"extract": "success", "load": "success"}, states
    everywhere = runs.get_list_dag_runs_batch("~", models.DAGRunsBatchBody(dag_ids=[DAG]))
    assert everywhere.total_entries >= 1


def refuse_the_same_run_again():
    try:
        runs.trigger_dag_run(DAG, models.TriggerDAGRunPostBody(dag_run_id="by_client", logical_date=None))
    except airflow.ApiException as error:
        assert error.status == 409, error
    else:
        raise AssertionError("a second run of one id")


def read_logs():
    log = instances.get_log(DAG, "by_client", "extract", 1, full_content=True)
    text = json.dumps(log.to_dict(), default=str)
    assert "hello yama" in text, text
    tries = instances.get_task_instance_tries(DAG, "by_client", "extract")
    assert [each.try_number for each in tries.task_instances] == [1], tries


def read_xcom():
    entry = airflow.XComApi(client).get_xcom_entry(DAG, "load", "by_client", "return_value")
    assert json.loads(entry.to_json())["value"] in ({"rows": 3}, '{"rows": 3}', '{"rows":3}'), entry


def clear():
    body = models.ClearTaskInstancesBody(dag_run_id="by_client", only_failed=False, dry_run=True)
    assert instances.post_clear_task_instances(DAG, body).total_entries == 2
    body.dry_run = False
    assert instances.post_clear_task_instances(DAG, body).total_entries == 2
    finished("by_client")
    for _ in range(600):
        if instances.get_task_instance(DAG, "by_client", "load").try_number == 2:
            break
        time.sleep(0.05)
    finished("by_client")
    assert instances.get_task_instance(DAG, "by_client", "extract").try_number == 2


def pools():
    api = airflow.PoolApi(client)
    made = api.post_pool(models.PoolBody(name="narrow", slots=2, include_deferred=True))
    assert made.open_slots == 2 and made.include_deferred is True, made
    api.patch_pool("narrow", models.PoolPatchBody(pool="narrow", slots=3, include_deferred=True))
    assert api.get_pool("narrow").slots == 3
    assert {pool.name for pool in api.get_pools().pools} >= {"default_pool", "narrow"}
    api.delete_pool("narrow")


def variables():
    api = airflow.VariableApi(client)
    api.post_variable(models.VariableBody(key="greeting", value="hello", description="said first"))
    assert api.get_variable("greeting").value == "hello"
    api.patch_variable("greeting", models.VariableBody(key="greeting", value="bye"))
    assert api.get_variables(variable_key_pattern="greet%").variables[0].value == "bye"
    api.delete_variable("greeting")


def connections():
    api = airflow.ConnectionApi(client)
    api.post_connection(
        models.ConnectionBody(connection_id="db", conn_type="postgres", host="db.example", password="canary-password")
    )
    found = api.get_connection("db")
    assert found.host == "db.example" and "canary-password" not in found.model_dump_json(), found
    assert "db" in {each.connection_id for each in api.get_connections().connections}
    api.delete_connection("db")


def backfill():
    api = airflow.BackfillApi(client)
    body = models.BackfillPostBody(
        dag_id=DAG,
        from_date=datetime(2026, 1, 1, tzinfo=timezone.utc),
        to_date=datetime(2026, 1, 3, tzinfo=timezone.utc),
        max_active_runs=3,
    )
    planned = api.create_backfill_dry_run(body)
    assert planned.total_entries == 3, planned
    made = api.create_backfill(body)
    for _ in range(600):
        if api.get_backfill(made.id).completed_at is not None:
            break
        time.sleep(0.05)
    assert api.get_backfill(made.id).completed_at is not None
    assert made.id in {each.id for each in api.list_backfills(DAG).backfills}
    assert runs.get_dag_runs(DAG, run_type=["backfill"]).total_entries == 3


def look_around():
    assert airflow.MonitorApi(client).get_health().metadatabase.status == "healthy"
    assert airflow.VersionApi(client).get_version().version
    assert airflow.ImportErrorApi(client).get_import_errors().total_entries == 0
    assert airflow.EventLogApi(client).get_event_logs(dag_id=DAG).total_entries > 0
    assert "nightly" in str(airflow.DagSourceApi(client).get_dag_source(DAG))
    assert airflow.DagVersionApi(client).get_dag_versions(DAG).total_entries >= 1
    assert airflow.DagStatsApi(client).get_dag_stats(dag_ids=[DAG]).dags[0].dag_id == DAG
    airflow.ProviderApi(client).get_providers()
    airflow.JobApi(client).get_jobs()
    airflow.ConfigApi(client).get_config()
    airflow.PluginApi(client).get_plugins()
    airflow.DagWarningApi(client).list_dag_warnings()
    airflow.AssetApi(client).get_assets()


def delete_a_run():
    runs.delete_dag_run(DAG, "by_client")
    try:
        runs.get_dag_run(DAG, "by_client")
    except NotFoundException:
        return
    raise AssertionError("it is still there")


for work in (
    list_dags,
    trigger_and_follow,
    refuse_the_same_run_again,
    read_logs,
    read_xcom,
    clear,
    pools,
    variables,
    connections,
    backfill,
    look_around,
    delete_a_run,
):
    use(work)
print(json.dumps(ended))
