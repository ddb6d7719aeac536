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
        readonly Error: {
            /** @description Of the table in docs/reference/errors.md */
            readonly code?: string;
            /** @description What is wrong; with 422 a list of places */
            readonly detail?: string | readonly {
                readonly loc?: readonly (string | number)[];
                readonly msg?: string;
                readonly type?: string;
            }[];
            /** @description What to do */
            readonly remedy?: string;
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
            /** @description Successful response */
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
    readonly get_callbacks: {
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
            /** @description Successful response */
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
            /** @description Successful response */
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
                    readonly "application/json": unknown;
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
                    readonly "application/json": unknown;
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
    readonly logout: {
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
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly list_backfills: {
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
                    readonly "application/json": unknown;
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
                    readonly "application/json": unknown;
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
    readonly create_backfill_dry_run: {
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
                    readonly "application/json": unknown;
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
                    readonly "application/json": unknown;
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
                readonly "application/json": {
                    readonly is_paused: boolean;
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
                    readonly "application/json": unknown;
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
            /** @description Successful response */
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
                readonly "application/json": {
                    readonly is_paused: boolean;
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
                    readonly "application/json": unknown;
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
                    readonly "application/json": unknown;
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
                    readonly "application/json": unknown;
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
                    readonly "application/json": unknown;
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
            /** @description Successful response */
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
    readonly trigger_dag_run: {
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
    readonly bulk_dag_runs: {
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
            /** @description Successful response */
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
                    readonly "application/json": unknown;
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
                    readonly "application/json": unknown;
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
            /** @description Successful response */
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
                    readonly "application/json": unknown;
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
                    readonly "application/json": unknown;
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
                    readonly "application/json": unknown;
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
            /** @description Successful response */
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
                    readonly "application/json": unknown;
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
            /** @description Successful response */
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
                    readonly "application/json": unknown;
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
                    readonly "application/json": unknown;
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
            /** @description Successful response */
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
                    readonly "application/json": unknown;
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
            /** @description Successful response */
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
                    readonly "application/json": unknown;
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
            /** @description Successful response */
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
            /** @description Successful response */
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
                    readonly "application/json": unknown;
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
            /** @description Successful response */
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
                    readonly "application/json": unknown;
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
            /** @description Successful response */
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
            /** @description Successful response */
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
                    readonly "application/json": unknown;
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
            /** @description Successful response */
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
                    readonly "application/json": unknown;
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
                    readonly "application/json": unknown;
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
                    readonly "application/json": unknown;
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
            /** @description Successful response */
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
                    readonly "application/json": unknown;
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
                readonly "application/json": {
                    readonly key: string;
                    /** @default -1 */
                    readonly map_index?: number;
                    readonly value: unknown;
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
                    readonly "application/json": unknown;
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
            /** @description Successful response */
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
                readonly "application/json": {
                    /** @default -1 */
                    readonly map_index?: number;
                    readonly value: unknown;
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
                    readonly "application/json": unknown;
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
                readonly "application/json": {
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
            };
        };
        readonly responses: {
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
                readonly "application/json": {
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
            };
        };
        readonly responses: {
            /** @description Successful response */
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
                    readonly "application/json": unknown;
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
                    readonly "application/json": unknown;
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
            /** @description Successful response */
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
            /** @description Successful response */
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
                    readonly "application/json": unknown;
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
                    readonly "application/json": unknown;
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
                    readonly "application/json": unknown;
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
                    readonly "application/json": unknown;
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
            /** @description Successful response */
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
                    readonly "application/json": unknown;
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
            /** @description Successful response */
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
    readonly oidc_callback: {
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
                    readonly "application/json": unknown;
                };
            };
        };
    };
    readonly oidc_login: {
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
                    readonly "application/json": unknown;
                };
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
            /** @description Successful response */
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
            /** @description Successful response */
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
                    readonly "application/json": unknown;
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
            /** @description Successful response */
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
    readonly get_openapi: {
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
                    readonly "application/json": unknown;
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
                    readonly "application/json": unknown;
                };
            };
        };
    };
}
