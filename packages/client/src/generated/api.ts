/** Written by `npm run reference` from packages/api/openapi.json. */
export interface paths {
    readonly "/": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_greeting"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/callbacks": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_callbacks"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/dags/{dag_id}/calendar": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_calendar"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/dags/{dag_id}/confirm-catchup": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["confirm_catchup"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/dags/{dag_id}/dagRuns/{dag_run_id}/dry_run": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch: operations["patch_dag_run_dry_run"];
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/dags/{dag_id}/dagRuns/{dag_run_id}/gantt": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_gantt"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/attempts/{try_number}/failure": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_failure"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/attempts/{try_number}/log": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_log_lines"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/attempts/{try_number}/log/index": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_log_index"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/attempts/{try_number}/log/raw": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_log_text"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/attempts/{try_number}/log/search": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["search_log"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/dags/{dag_id}/dry_run": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete: operations["delete_dag_dry_run"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/dags/{dag_id}/grid": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_grid"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/deadlines": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_deadlines"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["stream_events"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/events/streams/{stream}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put: operations["change_event_topics"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/home": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_home"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/me": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_me"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/me/password": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch: operations["patch_my_password"];
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/me/preferences": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_my_preferences"];
        readonly put: operations["set_my_preferences"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/me/views": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_my_views"];
        readonly put: operations["set_my_views"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/preview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["preview_action"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/reserialize": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["reserialize"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/rotate-keys": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["rotate_keys"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/schedule/preview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["preview_schedule"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/search": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["search"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/search/index": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_search_index"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/tokens": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_tokens"];
        readonly put?: never;
        readonly post: operations["post_token"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/tokens/{token_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete: operations["delete_token"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/assets": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_assets"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/assets/{asset_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_asset"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/assets/{asset_id}/materialize": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["materialize_asset"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/assets/{asset_id}/queuedEvents": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_asset_queued_events"];
        readonly put?: never;
        readonly post?: never;
        readonly delete: operations["delete_asset_queued_events"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/assets/{asset_id}/state-store": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["list_asset_state_store"];
        readonly put?: never;
        readonly post?: never;
        readonly delete: operations["clear_asset_state_store"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/assets/{asset_id}/state-store/{key}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_asset_state_store"];
        readonly put: operations["set_asset_state_store"];
        readonly post?: never;
        readonly delete: operations["delete_asset_state_store"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/assets/aliases": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_asset_aliases"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/assets/aliases/{asset_alias_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_asset_alias"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/assets/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_asset_events"];
        readonly put?: never;
        readonly post: operations["create_asset_event"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/auth/login": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["login"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/auth/logout": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["logout"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/backfills": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["list_backfills"];
        readonly put?: never;
        readonly post: operations["create_backfill"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/backfills/{backfill_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_backfill"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/backfills/{backfill_id}/cancel": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put: operations["cancel_backfill"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/backfills/{backfill_id}/pause": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put: operations["pause_backfill"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/backfills/{backfill_id}/unpause": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put: operations["unpause_backfill"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/backfills/dry_run": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["create_backfill_dry_run"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/config": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_config"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/config/section/{section}/option/{option}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_config_value"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/connections": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_connections"];
        readonly put?: never;
        readonly post: operations["post_connection"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch: operations["bulk_connections"];
        readonly trace?: never;
    };
    readonly "/api/v2/connections/{connection_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_connection"];
        readonly put?: never;
        readonly post?: never;
        readonly delete: operations["delete_connection"];
        readonly options?: never;
        readonly head?: never;
        readonly patch: operations["patch_connection"];
        readonly trace?: never;
    };
    readonly "/api/v2/connections/defaults": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["create_default_connections"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/connections/enqueue-test": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_connection_test"];
        readonly put?: never;
        readonly post: operations["enqueue_connection_test"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/connections/test": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["test_connection"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/dags": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_dags"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch: operations["patch_dags"];
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_dag"];
        readonly put?: never;
        readonly post?: never;
        readonly delete: operations["delete_dag"];
        readonly options?: never;
        readonly head?: never;
        readonly patch: operations["patch_dag"];
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/assets/{asset_id}/queuedEvents": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_dag_asset_queued_event"];
        readonly put?: never;
        readonly post?: never;
        readonly delete: operations["delete_dag_asset_queued_event"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/assets/queuedEvents": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_dag_asset_queued_events"];
        readonly put?: never;
        readonly post?: never;
        readonly delete: operations["delete_dag_asset_queued_events"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/clearDagRuns": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["clear_dag_runs"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/clearPartitions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["clear_dag_run_partitions"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/clearTaskInstances": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["post_clear_task_instances"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/dagRuns": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_dag_runs"];
        readonly put?: never;
        readonly post: operations["trigger_dag_run"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch: operations["bulk_dag_runs"];
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_dag_run"];
        readonly put?: never;
        readonly post?: never;
        readonly delete: operations["delete_dag_run"];
        readonly options?: never;
        readonly head?: never;
        readonly patch: operations["patch_dag_run"];
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/clear": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["clear_dag_run"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/explain": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["explain_dag_run"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/hitlDetails": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_hitl_details"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskGroupInstances/{group_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch: operations["patch_task_group_instances"];
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskGroupInstances/{group_id}/dry_run": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch: operations["patch_task_group_instances_dry_run"];
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_task_instances"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch: operations["bulk_task_instances"];
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_task_instance"];
        readonly put?: never;
        readonly post?: never;
        readonly delete: operations["delete_task_instance"];
        readonly options?: never;
        readonly head?: never;
        readonly patch: operations["patch_task_instance"];
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_mapped_task_instance"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch: operations["patch_task_instance_by_map_index"];
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/dependencies": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_task_instance_dependencies_by_map_index"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/dry_run": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch: operations["patch_task_instance_dry_run_by_map_index"];
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/explain": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["explain_mapped_task_instance"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/hitlDetails": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_hitl_detail"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch: operations["update_hitl_detail"];
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/hitlDetails/tries/{try_number}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_hitl_detail_try_detail"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/tries": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_mapped_task_instance_tries"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/tries/{task_try_number}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_mapped_task_instance_try_details"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/dependencies": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_task_instance_dependencies"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/dry_run": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch: operations["patch_task_instance_dry_run"];
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/explain": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["explain_task_instance"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/externalLogUrl/{try_number}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_external_log_url"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/links": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_extra_links"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/listMapped": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_mapped_task_instances"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/logs/{try_number}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_log"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/state-store": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["list_task_state_store"];
        readonly put?: never;
        readonly post?: never;
        readonly delete: operations["clear_task_state_store"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/state-store/{key}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_task_state_store"];
        readonly put: operations["set_task_state_store"];
        readonly post?: never;
        readonly delete: operations["delete_task_state_store"];
        readonly options?: never;
        readonly head?: never;
        readonly patch: operations["patch_task_state_store"];
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/tries": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_task_instance_tries"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/tries/{task_try_number}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_task_instance_try_details"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/xcomEntries": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_xcom_entries"];
        readonly put?: never;
        readonly post: operations["create_xcom_entry"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/xcomEntries/{xcom_key}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_xcom_entry"];
        readonly put?: never;
        readonly post?: never;
        readonly delete: operations["delete_xcom_entry"];
        readonly options?: never;
        readonly head?: never;
        readonly patch: operations["update_xcom_entry"];
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/list": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["get_task_instances_batch"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/upstreamAssetEvents": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_upstream_asset_events"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/wait": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["wait_dag_run_until_finished"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/dagRuns/list": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["get_list_dag_runs_batch"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/dagVersions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_dag_versions"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/dagVersions/{version_number}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_dag_version"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/details": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_dag_details"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/explain": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["explain_dag"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/favorite": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["favorite_dag"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/tasks": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_tasks"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/tasks/{task_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_task"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/dags/{dag_id}/unfavorite": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["unfavorite_dag"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/dagSources/{dag_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_dag_source"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/dagStats": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_dag_stats"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/dagTags": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_dag_tags"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/dagWarnings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["list_dag_warnings"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/eventLogs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_event_logs"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/eventLogs/{event_log_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_event_log"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/importErrors": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_import_errors"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/importErrors/{import_error_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_import_error"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/jobs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_jobs"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/monitor/health": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_health"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/parseDagFile/{file_token}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put: operations["reparse_dag_file"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/plugins": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_plugins"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/plugins/importErrors": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["import_errors"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/pools": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_pools"];
        readonly put?: never;
        readonly post: operations["post_pool"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch: operations["bulk_pools"];
        readonly trace?: never;
    };
    readonly "/api/v2/pools/{pool_name}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_pool"];
        readonly put?: never;
        readonly post?: never;
        readonly delete: operations["delete_pool"];
        readonly options?: never;
        readonly head?: never;
        readonly patch: operations["patch_pool"];
        readonly trace?: never;
    };
    readonly "/api/v2/providers": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_providers"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/variables": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_variables"];
        readonly put?: never;
        readonly post: operations["post_variable"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch: operations["bulk_variables"];
        readonly trace?: never;
    };
    readonly "/api/v2/variables/{variable_key}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_variable"];
        readonly put?: never;
        readonly post?: never;
        readonly delete: operations["delete_variable"];
        readonly options?: never;
        readonly head?: never;
        readonly patch: operations["patch_variable"];
        readonly trace?: never;
    };
    readonly "/api/v2/version": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_version"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/auth/fab/v1/permissions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_permissions"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/auth/fab/v1/roles": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_roles"];
        readonly put?: never;
        readonly post: operations["post_role"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/auth/fab/v1/roles/{role_name}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_role"];
        readonly put?: never;
        readonly post?: never;
        readonly delete: operations["delete_role"];
        readonly options?: never;
        readonly head?: never;
        readonly patch: operations["patch_role"];
        readonly trace?: never;
    };
    readonly "/auth/fab/v1/users": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_users"];
        readonly put?: never;
        readonly post: operations["post_user"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/auth/fab/v1/users/{username}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_user"];
        readonly put?: never;
        readonly post?: never;
        readonly delete: operations["delete_user"];
        readonly options?: never;
        readonly head?: never;
        readonly patch: operations["patch_user"];
        readonly trace?: never;
    };
    readonly "/auth/login": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["login_page"];
        readonly put?: never;
        readonly post: operations["login_form"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/auth/oidc/callback": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["oidc_callback"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/auth/oidc/login": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["oidc_login"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/auth/token": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["create_token"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/auth/token/cli": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["create_token_cli"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/docs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_api_docs"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/docs/{file}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_api_docs_file"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/livez": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_liveness"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/metrics": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_metrics"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/openapi.json": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_openapi"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/readyz": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["get_readiness"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Task instances that would change */
        readonly AffectedTaskInstanceCollectionResponse: {
            readonly task_instances: readonly components["schemas"]["TaskInstanceResponse"][];
            /** @description How many there are without `limit` and `offset` */
            readonly total_entries: number;
        };
        readonly BackfillCollectionResponse: {
            readonly backfills: readonly components["schemas"]["BackfillResponse"][];
            /** @description How many there are without `limit` and `offset` */
            readonly total_entries: number;
        };
        readonly BackfillDateResponse: {
            readonly dag_run_id: string | null;
            /** @description Why it has no run */
            readonly exception_reason: string | null;
            readonly logical_date: string | null;
            readonly ordinal: number;
            readonly state: components["schemas"]["DagRunState"] | null;
        };
        /** @description A backfill, and what became of each of its dates */
        readonly BackfillDetailsResponse: {
            readonly completed_at: string | null;
            /** Format: date-time */
            readonly created_at: string;
            readonly dag_display_name: string;
            readonly dag_id: string;
            readonly dag_run_conf: {
                readonly [key: string]: unknown;
            } | null;
            readonly dates: readonly components["schemas"]["BackfillDateResponse"][];
            /** Format: date-time */
            readonly from_date: string;
            readonly id: number;
            readonly is_paused: boolean;
            readonly max_active_runs: number;
            /** @description How many dates stand where */
            readonly progress: {
                readonly deleted: number;
                readonly failed: number;
                readonly queued: number;
                readonly running: number;
                readonly skipped: number;
                readonly success: number;
                readonly total: number;
            };
            readonly reprocess_behavior: components["schemas"]["ReprocessBehavior"];
            /** @description The newest date first */
            readonly run_backwards: boolean;
            /** Format: date-time */
            readonly to_date: string;
            /** Format: date-time */
            readonly updated_at: string;
        };
        readonly BackfillPostBody: {
            readonly dag_id: string;
            readonly dag_run_conf?: {
                readonly [key: string]: unknown;
            } | null;
            readonly from_date: string;
            /** @default 10 */
            readonly max_active_runs?: number;
            /**
             * @default none
             * @enum {string}
             */
            readonly reprocess_behavior?: "none" | "failed" | "completed";
            /** @default false */
            readonly run_backwards?: boolean;
            readonly run_on_latest_version?: boolean | null;
            readonly to_date: string;
        };
        /** @description Runs for a range of dates */
        readonly BackfillResponse: {
            readonly completed_at: string | null;
            /** Format: date-time */
            readonly created_at: string;
            readonly dag_display_name: string;
            readonly dag_id: string;
            readonly dag_run_conf: {
                readonly [key: string]: unknown;
            } | null;
            /** Format: date-time */
            readonly from_date: string;
            readonly id: number;
            readonly is_paused: boolean;
            readonly max_active_runs: number;
            readonly reprocess_behavior: components["schemas"]["ReprocessBehavior"];
            /** @description The newest date first */
            readonly run_backwards: boolean;
            /** Format: date-time */
            readonly to_date: string;
            /** Format: date-time */
            readonly updated_at: string;
        };
        readonly BaseInfoResponse: {
            /** @description `healthy` or `unhealthy`; null: there never was one */
            readonly status: string | null;
        };
        /** @description What became of the actions of one kind */
        readonly BulkActionResponse: {
            readonly errors: readonly {
                readonly error: string;
                readonly status_code: number;
            }[];
            /** @description Keys of those that it was done to */
            readonly success: readonly string[];
        };
        readonly BulkBody_BulkDAGRunBody_: {
            readonly actions: readonly ({
                /** @constant */
                readonly action: "create";
                /**
                 * @default fail
                 * @enum {string}
                 */
                readonly action_on_existence?: "fail" | "skip" | "overwrite";
                readonly entities: readonly {
                    readonly dag_id?: string | null;
                    readonly dag_run_id: string;
                    readonly note?: string | null;
                    readonly state?: ("queued" | "success" | "failed") | null;
                }[];
            } | {
                /** @constant */
                readonly action: "update";
                /**
                 * @default fail
                 * @enum {string}
                 */
                readonly action_on_non_existence?: "fail" | "skip";
                readonly entities: readonly {
                    readonly dag_id?: string | null;
                    readonly dag_run_id: string;
                    readonly note?: string | null;
                    readonly state?: ("queued" | "success" | "failed") | null;
                }[];
                readonly update_mask?: readonly string[] | null;
            } | {
                /** @constant */
                readonly action: "delete";
                /**
                 * @default fail
                 * @enum {string}
                 */
                readonly action_on_non_existence?: "fail" | "skip";
                readonly entities: readonly (string | {
                    readonly dag_id?: string | null;
                    readonly dag_run_id: string;
                    readonly note?: string | null;
                    readonly state?: ("queued" | "success" | "failed") | null;
                })[];
            })[];
        };
        readonly BulkBody_BulkTaskInstanceBody_: {
            readonly actions: readonly ({
                /** @constant */
                readonly action: "create";
                /**
                 * @default fail
                 * @enum {string}
                 */
                readonly action_on_existence?: "fail" | "skip" | "overwrite";
                readonly entities: readonly {
                    readonly dag_id?: string | null;
                    readonly dag_run_id?: string | null;
                    /** @default false */
                    readonly include_downstream?: boolean;
                    /** @default false */
                    readonly include_future?: boolean;
                    /** @default false */
                    readonly include_past?: boolean;
                    /** @default false */
                    readonly include_upstream?: boolean;
                    readonly map_index?: number | null;
                    readonly new_state?: string | null;
                    readonly note?: string | null;
                    readonly task_id: string;
                }[];
            } | {
                /** @constant */
                readonly action: "update";
                /**
                 * @default fail
                 * @enum {string}
                 */
                readonly action_on_non_existence?: "fail" | "skip";
                readonly entities: readonly {
                    readonly dag_id?: string | null;
                    readonly dag_run_id?: string | null;
                    /** @default false */
                    readonly include_downstream?: boolean;
                    /** @default false */
                    readonly include_future?: boolean;
                    /** @default false */
                    readonly include_past?: boolean;
                    /** @default false */
                    readonly include_upstream?: boolean;
                    readonly map_index?: number | null;
                    readonly new_state?: string | null;
                    readonly note?: string | null;
                    readonly task_id: string;
                }[];
                readonly update_mask?: readonly string[] | null;
            } | {
                /** @constant */
                readonly action: "delete";
                /**
                 * @default fail
                 * @enum {string}
                 */
                readonly action_on_non_existence?: "fail" | "skip";
                readonly entities: readonly (string | {
                    readonly dag_id?: string | null;
                    readonly dag_run_id?: string | null;
                    /** @default false */
                    readonly include_downstream?: boolean;
                    /** @default false */
                    readonly include_future?: boolean;
                    /** @default false */
                    readonly include_past?: boolean;
                    /** @default false */
                    readonly include_upstream?: boolean;
                    readonly map_index?: number | null;
                    readonly new_state?: string | null;
                    readonly note?: string | null;
                    readonly task_id: string;
                })[];
            })[];
        };
        /** @description What became of each kind of action; null: none was asked for */
        readonly BulkResponse: {
            readonly create: components["schemas"]["BulkActionResponse"] | null;
            readonly delete: components["schemas"]["BulkActionResponse"] | null;
            readonly update: components["schemas"]["BulkActionResponse"] | null;
        };
        readonly ClearDagRunsBody: {
            /** @default [] */
            readonly dag_runs?: readonly {
                readonly dag_id?: string | null;
                readonly dag_run_id: string;
                readonly note?: string | null;
                readonly state?: ("queued" | "success" | "failed") | null;
            }[];
            readonly dry_run?: boolean;
            readonly note?: string | null;
            readonly only_failed?: boolean;
            readonly only_new?: boolean;
            readonly partition_date_end?: string | null;
            readonly partition_date_start?: string | null;
            readonly partition_key?: string | null;
            readonly run_on_latest_version?: boolean | null;
        };
        /** @description The runs that were cleared, as they are now */
        readonly ClearedDAGRunCollectionResponse: {
            readonly dag_runs: readonly components["schemas"]["DAGRunResponse"][];
            readonly next_cursor: null;
            readonly previous_cursor: null;
            /** @description How many there are without `limit` and `offset` */
            readonly total_entries: number;
        };
        readonly ClearPartitionsBody: {
            /** @default false */
            readonly clear_task_instances?: boolean;
            /** @default true */
            readonly dry_run?: boolean;
            readonly partition_date_end?: string | null;
            readonly partition_date_start?: string | null;
            readonly partition_key?: string | null;
            readonly run_id?: string | null;
        };
        readonly ClearPartitionsResponse: {
            readonly dag_runs_cleared: number;
            readonly dry_run: boolean;
            readonly task_instances_cleared: number;
        };
        /** @description Task instances that would run again */
        readonly ClearTaskInstanceCollectionResponse: {
            readonly task_instances: readonly (components["schemas"]["TaskInstanceResponse"] | components["schemas"]["NewTaskResponse"])[];
            /** @description How many there are without `limit` and `offset` */
            readonly total_entries: number;
        };
        readonly ClearTaskInstancesBody: {
            readonly dag_run_id?: string | null;
            /** @default true */
            readonly dry_run?: boolean;
            readonly end_date?: string | null;
            /** @default false */
            readonly include_downstream?: boolean;
            /** @default false */
            readonly include_future?: boolean;
            /** @default false */
            readonly include_past?: boolean;
            /** @default false */
            readonly include_upstream?: boolean;
            readonly note?: string | null;
            /** @default true */
            readonly only_failed?: boolean;
            /** @default false */
            readonly only_running?: boolean;
            /** @default false */
            readonly prevent_running_task?: boolean;
            /** @default true */
            readonly reset_dag_runs?: boolean;
            readonly run_on_latest_version?: boolean | null;
            readonly start_date?: string | null;
            readonly task_ids?: readonly (string | readonly [
                string,
                number
            ])[] | null;
        };
        readonly DAGCollectionResponse: {
            readonly dags: readonly components["schemas"]["DAGResponse"][];
            /** @description How many there are without `limit` and `offset` */
            readonly total_entries: number;
        };
        /** @description A DAG with its params and what it is made of */
        readonly DAGDetailsResponse: {
            /** @description Runs that are queued or running */
            readonly active_runs_count: number;
            /** @description Null: all */
            readonly allowed_run_types: readonly components["schemas"]["DagRunType"][] | null;
            /** @description What it waits for: `{"any": [{"asset": {}}]}` */
            readonly asset_expression: {
                readonly [key: string]: unknown;
            } | null;
            readonly bundle_name: string | null;
            /** @description Hash of the code */
            readonly bundle_version: string | null;
            readonly catchup: boolean;
            readonly concurrency: number;
            readonly dag_display_name: string;
            readonly dag_id: string;
            /** @description ISO 8601 duration */
            readonly dag_run_timeout: string | null;
            readonly default_args: {
                readonly [key: string]: unknown;
            };
            readonly description: string | null;
            readonly doc_md: string | null;
            readonly end_date: string | null;
            /** @description Of the file, for `/api/v2/parseDagFile` */
            readonly file_token: string;
            /** @description The file, below the folder of DAG files */
            readonly fileloc: string;
            readonly has_import_errors: boolean;
            readonly has_task_concurrency_limits: boolean;
            /** @description Why it waits for a word before it catches up */
            readonly held_reason: string | null;
            readonly is_backfillable: boolean;
            /** @description Of the user who asks */
            readonly is_favorite: boolean;
            readonly is_paused: boolean;
            readonly is_paused_upon_creation: boolean | null;
            /** @description Its file is gone, or has it no more */
            readonly is_stale: boolean;
            readonly last_expired: string | null;
            /** @description Seconds; null: not measured */
            readonly last_parse_duration: number | null;
            readonly last_parsed: string | null;
            readonly last_parsed_time: string | null;
            readonly latest_dag_version: components["schemas"]["DagVersionResponse"] | null;
            readonly max_active_runs: number | null;
            readonly max_active_tasks: number;
            /** @description 0: any number */
            readonly max_consecutive_failed_dag_runs: number;
            readonly next_dagrun_data_interval_end: string | null;
            readonly next_dagrun_data_interval_start: string | null;
            readonly next_dagrun_logical_date: string | null;
            /** @description When the next run comes; null: none does */
            readonly next_dagrun_run_after: string | null;
            readonly owner_links: {
                readonly [key: string]: string;
            };
            readonly owners: readonly string[];
            readonly params: {
                readonly [key: string]: components["schemas"]["ParamResponse"];
            };
            /** @description Why the server paused it; null: it did not */
            readonly paused_reason: string | null;
            readonly relative_fileloc: string | null;
            readonly render_template_as_native_obj: boolean;
            readonly rerun_with_latest_version: boolean | null;
            readonly start_date: string | null;
            readonly tags: readonly components["schemas"]["DagTagResponse"][];
            readonly template_search_path: readonly string[] | null;
            /** @description The schedule in words */
            readonly timetable_description: string | null;
            readonly timetable_partitioned: boolean;
            readonly timetable_periodic: boolean;
            readonly timetable_summary: string | null;
            /** @description Name of the zone in which the schedule counts */
            readonly timezone: string | null;
        };
        /** @description Why a DAG has no run now, and when the next one comes */
        readonly DAGExplanation: {
            readonly dag_id: string;
            readonly next_run: {
                readonly data_interval_end: string | null;
                readonly data_interval_start: string | null;
                readonly logical_date: string | null;
                /** Format: date-time */
                readonly run_after: string;
            } | null;
            /** @description What else there is to know */
            readonly notes: readonly components["schemas"]["Reason"][];
            /** @description What it waits for; none: nothing */
            readonly reasons: readonly components["schemas"]["Reason"][];
            readonly runnable: boolean;
        };
        readonly DAGPatchBody: {
            readonly is_paused: boolean;
        };
        readonly DagProcessorInfoResponse: {
            readonly latest_dag_processor_heartbeat: string | null;
            /** @description `healthy` or `unhealthy`; null: there never was one */
            readonly status: string | null;
        };
        /** @description A DAG */
        readonly DAGResponse: {
            /** @description Null: all */
            readonly allowed_run_types: readonly components["schemas"]["DagRunType"][] | null;
            readonly bundle_name: string | null;
            /** @description Hash of the code */
            readonly bundle_version: string | null;
            readonly catchup: boolean;
            readonly dag_display_name: string;
            readonly dag_id: string;
            readonly description: string | null;
            readonly end_date: string | null;
            /** @description Of the file, for `/api/v2/parseDagFile` */
            readonly file_token: string;
            /** @description The file, below the folder of DAG files */
            readonly fileloc: string;
            readonly has_import_errors: boolean;
            readonly has_task_concurrency_limits: boolean;
            /** @description Why it waits for a word before it catches up */
            readonly held_reason: string | null;
            readonly is_backfillable: boolean;
            readonly is_paused: boolean;
            /** @description Its file is gone, or has it no more */
            readonly is_stale: boolean;
            readonly last_expired: string | null;
            /** @description Seconds; null: not measured */
            readonly last_parse_duration: number | null;
            readonly last_parsed_time: string | null;
            /** @description Number of the newest version */
            readonly latest_dag_version: number;
            readonly max_active_runs: number | null;
            readonly max_active_tasks: number;
            /** @description 0: any number */
            readonly max_consecutive_failed_dag_runs: number;
            readonly next_dagrun_data_interval_end: string | null;
            readonly next_dagrun_data_interval_start: string | null;
            readonly next_dagrun_logical_date: string | null;
            /** @description When the next run comes; null: none does */
            readonly next_dagrun_run_after: string | null;
            readonly owners: readonly string[];
            /** @description Why the server paused it; null: it did not */
            readonly paused_reason: string | null;
            readonly relative_fileloc: string | null;
            readonly start_date: string | null;
            readonly tags: readonly components["schemas"]["DagTagResponse"][];
            /** @description The schedule in words */
            readonly timetable_description: string | null;
            readonly timetable_partitioned: boolean;
            readonly timetable_periodic: boolean;
            readonly timetable_summary: string | null;
            /** @description Name of the zone in which the schedule counts */
            readonly timezone: string | null;
        };
        readonly DAGRunClearBody: {
            /** @default true */
            readonly dry_run?: boolean;
            readonly note?: string | null;
            /** @default false */
            readonly only_failed?: boolean;
            /** @default false */
            readonly only_new?: boolean;
            readonly run_on_latest_version?: boolean | null;
        };
        /** @description A page of runs */
        readonly DAGRunCollectionResponse: {
            readonly dag_runs: readonly components["schemas"]["DAGRunResponse"][];
            /** @description `cursor` of the next page; null: there is none */
            readonly next_cursor: string | null;
            /** @description `cursor` of the page before; null: there is none */
            readonly previous_cursor: string | null;
            /** @description How many there are without `limit` and `offset`; null in pages by cursor */
            readonly total_entries: number | null;
            /** @description There are more than `total_entries`, which stops counting here; null: it is exact */
            readonly total_entries_limit: number | null;
        };
        /** @description Why a run is not further */
        readonly DAGRunExplanation: {
            readonly dag_id: string;
            readonly dag_run_id: string;
            /** @description What else there is to know */
            readonly notes: readonly components["schemas"]["Reason"][];
            /** @description What it waits for; none: nothing */
            readonly reasons: readonly components["schemas"]["Reason"][];
            readonly state: components["schemas"]["DagRunState"];
        };
        readonly DAGRunPatchBody: {
            readonly note?: string | null;
            readonly state?: ("queued" | "success" | "failed") | null;
        };
        /** @description A run of a DAG */
        readonly DAGRunResponse: {
            readonly bundle_version: string | null;
            readonly conf: {
                readonly [key: string]: unknown;
            } | null;
            readonly dag_display_name: string;
            readonly dag_id: string;
            readonly dag_run_id: string;
            /** @description Number of the version that it runs */
            readonly dag_version: number;
            readonly dag_versions: readonly components["schemas"]["DagVersionResponse"][];
            readonly data_interval_end: string | null;
            readonly data_interval_start: string | null;
            /** @description Seconds from start to end; null: it has not ended */
            readonly duration: number | null;
            readonly end_date: string | null;
            readonly last_scheduling_decision: string | null;
            /** @description Null: it belongs to no date */
            readonly logical_date: string | null;
            readonly note: string | null;
            readonly partition_date: string | null;
            readonly partition_key: string | null;
            readonly queued_at: string | null;
            /** @description Why it is in its state, if that is not the work of its tasks */
            readonly reason: string | null;
            /**
             * Format: date-time
             * @description It does not begin before
             */
            readonly run_after: string;
            readonly run_type: components["schemas"]["DagRunType"];
            readonly start_date: string | null;
            readonly state: components["schemas"]["DagRunState"];
            readonly triggered_by: components["schemas"]["DagRunTriggeredByType"] | null;
            readonly triggering_user_name: string | null;
        };
        readonly DAGRunsBatchBody: {
            readonly conf_contains?: string | null;
            readonly dag_ids?: readonly string[] | null;
            readonly duration_gt?: number | null;
            readonly duration_gte?: number | null;
            readonly duration_lt?: number | null;
            readonly duration_lte?: number | null;
            readonly end_date_gt?: (string | readonly string[]) | null;
            readonly end_date_gte?: (string | readonly string[]) | null;
            readonly end_date_lt?: (string | readonly string[]) | null;
            readonly end_date_lte?: (string | readonly string[]) | null;
            readonly logical_date_gt?: (string | readonly string[]) | null;
            readonly logical_date_gte?: (string | readonly string[]) | null;
            readonly logical_date_lt?: (string | readonly string[]) | null;
            readonly logical_date_lte?: (string | readonly string[]) | null;
            readonly order_by?: string | null;
            /** @default 100 */
            readonly page_limit?: number;
            /** @default 0 */
            readonly page_offset?: number;
            readonly run_after_gt?: (string | readonly string[]) | null;
            readonly run_after_gte?: (string | readonly string[]) | null;
            readonly run_after_lt?: (string | readonly string[]) | null;
            readonly run_after_lte?: (string | readonly string[]) | null;
            readonly start_date_gt?: (string | readonly string[]) | null;
            readonly start_date_gte?: (string | readonly string[]) | null;
            readonly start_date_lt?: (string | readonly string[]) | null;
            readonly start_date_lte?: (string | readonly string[]) | null;
            readonly states?: readonly (string | null)[] | null;
        };
        /** @enum {string} */
        readonly DagRunState: "queued" | "running" | "success" | "failed";
        /**
         * @description By what way a run came to be
         * @enum {string}
         */
        readonly DagRunTriggeredByType: "cli" | "operator" | "rest_api" | "ui" | "test" | "timetable" | "asset" | "backfill";
        /**
         * @description Why there is a run
         * @enum {string}
         */
        readonly DagRunType: "backfill" | "scheduled" | "manual" | "operator_triggered" | "asset_triggered" | "asset_materialization";
        /** @description What the author wrote in the file of a version */
        readonly DAGSourceResponse: {
            readonly content: string | null;
            readonly dag_display_name: string;
            readonly dag_id: string;
            readonly version_number: number | null;
        };
        readonly DagStatsCollectionResponse: {
            readonly dags: readonly components["schemas"]["DagStatsResponse"][];
            /** @description How many there are without `limit` and `offset` */
            readonly total_entries: number;
        };
        /** @description How many runs of a DAG are in which state */
        readonly DagStatsResponse: {
            readonly dag_display_name: string;
            readonly dag_id: string;
            readonly stats: readonly components["schemas"]["DagStatsStateResponse"][];
        };
        readonly DagStatsStateResponse: {
            readonly count: number;
            readonly state: components["schemas"]["DagRunState"];
        };
        readonly DAGTagCollectionResponse: {
            readonly tags: readonly string[];
            /** @description How many there are without `limit` and `offset` */
            readonly total_entries: number;
        };
        /** @description A tag of a DAG */
        readonly DagTagResponse: {
            readonly dag_display_name: string;
            readonly dag_id: string;
            readonly name: string;
        };
        readonly DAGVersionCollectionResponse: {
            readonly dag_versions: readonly components["schemas"]["DagVersionResponse"][];
            /** @description How many there are without `limit` and `offset` */
            readonly total_entries: number;
        };
        /** @description A version of a DAG: what it was made of, and when */
        readonly DagVersionResponse: {
            readonly bundle_name: string | null;
            readonly bundle_url: string | null;
            /** @description Hash of the code */
            readonly bundle_version: string | null;
            /** Format: date-time */
            readonly created_at: string;
            readonly dag_display_name: string;
            readonly dag_id: string;
            /** Format: uuid */
            readonly id: string;
            readonly version_number: number;
        };
        readonly DAGWarningCollectionResponse: {
            readonly dag_warnings: readonly components["schemas"]["DAGWarningResponse"][];
            /** @description How many there are without `limit` and `offset` */
            readonly total_entries: number;
        };
        /** @description What is doubtful about a DAG */
        readonly DAGWarningResponse: {
            readonly dag_display_name: string;
            readonly dag_id: string;
            readonly message: string;
            /** Format: date-time */
            readonly timestamp: string;
            readonly warning_type: components["schemas"]["DagWarningType"];
        };
        /** @enum {string} */
        readonly DagWarningType: "asset conflict" | "non-existent pool" | "runtime varying value";
        /** @description What would go with a DAG */
        readonly DeleteDAGDryRunResponse: {
            readonly dag_id: string;
            readonly fileloc: string;
            readonly runs: number;
            readonly unfinished_runs: number;
        };
        /** @description What a backfill would do with each date */
        readonly DryRunBackfillCollectionResponse: {
            readonly backfills: readonly components["schemas"]["DryRunBackfillResponse"][];
            readonly skipped: readonly components["schemas"]["SkippedBackfillResponse"][];
            /** @description How many there are without `limit` and `offset` */
            readonly total_entries: number;
        };
        readonly DryRunBackfillResponse: {
            /** @enum {string} */
            readonly action: "create" | "reprocess";
            readonly dag_run_id: string;
            readonly logical_date: string | null;
            readonly partition_date: string | null;
            readonly partition_key: string | null;
        };
        readonly EventLogCollectionResponse: {
            readonly event_logs: readonly components["schemas"]["EventLogResponse"][];
            /** @description How many there are without `limit` and `offset` */
            readonly total_entries: number;
        };
        /** @description Who did what */
        readonly EventLogResponse: {
            readonly dag_display_name: string | null;
            readonly dag_id: string | null;
            /** @description The operation */
            readonly event: string;
            readonly event_log_id: number;
            /** @description JSON: what was asked for, from where, what was there before */
            readonly extra: string | null;
            readonly logical_date: string | null;
            readonly map_index: number | null;
            /** @description Who did it */
            readonly owner: string | null;
            readonly run_id: string | null;
            readonly task_display_name: string | null;
            readonly task_id: string | null;
            readonly try_number: number | null;
            /** Format: date-time */
            readonly when: string;
        };
        readonly ExternalLogUrlResponse: {
            readonly url: string;
        };
        readonly ExtraLinkCollectionResponse: {
            readonly extra_links: {
                readonly [key: string]: string | null;
            };
            /** @description How many there are without `limit` and `offset` */
            readonly total_entries: number;
        };
        /** @description How the parts of the installation are */
        readonly HealthInfoResponse: {
            readonly dag_processor: components["schemas"]["DagProcessorInfoResponse"];
            readonly metadatabase: components["schemas"]["BaseInfoResponse"];
            readonly scheduler: components["schemas"]["SchedulerInfoResponse"];
            readonly triggerer: components["schemas"]["TriggererInfoResponse"];
        };
        /** @description A question of a task to people, and its answer */
        readonly HITLDetail: {
            /** @description None: everybody may answer */
            readonly assigned_users: readonly components["schemas"]["HITLUser"][];
            readonly body: string | null;
            readonly chosen_options: readonly string[] | null;
            /** Format: date-time */
            readonly created_at: string;
            readonly defaults: readonly string[] | null;
            readonly multiple: boolean;
            readonly options: readonly string[];
            /** @description The fields of its form */
            readonly params: {
                readonly [key: string]: {
                    readonly description: unknown;
                    readonly schema: {
                        readonly [key: string]: unknown;
                    };
                    readonly value: unknown;
                };
            };
            readonly params_input: {
                readonly [key: string]: unknown;
            };
            readonly responded_at: string | null;
            readonly responded_by_user: components["schemas"]["HITLUser"] | null;
            readonly response_received: boolean;
            readonly response_timeout_at: string | null;
            readonly subject: string;
            readonly task_instance: components["schemas"]["TaskInstanceResponse"];
        };
        readonly HITLDetailCollection: {
            readonly hitl_details: readonly components["schemas"]["HITLDetail"][];
            /** @description How many there are without `limit` and `offset` */
            readonly total_entries: number;
        };
        /** @description The answer that a task gets */
        readonly HITLDetailResponse: {
            readonly chosen_options: readonly string[];
            readonly params_input: {
                readonly [key: string]: unknown;
            };
            /** Format: date-time */
            readonly responded_at: string;
            readonly responded_by: components["schemas"]["HITLUser"];
        };
        readonly HITLUser: {
            readonly id: string;
            readonly name: string;
        };
        /** @description Why a request was refused */
        readonly HTTPExceptionResponse: {
            /** @description Of the table in docs/reference/errors.md */
            readonly code?: string;
            /** @description What is wrong; an object if it is against a rule of the store, such as a name given twice */
            readonly detail: string | {
                readonly message: string;
                readonly orig_error: string;
                readonly reason: string;
                readonly statement: string;
            };
            /** @description With `code` preview_changed: what the action would do now; its `etag` is for another `If-Match` */
            readonly preview?: {
                readonly [key: string]: unknown;
            };
            /** @description What to do */
            readonly remedy?: string;
        };
        /** @description Everything in a request that does not fit */
        readonly HTTPValidationError: {
            /** @description Of the table in docs/reference/errors.md */
            readonly code?: string;
            readonly detail: readonly components["schemas"]["ValidationError"][];
            /** @description What to do */
            readonly remedy?: string;
        };
        readonly ImportErrorCollectionResponse: {
            readonly import_errors: readonly components["schemas"]["ImportErrorResponse"][];
            /** @description How many there are without `limit` and `offset` */
            readonly total_entries: number;
        };
        /** @description Why a file of DAGs could not be loaded */
        readonly ImportErrorResponse: {
            readonly bundle_name: string | null;
            readonly column: number | null;
            readonly filename: string;
            readonly import_error_id: number;
            readonly line: number | null;
            readonly stack_trace: string;
            /** Format: date-time */
            readonly timestamp: string;
        };
        /** @description A task that the run gets anew */
        readonly NewTaskResponse: {
            readonly task_display_name: string;
            readonly task_id: string;
        };
        /** @description A param of a DAG */
        readonly ParamResponse: {
            readonly description: string | null;
            /** @description JSON schema */
            readonly schema: {
                readonly [key: string]: unknown;
            };
            readonly source: string | null;
            /** @description The default */
            readonly value: unknown;
        };
        readonly PatchTaskInstanceBody: {
            /** @default false */
            readonly include_downstream?: boolean;
            /** @default false */
            readonly include_future?: boolean;
            /** @default false */
            readonly include_past?: boolean;
            /** @default false */
            readonly include_upstream?: boolean;
            readonly new_state?: string | null;
            readonly note?: string | null;
        };
        /** @description Something that is waited for */
        readonly Reason: {
            /** @description Of the table in docs/reference */
            readonly code: string;
            /** @description The same as data: counts, and names of who is in the way */
            readonly details?: {
                readonly [key: string]: unknown;
            };
            /** @description What to do */
            readonly remedy: string;
            readonly text: string;
        };
        /**
         * @description Which dates that have a run get another
         * @enum {string}
         */
        readonly ReprocessBehavior: "failed" | "completed" | "none";
        readonly ReserializeResponse: {
            readonly import_errors: number;
        };
        readonly SchedulerInfoResponse: {
            readonly latest_scheduler_heartbeat: string | null;
            /** @description `healthy` or `unhealthy`; null: there never was one */
            readonly status: string | null;
        };
        readonly SkippedBackfillResponse: {
            /** @constant */
            readonly action: "skip";
            readonly dag_run_id: string;
            readonly exception_reason: string;
            readonly logical_date: string | null;
            readonly partition_date: string | null;
            readonly partition_key: string | null;
        };
        /** @description A line of a log */
        readonly StructuredLogMessage: {
            readonly event: string;
            readonly level?: string;
            readonly logger?: string;
            /** Format: date-time */
            readonly timestamp?: string;
        };
        readonly TaskCollectionResponse: {
            readonly tasks: readonly components["schemas"]["TaskResponse"][];
            /** @description How many there are without `limit` and `offset` */
            readonly total_entries: number;
        };
        /** @description Dependencies that are not met, by Airflow's names */
        readonly TaskDependencyCollectionResponse: {
            readonly dependencies: readonly components["schemas"]["TaskDependencyResponse"][];
        };
        readonly TaskDependencyResponse: {
            readonly name: string;
            readonly reason: string;
        };
        /** @description A page of task instances */
        readonly TaskInstanceCollectionResponse: {
            /** @description `cursor` of the next page; null: there is none */
            readonly next_cursor: string | null;
            /** @description `cursor` of the page before; null: there is none */
            readonly previous_cursor: string | null;
            readonly task_instances: readonly components["schemas"]["TaskInstanceResponse"][];
            /** @description How many there are without `limit` and `offset`; null in pages by cursor */
            readonly total_entries: number | null;
            /** @description There are more than `total_entries`, which stops counting here; null: it is exact */
            readonly total_entries_limit: number | null;
        };
        /** @description Why a task instance does not run */
        readonly TaskInstanceExplanation: {
            readonly map_index: number;
            /** @description What else there is to know */
            readonly notes: readonly components["schemas"]["Reason"][];
            /** @description What it waits for; none: nothing */
            readonly reasons: readonly components["schemas"]["Reason"][];
            readonly runnable: boolean;
            readonly state: components["schemas"]["TaskInstanceState"] | null;
            readonly task_id: string;
        };
        readonly TaskInstanceHistoryCollectionResponse: {
            readonly task_instances: readonly components["schemas"]["TaskInstanceHistoryResponse"][];
            /** @description How many there are without `limit` and `offset` */
            readonly total_entries: number;
        };
        /** @description One try of a task instance */
        readonly TaskInstanceHistoryResponse: {
            readonly dag_display_name: string;
            readonly dag_id: string;
            readonly dag_run_id: string;
            readonly dag_version: components["schemas"]["DagVersionResponse"] | null;
            /** @description Seconds from start to end; null: it has not ended */
            readonly duration: number | null;
            readonly end_date: string | null;
            readonly executor: string | null;
            readonly executor_config: string;
            /** @description The worker */
            readonly hostname: string | null;
            /** @description -1: it is not mapped */
            readonly map_index: number;
            readonly max_tries: number;
            readonly operator: string | null;
            readonly operator_name: string | null;
            readonly pid: number | null;
            readonly pool: string;
            readonly pool_slots: number;
            readonly priority_weight: number | null;
            readonly queue: string | null;
            readonly queued_when: string | null;
            readonly scheduled_when: string | null;
            readonly start_date: string | null;
            /** @description Null: nothing was decided about it yet */
            readonly state: components["schemas"]["TaskInstanceState"] | null;
            readonly task_display_name: string;
            readonly task_id: string;
            /** @description 0: it has not been tried */
            readonly try_number: number;
            readonly unixname: string | null;
        };
        /** @description A task of a run */
        readonly TaskInstanceResponse: {
            readonly dag_display_name: string;
            readonly dag_id: string;
            readonly dag_run_id: string;
            readonly dag_version: components["schemas"]["DagVersionResponse"] | null;
            /** @description Seconds from start to end; null: it has not ended */
            readonly duration: number | null;
            readonly end_date: string | null;
            readonly executor: string | null;
            readonly executor_config: string;
            /** @description The worker */
            readonly hostname: string | null;
            /** Format: uuid */
            readonly id: string;
            readonly logical_date: string | null;
            /** @description -1: it is not mapped */
            readonly map_index: number;
            readonly max_tries: number;
            readonly note: string | null;
            readonly operator: string | null;
            readonly operator_name: string | null;
            /** @description How its last attempt ended, with what it said */
            readonly outcome: {
                readonly [key: string]: unknown;
            } | null;
            readonly pid: number | null;
            readonly pool: string;
            readonly pool_slots: number;
            readonly priority_weight: number | null;
            readonly queue: string | null;
            readonly queued_when: string | null;
            readonly rendered_fields: {
                readonly [key: string]: unknown;
            };
            readonly rendered_map_index: string | null;
            /** Format: date-time */
            readonly run_after: string;
            readonly scheduled_when: string | null;
            readonly start_date: string | null;
            /** @description Null: nothing was decided about it yet */
            readonly state: components["schemas"]["TaskInstanceState"] | null;
            readonly task_display_name: string;
            readonly task_id: string;
            /** @description Tasks wait without a triggerer here */
            readonly trigger: null;
            readonly triggerer_job: null;
            /** @description 0: it has not been tried */
            readonly try_number: number;
            readonly unixname: string | null;
        };
        readonly TaskInstancesBatchBody: {
            readonly dag_ids?: readonly string[] | null;
            readonly dag_run_ids?: readonly string[] | null;
            readonly duration_gt?: number | null;
            readonly duration_gte?: number | null;
            readonly duration_lt?: number | null;
            readonly duration_lte?: number | null;
            readonly end_date_gt?: (string | readonly string[]) | null;
            readonly end_date_gte?: (string | readonly string[]) | null;
            readonly end_date_lt?: (string | readonly string[]) | null;
            readonly end_date_lte?: (string | readonly string[]) | null;
            readonly executor?: readonly string[] | null;
            readonly logical_date_gt?: (string | readonly string[]) | null;
            readonly logical_date_gte?: (string | readonly string[]) | null;
            readonly logical_date_lt?: (string | readonly string[]) | null;
            readonly logical_date_lte?: (string | readonly string[]) | null;
            readonly order_by?: string | null;
            /** @default 100 */
            readonly page_limit?: number;
            /** @default 0 */
            readonly page_offset?: number;
            readonly pool?: readonly string[] | null;
            readonly queue?: readonly string[] | null;
            readonly run_after_gt?: (string | readonly string[]) | null;
            readonly run_after_gte?: (string | readonly string[]) | null;
            readonly run_after_lt?: (string | readonly string[]) | null;
            readonly run_after_lte?: (string | readonly string[]) | null;
            readonly start_date_gt?: (string | readonly string[]) | null;
            readonly start_date_gte?: (string | readonly string[]) | null;
            readonly start_date_lt?: (string | readonly string[]) | null;
            readonly start_date_lte?: (string | readonly string[]) | null;
            readonly state?: readonly (string | null)[] | null;
            readonly task_ids?: readonly string[] | null;
        };
        /** @description The log of an attempt */
        readonly TaskInstancesLogResponse: {
            readonly content: readonly components["schemas"]["StructuredLogMessage"][];
            /** @description `token` for what comes after; null: the attempt has ended and all was given */
            readonly continuation_token: string | null;
        };
        /** @enum {string} */
        readonly TaskInstanceState: "removed" | "scheduled" | "queued" | "running" | "success" | "restarting" | "failed" | "up_for_retry" | "up_for_reschedule" | "upstream_failed" | "skipped" | "deferred" | "awaiting_input";
        /** @description A task of the newest version of a DAG */
        readonly TaskResponse: {
            readonly class_ref: {
                readonly class_name: string;
                readonly module_path: string;
            };
            readonly depends_on_past: boolean;
            readonly doc_md: string | null;
            readonly downstream_task_ids: readonly string[];
            readonly end_date: string | null;
            readonly execution_timeout: components["schemas"]["TimeDelta"] | null;
            readonly extra_links: readonly string[];
            readonly is_mapped: boolean;
            readonly operator_name: string;
            readonly owner: string;
            readonly params: {
                readonly [key: string]: unknown;
            };
            readonly pool: string;
            readonly pool_slots: number;
            readonly priority_weight: number;
            readonly queue: string;
            readonly retries: number;
            readonly retry_delay: components["schemas"]["TimeDelta"];
            /** @description The factor between tries; 0: none */
            readonly retry_exponential_backoff: number;
            readonly start_date: string | null;
            readonly task_display_name: string;
            readonly task_id: string;
            readonly template_fields: readonly string[];
            readonly trigger_rule: string;
            readonly ui_color: string;
            readonly ui_fgcolor: string;
            readonly wait_for_downstream: boolean;
            readonly weight_rule: string;
        };
        /** @description The sum of its parts */
        readonly TimeDelta: {
            /** @constant */
            readonly __type: "TimeDelta";
            readonly days: number;
            readonly microseconds: number;
            readonly seconds: number;
        };
        readonly TriggerDAGRunPostBody: {
            readonly conf?: {
                readonly [key: string]: unknown;
            } | null;
            readonly dag_run_id?: string | null;
            readonly data_interval_end?: string | null;
            readonly data_interval_start?: string | null;
            readonly logical_date: string | null;
            readonly note?: string | null;
            readonly partition_key?: null;
            readonly run_after?: string | null;
        };
        readonly TriggererInfoResponse: {
            readonly latest_triggerer_heartbeat: string | null;
            /** @description `healthy` or `unhealthy`; null: there never was one */
            readonly status: string | null;
        };
        readonly UpdateHITLDetailPayload: {
            readonly chosen_options: readonly string[];
            readonly params_input?: {
                readonly [key: string]: unknown;
            };
        };
        readonly ValidationError: {
            /** @description What was given there; secrets hidden */
            readonly input?: unknown;
            /** @description The place: `["body", "logical_date"]` */
            readonly loc: readonly (string | number)[];
            readonly msg: string;
            /** @description Of the error: `missing`, `extra_forbidden`, `int_parsing`, ... */
            readonly type: string;
        };
        /** @description The version of the server */
        readonly VersionInfo: {
            readonly git_version: string | null;
            readonly version: string;
        };
        readonly XComCollectionResponse: {
            /** @description How many there are without `limit` and `offset` */
            readonly total_entries: number;
            readonly xcom_entries: readonly components["schemas"]["XComResponse"][];
        };
        readonly XComCreateBody: {
            readonly key: string;
            /** @default -1 */
            readonly map_index?: number;
            readonly value: unknown;
        };
        /** @description An XCom without its value */
        readonly XComResponse: {
            readonly dag_display_name: string;
            readonly dag_id: string;
            readonly key: string;
            readonly logical_date: string | null;
            readonly map_index: number;
            /** Format: date-time */
            readonly run_after: string;
            readonly run_id: string;
            readonly task_display_name: string;
            readonly task_id: string;
            /** Format: date-time */
            readonly timestamp: string;
        };
        /** @description An XCom; with `stringify` its value is a text */
        readonly XComResponseNative: {
            readonly dag_display_name: string;
            readonly dag_id: string;
            readonly key: string;
            readonly logical_date: string | null;
            readonly map_index: number;
            /** Format: date-time */
            readonly run_after: string;
            readonly run_id: string;
            readonly task_display_name: string;
            readonly task_id: string;
            /** Format: date-time */
            readonly timestamp: string;
            /** @description Secrets in it are hidden */
            readonly value: unknown;
        };
        readonly XComUpdateBody: {
            /** @default -1 */
            readonly map_index?: number;
            readonly value: unknown;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly get_greeting: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/html": string;
                };
            };
        };
    };
    readonly get_callbacks: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly get_calendar: {
        readonly parameters: {
            readonly query: {
                readonly from: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly to: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly unit?: "day" | "hour";
                readonly zone?: (string | number | boolean) | readonly (string | number | boolean)[];
            };
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly confirm_catchup: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": Record<string, unknown>;
            };
        };
        readonly responses: {
            /** @description A DAG */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DAGResponse"];
                };
            };
        };
    };
    readonly patch_dag_run_dry_run: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DAGRunPatchBody"];
            };
        };
        readonly responses: {
            /** @description Task instances that would change */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AffectedTaskInstanceCollectionResponse"];
                };
            };
        };
    };
    readonly get_gantt: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly get_failure: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
                readonly map_index: string | number;
                readonly task_id: string | number;
                readonly try_number: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly get_log_lines: {
        readonly parameters: {
            readonly query?: {
                readonly before?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly from?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly level?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly limit?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly src?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly tail?: (string | number | boolean) | readonly (string | number | boolean)[];
            };
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
                readonly map_index: string | number;
                readonly task_id: string | number;
                readonly try_number: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly get_log_index: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
                readonly map_index: string | number;
                readonly task_id: string | number;
                readonly try_number: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly get_log_text: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
                readonly map_index: string | number;
                readonly task_id: string | number;
                readonly try_number: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly search_log: {
        readonly parameters: {
            readonly query: {
                readonly from?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly q: (string | number | boolean) | readonly (string | number | boolean)[];
            };
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
                readonly map_index: string | number;
                readonly task_id: string | number;
                readonly try_number: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly delete_dag_dry_run: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What would go with a DAG */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DeleteDAGDryRunResponse"];
                };
            };
        };
    };
    readonly get_grid: {
        readonly parameters: {
            readonly query?: {
                readonly before?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly run_type?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly runs?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly state?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly times?: (string | number | boolean) | readonly (string | number | boolean)[];
            };
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly get_deadlines: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly stream_events: {
        readonly parameters: {
            readonly query?: {
                readonly last_event_id?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly topics?: (string | number | boolean) | readonly (string | number | boolean)[];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly change_event_topics: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly stream: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly topics: readonly string[];
                };
            };
        };
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly get_home: {
        readonly parameters: {
            readonly query?: {
                readonly since?: (string | number | boolean) | readonly (string | number | boolean)[];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly get_me: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {string} */
                        readonly how: "session" | "token" | "local";
                        readonly roles: readonly string[];
                        readonly username: string;
                    };
                };
            };
        };
    };
    readonly patch_my_password: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly new_password: string;
                    readonly old_password: string;
                };
            };
        };
        readonly responses: {
            /** @description Successful response */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly get_my_preferences: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly set_my_preferences: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": string | number | boolean | null | readonly unknown[] | {
                    readonly [key: string]: unknown;
                };
            };
        };
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly get_my_views: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly set_my_views: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": string | number | boolean | null | readonly unknown[] | {
                    readonly [key: string]: unknown;
                };
            };
        };
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly preview_action: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly action: "clear" | "mark" | "delete" | "unpause" | "backfill";
                    /** @default {} */
                    readonly body?: {
                        readonly [key: string]: unknown;
                    };
                    /** @default {} */
                    readonly path?: {
                        readonly dag_id?: string;
                        readonly dag_run_id?: string;
                        readonly group_id?: string;
                        readonly map_index?: number;
                        readonly task_id?: string;
                    };
                };
            };
        };
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly reserialize: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": Record<string, unknown>;
            };
        };
        readonly responses: {
            /** @description Successful response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReserializeResponse"];
                };
            };
        };
    };
    readonly rotate_keys: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": Record<string, unknown>;
            };
        };
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly preview_schedule: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly after?: string;
                    /** @default false */
                    readonly catchup?: boolean;
                    /** @default 10 */
                    readonly count?: number;
                    readonly dagId?: string;
                    readonly endDate?: string | null;
                    readonly schedule?: string | null;
                    readonly startDate?: string | null;
                    /** @default UTC */
                    readonly timezone?: string;
                };
            };
        };
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly search: {
        readonly parameters: {
            readonly query: {
                readonly kinds?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly q: (string | number | boolean) | readonly (string | number | boolean)[];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly get_search_index: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly get_tokens: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly tokens: readonly {
                            readonly created_at: string | null;
                            readonly expires_at: string | null;
                            readonly id: number;
                            /** @enum {string} */
                            readonly kind: "session" | "login" | "personal";
                            readonly last_used_at: string | null;
                            readonly name: string;
                            readonly scopes: readonly string[] | null;
                        }[];
                        readonly total_entries: number;
                    };
                };
            };
        };
    };
    readonly post_token: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @default 90 */
                    readonly expires_in_days?: number;
                    readonly name: string;
                    /** @default null */
                    readonly scopes?: readonly string[] | null;
                };
            };
        };
        readonly responses: {
            /** @description Successful response */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly created_at: string | null;
                        readonly expires_at: string | null;
                        readonly id: number;
                        /** @enum {string} */
                        readonly kind: "session" | "login" | "personal";
                        readonly last_used_at: string | null;
                        readonly name: string;
                        readonly scopes: readonly string[] | null;
                        readonly token: string;
                    };
                };
            };
        };
    };
    readonly delete_token: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly token_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful response */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly get_assets: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly get_asset: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly asset_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly materialize_asset: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly asset_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": Record<string, unknown>;
            };
        };
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly get_asset_queued_events: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly asset_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly delete_asset_queued_events: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly asset_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly list_asset_state_store: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly offset?: (string | number | boolean) | readonly (string | number | boolean)[];
            };
            readonly header?: never;
            readonly path: {
                readonly asset_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly clear_asset_state_store: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly asset_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly get_asset_state_store: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly asset_id: string | number;
                readonly key: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly set_asset_state_store: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly asset_id: string | number;
                readonly key: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly value: unknown;
                };
            };
        };
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly delete_asset_state_store: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly asset_id: string | number;
                readonly key: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly get_asset_aliases: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly get_asset_alias: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly asset_alias_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly get_asset_events: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly create_asset_event: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": Record<string, unknown>;
            };
        };
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly login: {
        readonly parameters: {
            readonly query?: {
                readonly error?: string;
                readonly next?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Go on elsewhere */
            readonly 307: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly logout: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Go on elsewhere */
            readonly 307: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly list_backfills: {
        readonly parameters: {
            readonly query?: {
                readonly active?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly dag_id?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly limit?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly offset?: (string | number | boolean) | readonly (string | number | boolean)[];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BackfillCollectionResponse"];
                };
            };
        };
    };
    readonly create_backfill: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["BackfillPostBody"];
            };
        };
        readonly responses: {
            /** @description Runs for a range of dates */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BackfillResponse"];
                };
            };
        };
    };
    readonly get_backfill: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly backfill_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A backfill, and what became of each of its dates */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BackfillDetailsResponse"];
                };
            };
        };
    };
    readonly cancel_backfill: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly backfill_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": Record<string, unknown>;
            };
        };
        readonly responses: {
            /** @description Runs for a range of dates */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BackfillResponse"];
                };
            };
        };
    };
    readonly pause_backfill: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly backfill_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": Record<string, unknown>;
            };
        };
        readonly responses: {
            /** @description Runs for a range of dates */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BackfillResponse"];
                };
            };
        };
    };
    readonly unpause_backfill: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly backfill_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": Record<string, unknown>;
            };
        };
        readonly responses: {
            /** @description Runs for a range of dates */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BackfillResponse"];
                };
            };
        };
    };
    readonly create_backfill_dry_run: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["BackfillPostBody"];
            };
        };
        readonly responses: {
            /** @description What a backfill would do with each date */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DryRunBackfillCollectionResponse"];
                };
            };
        };
    };
    readonly get_config: {
        readonly parameters: {
            readonly query?: {
                readonly section?: (string | number | boolean) | readonly (string | number | boolean)[];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly get_config_value: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly option: string | number;
                readonly section: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly get_connections: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly post_connection: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": Record<string, unknown>;
            };
        };
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly bulk_connections: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": Record<string, unknown>;
            };
        };
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly get_connection: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly connection_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly delete_connection: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly connection_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly patch_connection: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly connection_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": Record<string, unknown>;
            };
        };
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly create_default_connections: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": Record<string, unknown>;
            };
        };
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly get_connection_test: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly enqueue_connection_test: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": Record<string, unknown>;
            };
        };
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly test_connection: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": Record<string, unknown>;
            };
        };
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly get_dags: {
        readonly parameters: {
            readonly query?: {
                readonly asset_dependency?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly bundle_name?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly bundle_version?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly dag_display_name_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly dag_display_name_prefix_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly dag_id_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly dag_id_prefix_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly dag_run_end_date_gt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly dag_run_end_date_gte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly dag_run_end_date_lt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly dag_run_end_date_lte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly dag_run_start_date_gt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly dag_run_start_date_gte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly dag_run_start_date_lt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly dag_run_start_date_lte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly dag_run_state?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly exclude_stale?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly has_asset_schedule?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly has_import_errors?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly is_favorite?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly last_dag_run_state?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly limit?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly offset?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly order_by?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly owners?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly paused?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly tags?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly tags_match_mode?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly timetable_type?: (string | number | boolean) | readonly (string | number | boolean)[];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DAGCollectionResponse"];
                };
            };
        };
    };
    readonly patch_dags: {
        readonly parameters: {
            readonly query?: {
                readonly dag_id_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly dag_id_prefix_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly exclude_stale?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly limit?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly offset?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly owners?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly paused?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly tags?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly tags_match_mode?: "any" | "all";
                readonly update_mask?: (string | number | boolean) | readonly (string | number | boolean)[];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DAGPatchBody"];
            };
        };
        readonly responses: {
            /** @description Successful response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DAGCollectionResponse"];
                };
            };
        };
    };
    readonly get_dag: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A DAG */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DAGResponse"];
                };
            };
        };
    };
    readonly delete_dag: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful response */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly patch_dag: {
        readonly parameters: {
            readonly query?: {
                readonly update_mask?: (string | number | boolean) | readonly (string | number | boolean)[];
            };
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DAGPatchBody"];
            };
        };
        readonly responses: {
            /** @description A DAG */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DAGResponse"];
                };
            };
        };
    };
    readonly get_dag_asset_queued_event: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly asset_id: string | number;
                readonly dag_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly delete_dag_asset_queued_event: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly asset_id: string | number;
                readonly dag_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly get_dag_asset_queued_events: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly delete_dag_asset_queued_events: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly clear_dag_runs: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ClearDagRunsBody"];
            };
        };
        readonly responses: {
            /** @description The runs; with `dry_run` the task instances that would run again */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ClearTaskInstanceCollectionResponse"] | components["schemas"]["ClearedDAGRunCollectionResponse"];
                };
            };
        };
    };
    readonly clear_dag_run_partitions: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ClearPartitionsBody"];
            };
        };
        readonly responses: {
            /** @description Successful response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ClearPartitionsResponse"];
                };
            };
        };
    };
    readonly post_clear_task_instances: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ClearTaskInstancesBody"];
            };
        };
        readonly responses: {
            /** @description A page of task instances */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TaskInstanceCollectionResponse"];
                };
            };
        };
    };
    readonly get_dag_runs: {
        readonly parameters: {
            readonly query?: {
                readonly bundle_version?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly conf_contains?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly consuming_asset_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly cursor?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly dag_id_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly dag_id_prefix_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly dag_version?: readonly (string | readonly string[])[] | (string | readonly string[]);
                readonly duration_gt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly duration_gte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly duration_lt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly duration_lte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly end_date_gt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly end_date_gte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly end_date_lt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly end_date_lte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly limit?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly logical_date_gt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly logical_date_gte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly logical_date_lt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly logical_date_lte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly offset?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly order_by?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly partition_date_gte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly partition_date_lte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly partition_key_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly partition_key_prefix_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly run_after_gt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly run_after_gte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly run_after_lt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly run_after_lte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly run_id_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly run_id_prefix_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly run_type?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly start_date_gt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly start_date_gte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly start_date_lt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly start_date_lte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly state?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly triggering_user_name_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly triggering_user_name_prefix_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly updated_at_gt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly updated_at_gte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly updated_at_lt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly updated_at_lte?: (string | number | boolean) | readonly (string | number | boolean)[];
            };
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of runs */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DAGRunCollectionResponse"];
                };
            };
        };
    };
    readonly trigger_dag_run: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TriggerDAGRunPostBody"];
            };
        };
        readonly responses: {
            /** @description A run of a DAG */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DAGRunResponse"];
                };
            };
        };
    };
    readonly bulk_dag_runs: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["BulkBody_BulkDAGRunBody_"];
            };
        };
        readonly responses: {
            /** @description What became of each kind of action; null: none was asked for */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BulkResponse"];
                };
            };
        };
    };
    readonly get_dag_run: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A run of a DAG */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DAGRunResponse"];
                };
            };
        };
    };
    readonly delete_dag_run: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful response */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly patch_dag_run: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DAGRunPatchBody"];
            };
        };
        readonly responses: {
            /** @description A run of a DAG */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DAGRunResponse"];
                };
            };
        };
    };
    readonly clear_dag_run: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DAGRunClearBody"];
            };
        };
        readonly responses: {
            /** @description The run; with `dry_run` the task instances that would run again */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ClearTaskInstanceCollectionResponse"] | components["schemas"]["DAGRunResponse"];
                };
            };
        };
    };
    readonly explain_dag_run: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Why a run is not further */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DAGRunExplanation"];
                };
            };
        };
    };
    readonly get_hitl_details: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HITLDetailCollection"];
                };
            };
        };
    };
    readonly patch_task_group_instances: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
                readonly group_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PatchTaskInstanceBody"];
            };
        };
        readonly responses: {
            /** @description A page of task instances */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TaskInstanceCollectionResponse"];
                };
            };
        };
    };
    readonly patch_task_group_instances_dry_run: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
                readonly group_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PatchTaskInstanceBody"];
            };
        };
        readonly responses: {
            /** @description A page of task instances */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TaskInstanceCollectionResponse"];
                };
            };
        };
    };
    readonly get_task_instances: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly dag_id_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly dag_id_prefix_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly duration_gt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly duration_gte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly duration_lt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly duration_lte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly end_date_gt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly end_date_gte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly end_date_lt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly end_date_lte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly executor?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly limit?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly logical_date_gt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly logical_date_gte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly logical_date_lt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly logical_date_lte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly map_index?: readonly (string | readonly string[])[] | (string | readonly string[]);
                readonly offset?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly operator?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly operator_name_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly operator_name_prefix_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly order_by?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly pool?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly pool_name_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly pool_name_prefix_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly queue?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly queue_name_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly queue_name_prefix_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly rendered_map_index_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly rendered_map_index_prefix_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly run_after_gt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly run_after_gte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly run_after_lt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly run_after_lte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly run_id_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly run_id_prefix_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly start_date_gt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly start_date_gte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly start_date_lt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly start_date_lte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly state?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly task_display_name_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly task_display_name_prefix_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly task_group_id?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly task_id?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly try_number?: readonly (string | readonly string[])[] | (string | readonly string[]);
                readonly updated_at_gt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly updated_at_gte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly updated_at_lt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly updated_at_lte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly version_number?: readonly (string | readonly string[])[] | (string | readonly string[]);
            };
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of task instances */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TaskInstanceCollectionResponse"];
                };
            };
        };
    };
    readonly bulk_task_instances: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["BulkBody_BulkTaskInstanceBody_"];
            };
        };
        readonly responses: {
            /** @description What became of each kind of action; null: none was asked for */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BulkResponse"];
                };
            };
        };
    };
    readonly get_task_instance: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
                readonly task_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A task of a run */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TaskInstanceResponse"];
                };
            };
        };
    };
    readonly delete_task_instance: {
        readonly parameters: {
            readonly query?: {
                readonly map_index?: (string | number | boolean) | readonly (string | number | boolean)[];
            };
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
                readonly task_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": null;
                };
            };
        };
    };
    readonly patch_task_instance: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
                readonly task_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PatchTaskInstanceBody"];
            };
        };
        readonly responses: {
            /** @description A page of task instances */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TaskInstanceCollectionResponse"];
                };
            };
        };
    };
    readonly get_mapped_task_instance: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
                readonly map_index: string | number;
                readonly task_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A task of a run */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TaskInstanceResponse"];
                };
            };
        };
    };
    readonly patch_task_instance_by_map_index: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
                readonly map_index: string | number;
                readonly task_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PatchTaskInstanceBody"];
            };
        };
        readonly responses: {
            /** @description A page of task instances */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TaskInstanceCollectionResponse"];
                };
            };
        };
    };
    readonly get_task_instance_dependencies_by_map_index: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
                readonly map_index: string | number;
                readonly task_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Dependencies that are not met, by Airflow's names */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TaskDependencyCollectionResponse"];
                };
            };
        };
    };
    readonly patch_task_instance_dry_run_by_map_index: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
                readonly map_index: string | number;
                readonly task_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PatchTaskInstanceBody"];
            };
        };
        readonly responses: {
            /** @description A page of task instances */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TaskInstanceCollectionResponse"];
                };
            };
        };
    };
    readonly explain_mapped_task_instance: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
                readonly map_index: string | number;
                readonly task_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Why a task instance does not run */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TaskInstanceExplanation"];
                };
            };
        };
    };
    readonly get_hitl_detail: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
                readonly map_index: string | number;
                readonly task_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A question of a task to people, and its answer */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HITLDetail"];
                };
            };
        };
    };
    readonly update_hitl_detail: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
                readonly map_index: string | number;
                readonly task_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["UpdateHITLDetailPayload"];
            };
        };
        readonly responses: {
            /** @description The answer that a task gets */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HITLDetailResponse"];
                };
            };
        };
    };
    readonly get_hitl_detail_try_detail: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
                readonly map_index: string | number;
                readonly task_id: string | number;
                readonly try_number: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A question of a task to people, and its answer */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HITLDetail"];
                };
            };
        };
    };
    readonly get_mapped_task_instance_tries: {
        readonly parameters: {
            readonly query?: {
                readonly map_index?: (string | number | boolean) | readonly (string | number | boolean)[];
            };
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
                readonly map_index: string | number;
                readonly task_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TaskInstanceHistoryCollectionResponse"];
                };
            };
        };
    };
    readonly get_mapped_task_instance_try_details: {
        readonly parameters: {
            readonly query?: {
                readonly map_index?: (string | number | boolean) | readonly (string | number | boolean)[];
            };
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
                readonly map_index: string | number;
                readonly task_id: string | number;
                readonly task_try_number: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One try of a task instance */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TaskInstanceHistoryResponse"];
                };
            };
        };
    };
    readonly get_task_instance_dependencies: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
                readonly task_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Dependencies that are not met, by Airflow's names */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TaskDependencyCollectionResponse"];
                };
            };
        };
    };
    readonly patch_task_instance_dry_run: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
                readonly task_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PatchTaskInstanceBody"];
            };
        };
        readonly responses: {
            /** @description A page of task instances */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TaskInstanceCollectionResponse"];
                };
            };
        };
    };
    readonly explain_task_instance: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
                readonly task_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Why a task instance does not run */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TaskInstanceExplanation"];
                };
            };
        };
    };
    readonly get_external_log_url: {
        readonly parameters: {
            readonly query?: {
                readonly map_index?: (string | number | boolean) | readonly (string | number | boolean)[];
            };
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
                readonly task_id: string | number;
                readonly try_number: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ExternalLogUrlResponse"];
                };
            };
        };
    };
    readonly get_extra_links: {
        readonly parameters: {
            readonly query?: {
                readonly map_index?: (string | number | boolean) | readonly (string | number | boolean)[];
            };
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
                readonly task_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ExtraLinkCollectionResponse"];
                };
            };
        };
    };
    readonly get_mapped_task_instances: {
        readonly parameters: {
            readonly query?: {
                readonly duration_gt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly duration_gte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly duration_lt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly duration_lte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly end_date_gt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly end_date_gte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly end_date_lt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly end_date_lte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly executor?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly limit?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly logical_date_gt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly logical_date_gte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly logical_date_lt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly logical_date_lte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly map_index?: readonly (string | readonly string[])[] | (string | readonly string[]);
                readonly offset?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly operator?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly operator_name_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly operator_name_prefix_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly order_by?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly pool?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly pool_name_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly pool_name_prefix_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly queue?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly queue_name_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly queue_name_prefix_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly rendered_map_index_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly rendered_map_index_prefix_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly run_after_gt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly run_after_gte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly run_after_lt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly run_after_lte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly start_date_gt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly start_date_gte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly start_date_lt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly start_date_lte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly state?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly try_number?: readonly (string | readonly string[])[] | (string | readonly string[]);
                readonly updated_at_gt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly updated_at_gte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly updated_at_lt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly updated_at_lte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly version_number?: readonly (string | readonly string[])[] | (string | readonly string[]);
            };
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
                readonly task_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of task instances */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TaskInstanceCollectionResponse"];
                };
            };
        };
    };
    readonly get_log: {
        readonly parameters: {
            readonly query?: {
                readonly full_content?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly map_index?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly token?: (string | number | boolean) | readonly (string | number | boolean)[];
            };
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
                readonly task_id: string | number;
                readonly try_number: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The log of an attempt */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TaskInstancesLogResponse"];
                    readonly "application/x-ndjson": string;
                    readonly "text/plain": string;
                };
            };
        };
    };
    readonly list_task_state_store: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly map_index?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly offset?: (string | number | boolean) | readonly (string | number | boolean)[];
            };
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
                readonly task_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly clear_task_state_store: {
        readonly parameters: {
            readonly query?: {
                readonly all_map_indices?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly map_index?: (string | number | boolean) | readonly (string | number | boolean)[];
            };
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
                readonly task_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly get_task_state_store: {
        readonly parameters: {
            readonly query?: {
                readonly map_index?: (string | number | boolean) | readonly (string | number | boolean)[];
            };
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
                readonly key: string | number;
                readonly task_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly set_task_state_store: {
        readonly parameters: {
            readonly query?: {
                readonly map_index?: (string | number | boolean) | readonly (string | number | boolean)[];
            };
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
                readonly key: string | number;
                readonly task_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly expires_at?: "default" | string | null;
                    readonly value: unknown;
                };
            };
        };
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly delete_task_state_store: {
        readonly parameters: {
            readonly query?: {
                readonly map_index?: (string | number | boolean) | readonly (string | number | boolean)[];
            };
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
                readonly key: string | number;
                readonly task_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly patch_task_state_store: {
        readonly parameters: {
            readonly query?: {
                readonly map_index?: (string | number | boolean) | readonly (string | number | boolean)[];
            };
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
                readonly key: string | number;
                readonly task_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly value: unknown;
                };
            };
        };
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly get_task_instance_tries: {
        readonly parameters: {
            readonly query?: {
                readonly map_index?: (string | number | boolean) | readonly (string | number | boolean)[];
            };
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
                readonly task_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TaskInstanceHistoryCollectionResponse"];
                };
            };
        };
    };
    readonly get_task_instance_try_details: {
        readonly parameters: {
            readonly query?: {
                readonly map_index?: (string | number | boolean) | readonly (string | number | boolean)[];
            };
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
                readonly task_id: string | number;
                readonly task_try_number: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One try of a task instance */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TaskInstanceHistoryResponse"];
                };
            };
        };
    };
    readonly get_xcom_entries: {
        readonly parameters: {
            readonly query?: {
                readonly dag_display_name_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly dag_display_name_prefix_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly limit?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly logical_date_gt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly logical_date_gte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly logical_date_lt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly logical_date_lte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly map_index?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly map_index_filter?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly offset?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly order_by?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly run_after_gt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly run_after_gte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly run_after_lt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly run_after_lte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly run_id_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly run_id_prefix_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly task_id_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly task_id_prefix_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly xcom_key?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly xcom_key_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly xcom_key_prefix_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
            };
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
                readonly task_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["XComCollectionResponse"];
                };
            };
        };
    };
    readonly create_xcom_entry: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
                readonly task_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["XComCreateBody"];
            };
        };
        readonly responses: {
            /** @description An XCom; with `stringify` its value is a text */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["XComResponseNative"];
                };
            };
        };
    };
    readonly get_xcom_entry: {
        readonly parameters: {
            readonly query?: {
                readonly deserialize?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly map_index?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly stringify?: (string | number | boolean) | readonly (string | number | boolean)[];
            };
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
                readonly task_id: string | number;
                readonly xcom_key: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description An XCom; with `stringify` its value is a text */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["XComResponseNative"];
                };
            };
        };
    };
    readonly delete_xcom_entry: {
        readonly parameters: {
            readonly query?: {
                readonly map_index?: (string | number | boolean) | readonly (string | number | boolean)[];
            };
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
                readonly task_id: string | number;
                readonly xcom_key: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful response */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly update_xcom_entry: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
                readonly task_id: string | number;
                readonly xcom_key: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["XComUpdateBody"];
            };
        };
        readonly responses: {
            /** @description An XCom; with `stringify` its value is a text */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["XComResponseNative"];
                };
            };
        };
    };
    readonly get_task_instances_batch: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TaskInstancesBatchBody"];
            };
        };
        readonly responses: {
            /** @description A page of task instances */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TaskInstanceCollectionResponse"];
                };
            };
        };
    };
    readonly get_upstream_asset_events: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly wait_dag_run_until_finished: {
        readonly parameters: {
            readonly query: {
                readonly interval: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly result?: (string | number | boolean) | readonly (string | number | boolean)[];
            };
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly dag_run_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A line of JSON each interval until the run has ended: its `state`, its `duration` in seconds once it has ended, and then the `results` that were asked for */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/x-ndjson": string;
                };
            };
        };
    };
    readonly get_list_dag_runs_batch: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DAGRunsBatchBody"];
            };
        };
        readonly responses: {
            /** @description A page of runs */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DAGRunCollectionResponse"];
                };
            };
        };
    };
    readonly get_dag_versions: {
        readonly parameters: {
            readonly query?: {
                readonly bundle_name?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly bundle_version?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly limit?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly offset?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly order_by?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly version_number?: (string | number | boolean) | readonly (string | number | boolean)[];
            };
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DAGVersionCollectionResponse"];
                };
            };
        };
    };
    readonly get_dag_version: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly version_number: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A version of a DAG: what it was made of, and when */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DagVersionResponse"];
                };
            };
        };
    };
    readonly get_dag_details: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A DAG with its params and what it is made of */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DAGDetailsResponse"];
                };
            };
        };
    };
    readonly explain_dag: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Why a DAG has no run now, and when the next one comes */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DAGExplanation"];
                };
            };
        };
    };
    readonly favorite_dag: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": Record<string, unknown>;
            };
        };
        readonly responses: {
            /** @description Successful response */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly get_tasks: {
        readonly parameters: {
            readonly query?: {
                readonly order_by?: (string | number | boolean) | readonly (string | number | boolean)[];
            };
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TaskCollectionResponse"];
                };
            };
        };
    };
    readonly get_task: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
                readonly task_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A task of the newest version of a DAG */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TaskResponse"];
                };
            };
        };
    };
    readonly unfavorite_dag: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": Record<string, unknown>;
            };
        };
        readonly responses: {
            /** @description Successful response */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly get_dag_source: {
        readonly parameters: {
            readonly query?: {
                readonly version_number?: (string | number | boolean) | readonly (string | number | boolean)[];
            };
            readonly header?: never;
            readonly path: {
                readonly dag_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What the author wrote in the file of a version */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DAGSourceResponse"];
                    readonly "text/plain": string;
                };
            };
        };
    };
    readonly get_dag_stats: {
        readonly parameters: {
            readonly query?: {
                readonly dag_ids?: (string | number | boolean) | readonly (string | number | boolean)[];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DagStatsCollectionResponse"];
                };
            };
        };
    };
    readonly get_dag_tags: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly offset?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly order_by?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly tag_name_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly tag_name_prefix_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DAGTagCollectionResponse"];
                };
            };
        };
    };
    readonly list_dag_warnings: {
        readonly parameters: {
            readonly query?: {
                readonly dag_id?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly limit?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly offset?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly order_by?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly warning_type?: "asset conflict" | "non-existent pool" | "runtime varying value";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DAGWarningCollectionResponse"];
                };
            };
        };
    };
    readonly get_event_logs: {
        readonly parameters: {
            readonly query?: {
                readonly after?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly before?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly dag_id?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly dag_id_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly dag_id_prefix_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly event?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly event_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly event_prefix_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly excluded_events?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly included_events?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly limit?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly map_index?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly offset?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly order_by?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly owner?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly owner_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly owner_prefix_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly run_id?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly run_id_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly run_id_prefix_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly task_id?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly task_id_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly task_id_prefix_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly try_number?: (string | number | boolean) | readonly (string | number | boolean)[];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EventLogCollectionResponse"];
                };
            };
        };
    };
    readonly get_event_log: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly event_log_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Who did what */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EventLogResponse"];
                };
            };
        };
    };
    readonly get_import_errors: {
        readonly parameters: {
            readonly query?: {
                readonly bundle_name?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly filename?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly filename_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly filename_prefix_pattern?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly limit?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly offset?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly order_by?: (string | number | boolean) | readonly (string | number | boolean)[];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ImportErrorCollectionResponse"];
                };
            };
        };
    };
    readonly get_import_error: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly import_error_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Why a file of DAGs could not be loaded */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ImportErrorResponse"];
                };
            };
        };
    };
    readonly get_jobs: {
        readonly parameters: {
            readonly query?: {
                readonly end_date_gt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly end_date_gte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly end_date_lt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly end_date_lte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly executor_class?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly hostname?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly is_alive?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly job_state?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly job_type?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly limit?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly offset?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly order_by?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly start_date_gt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly start_date_gte?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly start_date_lt?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly start_date_lte?: (string | number | boolean) | readonly (string | number | boolean)[];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly get_health: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description How the parts of the installation are */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HealthInfoResponse"];
                };
            };
        };
    };
    readonly reparse_dag_file: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly file_token: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": Record<string, unknown>;
            };
        };
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly get_plugins: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly offset?: (string | number | boolean) | readonly (string | number | boolean)[];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly import_errors: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly get_pools: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly post_pool: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": Record<string, unknown>;
            };
        };
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly bulk_pools: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": Record<string, unknown>;
            };
        };
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly get_pool: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly pool_name: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly delete_pool: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly pool_name: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly patch_pool: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly pool_name: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": Record<string, unknown>;
            };
        };
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly get_providers: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: (string | number | boolean) | readonly (string | number | boolean)[];
                readonly offset?: (string | number | boolean) | readonly (string | number | boolean)[];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly get_variables: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly post_variable: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": Record<string, unknown>;
            };
        };
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly bulk_variables: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": Record<string, unknown>;
            };
        };
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly get_variable: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly variable_key: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly delete_variable: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly variable_key: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly patch_variable: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly variable_key: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": Record<string, unknown>;
            };
        };
        readonly responses: {
            /** @description Not described yet */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly get_version: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The version of the server */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["VersionInfo"];
                };
            };
        };
    };
    readonly get_permissions: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly actions: readonly {
                            readonly action: {
                                readonly name: string;
                            };
                            readonly resource: {
                                readonly name: string;
                            };
                        }[];
                        readonly total_entries: number;
                    };
                };
            };
        };
    };
    readonly get_roles: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly roles: readonly {
                            readonly actions: readonly {
                                readonly action: {
                                    readonly name: string;
                                };
                                readonly resource: {
                                    readonly name: string;
                                };
                            }[];
                            readonly name: string;
                        }[];
                        readonly total_entries: number;
                    };
                };
            };
        };
    };
    readonly post_role: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @default [] */
                    readonly actions?: readonly {
                        readonly action: {
                            readonly name: string;
                        };
                        readonly resource: {
                            readonly name: string;
                        };
                    }[];
                    readonly name: string;
                };
            };
        };
        readonly responses: {
            /** @description Successful response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly actions: readonly {
                            readonly action: {
                                readonly name: string;
                            };
                            readonly resource: {
                                readonly name: string;
                            };
                        }[];
                        readonly name: string;
                    };
                };
            };
        };
    };
    readonly get_role: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly role_name: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly actions: readonly {
                            readonly action: {
                                readonly name: string;
                            };
                            readonly resource: {
                                readonly name: string;
                            };
                        }[];
                        readonly name: string;
                    };
                };
            };
        };
    };
    readonly delete_role: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly role_name: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful response */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly patch_role: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly role_name: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly actions: readonly {
                        readonly action: {
                            readonly name: string;
                        };
                        readonly resource: {
                            readonly name: string;
                        };
                    }[];
                    readonly name?: string;
                };
            };
        };
        readonly responses: {
            /** @description Successful response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly actions: readonly {
                            readonly action: {
                                readonly name: string;
                            };
                            readonly resource: {
                                readonly name: string;
                            };
                        }[];
                        readonly name: string;
                    };
                };
            };
        };
    };
    readonly get_users: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly total_entries: number;
                        readonly users: readonly {
                            readonly active: boolean;
                            readonly changed_on: string | null;
                            readonly created_on: string | null;
                            readonly email: string;
                            readonly failed_login_count: number;
                            readonly first_name: string;
                            readonly last_login: string | null;
                            readonly last_name: string;
                            readonly login_count: number;
                            readonly roles: readonly {
                                readonly name: string;
                            }[];
                            readonly username: string;
                        }[];
                    };
                };
            };
        };
    };
    readonly post_user: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @default  */
                    readonly email?: string;
                    /** @default  */
                    readonly first_name?: string;
                    /** @default  */
                    readonly last_name?: string;
                    readonly password?: string;
                    /** @default [] */
                    readonly roles?: readonly {
                        readonly name: string;
                    }[];
                    readonly username: string;
                };
            };
        };
        readonly responses: {
            /** @description Successful response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly active: boolean;
                        readonly changed_on: string | null;
                        readonly created_on: string | null;
                        readonly email: string;
                        readonly failed_login_count: number;
                        readonly first_name: string;
                        readonly last_login: string | null;
                        readonly last_name: string;
                        readonly login_count: number;
                        readonly roles: readonly {
                            readonly name: string;
                        }[];
                        readonly username: string;
                    };
                };
            };
        };
    };
    readonly get_user: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly username: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly active: boolean;
                        readonly changed_on: string | null;
                        readonly created_on: string | null;
                        readonly email: string;
                        readonly failed_login_count: number;
                        readonly first_name: string;
                        readonly last_login: string | null;
                        readonly last_name: string;
                        readonly login_count: number;
                        readonly roles: readonly {
                            readonly name: string;
                        }[];
                        readonly username: string;
                    };
                };
            };
        };
    };
    readonly delete_user: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly username: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful response */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly patch_user: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly username: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly active?: boolean;
                    readonly email?: string;
                    readonly first_name?: string;
                    readonly last_name?: string;
                    readonly password?: string;
                    readonly roles?: readonly {
                        readonly name: string;
                    }[];
                    readonly username?: string;
                };
            };
        };
        readonly responses: {
            /** @description Successful response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly active: boolean;
                        readonly changed_on: string | null;
                        readonly created_on: string | null;
                        readonly email: string;
                        readonly failed_login_count: number;
                        readonly first_name: string;
                        readonly last_login: string | null;
                        readonly last_name: string;
                        readonly login_count: number;
                        readonly roles: readonly {
                            readonly name: string;
                        }[];
                        readonly username: string;
                    };
                };
            };
        };
    };
    readonly login_page: {
        readonly parameters: {
            readonly query?: {
                readonly error?: string;
                readonly next?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/html": string;
                };
            };
        };
    };
    readonly login_form: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly next?: string;
                    readonly password: string;
                    readonly username: string;
                };
            };
        };
        readonly responses: {
            /** @description Go on elsewhere */
            readonly 303: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly oidc_callback: {
        readonly parameters: {
            readonly query?: {
                readonly code?: string;
                readonly state?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Go on elsewhere */
            readonly 303: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly oidc_login: {
        readonly parameters: {
            readonly query?: {
                readonly next?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Go on elsewhere */
            readonly 303: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly create_token: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly password: string;
                    readonly username: string;
                };
            };
        };
        readonly responses: {
            /** @description Successful response */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly access_token: string;
                    };
                };
            };
        };
    };
    readonly create_token_cli: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly password: string;
                    readonly username: string;
                };
            };
        };
        readonly responses: {
            /** @description Successful response */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly access_token: string;
                    };
                };
            };
        };
    };
    readonly get_api_docs: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/html": string;
                };
            };
        };
    };
    readonly get_api_docs_file: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly file: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A file of the page */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/css": string;
                    readonly "text/javascript": string;
                };
            };
        };
    };
    readonly get_liveness: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @constant */
                        readonly status: "alive";
                    };
                };
            };
        };
    };
    readonly get_metrics: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Counters in Prometheus' form */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/plain": string;
                };
            };
        };
    };
    readonly get_openapi: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description This document */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly openapi: string;
                    } & {
                        readonly [key: string]: unknown;
                    };
                };
            };
        };
    };
    readonly get_readiness: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Successful response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @constant */
                        readonly status: "ready";
                    };
                };
            };
        };
    };
}
