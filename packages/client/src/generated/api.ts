/** Written by `npm run reference` from packages/api/openapi.json. */
export interface paths {
    readonly "/": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Greet a browser */
        readonly get: operations["get_greeting"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/assets": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The list of assets with how often they change */
        readonly get: operations["get_asset_rows"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/assets/{asset_id}/overview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Who makes an asset, who waits for it, and what one more event of it would begin
         * @description Only DAGs that you may see.
         */
        readonly get: operations["get_asset_overview"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/backfills/{backfill_id}": {
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
        /** Change how many runs of a backfill go on at once */
        readonly patch: operations["patch_backfill"];
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/callbacks": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** List callbacks with what became of them */
        readonly get: operations["get_callbacks"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/config": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Settings, and where each came from
         * @description 403 unless `server.exposeConfig` is on.
         */
        readonly get: operations["get_config_sources"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/connections/origins": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Who changed which connection, and what the environment provides */
        readonly get: operations["get_connection_origins"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/connections/test": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Try a connection, and see how far it came
         * @description Off (403) unless the server's settings allow it. Nothing is kept.
         */
        readonly post: operations["test_connection_steps"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/connections/types": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What is known of types of connections */
        readonly get: operations["get_connection_types"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/dags": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The list of DAGs with how they have fared
         * @description Airflow's filters and some more; the last 14 runs, what is active, the next run and why there is none, in one answer. Read by place.
         */
        readonly get: operations["get_dag_rows"];
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
        /**
         * Runs by day or hour, and those that are planned
         * @description With an ETag; 304 to `If-None-Match`.
         */
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
        /**
         * Let a held catchup go on
         * @description More runs were due at once than the server's limit; nothing begins until somebody says so.
         */
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
        /** Which task instances marking a run would change */
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
        /**
         * A run along its time
         * @description With an ETag; 304 to `If-None-Match`.
         */
        readonly get: operations["get_gantt"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/dags/{dag_id}/dagRuns/{dag_run_id}/logs/search": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Lines of all logs of a run, by time */
        readonly get: operations["search_run_logs"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/dags/{dag_id}/dagRuns/{dag_run_id}/summary": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A run in short: states, causes of failures, what it waits for */
        readonly get: operations["get_run_summary"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances": {
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
        /**
         * Mark several task instances of a run together
         * @description Look first with `POST /api/momiji/v1/preview`, and send its `etag` as `If-Match`.
         */
        readonly patch: operations["mark_task_instances"];
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * A task instance, its attempts, and why it failed or does not run
         * @description What a page about it shows first, as one answer. Map index -1: it is not mapped.
         */
        readonly get: operations["get_task_page"];
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
        /** Why an attempt has failed */
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
        /**
         * Lines of the log of an attempt
         * @description A line of JSON for each. `X-Log-Complete: false`: more lines will come.
         */
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
        /** How many lines a log has, of which level, and where the errors are */
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
        /** The log of an attempt as it was written */
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
        /** Lines of a log that have a text */
        readonly get: operations["search_log"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/rendered": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What the templates of a task instance became */
        readonly get: operations["get_rendered_fields"];
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
        /** What would go with a DAG */
        readonly delete: operations["delete_dag_dry_run"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/dags/{dag_id}/graph": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Tasks of a version of a DAG and what comes before what
         * @description The rows of its grid, and edges between them. With an ETag; 304 to `If-None-Match`.
         */
        readonly get: operations["get_graph"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
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
        /**
         * Rows, runs and cells of a DAG
         * @description With an ETag; 304 to `If-None-Match`.
         */
        readonly get: operations["get_grid"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/dags/{dag_id}/preflight": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * What is missing for the jobs outside of a DAG to start
         * @description Its operators are asked, in processes of their own, as a run of now would ask them. Changes nothing outside.
         */
        readonly post: operations["preflight_dag"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/dags/{dag_id}/tasks/{task_id}/preflight": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** What is missing for the job outside of a task to start */
        readonly post: operations["preflight_task"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/dags/{dag_id}/versions/diff": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * How two versions of a DAG differ
         * @description With an ETag; 304 to `If-None-Match`.
         */
        readonly get: operations["get_version_diff"];
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
        /** List deadlines with what became of them */
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
        /**
         * What changes, as it changes
         * @description Server-sent events. A client that comes again with `Last-Event-ID` goes on after that event; `reset` tells that it must read again.
         */
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
        /** Change what a stream of events tells */
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
        /** What runs, what has failed, what is late, what comes next */
        readonly get: operations["get_home"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/importErrors/{import_error_id}/source": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Where a DAG file is broken: the lines around it, and the DAGs that go on with what they were
         * @description Without the lines if the file holds a DAG whose code you may not read.
         */
        readonly get: operations["get_import_error_source"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/importErrors/affected": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List which DAGs broken files concern
         * @description How many DAGs of each file that cannot be loaded go on with which version.
         */
        readonly get: operations["get_import_errors_affected"];
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
        /** Who you are */
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
        /**
         * Change your password
         * @description Ends your other sessions and tokens.
         */
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
        /** Your settings of the user interface */
        readonly get: operations["get_my_preferences"];
        /** Keep your settings of the user interface */
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
        /** Views that you have saved */
        readonly get: operations["get_my_views"];
        /** Keep views */
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
        /**
         * What an act would do, before it is done
         * @description `path` has what stands in the path of the act, `body` is its body. Send the `etag` of the answer as `If-Match` with the act: 409, and nothing done, if it would touch others by then.
         */
        readonly post: operations["preview_action"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/providers": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What Momiji's installed packages bring */
        readonly get: operations["get_provider_details"];
        readonly put?: never;
        readonly post?: never;
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
        /** Read all DAG files again */
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
        /**
         * Seal all secrets with the newest key
         * @description In small steps: it may be stopped at any time and asked for again.
         */
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
        /**
         * What a schedule will do
         * @description The next runs of a DAG, or of a schedule that is written in the body, and what switching it on would begin at once.
         */
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
        /** Find things by a part of their names */
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
        /**
         * All DAGs in short
         * @description For a client that searches by itself. With an ETag; 304 to `If-None-Match`.
         */
        readonly get: operations["get_search_index"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/shell": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Who looks, what runs, and what waits for people
         * @description What stands around every page of the user interface.
         */
        readonly get: operations["get_shell"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/timeline": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What ran when, over all DAGs
         * @description Lanes of DAGs, of pools or of workers, with what is planned. With an ETag; 304 to `If-None-Match`.
         */
        readonly get: operations["get_timeline"];
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
        /** List your sessions and tokens */
        readonly get: operations["get_tokens"];
        readonly put?: never;
        /**
         * Make a personal token
         * @description Its secret is in this answer only. With `scopes` it may less than you; it never may more.
         */
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
        /** End a session or a token of yours */
        readonly delete: operations["delete_token"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/users/{username}/rights": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What a user may do in a DAG, and why */
        readonly get: operations["get_user_rights"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/users/{username}/tokens": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** List the sessions and tokens of a user */
        readonly get: operations["get_user_tokens"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/users/{username}/tokens/{token_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** End a session or a token of a user */
        readonly delete: operations["delete_user_token"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/variables/origins": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Who changed which variable, and what the environment provides */
        readonly get: operations["get_variable_origins"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/variables/reveal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Variables in the clear
         * @description Takes the right to change them; the event log tells who looked.
         */
        readonly post: operations["reveal_variables"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/momiji/v1/workers": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Executors, workers and queues, and what waits in them */
        readonly get: operations["get_workers"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
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
        /** List assets */
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
        /** One asset */
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
        /**
         * Run the DAG that makes an asset
         * @description 400 if none does, or several do.
         */
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
        /** Which DAGs have taken note of an asset, and wait for others */
        readonly get: operations["get_asset_queued_events"];
        readonly put?: never;
        readonly post?: never;
        /** Take an asset out of the queues of all DAGs */
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
        /** What an asset keeps */
        readonly get: operations["list_asset_state_store"];
        readonly put?: never;
        readonly post?: never;
        /** Forget all that an asset keeps */
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
        /** One thing that an asset keeps */
        readonly get: operations["get_asset_state_store"];
        /** Keep something for an asset */
        readonly put: operations["set_asset_state_store"];
        readonly post?: never;
        /** Forget one thing that an asset keeps */
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
        /** List aliases of assets */
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
        /** One alias of assets */
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
        /** List events of assets */
        readonly get: operations["get_asset_events"];
        readonly put?: never;
        /**
         * Tell that an asset has changed
         * @description DAGs that wait for it run when all that they wait for has changed.
         */
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
        /** Go to the page for signing in */
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
        /**
         * Sign out
         * @description Ends the session, or the token, that is sent.
         */
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
        /** List backfills */
        readonly get: operations["list_backfills"];
        readonly put?: never;
        /**
         * Make runs of past dates
         * @description 409: a backfill of the DAG goes on. Look first with `POST /api/momiji/v1/preview`, and send its `etag` as `If-Match`.
         */
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
        /** One backfill */
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
        /**
         * End a backfill
         * @description Its runs that have not begun are failed; those that go on go on.
         */
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
        /** Pause a backfill */
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
        /** Let a backfill go on */
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
        /** Which runs a backfill would make */
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
        /**
         * Settings
         * @description 403 unless `server.exposeConfig` is on. JSON, or with `Accept: text/plain` as a file of settings.
         */
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
        /** One setting */
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
        /** List connections */
        readonly get: operations["get_connections"];
        readonly put?: never;
        /**
         * Make a connection
         * @description 409: there is one of the id.
         */
        readonly post: operations["post_connection"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Make, change and remove connections
         * @description Each by itself: one that is refused stops no other.
         */
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
        /**
         * One connection
         * @description Without its secrets, which read `***`.
         */
        readonly get: operations["get_connection"];
        readonly put?: never;
        readonly post?: never;
        /** Remove a connection */
        readonly delete: operations["delete_connection"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Change a connection
         * @description What is sent back as `***` stays what it was.
         */
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
        /**
         * Make Airflow's default connections
         * @description Those that are there stay as they are.
         */
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
        /** How a test of a connection fares */
        readonly get: operations["get_connection_test"];
        readonly put?: never;
        /**
         * Try a connection later
         * @description Answers with a token; `GET` with it in `Airflow-Connection-Test-Token` tells how it fares.
         */
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
        /**
         * Try a connection
         * @description Off (403) unless the server's settings allow it. Nothing is kept.
         */
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
        /** List DAGs */
        readonly get: operations["get_dags"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Pause or unpause many DAGs
         * @description Those that the filters of the query find, a page of them at a time.
         */
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
        /** One DAG */
        readonly get: operations["get_dag"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Delete a DAG with all its runs
         * @description 409 while it has runs that go on. Look first with `POST /api/momiji/v1/preview`, and send its `etag` as `If-Match`.
         */
        readonly delete: operations["delete_dag"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Pause or unpause a DAG
         * @description Unpausing may begin runs. Look first with `POST /api/momiji/v1/preview`, and send its `etag` as `If-Match`.
         */
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
        /** Whether a DAG has taken note of an asset */
        readonly get: operations["get_dag_asset_queued_event"];
        readonly put?: never;
        readonly post?: never;
        /** Take an asset out of the queue of a DAG */
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
        /** Which assets a DAG has taken note of, while it waits for others */
        readonly get: operations["get_dag_asset_queued_events"];
        readonly put?: never;
        readonly post?: never;
        /** Empty the queue of a DAG */
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
        /**
         * Clear many runs
         * @description A dry run unless `dry_run` is false. Look first with `POST /api/momiji/v1/preview`, and send its `etag` as `If-Match`.
         */
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
        /**
         * Clear runs of partitions
         * @description Runs here belong to none.
         */
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
        /**
         * Clear task instances, so that they run again
         * @description A dry run unless `dry_run` is false. Look first with `POST /api/momiji/v1/preview`, and send its `etag` as `If-Match`.
         */
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
        /**
         * List runs
         * @description `~` as the DAG: of all DAGs.
         */
        readonly get: operations["get_dag_runs"];
        readonly put?: never;
        /**
         * Begin a run
         * @description `logical_date` must be said, null for a run without a date. 409: there is a run of this id or date. With an id of your own a trigger can be sent again safely.
         */
        readonly post: operations["trigger_dag_run"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Change and delete runs
         * @description Each by itself: one that is refused stops no other.
         */
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
        /** One run */
        readonly get: operations["get_dag_run"];
        readonly put?: never;
        readonly post?: never;
        /** Delete a run with all that was recorded of it */
        readonly delete: operations["delete_dag_run"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Mark a run, or write its note
         * @description Look first with `POST /api/momiji/v1/preview`, and send its `etag` as `If-Match`.
         */
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
        /**
         * Clear a run, so that it runs again
         * @description A dry run unless `dry_run` is false. Look first with `POST /api/momiji/v1/preview`, and send its `etag` as `If-Match`.
         */
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
        /** Why a run does not go on */
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
        /** List questions to people */
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
        /**
         * Mark the task instances of a group
         * @description Look first with `POST /api/momiji/v1/preview`, and send its `etag` as `If-Match`.
         */
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
        /** Which task instances marking a group would change */
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
        /**
         * List task instances
         * @description `~` as the DAG or the run: of all.
         */
        readonly get: operations["get_task_instances"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Change and delete task instances
         * @description Each by itself: one that is refused stops no other.
         */
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
        /** One task instance */
        readonly get: operations["get_task_instance"];
        readonly put?: never;
        readonly post?: never;
        /** Delete a task instance */
        readonly delete: operations["delete_task_instance"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Mark a task instance, or write its note
         * @description Look first with `POST /api/momiji/v1/preview`, and send its `etag` as `If-Match`.
         */
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
        /** One instance of a mapped task */
        readonly get: operations["get_mapped_task_instance"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Mark an instance of a mapped task, or write its note
         * @description Look first with `POST /api/momiji/v1/preview`, and send its `etag` as `If-Match`.
         */
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
        /** What an instance of a mapped task waits for, in Airflow's words */
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
        /** Which task instances marking one of a mapped task would change */
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
        /** Why an instance of a mapped task does not run */
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
        /** The question of a task instance */
        readonly get: operations["get_hitl_detail"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Answer a question
         * @description 409: somebody has answered it.
         */
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
        /** The question of an earlier attempt */
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
        /** List the attempts of an instance of a mapped task */
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
        /** One attempt of an instance of a mapped task */
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
        /** What a task instance waits for, in Airflow's words */
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
        /** Which task instances marking one would change */
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
        /** Why a task instance does not run */
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
        /**
         * Where the log of an attempt lies outside
         * @description Always 400: logs are read through this server.
         */
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
        /** Links of a task instance */
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
        /** List the instances of a mapped task */
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
        /**
         * The log of an attempt
         * @description JSON by pages (`continuation_token`), with `Accept: application/x-ndjson` a line of JSON for each line, with `text/plain` as text.
         */
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
        /** What a task instance keeps */
        readonly get: operations["list_task_state_store"];
        readonly put?: never;
        readonly post?: never;
        /** Forget all that a task instance keeps */
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
        /** One thing that a task instance keeps */
        readonly get: operations["get_task_state_store"];
        /** Keep something for a task instance */
        readonly put: operations["set_task_state_store"];
        readonly post?: never;
        /** Forget one thing that a task instance keeps */
        readonly delete: operations["delete_task_state_store"];
        readonly options?: never;
        readonly head?: never;
        /** Change one thing that a task instance keeps */
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
        /** List the attempts of a task instance */
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
        /** One attempt of a task instance */
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
        /** List XComs */
        readonly get: operations["get_xcom_entries"];
        readonly put?: never;
        /** Write an XCom */
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
        /** One XCom */
        readonly get: operations["get_xcom_entry"];
        readonly put?: never;
        readonly post?: never;
        /** Delete an XCom */
        readonly delete: operations["delete_xcom_entry"];
        readonly options?: never;
        readonly head?: never;
        /** Change an XCom */
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
        /** List task instances by a body of filters */
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
        /** The events of assets that a run was made of */
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
        /**
         * Follow a run to its end
         * @description A line of JSON each time it was looked at; the last one has the end.
         */
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
        /** List runs by a body of filters */
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
        /** List versions of a DAG */
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
        /** One version of a DAG */
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
        /** One DAG, with its params, its doc, and more */
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
        /** Why a DAG has no new run */
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
        /** Mark a DAG as a favourite of yours */
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
        /** List tasks of a DAG */
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
        /** One task of a DAG */
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
        /** Take a DAG from your favourites */
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
        /**
         * The source of a DAG
         * @description JSON, or with `Accept: text/plain` as it is.
         */
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
        /** How many runs of each DAG are in which state */
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
        /** List the tags of DAGs */
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
        /** What is doubtful about DAGs */
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
        /** List entries of the event log: who did what */
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
        /** One entry of the event log */
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
        /** List what is wrong with DAG files */
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
        /** What is wrong with one DAG file */
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
        /**
         * Parts of processes that keep the installation going
         * @description The scheduler, the DAG processor, the triggerer.
         */
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
        /**
         * Health of the installation
         * @description 200 whatever the health is: look at `status` of each part. `/livez` and `/readyz` answer by status.
         */
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
        /**
         * Read one DAG file again
         * @description `file_token` is that of its DAGs.
         */
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
        /**
         * Plugins
         * @description There are none: what would be one is a package that a DAG file imports.
         */
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
        /** Plugins that could not be loaded */
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
        /** List pools */
        readonly get: operations["get_pools"];
        readonly put?: never;
        /**
         * Make a pool
         * @description 409: there is one of the name.
         */
        readonly post: operations["post_pool"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Make, change and remove pools
         * @description Each by itself: one that is refused stops no other.
         */
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
        /** One pool, with who holds its slots */
        readonly get: operations["get_pool"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Remove a pool
         * @description `default_pool` stays.
         */
        readonly delete: operations["delete_pool"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Change a pool
         * @description Task instances that run keep their slots, also if there are fewer now.
         */
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
        /** Momiji's packages that are installed */
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
        /** List variables */
        readonly get: operations["get_variables"];
        readonly put?: never;
        /**
         * Make a variable
         * @description 409: there is one of the key.
         */
        readonly post: operations["post_variable"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Make, change and remove variables
         * @description Each by itself: one that is refused stops no other.
         */
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
        /** One variable */
        readonly get: operations["get_variable"];
        readonly put?: never;
        readonly post?: never;
        /** Remove a variable */
        readonly delete: operations["delete_variable"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Change a variable
         * @description The key in the body must be that of the path. A value of `***` leaves what is there.
         */
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
        /** The version of the server */
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
        /** All permissions that there are */
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
        /** List roles */
        readonly get: operations["get_roles"];
        readonly put?: never;
        /** Make a role */
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
        /** One role */
        readonly get: operations["get_role"];
        readonly put?: never;
        readonly post?: never;
        /** Remove a role */
        readonly delete: operations["delete_role"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Change what a role may
         * @description The roles that every installation has cannot be changed.
         */
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
        /** List users */
        readonly get: operations["get_users"];
        readonly put?: never;
        /** Make a user */
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
        /** One user */
        readonly get: operations["get_user"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Remove a user
         * @description The last active Admin stays.
         */
        readonly delete: operations["delete_user"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Change a user
         * @description Another password, other roles or `active: false` end the user's sessions and tokens at once.
         */
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
        /** The page for signing in */
        readonly get: operations["login_page"];
        readonly put?: never;
        /** Sign in with the form of the page */
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
        /** Come back from the OpenID provider */
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
        /** Go to the OpenID provider */
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
        /**
         * Sign in for a token
         * @description Send it as `Authorization: Bearer TOKEN`. It ends by itself (after a day, unless the server is set otherwise), and at once when the password, the roles or the user change.
         */
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
        /** Sign in for a token of a command line, good for an hour */
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
        /** A page that shows this document */
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
        /** A file of the page that shows this document */
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
        /** Whether the server lives */
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
        /** Counters for Prometheus */
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
        /** This document */
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
        /**
         * Whether the server can answer
         * @description 503: its store does not answer.
         */
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
        /**
         * @example {
         *       "action": {
         *         "name": "can_read"
         *       },
         *       "resource": {
         *         "name": "DAG:etl"
         *       }
         *     }
         */
        readonly ActionResource: {
            readonly action: {
                readonly name: string;
            };
            readonly resource: {
                readonly name: string;
            };
        };
        /**
         * @description What may be done to what.
         * @example {
         *       "action": {
         *         "name": "can_read"
         *       },
         *       "resource": {
         *         "name": "DAG Runs"
         *       }
         *     }
         */
        readonly ActionResourceResponse: {
            readonly action: {
                readonly name: string;
            };
            readonly resource: {
                readonly name: string;
            };
        };
        /** @description Of `clear` and `mark`. */
        readonly ActPreview: {
            /** @description How long it usually takes; null: not known */
            readonly estimateMs: number | null;
            /** @description Send it as `If-Match` with the act: it is refused if it would touch others by then */
            readonly etag: string;
            /** @description Counts by task where there are more than 500 items; else empty */
            readonly groups: readonly {
                readonly count: number;
                /**
                 * @description It runs; it runs after others; what it does is ended; it gets another state; it stays; it goes with its run
                 * @enum {string}
                 */
                readonly effect: "will_run" | "will_wait" | "stopped" | "marked" | "kept" | "deleted";
                /** @description In how many runs */
                readonly runs: number;
                readonly task_id: string;
            }[];
            readonly items: readonly components["schemas"]["PreviewItem"][];
            /** @description `offset` of the next items; null: there are no more */
            readonly next: number | null;
            readonly runs: readonly {
                readonly dag_id: string;
                readonly dag_run_id: string;
                readonly from: components["schemas"]["DagRunState"] | null;
                readonly to: components["schemas"]["DagRunState"] | null;
            }[];
            readonly total: number;
            /** @description Assets that are told anew, and DAGs that wait for them */
            readonly triggers: {
                readonly assets: readonly string[];
                readonly dags: readonly string[];
            };
        };
        /** @description The DAGs of a broken file that you may see */
        readonly AffectedDags: {
            /** @description If it is one, which; null: there are several */
            readonly dagId: string | null;
            /** @description How many DAGs of the file go on with their last good version */
            readonly dags: number;
            readonly file: string;
            /** @description All of them go on with this version */
            readonly isOne: boolean;
            /** @description When that version was made */
            readonly since: string | null;
            /** @description The highest of those versions */
            readonly version: number;
        };
        /** @description Broken files whose DAGs were loaded once */
        readonly AffectedDagsOfFiles: {
            /** @description At most 500 */
            readonly files: readonly components["schemas"]["AffectedDags"][];
        };
        /** @description Task instances that would change */
        readonly AffectedTaskInstanceCollectionResponse: {
            readonly task_instances: readonly components["schemas"]["TaskInstanceResponse"][];
            /** @description How many there are without `limit` and `offset` */
            readonly total_entries: number;
        };
        /** @description A page of a list */
        readonly AssetAliasCollectionResponse: {
            readonly asset_aliases: readonly components["schemas"]["AssetAliasResponse"][];
            /** @description How many there are without `limit` and `offset` */
            readonly total_entries: number;
        };
        /** @description A name that tasks resolve to assets while they run. */
        readonly AssetAliasResponse: {
            readonly group: string;
            readonly id: number;
            readonly name: string;
        };
        /** @description A page of a list */
        readonly AssetCollectionResponse: {
            readonly assets: readonly components["schemas"]["AssetResponse"][];
            /** @description How many there are without `limit` and `offset` */
            readonly total_entries: number;
        };
        /** @description A DAG that waits for an asset, and how far it is */
        readonly AssetConsumer: {
            readonly active: {
                /** @description Null: none */
                readonly limit: number | null;
                readonly queued: number;
                readonly running: number;
            };
            readonly dagId: string;
            /** @description False: its file is gone */
            readonly isActive: boolean;
            readonly isPaused: boolean;
            readonly lastRun: components["schemas"]["LastRun"] | null;
            readonly next: components["schemas"]["NextRun"];
            /** @description What one more event of the asset would do to it now */
            readonly onEvent: {
                /**
                 * @description `paused`: it takes no note of events
                 * @enum {string}
                 */
                readonly effect: "starts" | "waits" | "paused";
                /** @description What it waits for besides */
                readonly waitsFor: readonly string[];
            };
            /** @description All that the DAG waits for */
            readonly wanted: readonly {
                /** @description When its first event since the last run came; null: none did */
                readonly arrived: string | null;
                /** @enum {string} */
                readonly kind: "asset" | "alias";
                readonly name: string;
            }[];
        };
        /** @description A page of a list */
        readonly AssetEventCollectionResponse: {
            readonly asset_events: readonly components["schemas"]["AssetEventResponse"][];
            /** @description How many there are without `limit` and `offset` */
            readonly total_entries: number;
        };
        /** @description An asset has changed. */
        readonly AssetEventResponse: {
            readonly asset_id: number;
            readonly created_dagruns: readonly components["schemas"]["DagRunAssetReference"][];
            /** @description What came with the event */
            readonly extra: {
                readonly [key: string]: unknown;
            };
            readonly group: string;
            readonly id: number;
            readonly name: string;
            readonly partition_key: string | null;
            readonly source_dag_id: string | null;
            /** @description -1: the task is not mapped */
            readonly source_map_index: number;
            readonly source_run_id: string | null;
            /** @description Of the task instance that made it; null: it came from elsewhere */
            readonly source_task_id: string | null;
            /** Format: date-time */
            readonly timestamp: string;
            readonly uri: string;
        };
        /** @description Who makes an asset, who waits for it, and how they fare */
        readonly AssetOverview: {
            readonly asset: components["schemas"]["AssetResponse"];
            /** Format: date-time */
            readonly at: string;
            readonly consumers: readonly components["schemas"]["AssetConsumer"][];
            readonly producers: readonly components["schemas"]["AssetProducer"][];
            /** @description The usual time between two events, in milliseconds; null: too few to say */
            readonly usualMs: number | null;
        };
        /** @description A DAG that makes an asset, and how it fares */
        readonly AssetProducer: {
            readonly active: {
                /** @description Null: none */
                readonly limit: number | null;
                readonly queued: number;
                readonly running: number;
            };
            readonly dagId: string;
            /** @description False: its file is gone */
            readonly isActive: boolean;
            readonly isPaused: boolean;
            readonly lastRun: components["schemas"]["LastRun"] | null;
            readonly next: components["schemas"]["NextRun"];
            readonly taskIds: readonly string[];
        };
        /** @description Data that tasks make and DAGs wait for. */
        readonly AssetResponse: {
            /** @description Aliases that were resolved to it */
            readonly aliases: readonly components["schemas"]["AssetAliasResponse"][];
            readonly consuming_tasks: readonly components["schemas"]["TaskInletAssetReference"][];
            /** Format: date-time */
            readonly created_at: string;
            /** @description What the DAG's file says beside it */
            readonly extra: {
                readonly [key: string]: unknown;
            };
            readonly group: string;
            readonly id: number;
            readonly last_asset_event: components["schemas"]["LastAssetEventResponse"];
            readonly name: string;
            readonly producing_tasks: readonly components["schemas"]["TaskOutletAssetReference"][];
            /** @description DAGs that wait for it; of these and the tasks below only those that you may read */
            readonly scheduled_dags: readonly components["schemas"]["DagScheduleAssetReference"][];
            /** Format: date-time */
            readonly updated_at: string;
            readonly uri: string;
            readonly watchers: readonly components["schemas"]["AssetWatcherResponse"][];
        };
        /** @description An asset and how often it changes */
        readonly AssetRow: {
            /** @description Aliases that were resolved to it */
            readonly aliases: readonly components["schemas"]["AssetAliasResponse"][];
            readonly consuming_tasks: readonly components["schemas"]["TaskInletAssetReference"][];
            /** Format: date-time */
            readonly created_at: string;
            /** @description What the DAG's file says beside it */
            readonly extra: {
                readonly [key: string]: unknown;
            };
            readonly group: string;
            readonly id: number;
            readonly last_asset_event: components["schemas"]["LastAssetEventResponse"];
            readonly name: string;
            readonly producing_tasks: readonly components["schemas"]["TaskOutletAssetReference"][];
            /** @description DAGs that wait for it; of these and the tasks below only those that you may read */
            readonly scheduled_dags: readonly components["schemas"]["DagScheduleAssetReference"][];
            /** Format: date-time */
            readonly updated_at: string;
            readonly uri: string;
            /** @description The usual time between two events, in milliseconds; null: too few to say */
            readonly usualMs: number | null;
            readonly watchers: readonly components["schemas"]["AssetWatcherResponse"][];
        };
        /** @description A page of the list of assets */
        readonly AssetRows: {
            readonly rows: readonly components["schemas"]["AssetRow"][];
            /** @description Assets that the filter leaves */
            readonly total: number;
        };
        readonly AssetStateStoreBody: {
            readonly value: unknown;
        };
        /** @description A page of a list */
        readonly AssetStateStoreCollectionResponse: {
            readonly asset_state_store: readonly components["schemas"]["AssetStateStoreResponse"][];
            /** @description How many there are without `limit` and `offset` */
            readonly total_entries: number;
        };
        /** @description Who wrote it last; the task instance only if it was one. */
        readonly AssetStateStoreLastUpdatedBy: {
            readonly dag_id: string | null;
            /** @enum {string} */
            readonly kind: "task" | "watcher" | "api";
            readonly map_index: number | null;
            readonly run_id: string | null;
            readonly task_id: string | null;
        };
        /** @description What an asset keeps from one event to the next. */
        readonly AssetStateStoreResponse: {
            readonly key: string;
            readonly last_updated_by: components["schemas"]["AssetStateStoreLastUpdatedBy"];
            /** Format: date-time */
            readonly updated_at: string;
            readonly value: unknown;
        };
        /** @description Something outside that is watched, and makes events of the asset. */
        readonly AssetWatcherResponse: {
            /** Format: date-time */
            readonly created_date: string;
            /** @description Failures since it last went well */
            readonly failures: number;
            readonly last_error: string | null;
            readonly last_error_at: string | null;
            /** @description When it last told of an event */
            readonly last_event_at: string | null;
            readonly name: string;
            /** @description Its place among the watchers of the asset, from 0 */
            readonly trigger_id: number;
        };
        /** @description How the test fares */
        readonly AsyncConnectionTestResponse: {
            readonly connection_id: string;
            /** Format: date-time */
            readonly created_at: string;
            readonly result_message: string | null;
            /** @enum {string} */
            readonly state: "pending" | "running" | "success" | "failed";
            /** @description Ask with it how the test fares, for an hour */
            readonly token: string;
        };
        readonly AttemptOutcome: {
            /** @description As of a failure, or `marked`; null: it went well, or goes on */
            readonly code: string | null;
            readonly errorName: string | null;
            readonly exitCode: number | null;
            /** @description The job outside; null: it had none */
            readonly external: components["schemas"]["OutsideFailure"] | null;
            /** @description What was said of it */
            readonly title: string;
            readonly try_number: number;
        };
        /** @description A page of a list */
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
        readonly BackfillPatchBody: {
            /** @description Of its runs at the same time */
            readonly max_active_runs: number;
        };
        readonly BackfillPostBody: {
            readonly dag_id: string;
            /** @description `conf` of the runs */
            readonly dag_run_conf?: {
                readonly [key: string]: unknown;
            } | null;
            /** @description Beside Airflow's: of the logical dates all but these */
            readonly exclude?: readonly string[] | null;
            /**
             * Format: date-time
             * @description The first logical date
             */
            readonly from_date: string;
            /**
             * @description Of its runs at the same time
             * @default 10
             */
            readonly max_active_runs?: number;
            /** @description Beside Airflow's: of the logical dates these alone */
            readonly only?: readonly string[] | null;
            /**
             * @description Dates that have a run: leave them, run them again if they failed, or if they have ended
             * @default none
             * @enum {string}
             */
            readonly reprocess_behavior?: "none" | "failed" | "completed";
            /**
             * @description The newest first
             * @default false
             */
            readonly run_backwards?: boolean;
            /** @description False: with the version that a date had */
            readonly run_on_latest_version?: boolean | null;
            /**
             * Format: date-time
             * @description The last logical date
             */
            readonly to_date: string;
        };
        /** @description Of `backfill`. */
        readonly BackfillPreview: {
            readonly counts: {
                readonly create: number;
                readonly rerun: number;
                readonly skip: number;
            };
            /** @description How long it usually takes; null: not known */
            readonly estimateMs: number | null;
            /** @description Send it as `If-Match` with the act: it is refused if it would touch others by then */
            readonly etag: string;
            readonly items: readonly {
                /** @enum {string} */
                readonly action: "create" | "rerun" | "skip";
                readonly existing: {
                    readonly runId: string;
                    readonly state: string | null;
                } | null;
                readonly interval: readonly [
                    string | null,
                    string | null
                ];
                /** Format: date-time */
                readonly logicalDate: string;
                /** @description Why a date is passed over */
                readonly reason: string | null;
                /** Format: date-time */
                readonly runAfter: string;
            }[];
            /** @description `offset` of the next items; null: there are no more */
            readonly next: number | null;
            readonly total: number;
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
                    /** @description Absent: the DAG of the path */
                    readonly dag_id?: string | null;
                    /** @description Absent: the run of the path */
                    readonly dag_run_id?: string | null;
                    /**
                     * @description Also what comes after them
                     * @default false
                     */
                    readonly include_downstream?: boolean;
                    /**
                     * @description Also the same tasks of later runs
                     * @default false
                     */
                    readonly include_future?: boolean;
                    /**
                     * @description Also the same tasks of earlier runs
                     * @default false
                     */
                    readonly include_past?: boolean;
                    /**
                     * @description Also what comes before them
                     * @default false
                     */
                    readonly include_upstream?: boolean;
                    /** @description Absent: all instances of a mapped task */
                    readonly map_index?: number | null;
                    /** @description `success`, `failed` or `skipped` */
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
                    /** @description Absent: the DAG of the path */
                    readonly dag_id?: string | null;
                    /** @description Absent: the run of the path */
                    readonly dag_run_id?: string | null;
                    /**
                     * @description Also what comes after them
                     * @default false
                     */
                    readonly include_downstream?: boolean;
                    /**
                     * @description Also the same tasks of later runs
                     * @default false
                     */
                    readonly include_future?: boolean;
                    /**
                     * @description Also the same tasks of earlier runs
                     * @default false
                     */
                    readonly include_past?: boolean;
                    /**
                     * @description Also what comes before them
                     * @default false
                     */
                    readonly include_upstream?: boolean;
                    /** @description Absent: all instances of a mapped task */
                    readonly map_index?: number | null;
                    /** @description `success`, `failed` or `skipped` */
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
                    /** @description Absent: the DAG of the path */
                    readonly dag_id?: string | null;
                    /** @description Absent: the run of the path */
                    readonly dag_run_id?: string | null;
                    /**
                     * @description Also what comes after them
                     * @default false
                     */
                    readonly include_downstream?: boolean;
                    /**
                     * @description Also the same tasks of later runs
                     * @default false
                     */
                    readonly include_future?: boolean;
                    /**
                     * @description Also the same tasks of earlier runs
                     * @default false
                     */
                    readonly include_past?: boolean;
                    /**
                     * @description Also what comes before them
                     * @default false
                     */
                    readonly include_upstream?: boolean;
                    /** @description Absent: all instances of a mapped task */
                    readonly map_index?: number | null;
                    /** @description `success`, `failed` or `skipped` */
                    readonly new_state?: string | null;
                    readonly note?: string | null;
                    readonly task_id: string;
                })[];
            })[];
        };
        readonly BulkBody_ConnectionBody_: {
            readonly actions: readonly ({
                /** @constant */
                readonly action: "create";
                /**
                 * @default fail
                 * @enum {string}
                 */
                readonly action_on_existence?: "fail" | "skip" | "overwrite";
                readonly entities: readonly components["schemas"]["ConnectionBody"][];
            } | {
                /** @constant */
                readonly action: "update";
                /**
                 * @default fail
                 * @enum {string}
                 */
                readonly action_on_non_existence?: "fail" | "skip";
                readonly entities: readonly components["schemas"]["ConnectionBody"][];
                readonly update_mask?: readonly string[] | null;
            } | {
                /** @constant */
                readonly action: "delete";
                /**
                 * @default fail
                 * @enum {string}
                 */
                readonly action_on_non_existence?: "fail" | "skip";
                readonly entities: readonly (string | components["schemas"]["ConnectionBody"])[];
            })[];
        };
        readonly BulkBody_PoolBody_: {
            readonly actions: readonly ({
                /** @constant */
                readonly action: "create";
                /**
                 * @default fail
                 * @enum {string}
                 */
                readonly action_on_existence?: "fail" | "skip" | "overwrite";
                readonly entities: readonly components["schemas"]["PoolBody"][];
            } | {
                /** @constant */
                readonly action: "update";
                /**
                 * @default fail
                 * @enum {string}
                 */
                readonly action_on_non_existence?: "fail" | "skip";
                readonly entities: readonly components["schemas"]["PoolBody"][];
                readonly update_mask?: readonly string[] | null;
            } | {
                /** @constant */
                readonly action: "delete";
                /**
                 * @default fail
                 * @enum {string}
                 */
                readonly action_on_non_existence?: "fail" | "skip";
                readonly entities: readonly (string | components["schemas"]["PoolBody"])[];
            })[];
        };
        readonly BulkBody_VariableBody_: {
            readonly actions: readonly ({
                /** @constant */
                readonly action: "create";
                /**
                 * @default fail
                 * @enum {string}
                 */
                readonly action_on_existence?: "fail" | "skip" | "overwrite";
                readonly entities: readonly components["schemas"]["VariableBody"][];
            } | {
                /** @constant */
                readonly action: "update";
                /**
                 * @default fail
                 * @enum {string}
                 */
                readonly action_on_non_existence?: "fail" | "skip";
                readonly entities: readonly components["schemas"]["VariableBody"][];
                readonly update_mask?: readonly string[] | null;
            } | {
                /** @constant */
                readonly action: "delete";
                /**
                 * @default fail
                 * @enum {string}
                 */
                readonly action_on_non_existence?: "fail" | "skip";
                readonly entities: readonly (string | components["schemas"]["VariableBody"])[];
            })[];
        };
        /** @description What became of each kind of action; null: none was asked for */
        readonly BulkResponse: {
            readonly create: components["schemas"]["BulkActionResponse"] | null;
            readonly delete: components["schemas"]["BulkActionResponse"] | null;
            readonly update: components["schemas"]["BulkActionResponse"] | null;
        };
        /** @description Runs by day or hour */
        readonly Calendar: {
            /**
             * @description Day or hour of the zone, and how many runs by state; `planned`: they will be
             * @example [
             *       [
             *         "2026-03-10",
             *         {
             *           "success": 23,
             *           "failed": 1
             *         }
             *       ]
             *     ]
             */
            readonly cells: readonly (readonly [
                string,
                {
                    readonly [key: string]: number;
                }
            ])[];
            /** @description Whether there are more runs than were counted (50,000) */
            readonly isTotalCapped: boolean;
            /** @enum {string} */
            readonly unit: "day" | "hour";
            readonly zone: string;
        };
        /** @description Something of the author's that is called when something becomes of a run. */
        readonly Callback: {
            /** Format: date-time */
            readonly created_at: string;
            readonly dag_id: string;
            readonly dag_run_id: string;
            /** @description How often it was called; again after a failure */
            readonly deliveries: number;
            /** @description When it is called again */
            readonly due_at: string | null;
            readonly ended_at: string | null;
            /** @enum {string} */
            readonly event: "on_execute" | "on_success" | "on_failure" | "on_retry" | "on_skipped" | "on_input" | "on_deadline";
            readonly id: string;
            readonly map_index: number | null;
            /** @description Why the last call failed */
            readonly message: string | null;
            readonly name: string;
            /** @description Which of those that the DAG's file names, from 1 */
            readonly ordinal: number;
            /** @description Why it is called */
            readonly reason: string;
            /** @enum {string} */
            readonly state: "queued" | "pending" | "success" | "failed";
            /** @description null: it is about the run */
            readonly task_id: string | null;
            readonly try_number: number | null;
        };
        /** @description A page of a list */
        readonly CallbackCollection: {
            readonly callbacks: readonly components["schemas"]["Callback"][];
            /** @description How many there are without `limit` and `offset` */
            readonly total_entries: number;
        };
        readonly ClearDagRunsBody: {
            /** @default [] */
            readonly dag_runs?: readonly {
                /** @description Absent: the DAG of the path */
                readonly dag_id?: string | null;
                readonly dag_run_id: string;
                readonly note?: string | null;
                readonly state?: ("queued" | "success" | "failed") | null;
            }[];
            /** @description True, the default: only say what would be cleared */
            readonly dry_run?: boolean;
            /** @description A note for the runs */
            readonly note?: string | null;
            /** @description Only task instances that have failed */
            readonly only_failed?: boolean;
            /** @description Only add the tasks that the newest version has and the run lacks */
            readonly only_new?: boolean;
            readonly partition_date_end?: string | null;
            readonly partition_date_start?: string | null;
            readonly partition_key?: string | null;
            /** @description Run the newest version of the DAG, not that of the run */
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
            /** @description Of this run; absent: of all that fit */
            readonly dag_run_id?: string | null;
            /**
             * @description True, the default: only say what would be cleared
             * @default true
             */
            readonly dry_run?: boolean;
            /** @description Up to this logical date */
            readonly end_date?: string | null;
            /** @description Beside Airflow's: of those that are meant these stay as they are */
            readonly exclude?: readonly {
                readonly dag_run_id: string;
                /** @default -1 */
                readonly map_index?: number;
                readonly task_id: string;
            }[] | null;
            /**
             * @description Beside Airflow's: those that are under way go on
             * @default false
             */
            readonly exclude_running?: boolean;
            /**
             * @description Also what comes after them
             * @default false
             */
            readonly include_downstream?: boolean;
            /**
             * @description Also the same tasks of later runs
             * @default false
             */
            readonly include_future?: boolean;
            /**
             * @description Also the same tasks of earlier runs
             * @default false
             */
            readonly include_past?: boolean;
            /**
             * @description Also what comes before them
             * @default false
             */
            readonly include_upstream?: boolean;
            /** @description A note for all of them */
            readonly note?: string | null;
            /**
             * @description Only those that have failed
             * @default true
             */
            readonly only_failed?: boolean;
            /**
             * @description Only those that run
             * @default false
             */
            readonly only_running?: boolean;
            /**
             * @description Refuse if one of them runs
             * @default false
             */
            readonly prevent_running_task?: boolean;
            /**
             * @description Runs that have ended go on
             * @default true
             */
            readonly reset_dag_runs?: boolean;
            /** @description Run the newest version of the DAG, not that of the run */
            readonly run_on_latest_version?: boolean | null;
            /** @description Runs with a logical date from here on; with end_date instead of dag_run_id */
            readonly start_date?: string | null;
            /** @description Ids of tasks, or [id, map index]; absent: all */
            readonly task_ids?: readonly (string | readonly [
                string,
                number
            ])[] | null;
        };
        /** @description Settings by section; as they are now, wherever they came from. */
        readonly Config: {
            readonly sections: readonly components["schemas"]["ConfigSection"][];
        };
        readonly ConfigOption: {
            readonly key: string;
            /** @description `< hidden >` if it is a secret */
            readonly value: string;
        };
        readonly ConfigSection: {
            readonly name: string;
            readonly options: readonly components["schemas"]["ConfigOption"][];
        };
        /** @description Settings, and where each came from */
        readonly ConfigSources: {
            readonly settings: readonly {
                readonly about: string;
                readonly is_secret: boolean;
                readonly option: string;
                readonly section: string;
                /** @description `default`, `flag`, a file, or an environment variable */
                readonly source: string;
                /** @description What it is unless it is set */
                readonly standard: string;
                /** @description `< hidden >` if it is a secret */
                readonly value: string;
            }[];
        };
        /**
         * @example {
         *       "connection_id": "warehouse",
         *       "conn_type": "postgres",
         *       "host": "db.example.com",
         *       "login": "etl",
         *       "port": 5432
         *     }
         */
        readonly ConnectionBody: {
            readonly conn_type: string;
            readonly connection_id: string;
            readonly description?: string | null;
            readonly extra?: string | null;
            readonly host?: string | null;
            readonly login?: string | null;
            readonly password?: string | null;
            readonly port?: number | null;
            readonly schema?: string | null;
            readonly team_name?: string | null;
        };
        /** @description A page of a list */
        readonly ConnectionCollectionResponse: {
            readonly connections: readonly components["schemas"]["ConnectionResponse"][];
            /** @description How many there are without `limit` and `offset` */
            readonly total_entries: number;
        };
        /** @description How to reach something outside, without its secrets. */
        readonly ConnectionResponse: {
            /** @description Empty: no key of this server opens it, as its description says */
            readonly conn_type: string;
            readonly connection_id: string;
            readonly description: string | null;
            /** @description JSON; what lies under names that say it is secret reads `***` */
            readonly extra: string | null;
            readonly host: string | null;
            readonly login: string | null;
            /** @description `***` if there is one; sent back so it stays what it was */
            readonly password: string | null;
            readonly port: number | null;
            readonly schema: string | null;
            /** @description Momiji has no teams */
            readonly team_name: null;
        };
        /** @description The test has begun */
        readonly ConnectionTestQueuedResponse: {
            readonly connection_id: string;
            /** @enum {string} */
            readonly state: "pending" | "running" | "success" | "failed";
            /** @description Ask with it how the test fares, for an hour */
            readonly token: string;
        };
        readonly ConnectionTestRequestBody: {
            /**
             * @description Keep the connection if the test goes well
             * @default false
             */
            readonly commit_on_success?: boolean;
            readonly conn_type: string;
            readonly connection_id: string;
            readonly description?: string | null;
            /** @description One that this server has; the test runs in the server anyway */
            readonly executor?: string | null;
            readonly extra?: string | null;
            readonly host?: string | null;
            readonly login?: string | null;
            readonly password?: string | null;
            readonly port?: number | null;
            readonly queue?: string | null;
            readonly schema?: string | null;
            readonly team_name?: string | null;
        };
        /** @description What the test found */
        readonly ConnectionTestResponse: {
            /** @description What was found, or why it does not work; without secrets */
            readonly message: string;
            /** @description Whether it works */
            readonly status: boolean;
        };
        /** @description How far the test came */
        readonly ConnectionTestSteps: {
            readonly message: string;
            /** @description Whether it works */
            readonly status: boolean;
            readonly steps: readonly {
                readonly message: string;
                readonly millis: number;
                readonly ok: boolean;
                /** @enum {string} */
                readonly step: "resolve" | "connect" | "authenticate" | "look";
            }[];
        };
        /** @description What is known of types of connections; others are allowed too */
        readonly ConnectionTypes: {
            /** @description `core.testConnection` is enabled */
            readonly tests_are_allowed: boolean;
            readonly types: readonly {
                readonly can_be_tested: boolean;
                readonly default_port: number | null;
                /** @description What the type means by each */
                readonly extra: {
                    readonly [key: string]: string;
                };
                /** @description What the type means by each */
                readonly fields: {
                    readonly [key: string]: string;
                };
                readonly label: string;
                readonly type: string;
            }[];
        };
        /**
         * @example {
         *       "asset_id": 1,
         *       "extra": {
         *         "rows": 42
         *       }
         *     }
         */
        readonly CreateAssetEventsBody: {
            readonly asset_id: number;
            readonly extra?: {
                readonly [key: string]: unknown;
            } | null;
        };
        /** @description A page of a list */
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
            /** @description The schedule in words, and the name of the zone in which it counts */
            readonly schedule: {
                readonly text: components["schemas"]["ScheduleWords"];
                readonly zone: string;
            };
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
        /** @description How many of the DAGs that the filter leaves have what, by value */
        readonly DagFacets: {
            readonly favorite: {
                readonly [key: string]: number;
            };
            /** @description Of the file, with `/` at its end; empty: at the top */
            readonly folders: {
                readonly [key: string]: number;
            };
            readonly importError: {
                readonly [key: string]: number;
            };
            /** @description Whether a task asks somebody who has not answered */
            readonly needsReview: {
                readonly [key: string]: number;
            };
            readonly owners: {
                readonly [key: string]: number;
            };
            readonly paused: {
                readonly [key: string]: number;
            };
            /** @description Of the newest run; `none`: there is none */
            readonly states: {
                readonly [key: string]: number;
            };
            /** @description Empty: it has none */
            readonly tags: {
                readonly [key: string]: number;
            };
            /** @description Facets that have more than the 200 values that are told */
            readonly truncated: readonly string[];
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
            /** @description The schedule in words, and the name of the zone in which it counts */
            readonly schedule: {
                readonly text: components["schemas"]["ScheduleWords"];
                readonly zone: string;
            };
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
        /** @description A DAG with how it has fared, and what comes next */
        readonly DagRow: {
            readonly active: {
                /** @description Null: none */
                readonly limit: number | null;
                readonly queued: number;
                readonly running: number;
            };
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
            /** @description What the rate is of: the newest runs of 30 days, at most 200 */
            readonly ended: {
                readonly failed: number;
                readonly success: number;
            };
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
            /** @description Its file is gone, or has it no more */
            readonly is_stale: boolean;
            readonly last_expired: string | null;
            /** @description Seconds; null: not measured */
            readonly last_parse_duration: number | null;
            readonly last_parsed_time: string | null;
            readonly lastRun: components["schemas"]["LastRun"] | null;
            /** @description Number of the newest version */
            readonly latest_dag_version: number;
            readonly max_active_runs: number | null;
            readonly max_active_tasks: number;
            /** @description 0: any number */
            readonly max_consecutive_failed_dag_runs: number;
            readonly next: components["schemas"]["NextRun"];
            readonly next_dagrun_data_interval_end: string | null;
            readonly next_dagrun_data_interval_start: string | null;
            readonly next_dagrun_logical_date: string | null;
            /** @description When the next run comes; null: none does */
            readonly next_dagrun_run_after: string | null;
            readonly owners: readonly string[];
            /** @description Why the server paused it; null: it did not */
            readonly paused_reason: string | null;
            /** @description The last 14 runs, the newest first */
            readonly recent: readonly (readonly [
                string,
                "q" | "r" | "s" | "f",
                number | null
            ])[];
            readonly relative_fileloc: string | null;
            /** @description The schedule in words, and the name of the zone in which it counts */
            readonly schedule: {
                readonly text: components["schemas"]["ScheduleWords"];
                readonly zone: string;
            };
            readonly start_date: string | null;
            /** @description Null: no run has ended */
            readonly successRate: number | null;
            readonly tags: readonly components["schemas"]["DagTagResponse"][];
            /** @description The schedule in words */
            readonly timetable_description: string | null;
            readonly timetable_partitioned: boolean;
            readonly timetable_periodic: boolean;
            readonly timetable_summary: string | null;
            /** @description Name of the zone in which the schedule counts */
            readonly timezone: string | null;
        };
        /** @description A page of the list of DAGs */
        readonly DagRows: {
            readonly facets?: components["schemas"]["DagFacets"];
            /** @description `cursor` of the next page; null: there is none */
            readonly next: string | null;
            readonly previous: string | null;
            readonly rows: readonly components["schemas"]["DagRow"][];
            /** @description `last_event_id` of a stream of events that goes on from here */
            readonly seq: string;
            /** @description DAGs that the filter leaves */
            readonly total: number;
        };
        /** @description A run that took an event up. */
        readonly DagRunAssetReference: {
            readonly dag_id: string;
            readonly data_interval_end: string | null;
            readonly data_interval_start: string | null;
            readonly end_date: string | null;
            readonly logical_date: string | null;
            readonly partition_key: string | null;
            readonly run_id: string;
            readonly start_date: string | null;
            readonly state: components["schemas"]["DagRunState"];
            /** @description Whether the event was the last that the run waited for */
            readonly triggering: boolean;
        };
        readonly DAGRunClearBody: {
            /**
             * @description True, the default: only say what would be cleared
             * @default true
             */
            readonly dry_run?: boolean;
            /** @description A note for the run */
            readonly note?: string | null;
            /**
             * @description Only task instances that have failed
             * @default false
             */
            readonly only_failed?: boolean;
            /**
             * @description Only add the tasks that the newest version has and the run lacks
             * @default false
             */
            readonly only_new?: boolean;
            /** @description Run the newest version of the DAG, not that of the run */
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
            readonly end_date_gt?: string | null;
            readonly end_date_gte?: string | null;
            readonly end_date_lt?: string | null;
            readonly end_date_lte?: string | null;
            readonly logical_date_gt?: string | null;
            readonly logical_date_gte?: string | null;
            readonly logical_date_lt?: string | null;
            readonly logical_date_lte?: string | null;
            readonly order_by?: string | null;
            /** @default 100 */
            readonly page_limit?: number;
            /** @default 0 */
            readonly page_offset?: number;
            readonly run_after_gt?: string | null;
            readonly run_after_gte?: string | null;
            readonly run_after_lt?: string | null;
            readonly run_after_lte?: string | null;
            readonly start_date_gt?: string | null;
            readonly start_date_gte?: string | null;
            readonly start_date_lt?: string | null;
            readonly start_date_lte?: string | null;
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
        /** @description A DAG that waits for it */
        readonly DagScheduleAssetReference: {
            /**
             * Format: date-time
             * @description Since when the DAG's file says so
             */
            readonly created_at: string;
            readonly dag_id: string;
            /** Format: date-time */
            readonly updated_at: string;
        };
        /** @description What the author wrote in the file of a version */
        readonly DAGSourceResponse: {
            readonly content: string | null;
            readonly dag_display_name: string;
            readonly dag_id: string;
            readonly version_number: number | null;
        };
        readonly DAGsPatchBody: {
            /** @description Only these of those that the filter leaves */
            readonly dag_ids?: readonly string[];
            readonly is_paused: boolean;
        };
        /** @description A page of a list */
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
        /** @description A page of a list */
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
        /** @description A page of a list */
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
        /** @description A page of a list */
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
        /** @description By when a run should have come so far. */
        readonly Deadline: {
            /** Format: date-time */
            readonly created_at: string;
            readonly dag_id: string;
            readonly dag_run_id: string;
            readonly deadline_time: string | null;
            /** @description When it was judged */
            readonly ended_at: string | null;
            readonly name: string | null;
            /** @description Which of those that the DAG's file names, from 1 */
            readonly ordinal: number;
            /**
             * @description `none`: the run ended without anything to judge
             * @enum {string}
             */
            readonly state: "pending" | "missed" | "met" | "none";
        };
        /** @description A page of a list */
        readonly DeadlineCollection: {
            readonly deadlines: readonly components["schemas"]["Deadline"][];
            /** @description How many there are without `limit` and `offset` */
            readonly total_entries: number;
        };
        /** @description What would go with a DAG */
        readonly DeleteDAGDryRunResponse: {
            readonly dag_id: string;
            readonly fileloc: string;
            readonly runs: number;
            readonly unfinished_runs: number;
        };
        /** @description Of `delete` of a DAG. */
        readonly DeletePreview: {
            /** @description Send it as `If-Match` with the act: it is refused if it would touch others by then */
            readonly etag: string;
            readonly items: readonly unknown[];
            /** @description `offset` of the next items; null: there are no more */
            readonly next: number | null;
            readonly runs: {
                readonly all: number;
                readonly unfinished: number;
            };
            /** @description Runs that go with the DAG */
            readonly total: number;
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
        /** @description What a user may do in a DAG, and why */
        readonly EffectiveRights: {
            /** @description False: cannot sign in, whatever the roles say */
            readonly active: boolean;
            readonly dag_id: string;
            readonly rights: readonly {
                readonly allowed: boolean;
                /** @description The permissions that it takes, with a role that has each */
                readonly because: readonly {
                    readonly permission: string;
                    /** @description Null: none of the roles has it */
                    readonly role: string | null;
                }[];
                readonly entity: string;
                /** @enum {string} */
                readonly may: "read" | "create" | "edit" | "delete";
            }[];
            readonly roles: readonly string[];
            readonly username: string;
        };
        /** @description A page of a list */
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
        readonly EventTopicsBody: {
            readonly topics: readonly string[];
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
        /** @description Why an attempt has failed. */
        readonly Failure: {
            readonly advice: readonly {
                readonly code: string;
                /** @description A page below `docs/` */
                readonly href: string;
                /**
                 * @description Of this failure; that the page has it; of every failure with this code
                 * @enum {string}
                 */
                readonly kind: "said" | "guide" | "general";
                readonly text: string;
            }[];
            /** @description What does not run because of it */
            readonly blocks: {
                readonly dags: readonly string[];
                readonly tasks: readonly string[];
            };
            /** @description Of `upstream_failed`: what failed above it, the nearest first */
            readonly causes: readonly components["schemas"]["FailureCause"][];
            /** @description What is different since then */
            readonly changed: readonly components["schemas"]["FailureChange"][];
            readonly code: string;
            /** @description The stack, or the last lines of output */
            readonly detail: string | null;
            /** @description Class of the error that was thrown */
            readonly errorName: string | null;
            /** @description The lines of the log around the last error */
            readonly excerpt: {
                readonly from: number | null;
                readonly lines: readonly components["schemas"]["LogLine"][];
                /** @description Lines of the whole log */
                readonly total: number;
            };
            /** @description The job outside; null: it had none */
            readonly external: components["schemas"]["OutsideFailure"] | null;
            /** @description The same for failures that differ in ids, sizes and moments alone */
            readonly fingerprint: string;
            /** @description The innermost first, at most 50 */
            readonly frames: readonly components["schemas"]["StackFrame"][];
            /** @description The line of the log that most likely says why */
            readonly headline: string | null;
            /** @description Its work is a job outside, whose operator can say what it lacks: preflight */
            readonly isJob: boolean;
            /** @description The newest run before in which the task went well */
            readonly lastSuccess: {
                readonly end: string | null;
                readonly runId: string;
                readonly version: number;
            } | null;
            readonly params: {
                readonly [key: string]: unknown;
            };
            /** @description Of the last failures of the task: in how many other runs it was this one */
            readonly sameErrorRuns: number;
            /** @description Numbers of the tries before it that failed alike */
            readonly sameErrorTries: readonly number[];
            /** @description What went wrong, in one line */
            readonly title: string;
            /** @description What is the same since then, of code, image (of a container), parameters and inputs */
            readonly unchanged: readonly ("code" | "task" | "image" | "params" | "conf" | "worker")[];
        };
        readonly FailureCause: {
            readonly code: string;
            readonly exitCode: number | null;
            /** @description -1: the task is not mapped */
            readonly mapIndex: number;
            readonly state: string | null;
            readonly taskId: string;
            readonly title: string;
            readonly tryNumber: number;
        };
        readonly FailureChange: {
            readonly from: unknown;
            /** @description Of `task`, `params` and `conf` the names of what is different, not the values */
            readonly to: unknown;
            /** @enum {string} */
            readonly what: "code" | "task" | "image" | "params" | "conf" | "worker";
        };
        /** @description A run along its time. */
        readonly Gantt: {
            /** @description The chain of tasks that made the run as long as it was */
            readonly critical: readonly string[];
            readonly end: string | null;
            /** @description By task: when it usually starts after the run, and how long it takes, in milliseconds */
            readonly median: {
                readonly [key: string]: readonly [
                    number,
                    number
                ];
            };
            /**
             * Format: date-time
             * @description When the run began
             */
            readonly origin: string;
            readonly rows: readonly {
                /** @description Of the task */
                readonly id: string;
                /** @description -1: the task is not mapped */
                readonly m: number;
                /** @description Now; also of what never had an attempt */
                readonly state: string | null;
                /** @description Number of the attempt, its state, and when it was scheduled, queued, started and ended */
                readonly tries: readonly (readonly [
                    number,
                    string | null,
                    number | null,
                    number | null,
                    number | null,
                    number | null
                ])[];
            }[];
        };
        /** @description Tasks and runs of a DAG, in one compact answer. */
        readonly Grid: {
            /**
             * @description Of each run one letter for each row, with how often it comes if more than once. `.` no state, `c` scheduled, `q` queued, `r` running, `s` success, `f` failed, `u` upstream failed, `k` skipped, `y` up for retry, `e` up for reschedule, `d` deferred, `a` awaits input, `t` restarting, `x` removed, `-` not in this run
             * @example [
             *       "s3f1-2"
             *     ]
             */
            readonly cells: readonly string[];
            /** @description What a letter does not say */
            readonly extra: readonly (readonly [
                number,
                number,
                components["schemas"]["GridCellExtra"]
            ])[];
            /** @description `before` of the next page; null: there are no older runs */
            readonly next: string | null;
            /** @constant */
            readonly order: "topological";
            /** @description Tasks and groups, a group before what is in it */
            readonly rows: readonly components["schemas"]["GridRow"][];
            /** @description The newest first */
            readonly runs: readonly components["schemas"]["GridRun"][];
            /** @description `last_event_id` of a stream of events that goes on from here */
            readonly seq: string;
            /** @description Fingerprint of `rows`: the same as long as they are */
            readonly structure: string;
            /** @description With `times`: of each run the row, its start after the run's start, and its duration */
            readonly times?: readonly (readonly (readonly [
                number,
                number,
                number
            ])[])[];
        };
        /** @description What the letter of a cell does not say */
        readonly GridCellExtra: {
            /** @description Of a mapped task: how many instances by state */
            readonly m?: {
                readonly [key: string]: number;
            };
            /**
             * @description There is a note
             * @constant
             */
            readonly n?: 1;
            /** @description Attempts, if more than one */
            readonly t?: number;
        };
        /** @description The tasks of a version of a DAG and their order. */
        readonly GridGraph: {
            /** @description Assets that the DAG waits for, reads and makes; DAGs that it waits for and begins */
            readonly around: readonly {
                /** @description Rows that lead to it */
                readonly after: readonly number[];
                /** @description Null: it is no asset, or not known (any more) */
                readonly assetId: number | null;
                /** @description Rows that it leads to */
                readonly before: readonly number[];
                /** @enum {string} */
                readonly kind: "asset" | "alias" | "dag";
                /** @description Of the asset or alias, or the id of the DAG */
                readonly name: string;
            }[];
            /** @description The task that comes before, the task that comes after, and the author's words at the edge */
            readonly edges: readonly (readonly [
                number,
                number,
                string | null
            ])[];
            /** @description Tasks and groups, a group before what is in it */
            readonly rows: readonly components["schemas"]["GridRow"][];
            /** @description Fingerprint of `rows` and `edges`: the same as long as they are */
            readonly structure: string;
            readonly version: number;
        };
        /** @description A task or a group */
        readonly GridRow: {
            /** @description Of a group: how many tasks and groups are directly inside */
            readonly children?: number;
            /** @description How many groups are around it */
            readonly depth: number;
            /** @description Of the task or the group */
            readonly id: string;
            /** @constant */
            readonly isSetup?: true;
            /** @constant */
            readonly isTeardown?: true;
            /** @enum {string} */
            readonly kind: "task" | "mapped" | "group" | "mapped_group";
            /** @description What to show instead of the id */
            readonly label?: string;
            readonly operator?: string;
            /** @description The row of the group around it; -1: none */
            readonly parent: number;
            /** @description The trigger rule */
            readonly rule?: string;
            /** @description First and last version of the DAG that has it; null: it has it still. Absent: all that are shown */
            readonly versions?: readonly (readonly [
                number,
                number | null
            ])[];
        };
        /** @description A column: a run */
        readonly GridRun: {
            readonly end: string | null;
            readonly id: string;
            /** @description The data interval */
            readonly interval: readonly [
                string,
                string | null
            ] | null;
            readonly logicalDate: string | null;
            /** @description Deadlines that it has missed, if any */
            readonly missed?: number;
            /** @description Whether there is one */
            readonly note: boolean;
            readonly queued: string | null;
            /** Format: date-time */
            readonly runAfter: string;
            readonly start: string | null;
            readonly state: components["schemas"]["DagRunState"];
            readonly triggeredBy: string;
            readonly type: string;
            readonly version: number;
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
        /** @description A page of a list */
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
        /** @description What runs, what has failed, what is late, what comes next. */
        readonly Home: {
            /** Format: date-time */
            readonly at: string;
            /** @description Of runs */
            readonly counts: {
                readonly active: number;
                readonly failed: number;
                readonly success: number;
            };
            /** @description Where files of DAGs are looked for; empty without the right to read the configuration */
            readonly dagFolders: readonly string[];
            readonly dags: {
                readonly all: number;
                readonly paused: number;
            };
            /** @description Runs that failed, those that failed for the same reason together */
            readonly failures: readonly {
                /** @description Task instances of the newest of them that wait for it in vain */
                readonly blocked: number;
                /** @description DAGs that get nothing because of it: no asset is made for them, or no run triggered */
                readonly blockedDags: number;
                /** @description Of its first task that failed; null: none did */
                readonly code: string | null;
                readonly dagId: string;
                /** @description Why the newest of the runs ended */
                readonly end: components["schemas"]["RunEnd"] | null;
                readonly exitCode: number | null;
                readonly fingerprint: string;
                /** @description A later run of the DAG has succeeded since */
                readonly fixed: boolean;
                /** @description Runs of the DAG that had succeeded one after the other when the first of them failed */
                readonly goodBefore: number;
                /** @description Of a command that ended with an exit code, for who may read its log: the line that most likely says why */
                readonly headline: string | null;
                readonly last: string | null;
                /** @description -1: the task is not mapped */
                readonly mapIndex: number;
                /** @description Ids of the runs that failed alike */
                readonly runs: readonly string[];
                readonly taskId: string | null;
                readonly title: string;
                readonly tryNumber: number;
            }[];
            /** @description Runs by the hour (UTC) in which they ended */
            readonly history: readonly (readonly [
                string,
                {
                    readonly failed: number;
                    readonly success: number;
                }
            ])[];
            /** @description Questions that wait for an answer of people */
            readonly hitl: readonly {
                /** @description Who alone may answer; empty: everybody */
                readonly assignedTo: readonly string[];
                readonly dagId: string;
                /** @description -1: the task is not mapped */
                readonly mapIndex: number;
                readonly runId: string;
                readonly since: string | null;
                readonly subject: string;
                readonly taskId: string;
            }[];
            readonly importErrors: readonly {
                readonly file: string;
                readonly id: number;
                readonly line: number | null;
                readonly message: string;
            }[];
            /** @description Deadlines that were missed by runs that have not ended */
            readonly late: readonly {
                readonly dagId: string;
                readonly due: string | null;
                readonly name: string | null;
                readonly runId: string;
                /** @description What the run waits for; null: nothing holds it */
                readonly why: components["schemas"]["Reason"] | null;
            }[];
            /** @description What begins next by itself */
            readonly next: readonly {
                readonly dagId: string;
                /** Format: date-time */
                readonly runAfter: string;
            }[];
            /** @description Empty without the right to read pools */
            readonly pools: readonly components["schemas"]["PoolResponse"][];
            /** @description Runs that go on or wait, the newest first; of this and every list below the first 25 */
            readonly running: readonly {
                readonly dagId: string;
                readonly runId: string;
                readonly start: string | null;
                readonly state: components["schemas"]["DagRunState"];
                /** @description Its task instances, and those of them that have ended */
                readonly tasks: {
                    readonly all: number;
                    readonly done: number;
                };
                readonly type: string;
                /** @description How long runs of the DAG usually take */
                readonly usualMs: number | null;
            }[];
            /** @description `last_event_id` of a stream of events that goes on from here */
            readonly seq: string;
            /** @description Processes; empty without the right to read jobs */
            readonly services: readonly {
                /** @enum {string} */
                readonly state: "running" | "success" | "failed";
                readonly type: string;
            }[];
            /**
             * Format: date-time
             * @description From when on what has ended is counted
             */
            readonly since: string;
            /** @description How many there are of each, of which the lists have the first */
            readonly totals: {
                readonly failures: number;
                readonly hitl: number;
                readonly importErrors: number;
                readonly late: number;
                readonly next: number;
            };
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
        /** @description A page of a list */
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
        /** @description Where a file of DAGs is broken, and which DAGs that concerns */
        readonly ImportErrorSource: {
            readonly column: number | null;
            /** @description DAGs of the file that you may see: each goes on with its last good version. At most 100 */
            readonly dags: readonly {
                readonly dagId: string;
                /** @description When that version was made */
                readonly since: string | null;
                readonly version: number;
            }[];
            /** @description Null: no line is known, or it is withheld */
            readonly excerpt: components["schemas"]["SourceExcerpt"] | null;
            readonly file: string;
            readonly importErrorId: number;
            readonly line: number | null;
            readonly message: string;
            readonly stack: string | null;
            /** @description The file holds a DAG whose code you may not read */
            readonly withheld: boolean;
        };
        /** @description A page of a list */
        readonly JobCollectionResponse: {
            readonly jobs: readonly components["schemas"]["JobResponse"][];
            /** @description How many there are without `limit` and `offset` */
            readonly total_entries: number;
        };
        /** @description A part of a process that keeps the installation going. */
        readonly JobResponse: {
            readonly dag_display_name: null;
            readonly dag_id: null;
            readonly end_date: string | null;
            readonly executor_class: string | null;
            readonly hostname: string;
            readonly id: number;
            /** @description `SchedulerJob`, `TriggererJob` or `DagProcessorJob` */
            readonly job_type: string;
            /** Format: date-time */
            readonly latest_heartbeat: string;
            /** Format: date-time */
            readonly start_date: string;
            /** @enum {string} */
            readonly state: "running" | "success" | "failed";
            /** @description The user of the operating system that it runs as */
            readonly unixname: string;
        };
        /** @description Both null: there was none yet. */
        readonly LastAssetEventResponse: {
            readonly id: number | null;
            readonly timestamp: string | null;
        };
        readonly LastRun: {
            /** @description Milliseconds; null: it has not ended, or never begun */
            readonly durationMs: number | null;
            readonly end: string | null;
            /** Format: date-time */
            readonly runAfter: string;
            readonly runId: string;
            readonly start: string | null;
            readonly state: components["schemas"]["DagRunState"];
            readonly type: components["schemas"]["DagRunType"];
            readonly version: number;
        };
        /** @description Where a text stands in a log */
        readonly LogHits: {
            /** @description Numbers of the lines that have the text, the first 10,000 */
            readonly hits: readonly number[];
            readonly total: number;
        };
        /**
         * @example {
         *       "username": "admin",
         *       "password": "the-password"
         *     }
         */
        readonly LoginBody: {
            readonly password: string;
            readonly username: string;
        };
        /** @description What there is in a log */
        readonly LogIndex: {
            readonly characters: number;
            /** @description Whether the attempt is over, so that no line follows */
            readonly complete: boolean;
            /** @description Numbers of the lines with errors, the first 1,000 */
            readonly errors: readonly number[];
            /** @description Lines between `::group::TITLE` and `::endgroup::`, both among them; the first 1,000 */
            readonly groups: readonly {
                readonly from: number;
                readonly title: string;
                readonly to: number | null;
            }[];
            /** @description Number of the last line */
            readonly last: number;
            /** @description Lines by level */
            readonly levels: {
                readonly [key: string]: number;
            };
            readonly lines: number;
            readonly sources: readonly string[];
        };
        /** @description A token */
        readonly LoginResponse: {
            /** @description Send it as `Authorization: Bearer TOKEN` */
            readonly access_token: string;
        };
        /** @description A line of a log */
        readonly LogLine: {
            /**
             * @description Its level
             * @enum {string}
             */
            readonly lv: "debug" | "info" | "warning" | "error";
            /** @description The line */
            readonly m: string;
            /** @description Its number, from 1, without gaps */
            readonly n: number;
            /** @description `stdout`, `stderr`, `task` (the author's `log`) or `momiji` */
            readonly src: string;
            /** Format: date-time */
            readonly t: string;
        };
        readonly MaterializeAssetBody: {
            /** @description Params of the run */
            readonly conf?: {
                readonly [key: string]: unknown;
            } | null;
            /** @description Absent: made of the date */
            readonly dag_run_id?: string | null;
            readonly data_interval_end?: string | null;
            /** @description With data_interval_end; absent: what the schedule says */
            readonly data_interval_start?: string | null;
            /** @description null: the run belongs to no date */
            readonly logical_date?: string | null;
            /** @description A note for the run */
            readonly note?: string | null;
            readonly partition_key?: null;
            /** @description It begins no earlier; absent: now */
            readonly run_after?: string | null;
        };
        /** @description Who asks. */
        readonly MeResponse: {
            /**
             * @description `local`: the command line of the server's machine
             * @enum {string}
             */
            readonly how: "session" | "token" | "local";
            readonly roles: readonly string[];
            readonly username: string;
        };
        /** @description A task that the run gets anew */
        readonly NewTaskResponse: {
            readonly task_display_name: string;
            readonly task_id: string;
        };
        /** @description The new token, with its secret */
        readonly NewTokenResponse: {
            readonly created_at: string | null;
            readonly expires_at: string | null;
            readonly id: number;
            /**
             * @description Of a browser; of `POST /auth/token`; made by the user for a program
             * @enum {string}
             */
            readonly kind: "session" | "login" | "personal";
            readonly last_used_at: string | null;
            readonly name: string;
            /** @description What it is good for, such as `can_read on DAG Runs`; null: all that the user may do */
            readonly scopes: readonly string[] | null;
            /** @description The secret, which is told only here */
            readonly token: string;
        };
        readonly NextRun: {
            /** @description The data interval */
            readonly interval: readonly [
                string | null,
                string | null
            ] | null;
            readonly logicalDate: string | null;
            /** @description When the schedule asks for the next run, whatever holds it */
            readonly runAfter: string | null;
            /** @description Why no run comes by itself, or not then; null: it comes */
            readonly why: {
                /** @description Names of those that it waits for */
                readonly assets: readonly string[];
                /** @enum {string} */
                readonly code: "gone" | "paused" | "run_type_not_allowed" | "held" | "max_active_runs" | "assets" | "no_schedule" | "ended" | "over" | "never";
                readonly text: string;
            } | null;
        };
        readonly OutsideFailure: {
            readonly exitCode: number | null;
            /** @description A page of the other side's console */
            readonly href: string | null;
            /** @description As the other side calls it; null: it was never launched */
            readonly id: string | null;
            /** @enum {string} */
            readonly kind: "docker" | "pod" | "ecs" | "batch" | "other";
            /** @description Where the other side shows the log of each of its containers */
            readonly logs: readonly {
                readonly href: string;
                readonly name: string;
            }[];
            /** @description What was last said of it */
            readonly reason: string | null;
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
        /** @description Something that was looked at and is not waited for */
        readonly PassedCheck: {
            /**
             * @description That of the reason that it would be otherwise
             * @enum {string}
             */
            readonly code: "dag_gone" | "dag_paused" | "no_scheduler" | "import_error" | "run_queued" | "run_not_due" | "run_running" | "backfill_paused" | "backfill_max_active_runs" | "run_ended" | "no_such_task_instance" | "ended" | "caused_by" | "held" | "awaiting_input" | "deadline_pending" | "deadline_missed" | "upstream" | "mapping" | "depends_on_past" | "wait_for_downstream" | "retry_wait" | "reschedule_wait" | "deferred" | "no_schedule" | "not_due" | "start_date" | "end_date" | "max_active_runs" | "catchup_held" | "run_type_not_allowed" | "assets" | "pool" | "max_active_tasks" | "max_active_tis_per_dag" | "max_active_tis_per_dagrun" | "executor";
            /** @description The same as data: counts, and names of who is in the way */
            readonly details?: {
                readonly [key: string]: unknown;
            };
            readonly text: string;
        };
        readonly PasswordBody: {
            readonly new_password: string;
            readonly old_password: string;
        };
        readonly PatchTaskInstanceBody: {
            /**
             * @description Also what comes after them
             * @default false
             */
            readonly include_downstream?: boolean;
            /**
             * @description Also the same tasks of later runs
             * @default false
             */
            readonly include_future?: boolean;
            /**
             * @description Also the same tasks of earlier runs
             * @default false
             */
            readonly include_past?: boolean;
            /**
             * @description Also what comes before them
             * @default false
             */
            readonly include_upstream?: boolean;
            readonly new_state?: string | null;
            /** @description null: none any more */
            readonly note?: string | null;
        };
        readonly PatchTaskInstancesBody: {
            /**
             * @description Also what comes after them
             * @default false
             */
            readonly include_downstream?: boolean;
            /**
             * @description Also the same tasks of later runs
             * @default false
             */
            readonly include_future?: boolean;
            /**
             * @description Also the same tasks of earlier runs
             * @default false
             */
            readonly include_past?: boolean;
            /**
             * @description Also what comes before them
             * @default false
             */
            readonly include_upstream?: boolean;
            readonly new_state?: string | null;
            /** @description null: none any more */
            readonly note?: string | null;
            /** @description Ids of tasks, or [id, map index] */
            readonly task_ids: readonly (string | readonly [
                string,
                number
            ])[];
        };
        /** @description Of `pause`: many DAGs are switched on or off. */
        readonly PausePreview: {
            /** @description Runs that begin at once; of each DAG at most 200 are counted */
            readonly begins: number;
            /** @description Send it as `If-Match` with the act: it is refused if it would touch others by then */
            readonly etag: string;
            readonly items: readonly components["schemas"]["PausePreviewItem"][];
            /** @description `offset` of the next items; null: there are no more */
            readonly next: number | null;
            /** @description DAGs that are meant as well, which you may see, but not switch */
            readonly refused: readonly string[];
            readonly total: number;
        };
        readonly PausePreviewItem: {
            /** @enum {string} */
            readonly effect: "paused" | "unpaused" | "kept";
            /** @enum {string} */
            readonly from: "paused" | "active";
            readonly key: {
                readonly dag_id: string;
            };
            readonly runs: number;
            /** @enum {string} */
            readonly to: "paused" | "active";
        };
        /** @description A page of a list */
        readonly PermissionCollectionResponse: {
            readonly actions: readonly components["schemas"]["ActionResourceResponse"][];
            /** @description How many there are without `limit` and `offset` */
            readonly total_entries: number;
        };
        /** @description A page of a list */
        readonly PluginCollectionResponse: {
            readonly plugins: readonly components["schemas"]["PluginResponse"][];
            /** @description How many there are without `limit` and `offset` */
            readonly total_entries: number;
        };
        /** @description A page of a list */
        readonly PluginImportErrorCollectionResponse: {
            readonly import_errors: readonly components["schemas"]["PluginImportErrorResponse"][];
            /** @description How many there are without `limit` and `offset` */
            readonly total_entries: number;
        };
        readonly PluginImportErrorResponse: {
            readonly error: string;
            readonly source: string;
        };
        /** @description Momiji has none: what would be one is a package that a DAG file imports. */
        readonly PluginResponse: {
            readonly name: string;
        };
        /**
         * @example {
         *       "name": "reports",
         *       "slots": 4,
         *       "description": "At most four reports at once"
         *     }
         */
        readonly PoolBody: {
            readonly description?: string | null;
            /** @default false */
            readonly include_deferred?: boolean;
            readonly name: string;
            readonly slots: number;
            readonly team_name?: string | null;
        };
        /** @description A page of a list */
        readonly PoolCollectionResponse: {
            readonly pools: readonly components["schemas"]["PoolResponse"][];
            /** @description How many there are without `limit` and `offset` */
            readonly total_entries: number;
        };
        readonly PoolPatchBody: {
            readonly description?: string | null;
            readonly include_deferred?: boolean | null;
            readonly name?: string | null;
            readonly pool?: string | null;
            readonly slots?: number | null;
            readonly team_name?: string | null;
        };
        /** @description Of `pool`, and of `delete` of a pool. */
        readonly PoolPreview: {
            /** @description Send it as `If-Match` with the act: it is refused if it would touch others by then */
            readonly etag: string;
            /** @description Those of DAGs that you may not see */
            readonly hidden: number;
            readonly items: readonly components["schemas"]["PoolPreviewItem"][];
            /** @description `offset` of the next items; null: there are no more */
            readonly next: number | null;
            readonly pool: {
                readonly name: string;
                readonly occupied: number;
                readonly slots: {
                    readonly from: number;
                    readonly to: number | null;
                };
            };
            readonly runs: readonly unknown[];
            /** @description Those that get slots then */
            readonly starts: number;
            /** @description Task instances that wait for slots */
            readonly total: number;
        };
        readonly PoolPreviewItem: {
            /**
             * @description It runs; it runs after others; what it does is ended; it gets another state; it stays; it goes with its run
             * @enum {string}
             */
            readonly effect: "will_run" | "will_wait" | "stopped" | "marked" | "kept" | "deleted";
            readonly from: string | null;
            readonly key: {
                readonly dag_id: string;
                readonly dag_run_id: string;
                /** @description -1: the task is not mapped */
                readonly map_index: number;
                readonly task_id: string;
            };
            /**
             * @description Asked for, or it follows from what was asked for
             * @enum {string}
             */
            readonly reason: "asked" | "follows";
            readonly slots: number;
            readonly to: string | null;
            /** @description Tasks before it that run too */
            readonly waits_for: readonly string[];
        };
        /** @description A limit of how many task instances run at once, with who holds its slots. */
        readonly PoolResponse: {
            /** @description Of deferred task instances */
            readonly deferred_slots: number;
            readonly description: string | null;
            /** @description Whether deferred task instances hold slots */
            readonly include_deferred: boolean;
            readonly name: string;
            /** @description Of running and queued task instances, and of deferred ones if they count */
            readonly occupied_slots: number;
            /** @description Free; below 0 after the pool was made smaller than what is held, -1 without a limit */
            readonly open_slots: number;
            /** @description Of queued task instances */
            readonly queued_slots: number;
            /** @description Of running task instances */
            readonly running_slots: number;
            /** @description Of those that wait for slots; they hold none */
            readonly scheduled_slots: number;
            /** @description -1: without a limit */
            readonly slots: number;
            /** @description Momiji has no teams */
            readonly team_name: null;
        };
        /** @description What is missing for the jobs outside of a DAG to start */
        readonly Preflight: {
            readonly dagId: string;
            readonly tasks: readonly {
                readonly checks: readonly {
                    readonly code: string;
                    readonly detail: string | null;
                    /** @description What to do */
                    readonly remedy: string | null;
                    /** @description What was looked at */
                    readonly title: string;
                    /** @enum {string} */
                    readonly verdict: "ok" | "failed" | "warning" | "unknown";
                }[];
                readonly operator: string;
                readonly taskId: string;
            }[];
            /** @description The worst of all; null: nothing was looked at */
            readonly verdict: ("ok" | "failed" | "warning" | "unknown") | null;
            readonly version: number;
        };
        /**
         * @example {
         *       "action": "clear",
         *       "path": {
         *         "dag_id": "etl"
         *       },
         *       "body": {
         *         "task_ids": [
         *           "load"
         *         ],
         *         "only_failed": false
         *       }
         *     }
         */
        readonly PreviewBody: {
            /** @enum {string} */
            readonly action: "clear" | "mark" | "delete" | "unpause" | "pause" | "backfill" | "trigger" | "pool";
            /** @default {} */
            readonly body?: {
                readonly [key: string]: unknown;
            };
            /**
             * @description Items that are answered; the total and the tag are of all
             * @default 500
             */
            readonly limit?: number;
            /** @default 0 */
            readonly offset?: number;
            /** @default {} */
            readonly path?: {
                readonly dag_id?: string;
                readonly dag_run_id?: string;
                readonly group_id?: string;
                readonly map_index?: number;
                readonly pool_name?: string;
                readonly task_id?: string;
            };
            /**
             * @description What is in the query of the act itself, as texts: which DAGs are switched together
             * @default {}
             */
            readonly query?: {
                readonly [key: string]: unknown;
            };
        };
        readonly PreviewItem: {
            /**
             * @description It runs; it runs after others; what it does is ended; it gets another state; it stays; it goes with its run
             * @enum {string}
             */
            readonly effect: "will_run" | "will_wait" | "stopped" | "marked" | "kept" | "deleted";
            readonly from: string | null;
            readonly key: {
                readonly dag_id: string;
                readonly dag_run_id: string;
                /** @description -1: the task is not mapped */
                readonly map_index: number;
                readonly task_id: string;
            };
            /**
             * @description Asked for, or it follows from what was asked for
             * @enum {string}
             */
            readonly reason: "asked" | "follows";
            readonly to: string | null;
            /** @description Tasks before it that run too */
            readonly waits_for: readonly string[];
        };
        /** @description A page of a list */
        readonly ProviderCollectionResponse: {
            readonly providers: readonly components["schemas"]["ProviderResponse"][];
            /** @description How many there are without `limit` and `offset` */
            readonly total_entries: number;
        };
        /** @description What Momiji's installed packages bring */
        readonly ProviderDetails: {
            readonly providers: readonly {
                readonly connection_types: readonly string[];
                readonly description: string;
                /** @description Page of the documentation, such as `guides/docker` */
                readonly guide: string | null;
                /** @description As DAG files import them */
                readonly operators: readonly string[];
                readonly package_name: string;
                readonly problem: ("another_version" | "unreadable") | null;
                /** @description Empty: it is not known */
                readonly version: string;
            }[];
        };
        /** @description A package of Momiji that is installed. */
        readonly ProviderResponse: {
            readonly description: string;
            readonly documentation_url: string | null;
            readonly package_name: string;
            readonly version: string;
        };
        /** @description A page of a list */
        readonly QueuedEventCollectionResponse: {
            readonly queued_events: readonly components["schemas"]["QueuedEventResponse"][];
            /** @description How many there are without `limit` and `offset` */
            readonly total_entries: number;
        };
        /** @description An asset has changed, and a DAG still waits for others. */
        readonly QueuedEventResponse: {
            readonly asset_id: number;
            /**
             * Format: date-time
             * @description When the event came
             */
            readonly created_at: string;
            readonly dag_display_name: string;
            readonly dag_id: string;
        };
        /** @description Something that is waited for */
        readonly Reason: {
            /**
             * @description Stable: programs go by it. Later versions may have more
             * @enum {string}
             */
            readonly code: "dag_gone" | "dag_paused" | "no_scheduler" | "import_error" | "run_queued" | "run_not_due" | "run_running" | "backfill_paused" | "backfill_max_active_runs" | "run_ended" | "no_such_task_instance" | "ended" | "caused_by" | "held" | "awaiting_input" | "deadline_pending" | "deadline_missed" | "upstream" | "mapping" | "depends_on_past" | "wait_for_downstream" | "retry_wait" | "reschedule_wait" | "deferred" | "no_schedule" | "not_due" | "start_date" | "end_date" | "max_active_runs" | "catchup_held" | "run_type_not_allowed" | "assets" | "pool" | "max_active_tasks" | "max_active_tis_per_dag" | "max_active_tis_per_dagrun" | "executor";
            /** @description The same as data: counts, and names of who is in the way */
            readonly details?: {
                readonly [key: string]: unknown;
            };
            /** @description What to do */
            readonly remedy: string;
            readonly text: string;
        };
        readonly RenderedFields: {
            readonly fields: readonly {
                readonly name: string;
                /** @description As it was written; absent: you may not see the code */
                readonly template?: unknown;
                /** @description What it became in the latest attempt, with secrets hidden; absent: it was not rendered yet */
                readonly value?: unknown;
            }[];
        };
        /**
         * @description Which dates that have a run get another
         * @enum {string}
         */
        readonly ReprocessBehavior: "failed" | "completed" | "none";
        readonly ReserializeResponse: {
            readonly import_errors: number;
        };
        /**
         * @description null: all
         * @example {
         *       "keys": [
         *         "greeting"
         *       ]
         *     }
         */
        readonly RevealBody: {
            /** @default null */
            readonly keys?: readonly string[] | null;
        };
        /** @description Variables in the clear */
        readonly RevealedVariables: {
            readonly variables: readonly {
                readonly description: string | null;
                readonly key: string;
                readonly value: string;
            }[];
        };
        /** @description Something that whoever asks may do, or may not. */
        readonly Right: {
            readonly allowed: boolean;
            /** @enum {string} */
            readonly may: "read" | "create" | "edit" | "delete";
            /**
             * @description What it is about
             * @enum {string}
             */
            readonly of: "dag" | "run" | "task" | "task_instance" | "task_reschedule" | "xcom" | "code" | "version" | "log" | "audit" | "warning" | "dependencies" | "hitl" | "state" | "assets" | "asset_aliases" | "audit_logs" | "backfills" | "cluster" | "config" | "connections" | "dag_files" | "import_errors" | "jobs" | "keys" | "plugins" | "pools" | "providers" | "roles" | "triggers" | "users" | "variables";
            /** @description As roles name it: `can_edit on DAG Runs` */
            readonly permission: string;
            /** @description The least of the built-in roles that has it */
            readonly role: string | null;
        };
        readonly RoleBody: {
            /** @default [] */
            readonly actions?: readonly components["schemas"]["ActionResource"][];
            readonly name: string;
        };
        /** @description A page of a list */
        readonly RoleCollectionResponse: {
            readonly roles: readonly components["schemas"]["RoleResponse"][];
            /** @description How many there are without `limit` and `offset` */
            readonly total_entries: number;
        };
        readonly RolePatchBody: {
            /** @description All that the role may from now on */
            readonly actions: readonly components["schemas"]["ActionResource"][];
            readonly name?: string;
        };
        /** @description What those who have it may do. */
        readonly RoleResponse: {
            readonly actions: readonly components["schemas"]["ActionResourceResponse"][];
            readonly name: string;
        };
        /** @description What was sealed anew */
        readonly RotatedKeys: {
            /** @description Of the key that new secrets are sealed with */
            readonly key_id: string;
            /** @description Secrets that were sealed with another key before */
            readonly resealed: number;
            /** @description Secrets that no key of this server opens; they stay as they are */
            readonly unreadable: readonly {
                readonly id: string;
                readonly key_id: string;
                /** @enum {string} */
                readonly kind: "variable" | "connection";
            }[];
            /** @description Keys that no secret needs any more */
            readonly unused_key_ids: readonly string[];
        };
        readonly RotateKeysBody: {
            /**
             * @description Make a new key first, and seal everything with it
             * @default false
             */
            readonly new_key?: boolean;
        };
        /** @description Of `delete` of a run. */
        readonly RunDeletionPreview: {
            /** @description Send it as `If-Match` with the act: it is refused if it would touch others by then */
            readonly etag: string;
            readonly items: readonly components["schemas"]["PreviewItem"][];
            /** @description `offset` of the next items; null: there are no more */
            readonly next: number | null;
            readonly runs: readonly {
                readonly dag_id: string;
                readonly dag_run_id: string;
                readonly from: components["schemas"]["DagRunState"] | null;
                readonly to: components["schemas"]["DagRunState"] | null;
            }[];
            readonly total: number;
        };
        /** @description Why a run ended */
        readonly RunEnd: {
            /** @enum {string} */
            readonly code: "failed_fast" | "failed_at_end" | "others_failed" | "deadlock" | "timed_out" | "marked" | "cancelled";
            /** @description That are not named */
            readonly more: number;
            /** @description Task instances, the first few */
            readonly names: readonly string[];
            /** @description Of `timed_out` the seconds that it had, of `cancelled` the id of its backfill */
            readonly number: number | null;
        };
        /** @description Lines of all logs of a run, by time */
        readonly RunLogHits: {
            readonly hits: readonly components["schemas"]["RunLogLine"][];
            /** @description Task instances that have begun */
            readonly logs: number;
            readonly total: number;
            /** @description There are more lines, or more than the 500 logs that were read */
            readonly truncated: boolean;
        };
        readonly RunLogLine: {
            /**
             * @description Its level
             * @enum {string}
             */
            readonly lv: "debug" | "info" | "warning" | "error";
            /** @description The line */
            readonly m: string;
            /** @description -1: the task is not mapped */
            readonly mapIndex: number;
            /** @description Its number, from 1, without gaps */
            readonly n: number;
            /** @description `stdout`, `stderr`, `task` (the author's `log`) or `momiji` */
            readonly src: string;
            /** Format: date-time */
            readonly t: string;
            readonly taskId: string;
            readonly tryNumber: number;
        };
        /** @description A run in short */
        readonly RunSummary: {
            /** @description DAGs that get nothing because of what failed */
            readonly blockedDags: readonly string[];
            readonly dagId: string;
            /** @description Milliseconds; null: not known */
            readonly durationMs: number | null;
            readonly end: string | null;
            readonly failures: readonly {
                /** @description Tasks that failed with it without having run */
                readonly blocks: readonly string[];
                readonly code: string;
                readonly end: string | null;
                readonly exitCode: number | null;
                readonly fingerprint: string;
                /** @description Of the first ten commands that ended with an exit code, for who may read their logs: the line that most likely says why */
                readonly headline: string | null;
                /** @description -1: the task is not mapped */
                readonly mapIndex: number;
                readonly taskId: string;
                readonly title: string;
                readonly tryNumber: number;
            }[];
            /** @description Why it ended as it did, if the run itself has one */
            readonly reason: string | null;
            /** @description The same as data */
            readonly runEnd: components["schemas"]["RunEnd"] | null;
            readonly runId: string;
            readonly start: string | null;
            readonly state: components["schemas"]["DagRunState"];
            /** @description Task instances by state; `none`: nothing has happened yet */
            readonly states: {
                readonly [key: string]: number;
            };
            readonly total: number;
            /** @description There are more failures, or more that it waits for, than the 200 told */
            readonly truncated: boolean;
            /** @description Milliseconds; null: not known */
            readonly usualMs: number | null;
            readonly version: number;
            readonly waitsFor: readonly {
                /** @description -1: the task is not mapped */
                readonly mapIndex: number;
                readonly since: string | null;
                readonly state: string | null;
                readonly taskId: string;
            }[];
        };
        /** @description What a schedule will do */
        readonly SchedulePreview: {
            /** @description Runs of the past that are missing begin too */
            readonly catchup: boolean;
            readonly kind: string;
            readonly onEnable: components["schemas"]["SchedulePreviewOnEnable"];
            readonly rows: readonly components["schemas"]["SchedulePreviewRow"][];
            readonly summary: string;
            /** @description The schedule in words */
            readonly text: {
                readonly en: string;
                readonly ja: string;
            };
            readonly warnings: readonly {
                readonly code: string;
                readonly params: {
                    readonly [key: string]: unknown;
                };
            }[];
            readonly zone: string;
        };
        readonly SchedulePreviewBody: {
            /**
             * Format: date-time
             * @description Runs after this moment; absent: the next ones
             */
            readonly after?: string;
            /** @default false */
            readonly catchup?: boolean;
            /** @default 10 */
            readonly count?: number;
            /** @description This DAG's schedule; absent: the one that is written here */
            readonly dagId?: string;
            readonly endDate?: string | null;
            /**
             * @description Cron, a preset, `@once`, `@continuous`; null: none
             * @example 0 3 * * *
             */
            readonly schedule?: string | null;
            readonly startDate?: string | null;
            /**
             * @description IANA name
             * @default UTC
             */
            readonly timezone?: string;
        };
        /** @description What switching the DAG on begins. */
        readonly SchedulePreviewOnEnable: {
            /** @description Milliseconds until all are done, by what is usual; null: not known */
            readonly estimateMs: number | null;
            /** @description There are more than were counted (10,000) */
            readonly isMore: boolean;
            /** @description Of them go on at the same time; null: no limit */
            readonly maxActive: number | null;
            readonly newest: string | null;
            /** @description Runs that begin at once */
            readonly now: number;
            readonly oldest: string | null;
        };
        /** @description A run to come. */
        readonly SchedulePreviewRow: {
            /** @description The data interval */
            readonly interval: readonly [
                string,
                string
            ];
            /**
             * @description The same in the schedule's zone
             * @example 2026-03-11T03:00:00+09:00[Asia/Tokyo]
             */
            readonly local: string;
            /** Format: date-time */
            readonly logicalDate: string;
            /** @description The clock jumps over the time that was meant, or strikes it twice */
            readonly note: ("dst_gap" | "dst_overlap") | null;
            /**
             * Format: date-time
             * @description When it begins
             */
            readonly runAfter: string;
        };
        readonly SchedulerInfoResponse: {
            readonly latest_scheduler_heartbeat: string | null;
            /** @description `healthy` or `unhealthy`; null: there never was one */
            readonly status: string | null;
        };
        /** @description A schedule in English and in Japanese words */
        readonly ScheduleWords: {
            readonly en: string;
            readonly ja: string;
        };
        /** @description All DAGs in short, for a client that searches by itself. */
        readonly SearchIndex: {
            /** @description Id, display name, tags, owners */
            readonly dags: readonly (readonly [
                string,
                string,
                readonly string[],
                readonly string[]
            ])[];
        };
        /** @description At most 20 of each kind. */
        readonly SearchResults: {
            readonly results: readonly {
                /** @description Of a run or task */
                readonly dagId?: string;
                /** @description Its page in the user interface */
                readonly href: string;
                readonly id: string;
                /** @description `dag`, `run`, `task`, `asset`, `pool`, `variable` or `connection` */
                readonly kind: string;
                /**
                 * Format: date-time
                 * @description Of a run: when it was due
                 */
                readonly runAfter?: string;
                readonly title: string;
            }[];
        };
        /** @description Where settings come from, and who changed them */
        readonly SettingOrigins: {
            /** @description As far as the event log reaches */
            readonly changed: readonly {
                readonly last: {
                    /** Format: date-time */
                    readonly at: string;
                    readonly by: string | null;
                };
                readonly name: string;
                /** @description Who set its password, extra or value last */
                readonly secret: {
                    /** Format: date-time */
                    readonly at: string;
                    readonly by: string | null;
                } | null;
            }[];
            /** @description What the server's environment provides; it stands before what the store has */
            readonly provided: readonly {
                /** @enum {string} */
                readonly kind: "variable" | "connection";
                readonly name: string;
                /** @description The environment variable */
                readonly source: string;
            }[];
            /** @description DAGs that name it in a template or field; the code of their functions may do so too */
            readonly used: readonly {
                /** @description The first 20 */
                readonly dagIds: readonly string[];
                readonly name: string;
                readonly total: number;
            }[];
        };
        /** @description Who looks and what they may, what runs, and what waits for people. */
        readonly Shell: {
            /** @description Runs that go on or wait; the first 1,000 by DAG, id and letter of the state */
            readonly active: {
                readonly runs: readonly (readonly [
                    string,
                    string,
                    "q" | "r" | "s" | "f"
                ])[];
                readonly total: number;
            };
            /** @description DAGs that may be changed, with their runs, and deleted; null: every one */
            readonly dags: {
                readonly delete: readonly string[] | null;
                readonly edit: readonly string[] | null;
            };
            readonly importErrors: number;
            /** @description Questions that wait for an answer of people */
            readonly inbox: number;
            /** @description What the user has put to `me/preferences` */
            readonly preferences: unknown;
            /** @description After how many days logs and finished runs go; null: never, or nobody says */
            readonly retention: {
                readonly logDays: number | null;
                readonly runDays: number | null;
            };
            readonly rights: readonly components["schemas"]["Right"][];
            /** @description `last_event_id` of a stream of events that goes on from here */
            readonly seq: string;
            /** @description Processes; empty without the right to read jobs */
            readonly services: readonly components["schemas"]["ShellService"][];
            readonly user: components["schemas"]["MeResponse"];
            /** @description Of the server */
            readonly version: string;
        };
        /** @description A process, and whether it has given a sign of life of late */
        readonly ShellService: {
            readonly heartbeatAt: string | null;
            readonly hostname: string;
            readonly isAlive: boolean;
            readonly type: string;
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
        /** @description The lines around a place in a file; long ones are cut */
        readonly SourceExcerpt: {
            /** @description Letters before the caret under the line */
            readonly caret: number;
            readonly column: number;
            /** @description The DAG file, or one that it imports */
            readonly file: string;
            readonly line: number;
            readonly lines: readonly {
                readonly n: number;
                readonly text: string;
            }[];
        };
        readonly StackFrame: {
            readonly column: number | null;
            readonly file: string;
            readonly function: string | null;
            readonly line: number;
            /** @description The author's; others are of libraries and of Momiji */
            readonly own: boolean;
        };
        /** @description A line of a log */
        readonly StructuredLogMessage: {
            readonly event: string;
            readonly level?: string;
            readonly logger?: string;
            /** Format: date-time */
            readonly timestamp?: string;
        };
        /** @description A page of a list */
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
        /** @description A task that reads it */
        readonly TaskInletAssetReference: {
            /**
             * Format: date-time
             * @description Since when the DAG's file says so
             */
            readonly created_at: string;
            readonly dag_id: string;
            readonly task_id: string;
            /** Format: date-time */
            readonly updated_at: string;
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
            /** @description What does not keep it; none of one that does not wait */
            readonly passed: readonly components["schemas"]["PassedCheck"][];
            /** @description What it waits for; none: nothing */
            readonly reasons: readonly components["schemas"]["Reason"][];
            readonly runnable: boolean;
            readonly state: components["schemas"]["TaskInstanceState"] | null;
            readonly task_id: string;
        };
        /** @description A page of a list */
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
            readonly end_date_gt?: string | null;
            readonly end_date_gte?: string | null;
            readonly end_date_lt?: string | null;
            readonly end_date_lte?: string | null;
            readonly executor?: readonly string[] | null;
            readonly logical_date_gt?: string | null;
            readonly logical_date_gte?: string | null;
            readonly logical_date_lt?: string | null;
            readonly logical_date_lte?: string | null;
            readonly order_by?: string | null;
            /** @default 100 */
            readonly page_limit?: number;
            /** @default 0 */
            readonly page_offset?: number;
            readonly pool?: readonly string[] | null;
            readonly queue?: readonly string[] | null;
            readonly run_after_gt?: string | null;
            readonly run_after_gte?: string | null;
            readonly run_after_lt?: string | null;
            readonly run_after_lte?: string | null;
            readonly start_date_gt?: string | null;
            readonly start_date_gte?: string | null;
            readonly start_date_lt?: string | null;
            readonly start_date_lte?: string | null;
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
        /** @description A task that makes it */
        readonly TaskOutletAssetReference: {
            /**
             * Format: date-time
             * @description Since when the DAG's file says so
             */
            readonly created_at: string;
            readonly dag_id: string;
            readonly task_id: string;
            /** Format: date-time */
            readonly updated_at: string;
        };
        readonly TaskOutput: {
            readonly key: string;
            /** @description As JSON calls it: `object`, `array`, `string`, `number`, `boolean`, `null` */
            readonly kind: string;
            /** @description Characters of the whole value, as JSON */
            readonly size: number;
            /** @description Its beginning, with secrets hidden */
            readonly text: string;
        };
        readonly TaskOutputs: {
            readonly entries: readonly components["schemas"]["TaskOutput"][];
            readonly total: number;
        };
        /** @description A task instance with what people ask of it first */
        readonly TaskPage: {
            /** @description Of one that has failed, for those who may read its log */
            readonly failure: components["schemas"]["Failure"] | null;
            /** @description How each of them ended, and what job it had outside */
            readonly outcomes: readonly components["schemas"]["AttemptOutcome"][];
            /** @description The first XComs of one that has succeeded, for those who may read them */
            readonly outputs: components["schemas"]["TaskOutputs"] | null;
            readonly task: components["schemas"]["TaskInstanceResponse"];
            /** @description Every attempt, the last one too */
            readonly tries: readonly components["schemas"]["TaskInstanceHistoryResponse"][];
            /** @description Of one that waits, or was passed over */
            readonly why: components["schemas"]["TaskInstanceExplanation"] | null;
        };
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
        readonly TaskStateStoreBody: {
            /**
             * @description `default`: in 30 days; null: never
             * @default default
             */
            readonly expires_at?: "default" | string | null;
            readonly value: unknown;
        };
        /** @description A page of a list */
        readonly TaskStateStoreCollectionResponse: {
            readonly task_state_store: readonly components["schemas"]["TaskStateStoreResponse"][];
            /** @description How many there are without `limit` and `offset` */
            readonly total_entries: number;
        };
        readonly TaskStateStorePatchBody: {
            readonly value: unknown;
        };
        /** @description What a task instance keeps from one attempt to the next. */
        readonly TaskStateStoreResponse: {
            /** @description When it is forgotten; null: never */
            readonly expires_at: string | null;
            readonly key: string;
            /** Format: date-time */
            readonly updated_at: string;
            readonly value: unknown;
        };
        /** @description The sum of its parts */
        readonly TimeDelta: {
            /** @constant */
            readonly __type: "TimeDelta";
            readonly days: number;
            readonly microseconds: number;
            readonly seconds: number;
        };
        /** @description What ran when */
        readonly Timeline: {
            /** Format: date-time */
            readonly from: string;
            readonly lanes: readonly string[];
            /** @description In lanes of DAGs: runs to come */
            readonly planned: readonly (readonly [
                number,
                number
            ])[];
            /** @description Lane, id (of a run; in lanes of pools and workers `DAG/RUN/TASK`), letter of the state as in a grid, start, end; null: it goes on */
            readonly runs: readonly (readonly [
                number,
                string,
                string,
                number,
                number | null
            ])[];
            /** Format: date-time */
            readonly to: string;
            /** @description There are more runs than were looked at: 5,000, in lanes of pools and workers 500; the newest are told */
            readonly truncated: boolean;
        };
        /**
         * @example {
         *       "name": "dashboard",
         *       "scopes": [
         *         "can_read on DAGs",
         *         "can_read on DAG Runs"
         *       ],
         *       "expires_in_days": 30
         *     }
         */
        readonly TokenBody: {
            /** @default 90 */
            readonly expires_in_days?: number;
            readonly name: string;
            /**
             * @description Such as `can_read on DAG Runs`; null: all that the user may do
             * @default null
             */
            readonly scopes?: readonly string[] | null;
        };
        /** @description A page of a list */
        readonly TokenCollectionResponse: {
            readonly tokens: readonly components["schemas"]["TokenResponse"][];
            /** @description How many there are without `limit` and `offset` */
            readonly total_entries: number;
        };
        /** @description A session or token of the user, without its secret. */
        readonly TokenResponse: {
            readonly created_at: string | null;
            readonly expires_at: string | null;
            readonly id: number;
            /**
             * @description Of a browser; of `POST /auth/token`; made by the user for a program
             * @enum {string}
             */
            readonly kind: "session" | "login" | "personal";
            readonly last_used_at: string | null;
            readonly name: string;
            /** @description What it is good for, such as `can_read on DAG Runs`; null: all that the user may do */
            readonly scopes: readonly string[] | null;
        };
        readonly TriggerDAGRunPostBody: {
            /** @description Params of the run */
            readonly conf?: {
                readonly [key: string]: unknown;
            } | null;
            /** @description Absent: made of the date */
            readonly dag_run_id?: string | null;
            readonly data_interval_end?: string | null;
            /** @description With data_interval_end; absent: what the schedule says */
            readonly data_interval_start?: string | null;
            /** @description null: the run belongs to no date */
            readonly logical_date: string | null;
            /** @description A note for the run */
            readonly note?: string | null;
            readonly partition_key?: null;
            /** @description It begins no earlier; absent: now */
            readonly run_after?: string | null;
        };
        readonly TriggererInfoResponse: {
            readonly latest_triggerer_heartbeat: string | null;
            /** @description `healthy` or `unhealthy`; null: there never was one */
            readonly status: string | null;
        };
        /** @description Of `trigger`. */
        readonly TriggerPreview: {
            /** @description How long it usually takes; null: not known */
            readonly estimateMs: number | null;
            /** @description Send it as `If-Match` with the act: it is refused if it would touch others by then */
            readonly etag: string;
            /** @description A run that has this id or date already: no other is made */
            readonly existing: {
                readonly dag_run_id: string;
                readonly state: components["schemas"]["DagRunState"];
            } | null;
            readonly items: readonly components["schemas"]["PreviewItem"][];
            /** @description `offset` of the next items; null: there are no more */
            readonly next: number | null;
            readonly run: {
                readonly interval: readonly [
                    string,
                    string | null
                ] | null;
                readonly logicalDate: string | null;
                /** @description As its tasks see them */
                readonly params: {
                    readonly [key: string]: unknown;
                };
                /** Format: date-time */
                readonly runAfter: string;
                readonly version: number;
            };
            readonly runs: readonly {
                readonly dag_id: string;
                readonly dag_run_id: string;
                readonly from: components["schemas"]["DagRunState"] | null;
                readonly to: components["schemas"]["DagRunState"] | null;
            }[];
            readonly total: number;
            /** @description Assets that are told anew, and DAGs that wait for them */
            readonly triggers: {
                readonly assets: readonly string[];
                readonly dags: readonly string[];
            };
            readonly waits: readonly {
                /** @enum {string} */
                readonly code: "dag_paused" | "run_after" | "max_active_runs";
                readonly text: string;
            }[];
            /** @description Templates that name a date, of a run without one */
            readonly warnings: readonly {
                /** @constant */
                readonly code: "needs_date";
                readonly field: string;
                readonly name: string;
                readonly taskId: string;
            }[];
        };
        /** @description Of `unpause`. */
        readonly UnpausePreview: {
            /** @description Send it as `If-Match` with the act: it is refused if it would touch others by then */
            readonly etag: string;
            readonly items: readonly unknown[];
            /** @description `offset` of the next items; null: there are no more */
            readonly next: number | null;
            readonly onEnable: components["schemas"]["SchedulePreviewOnEnable"];
            /** @description The next runs */
            readonly rows: readonly components["schemas"]["SchedulePreviewRow"][];
            /** @description Runs that begin at once */
            readonly total: number;
        };
        readonly UpdateHITLDetailPayload: {
            readonly chosen_options: readonly string[];
            readonly params_input?: {
                readonly [key: string]: unknown;
            };
        };
        /**
         * @example {
         *       "username": "ann",
         *       "email": "ann@example.com",
         *       "roles": [
         *         {
         *           "name": "Op"
         *         }
         *       ]
         *     }
         */
        readonly UserBody: {
            /** @default  */
            readonly email?: string;
            /** @default  */
            readonly first_name?: string;
            /** @default  */
            readonly last_name?: string;
            /** @description Absent: cannot sign in with a password */
            readonly password?: string;
            /** @default [] */
            readonly roles?: readonly {
                readonly name: string;
            }[];
            readonly username: string;
        };
        /** @description A page of a list */
        readonly UserCollectionResponse: {
            /** @description How many there are without `limit` and `offset` */
            readonly total_entries: number;
            readonly users: readonly components["schemas"]["UserResponse"][];
        };
        /** @description What is absent stays. */
        readonly UserPatchBody: {
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
        /** @description A user */
        readonly UserResponse: {
            /** @description False: cannot sign in, and has no sessions and tokens */
            readonly active: boolean;
            readonly changed_on: string | null;
            readonly created_on: string | null;
            readonly email: string;
            /** @description Since the last login */
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
        readonly ValidationError: {
            /** @description What was given there; secrets hidden */
            readonly input?: unknown;
            /** @description The place: `["body", "logical_date"]` */
            readonly loc: readonly (string | number)[];
            readonly msg: string;
            /** @description Of the error: `missing`, `extra_forbidden`, `int_parsing`, ... */
            readonly type: string;
        };
        /**
         * @example {
         *       "key": "greeting",
         *       "value": "hello",
         *       "description": "A word"
         *     }
         */
        readonly VariableBody: {
            readonly description?: string | null;
            readonly key: string;
            readonly team_name?: string | null;
            readonly value: unknown;
        };
        /** @description A page of a list */
        readonly VariableCollectionResponse: {
            /** @description How many there are without `limit` and `offset` */
            readonly total_entries: number;
            readonly variables: readonly components["schemas"]["VariableResponse"][];
        };
        /** @description A value that tasks read by its key. */
        readonly VariableResponse: {
            readonly description: string | null;
            readonly is_encrypted: boolean;
            readonly key: string;
            /** @description Momiji has no teams */
            readonly team_name: null;
            /** @description `***` under a name that says it is secret; null: no key of this server opens it */
            readonly value: string | null;
        };
        /** @description How two versions of a DAG differ */
        readonly VersionDiff: {
            readonly a: number;
            readonly b: number;
            readonly files: readonly {
                /** @description Null: it is not kept any more, too long, or withheld */
                readonly a: string | null;
                readonly b: string | null;
                /** @description Also by what it imports */
                readonly isChanged: boolean;
                /** @description More than 512 KiB: read it by itself */
                readonly isTooLong: boolean;
                readonly path: string;
                /** @description Its path in `a` */
                readonly was: string;
            }[];
            readonly structure: {
                /** @description Tasks */
                readonly added: readonly string[];
                readonly changed: readonly {
                    readonly fields: readonly string[];
                    readonly taskId: string;
                }[];
                /** @description Other fields of the DAG that are different */
                readonly dag: readonly string[];
                readonly edges: {
                    /** @description From a task to one that waits for it */
                    readonly added: readonly (readonly [
                        string,
                        string
                    ])[];
                    /** @description From a task to one that waits for it */
                    readonly removed: readonly (readonly [
                        string,
                        string
                    ])[];
                };
                readonly params: {
                    readonly added: readonly string[];
                    readonly changed: readonly string[];
                    readonly removed: readonly string[];
                };
                readonly removed: readonly string[];
            };
            /** @description You may not read the code */
            readonly withheld: boolean;
        };
        /** @description The version of the server */
        readonly VersionInfo: {
            readonly git_version: string | null;
            readonly version: string;
        };
        /** @description Who runs tasks, and what waits for them */
        readonly Workers: {
            /** Format: date-time */
            readonly at: string;
            readonly executors: readonly {
                readonly deferred: number;
                readonly name: string;
                /** @description Since when the first of those that are queued waits */
                readonly oldestQueued: string | null;
                readonly queued: number;
                readonly running: number;
                readonly scheduled: number;
                /** @description Null: there is no such executor */
                readonly slots: number | null;
            }[];
            readonly queues: readonly {
                readonly deferred: number;
                readonly name: string;
                /** @description Since when the first of those that are queued waits */
                readonly oldestQueued: string | null;
                readonly queued: number;
                readonly running: number;
                readonly scheduled: number;
            }[];
            readonly services: readonly {
                readonly alive: boolean;
                /** Format: date-time */
                readonly heartbeat: string;
                readonly host: string;
                /** Format: date-time */
                readonly since: string;
                /** @enum {string} */
                readonly state: "running" | "success" | "failed";
                readonly type: string;
            }[];
            readonly workers: readonly {
                readonly attempts: readonly {
                    readonly dagId: string;
                    /** @description -1: the task is not mapped */
                    readonly mapIndex: number;
                    readonly runId: string;
                    readonly start: string | null;
                    readonly taskId: string;
                }[];
                /** @description Attempts that are not told: of DAGs that you may not see, or beyond 200 */
                readonly hidden: number;
                readonly host: string | null;
                readonly name: string;
                readonly running: number;
            }[];
        };
        /** @description A page of a list */
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
    readonly get_asset_rows: {
        readonly parameters: {
            readonly query?: {
                /** @description Assets; at most 1,000 */
                readonly limit?: number;
                /** @description Rows to pass over */
                readonly offset?: number;
                /** @description False: also assets that no DAG names any more */
                readonly only_active?: boolean;
                /** @description What to order by, `-` before what goes down; several: the first first */
                readonly order_by?: readonly ("id" | "-id" | "name" | "-name" | "uri" | "-uri" | "group" | "-group" | "created_at" | "-created_at" | "updated_at" | "-updated_at" | "last_event" | "-last_event")[];
                /** @description A part of the name, the URI or the group */
                readonly q?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of the list of assets */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AssetRows"];
                };
            };
        };
    };
    readonly get_asset_overview: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Number of the asset */
                readonly asset_id: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Who makes an asset, who waits for it, and how they fare */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AssetOverview"];
                };
            };
        };
    };
    readonly patch_backfill: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Number of the backfill */
                readonly backfill_id: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["BackfillPatchBody"];
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
    readonly get_callbacks: {
        readonly parameters: {
            readonly query?: {
                /** @description Id of the DAG */
                readonly dag_id?: string;
                /** @description Id of the run */
                readonly dag_run_id?: string;
                /** @description The newest so many, at most 1000 */
                readonly limit?: number;
                /** @description In one of these states */
                readonly state?: readonly string[];
                /** @description Id of the task */
                readonly task_id?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of a list */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CallbackCollection"];
                };
            };
        };
    };
    readonly get_config_sources: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Settings, and where each came from */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ConfigSources"];
                };
            };
        };
    };
    readonly get_connection_origins: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Where settings come from, and who changed them */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SettingOrigins"];
                };
            };
        };
    };
    readonly test_connection_steps: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ConnectionBody"];
            };
        };
        readonly responses: {
            /** @description How far the test came */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ConnectionTestSteps"];
                };
            };
        };
    };
    readonly get_connection_types: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What is known of types of connections; others are allowed too */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ConnectionTypes"];
                };
            };
        };
    };
    readonly get_dag_rows: {
        readonly parameters: {
            readonly query?: {
                /** @description Of any run of the last 24 hours, not only the newest */
                readonly any_run_state?: readonly ("queued" | "running" | "success" | "failed")[];
                /** @description Which wait for an asset with this in its name or URI */
                readonly asset_dependency?: string;
                /** @description Of this bundle; there is one, `dags-folder` */
                readonly bundle_name?: string;
                /** @description Of this version of the bundle: the hash of the DAG's code */
                readonly bundle_version?: string;
                /** @description `next` of another answer */
                readonly cursor?: string;
                /** @description With a DAG display name like this: `%` any text, `_` any sign, ` | ` between alternatives; letters of any case */
                readonly dag_display_name_pattern?: string;
                /** @description With a DAG display name that begins so; quicker than a pattern */
                readonly dag_display_name_prefix_pattern?: string;
                /** @description With a DAG id like this: `%` any text, `_` any sign, ` | ` between alternatives; letters of any case */
                readonly dag_id_pattern?: string;
                /** @description With a DAG id that begins so; quicker than a pattern */
                readonly dag_id_prefix_pattern?: string;
                /** @description With the end of the last run after (above) this */
                readonly dag_run_end_date_gt?: string;
                /** @description With the end of the last run not before (not below) this */
                readonly dag_run_end_date_gte?: string;
                /** @description With the end of the last run before (below) this */
                readonly dag_run_end_date_lt?: string;
                /** @description With the end of the last run not after (not above) this */
                readonly dag_run_end_date_lte?: string;
                /** @description With the start of the last run after (above) this */
                readonly dag_run_start_date_gt?: string;
                /** @description With the start of the last run not before (not below) this */
                readonly dag_run_start_date_gte?: string;
                /** @description With the start of the last run before (below) this */
                readonly dag_run_start_date_lt?: string;
                /** @description With the start of the last run not after (not above) this */
                readonly dag_run_start_date_lte?: string;
                /** @description Whose last run is in one of these states */
                readonly dag_run_state?: readonly string[];
                /** @description False: also DAGs whose files no longer have them */
                readonly exclude_stale?: boolean;
                /** @description Also how many DAGs have what */
                readonly facets?: boolean;
                /** @description Of the file, with `/` at its end */
                readonly folder?: string;
                /** @description Which wait for assets, or do not */
                readonly has_asset_schedule?: boolean;
                /** @description Whose files cannot be read now, or can */
                readonly has_import_errors?: boolean;
                /** @description Your favourites, or the others */
                readonly is_favorite?: boolean;
                /** @description Whose last run is in this state */
                readonly last_dag_run_state?: "queued" | "running" | "success" | "failed";
                /** @description Rows of a page; more than 100 is taken for 100 */
                readonly limit?: number;
                /** @description Whether a task asks somebody who has not answered */
                readonly needs_review?: boolean;
                /** @description What to order by, `-` before what goes down; several: the first first */
                readonly order_by?: readonly ("dag_id" | "-dag_id" | "dag_display_name" | "-dag_display_name" | "state" | "-state" | "start_date" | "-start_date" | "last_run_state" | "-last_run_state" | "last_run_start_date" | "-last_run_start_date" | "next_dagrun" | "-next_dagrun")[];
                /** @description With a task of one of these owners */
                readonly owners?: readonly string[];
                /** @description Paused, or not */
                readonly paused?: boolean;
                /** @description A part of the id, the name or the description */
                readonly q?: string;
                /** @description Has this tag too, whatever `tags` asks for; empty: has none */
                readonly tag?: string;
                /** @description With these tags */
                readonly tags?: readonly string[];
                /** @description With `any` of the tags, or with `all` */
                readonly tags_match_mode?: "any" | "all";
                /** @description With a timetable of one of these types, by Airflow's names */
                readonly timetable_type?: readonly string[];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of the list of DAGs */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DagRows"];
                };
            };
        };
    };
    readonly get_calendar: {
        readonly parameters: {
            readonly query: {
                /** @description Runs from this moment on */
                readonly from: string;
                /** @description Not included */
                readonly to: string;
                /** @description What a cell is */
                readonly unit?: "day" | "hour";
                /** @description IANA name of the time zone whose days and hours are meant; absent: the DAG's */
                readonly zone?: string;
            };
            readonly header?: {
                /** @description ETag of the answer that the client has: 304 if it is still so */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Runs by day or hour */
            readonly 200: {
                headers: {
                    /** @description For `If-None-Match`: the same as long as the answer is */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Calendar"];
                };
            };
            /** @description Not changed since the ETag that was given */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly confirm_catchup: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
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
    readonly patch_dag_run_dry_run: {
        readonly parameters: {
            readonly query?: {
                /** @description The fields of the body that count; absent: all */
                readonly update_mask?: readonly string[];
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
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
            readonly header?: {
                /** @description ETag of the answer that the client has: 304 if it is still so */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A run along its time. */
            readonly 200: {
                headers: {
                    /** @description For `If-None-Match`: the same as long as the answer is */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Gantt"];
                };
            };
            /** @description Not changed since the ETag that was given */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly search_run_logs: {
        readonly parameters: {
            readonly query?: {
                /** @description Lines from this moment on */
                readonly from?: string;
                /** @description `debug`, `info`, `warning`, `error`; absent: all */
                readonly level?: readonly string[];
                /** @description Lines; at most 5,000 */
                readonly limit?: number;
                /** @description A part of the line, of either case */
                readonly q?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Lines of all logs of a run, by time */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RunLogHits"];
                };
            };
        };
    };
    readonly get_run_summary: {
        readonly parameters: {
            readonly query?: {
                /** @description Only the instances of this task */
                readonly task_id?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A run in short */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RunSummary"];
                };
            };
        };
    };
    readonly mark_task_instances: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description `etag` of a preview: what must still be so */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PatchTaskInstancesBody"];
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
    readonly get_task_page: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
                /** @description Which instance of a mapped task, from 0; -1: the task is not mapped */
                readonly map_index: number;
                /** @description Id of the task */
                readonly task_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A task instance with what people ask of it first */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TaskPage"];
                };
            };
        };
    };
    readonly get_failure: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
                /** @description Which instance of a mapped task, from 0; -1: the task is not mapped */
                readonly map_index: number;
                /** @description Id of the task */
                readonly task_id: string | number;
                /** @description Number of the attempt, from 1 */
                readonly try_number: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Why an attempt has failed. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    readonly get_log_lines: {
        readonly parameters: {
            readonly query?: {
                /** @description The last lines before this one */
                readonly before?: number;
                /** @description From this line on */
                readonly from?: number;
                /** @description `debug`, `info`, `warning`, `error` */
                readonly level?: readonly string[];
                /** @description Lines; more than 10000 is taken for 10000 */
                readonly limit?: number;
                /** @description `stdout`, `stderr`, `task`, `momiji` */
                readonly src?: readonly string[];
                /** @description The last so many lines; more than 10000 is taken for 10000 */
                readonly tail?: number;
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
                /** @description Which instance of a mapped task, from 0; -1: the task is not mapped */
                readonly map_index: number;
                /** @description Id of the task */
                readonly task_id: string | number;
                /** @description Number of the attempt, from 1 */
                readonly try_number: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A `LogLine` as JSON a line */
            readonly 200: {
                headers: {
                    /** @description `true`: the attempt is over, and no line follows the last one */
                    readonly "X-Log-Complete"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/x-ndjson": string;
                };
            };
        };
    };
    readonly get_log_index: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
                /** @description Which instance of a mapped task, from 0; -1: the task is not mapped */
                readonly map_index: number;
                /** @description Id of the task */
                readonly task_id: string | number;
                /** @description Number of the attempt, from 1 */
                readonly try_number: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What there is in a log */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LogIndex"];
                };
            };
        };
    };
    readonly get_log_text: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
                /** @description Which instance of a mapped task, from 0; -1: the task is not mapped */
                readonly map_index: number;
                /** @description Id of the task */
                readonly task_id: string | number;
                /** @description Number of the attempt, from 1 */
                readonly try_number: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The lines as they were written */
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
    readonly search_log: {
        readonly parameters: {
            readonly query?: {
                /** @description From this line on */
                readonly from?: number;
                /** @description `debug`, `info`, `warning`, `error` */
                readonly level?: readonly string[];
                /** @description Found in whichever case; without it all lines of a level or source */
                readonly q?: string;
                /** @description `stdout`, `stderr`, `task`, `momiji` */
                readonly src?: readonly string[];
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
                /** @description Which instance of a mapped task, from 0; -1: the task is not mapped */
                readonly map_index: number;
                /** @description Id of the task */
                readonly task_id: string | number;
                /** @description Number of the attempt, from 1 */
                readonly try_number: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Where a text stands in a log */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LogHits"];
                };
            };
        };
    };
    readonly get_rendered_fields: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
                /** @description Which instance of a mapped task, from 0; -1: the task is not mapped */
                readonly map_index: number;
                /** @description Id of the task */
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
                    readonly "application/json": components["schemas"]["RenderedFields"];
                };
            };
        };
    };
    readonly delete_dag_dry_run: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
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
    readonly get_graph: {
        readonly parameters: {
            readonly query?: {
                /** @description Of the DAG; absent: the newest */
                readonly version?: number;
            };
            readonly header?: {
                /** @description ETag of the answer that the client has: 304 if it is still so */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The tasks of a version of a DAG and their order. */
            readonly 200: {
                headers: {
                    /** @description For `If-None-Match`: the same as long as the answer is */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["GridGraph"];
                };
            };
            /** @description Not changed since the ETag that was given */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly get_grid: {
        readonly parameters: {
            readonly query?: {
                /** @description `next` of another answer, or a moment: older runs */
                readonly before?: string;
                /** @description Of one of these types */
                readonly run_type?: readonly string[];
                /** @description At most 100 */
                readonly runs?: number;
                /** @description In one of these states */
                readonly state?: readonly string[];
                /** @description Also when tasks began and how long they took */
                readonly times?: boolean;
            };
            readonly header?: {
                /** @description ETag of the answer that the client has: 304 if it is still so */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Tasks and runs of a DAG, in one compact answer. */
            readonly 200: {
                headers: {
                    /** @description For `If-None-Match`: the same as long as the answer is */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Grid"];
                };
            };
            /** @description Not changed since the ETag that was given */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly preflight_dag: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What is missing for the jobs outside of a DAG to start */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Preflight"];
                };
            };
        };
    };
    readonly preflight_task: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the task */
                readonly task_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What is missing for the jobs outside of a DAG to start */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Preflight"];
                };
            };
        };
    };
    readonly get_version_diff: {
        readonly parameters: {
            readonly query: {
                /** @description Number of a version */
                readonly a: number;
                /** @description Number of another */
                readonly b: number;
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description How two versions of a DAG differ */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["VersionDiff"];
                };
            };
            /** @description Not changed since the ETag that was given */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly get_deadlines: {
        readonly parameters: {
            readonly query?: {
                /** @description Id of the DAG */
                readonly dag_id?: string;
                /** @description Id of the run */
                readonly dag_run_id?: string;
                /** @description The newest so many, at most 1000 */
                readonly limit?: number;
                /** @description In one of these states */
                readonly state?: readonly string[];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of a list */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DeadlineCollection"];
                };
            };
        };
    };
    readonly stream_events: {
        readonly parameters: {
            readonly query?: {
                /** @description Where to go on, for a client that cannot send `Last-Event-ID` */
                readonly last_event_id?: string;
                /** @description `home`, `dag:DAG`, `run:DAG/RUN`, `log:DAG/RUN/TASK/MAP_INDEX/TRY` (with `@N`: from line N on), `dags`, `runs`, `hitl`, `assets`, `backfills`, `pools`, `workers`, `import_errors`; also several with `,` between them */
                readonly topics?: readonly string[];
            };
            readonly header?: {
                /** @description Id of the last event that the client has seen: goes on after it */
                readonly "Last-Event-ID"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Events in the order of the commits. `hello` comes first, with the id of the stream; `reset`: read again, and go on from its `seq`; then `run`, `ti` and the others with what has changed */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/event-stream": string;
                };
            };
        };
    };
    readonly change_event_topics: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the stream, that its `hello` told */
                readonly stream: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["EventTopicsBody"];
            };
        };
        readonly responses: {
            /** @description Done; there is nothing to tell */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly get_home: {
        readonly parameters: {
            readonly query?: {
                /** @description Count what ended since then; absent: 24 hours ago */
                readonly since?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What runs, what has failed, what is late, what comes next. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Home"];
                };
            };
        };
    };
    readonly get_import_error_source: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Number of the import error */
                readonly import_error_id: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Where a file of DAGs is broken, and which DAGs that concerns */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ImportErrorSource"];
                };
            };
        };
    };
    readonly get_import_errors_affected: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Broken files whose DAGs were loaded once */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AffectedDagsOfFiles"];
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
            /** @description Who asks. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MeResponse"];
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
                readonly "application/json": components["schemas"]["PasswordBody"];
            };
        };
        readonly responses: {
            /** @description Done; there is nothing to tell */
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
            /** @description Whatever was put there; of a user who has set nothing `{}`, of views `[]` */
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
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": string | number | boolean | null | readonly unknown[] | {
                    readonly [key: string]: unknown;
                };
            };
        };
        readonly responses: {
            /** @description Done; there is nothing to tell */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
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
            /** @description Whatever was put there; of a user who has set nothing `{}`, of views `[]` */
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
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": string | number | boolean | null | readonly unknown[] | {
                    readonly [key: string]: unknown;
                };
            };
        };
        readonly responses: {
            /** @description Done; there is nothing to tell */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
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
                readonly "application/json": components["schemas"]["PreviewBody"];
            };
        };
        readonly responses: {
            /** @description Successful response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ActPreview"] | components["schemas"]["RunDeletionPreview"] | components["schemas"]["TriggerPreview"] | components["schemas"]["PoolPreview"] | components["schemas"]["PausePreview"] | components["schemas"]["UnpausePreview"] | components["schemas"]["DeletePreview"] | components["schemas"]["BackfillPreview"];
                };
            };
        };
    };
    readonly get_provider_details: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What Momiji's installed packages bring */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ProviderDetails"];
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
        readonly requestBody?: never;
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
                readonly "application/json": components["schemas"]["RotateKeysBody"];
            };
        };
        readonly responses: {
            /** @description What was sealed anew */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RotatedKeys"];
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
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["SchedulePreviewBody"];
            };
        };
        readonly responses: {
            /** @description What a schedule will do */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SchedulePreview"];
                };
            };
        };
    };
    readonly search: {
        readonly parameters: {
            readonly query: {
                /** @description `dag`, `run`, `task`, `asset`, `pool`, `variable`, `connection`; absent: all */
                readonly kinds?: readonly string[];
                /** @description Parts of a name, every one as it stands. Of runs a word may be the day they were due: `nightly 11-22`, `nightly 2026-11-22` */
                readonly q: string;
                /** @description IANA name of the time zone whose days are meant */
                readonly zone?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description At most 20 of each kind. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SearchResults"];
                };
            };
        };
    };
    readonly get_search_index: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description ETag of the answer that the client has: 304 if it is still so */
                readonly "If-None-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description All DAGs in short, for a client that searches by itself. */
            readonly 200: {
                headers: {
                    /** @description For `If-None-Match`: the same as long as the answer is */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SearchIndex"];
                };
            };
            /** @description Not changed since the ETag that was given */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly get_shell: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Who looks and what they may, what runs, and what waits for people. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Shell"];
                };
            };
        };
    };
    readonly get_timeline: {
        readonly parameters: {
            readonly query: {
                /** @description A part of the DAG's id */
                readonly dag_id_pattern?: string;
                /** @description What had not ended by then */
                readonly from: string;
                /** @description What has a lane */
                readonly lane?: "dag" | "pool" | "worker";
                /** @description DAGs that have one of them */
                readonly tags?: readonly string[];
                /** @description What had begun by then; at most 31 days after `from` */
                readonly to: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What ran when */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Timeline"];
                };
            };
            /** @description Not changed since the ETag that was given */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
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
            /** @description A page of a list */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TokenCollectionResponse"];
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
                readonly "application/json": components["schemas"]["TokenBody"];
            };
        };
        readonly responses: {
            /** @description The new token, with its secret */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NewTokenResponse"];
                };
            };
        };
    };
    readonly delete_token: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Number of the token */
                readonly token_id: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done; there is nothing to tell */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly get_user_rights: {
        readonly parameters: {
            readonly query: {
                /** @description Id of the DAG */
                readonly dag_id: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description Name of the user */
                readonly username: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What a user may do in a DAG, and why */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EffectiveRights"];
                };
            };
        };
    };
    readonly get_user_tokens: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Name of the user */
                readonly username: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of a list */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TokenCollectionResponse"];
                };
            };
        };
    };
    readonly delete_user_token: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Number of the token */
                readonly token_id: number;
                /** @description Name of the user */
                readonly username: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done; there is nothing to tell */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly get_variable_origins: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Where settings come from, and who changed them */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SettingOrigins"];
                };
            };
        };
    };
    readonly reveal_variables: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["RevealBody"];
            };
        };
        readonly responses: {
            /** @description Variables in the clear */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RevealedVariables"];
                };
            };
        };
    };
    readonly get_workers: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Who runs tasks, and what waits for them */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Workers"];
                };
            };
        };
    };
    readonly get_assets: {
        readonly parameters: {
            readonly query?: {
                /** @description Only assets that one of these DAGs names */
                readonly dag_ids?: readonly string[];
                /** @description Rows of a page; more than 100 is taken for 100 */
                readonly limit?: number;
                /** @description With a name like this: `%` any text, `_` any sign, ` | ` between alternatives; letters of any case */
                readonly name_pattern?: string;
                /** @description With a name that begins so; quicker than a pattern */
                readonly name_prefix_pattern?: string;
                /** @description Rows to pass over */
                readonly offset?: number;
                /** @description False: also assets that no DAG names any more */
                readonly only_active?: boolean;
                /** @description What to order by, `-` before what goes down; several: the first first */
                readonly order_by?: readonly ("id" | "-id" | "name" | "-name" | "uri" | "-uri" | "created_at" | "-created_at" | "updated_at" | "-updated_at")[];
                /** @description With a URI like this: `%` any text, `_` any sign, ` | ` between alternatives; letters of any case */
                readonly uri_pattern?: string;
                /** @description With a URI that begins so; quicker than a pattern */
                readonly uri_prefix_pattern?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of a list */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AssetCollectionResponse"];
                };
            };
        };
    };
    readonly get_asset: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Number of the asset */
                readonly asset_id: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Data that tasks make and DAGs wait for. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AssetResponse"];
                };
            };
        };
    };
    readonly materialize_asset: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Number of the asset */
                readonly asset_id: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["MaterializeAssetBody"];
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
    readonly get_asset_queued_events: {
        readonly parameters: {
            readonly query?: {
                /** @description Only what came before this moment */
                readonly before?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description Number of the asset */
                readonly asset_id: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of a list */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["QueuedEventCollectionResponse"];
                };
            };
        };
    };
    readonly delete_asset_queued_events: {
        readonly parameters: {
            readonly query?: {
                /** @description Only what came before this moment */
                readonly before?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description Number of the asset */
                readonly asset_id: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done; there is nothing to tell */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly list_asset_state_store: {
        readonly parameters: {
            readonly query?: {
                /** @description Rows of a page; more than 100 is taken for 100 */
                readonly limit?: number;
                /** @description Rows to pass over */
                readonly offset?: number;
            };
            readonly header?: never;
            readonly path: {
                /** @description Number of the asset */
                readonly asset_id: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of a list */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AssetStateStoreCollectionResponse"];
                };
            };
        };
    };
    readonly clear_asset_state_store: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Number of the asset */
                readonly asset_id: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done; there is nothing to tell */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly get_asset_state_store: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Number of the asset */
                readonly asset_id: number;
                /** @description Under which it is kept */
                readonly key: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What an asset keeps from one event to the next. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AssetStateStoreResponse"];
                };
            };
        };
    };
    readonly set_asset_state_store: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Number of the asset */
                readonly asset_id: number;
                /** @description Under which it is kept */
                readonly key: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AssetStateStoreBody"];
            };
        };
        readonly responses: {
            /** @description Done; there is nothing to tell */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly delete_asset_state_store: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Number of the asset */
                readonly asset_id: number;
                /** @description Under which it is kept */
                readonly key: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done; there is nothing to tell */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly get_asset_aliases: {
        readonly parameters: {
            readonly query?: {
                /** @description Rows of a page; more than 100 is taken for 100 */
                readonly limit?: number;
                /** @description With a name like this: `%` any text, `_` any sign, ` | ` between alternatives; letters of any case */
                readonly name_pattern?: string;
                /** @description With a name that begins so; quicker than a pattern */
                readonly name_prefix_pattern?: string;
                /** @description Rows to pass over */
                readonly offset?: number;
                /** @description What to order by, `-` before what goes down; several: the first first */
                readonly order_by?: readonly ("id" | "-id" | "name" | "-name")[];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of a list */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AssetAliasCollectionResponse"];
                };
            };
        };
    };
    readonly get_asset_alias: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Number of the alias */
                readonly asset_alias_id: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A name that tasks resolve to assets while they run. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AssetAliasResponse"];
                };
            };
        };
    };
    readonly get_asset_events: {
        readonly parameters: {
            readonly query?: {
                /** @description Number of the asset */
                readonly asset_id?: number;
                /** @description Rows of a page; more than 100 is taken for 100 */
                readonly limit?: number;
                /** @description With a name like this: `%` any text, `_` any sign, ` | ` between alternatives; letters of any case */
                readonly name_pattern?: string;
                /** @description With a name that begins so; quicker than a pattern */
                readonly name_prefix_pattern?: string;
                /** @description Rows to pass over */
                readonly offset?: number;
                /** @description What to order by, `-` before what goes down; several: the first first */
                readonly order_by?: readonly ("timestamp" | "-timestamp" | "id" | "-id" | "source_dag_id" | "-source_dag_id" | "source_run_id" | "-source_run_id" | "source_task_id" | "-source_task_id" | "source_map_index" | "-source_map_index")[];
                /** @description Made by a task of this DAG */
                readonly source_dag_id?: string;
                /** @description Made by this instance of a mapped task */
                readonly source_map_index?: number;
                /** @description Made in this run */
                readonly source_run_id?: string;
                /** @description Made by this task */
                readonly source_task_id?: string;
                /** @description With the moment of the event after (above) this */
                readonly timestamp_gt?: string;
                /** @description With the moment of the event not before (not below) this */
                readonly timestamp_gte?: string;
                /** @description With the moment of the event before (below) this */
                readonly timestamp_lt?: string;
                /** @description With the moment of the event not after (not above) this */
                readonly timestamp_lte?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of a list */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AssetEventCollectionResponse"];
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
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CreateAssetEventsBody"];
            };
        };
        readonly responses: {
            /** @description An asset has changed. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AssetEventResponse"];
                };
            };
        };
    };
    readonly login: {
        readonly parameters: {
            readonly query?: {
                /** @description What to show as an error */
                readonly error?: string;
                /** @description Where to go after it: a path of this server */
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
                /** @description That go on, or all */
                readonly active?: boolean;
                /** @description Id of the DAG */
                readonly dag_id?: string;
                /** @description Rows of a page; more than 100 is taken for 100 */
                readonly limit?: number;
                /** @description Rows to pass over */
                readonly offset?: number;
                /** @description What to order by, `-` before what goes down; several: the first first */
                readonly order_by?: readonly ("id" | "-id")[];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of a list */
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
            readonly header?: {
                /** @description `etag` of a preview: what must still be so */
                readonly "If-Match"?: string;
            };
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
                /** @description Number of the backfill */
                readonly backfill_id: number;
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
                /** @description Number of the backfill */
                readonly backfill_id: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
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
                /** @description Number of the backfill */
                readonly backfill_id: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
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
                /** @description Number of the backfill */
                readonly backfill_id: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
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
                /** @description Only the options of this section */
                readonly section?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Settings by section; as they are now, wherever they came from. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Config"];
                    readonly "text/plain": string;
                };
            };
        };
    };
    readonly get_config_value: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Name of the setting in its section */
                readonly option: string | number;
                /** @description Section of the setting */
                readonly section: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Settings by section; as they are now, wherever they came from. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Config"];
                    readonly "text/plain": string;
                };
            };
        };
    };
    readonly get_connections: {
        readonly parameters: {
            readonly query?: {
                /** @description With a connection id like this: `%` any text, `_` any sign, ` | ` between alternatives; letters of any case */
                readonly connection_id_pattern?: string;
                /** @description With a connection id that begins so; quicker than a pattern */
                readonly connection_id_prefix_pattern?: string;
                /** @description Rows of a page; more than 100 is taken for 100 */
                readonly limit?: number;
                /** @description Rows to pass over */
                readonly offset?: number;
                /** @description What to order by, `-` before what goes down; several: the first first */
                readonly order_by?: readonly ("connection_id" | "-connection_id" | "conn_id" | "-conn_id" | "id" | "-id" | "conn_type" | "-conn_type" | "description" | "-description" | "host" | "-host" | "port" | "-port")[];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of a list */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ConnectionCollectionResponse"];
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
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ConnectionBody"];
            };
        };
        readonly responses: {
            /** @description How to reach something outside, without its secrets. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ConnectionResponse"];
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
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["BulkBody_ConnectionBody_"];
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
    readonly get_connection: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the connection */
                readonly connection_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description How to reach something outside, without its secrets. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ConnectionResponse"];
                };
            };
        };
    };
    readonly delete_connection: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the connection */
                readonly connection_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done; there is nothing to tell */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly patch_connection: {
        readonly parameters: {
            readonly query?: {
                /** @description The fields to change; absent: all that the body has */
                readonly update_mask?: readonly string[];
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the connection */
                readonly connection_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ConnectionBody"];
            };
        };
        readonly responses: {
            /** @description How to reach something outside, without its secrets. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ConnectionResponse"];
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
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done; there is nothing to tell */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly get_connection_test: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description `token` of the answer to the test's request */
                readonly "Airflow-Connection-Test-Token"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description How the test fares */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AsyncConnectionTestResponse"];
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
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ConnectionTestRequestBody"];
            };
        };
        readonly responses: {
            /** @description The test has begun */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ConnectionTestQueuedResponse"];
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
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ConnectionBody"];
            };
        };
        readonly responses: {
            /** @description What the test found */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ConnectionTestResponse"];
                };
            };
        };
    };
    readonly get_dags: {
        readonly parameters: {
            readonly query?: {
                /** @description Which wait for an asset with this in its name or URI */
                readonly asset_dependency?: string;
                /** @description Of this bundle; there is one, `dags-folder` */
                readonly bundle_name?: string;
                /** @description Of this version of the bundle: the hash of the DAG's code */
                readonly bundle_version?: string;
                /** @description With a DAG display name like this: `%` any text, `_` any sign, ` | ` between alternatives; letters of any case */
                readonly dag_display_name_pattern?: string;
                /** @description With a DAG display name that begins so; quicker than a pattern */
                readonly dag_display_name_prefix_pattern?: string;
                /** @description With a DAG id like this: `%` any text, `_` any sign, ` | ` between alternatives; letters of any case */
                readonly dag_id_pattern?: string;
                /** @description With a DAG id that begins so; quicker than a pattern */
                readonly dag_id_prefix_pattern?: string;
                /** @description With the end of the last run after (above) this */
                readonly dag_run_end_date_gt?: string;
                /** @description With the end of the last run not before (not below) this */
                readonly dag_run_end_date_gte?: string;
                /** @description With the end of the last run before (below) this */
                readonly dag_run_end_date_lt?: string;
                /** @description With the end of the last run not after (not above) this */
                readonly dag_run_end_date_lte?: string;
                /** @description With the start of the last run after (above) this */
                readonly dag_run_start_date_gt?: string;
                /** @description With the start of the last run not before (not below) this */
                readonly dag_run_start_date_gte?: string;
                /** @description With the start of the last run before (below) this */
                readonly dag_run_start_date_lt?: string;
                /** @description With the start of the last run not after (not above) this */
                readonly dag_run_start_date_lte?: string;
                /** @description Whose last run is in one of these states */
                readonly dag_run_state?: readonly string[];
                /** @description False: also DAGs whose files no longer have them */
                readonly exclude_stale?: boolean;
                /** @description Which wait for assets, or do not */
                readonly has_asset_schedule?: boolean;
                /** @description Whose files cannot be read now, or can */
                readonly has_import_errors?: boolean;
                /** @description Your favourites, or the others */
                readonly is_favorite?: boolean;
                /** @description Whose last run is in this state */
                readonly last_dag_run_state?: "queued" | "running" | "success" | "failed";
                /** @description Rows of a page; more than 100 is taken for 100 */
                readonly limit?: number;
                /** @description Rows to pass over */
                readonly offset?: number;
                /** @description What to order by, `-` before what goes down; several: the first first */
                readonly order_by?: readonly string[];
                /** @description With a task of one of these owners */
                readonly owners?: readonly string[];
                /** @description Paused, or not */
                readonly paused?: boolean;
                /** @description With these tags */
                readonly tags?: readonly string[];
                /** @description With `any` of the tags, or with `all` */
                readonly tags_match_mode?: "any" | "all";
                /** @description With a timetable of one of these types, by Airflow's names */
                readonly timetable_type?: readonly string[];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of a list */
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
                /** @description Of any run of the last 24 hours, not only the newest */
                readonly any_run_state?: readonly ("queued" | "running" | "success" | "failed")[];
                /** @description Which wait for an asset with this in its name or URI */
                readonly asset_dependency?: string;
                /** @description Of this bundle; there is one, `dags-folder` */
                readonly bundle_name?: string;
                /** @description Of this version of the bundle: the hash of the DAG's code */
                readonly bundle_version?: string;
                /** @description With a DAG display name like this: `%` any text, `_` any sign, ` | ` between alternatives; letters of any case */
                readonly dag_display_name_pattern?: string;
                /** @description With a DAG display name that begins so; quicker than a pattern */
                readonly dag_display_name_prefix_pattern?: string;
                /** @description With a DAG id like this: `%` any text, `_` any sign, ` | ` between alternatives; letters of any case */
                readonly dag_id_pattern?: string;
                /** @description With a DAG id that begins so; quicker than a pattern */
                readonly dag_id_prefix_pattern?: string;
                /** @description With the end of the last run after (above) this */
                readonly dag_run_end_date_gt?: string;
                /** @description With the end of the last run not before (not below) this */
                readonly dag_run_end_date_gte?: string;
                /** @description With the end of the last run before (below) this */
                readonly dag_run_end_date_lt?: string;
                /** @description With the end of the last run not after (not above) this */
                readonly dag_run_end_date_lte?: string;
                /** @description With the start of the last run after (above) this */
                readonly dag_run_start_date_gt?: string;
                /** @description With the start of the last run not before (not below) this */
                readonly dag_run_start_date_gte?: string;
                /** @description With the start of the last run before (below) this */
                readonly dag_run_start_date_lt?: string;
                /** @description With the start of the last run not after (not above) this */
                readonly dag_run_start_date_lte?: string;
                /** @description Whose last run is in one of these states */
                readonly dag_run_state?: readonly string[];
                /** @description False: also DAGs whose files no longer have them */
                readonly exclude_stale?: boolean;
                /** @description Of the file, with `/` at its end */
                readonly folder?: string;
                /** @description Which wait for assets, or do not */
                readonly has_asset_schedule?: boolean;
                /** @description Whose files cannot be read now, or can */
                readonly has_import_errors?: boolean;
                /** @description Your favourites, or the others */
                readonly is_favorite?: boolean;
                /** @description Whose last run is in this state */
                readonly last_dag_run_state?: "queued" | "running" | "success" | "failed";
                /** @description DAGs that are switched at most */
                readonly limit?: number;
                /** @description Whether a task asks somebody who has not answered */
                readonly needs_review?: boolean;
                /** @description Rows to pass over */
                readonly offset?: number;
                /** @description With a task of one of these owners */
                readonly owners?: readonly string[];
                /** @description Paused, or not */
                readonly paused?: boolean;
                /** @description A part of the id, the name or the description */
                readonly q?: string;
                /** @description Has this tag too, whatever `tags` asks for; empty: has none */
                readonly tag?: string;
                /** @description With these tags */
                readonly tags?: readonly string[];
                /** @description With `any` of the tags, or with `all` */
                readonly tags_match_mode?: "any" | "all";
                /** @description With a timetable of one of these types, by Airflow's names */
                readonly timetable_type?: readonly string[];
                /** @description The fields of the body that count; absent: all */
                readonly update_mask?: readonly string[];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DAGsPatchBody"];
            };
        };
        readonly responses: {
            /** @description A page of a list */
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
                /** @description Id of the DAG */
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
            readonly header?: {
                /** @description `etag` of a preview: what must still be so */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done; there is nothing to tell */
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
                /** @description The fields of the body that count; absent: all */
                readonly update_mask?: readonly string[];
            };
            readonly header?: {
                /** @description `etag` of a preview: what must still be so */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description Id of the DAG */
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
            readonly query?: {
                /** @description Only what came before this moment */
                readonly before?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description Number of the asset */
                readonly asset_id: number;
                /** @description Id of the DAG */
                readonly dag_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description An asset has changed, and a DAG still waits for others. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["QueuedEventResponse"];
                };
            };
        };
    };
    readonly delete_dag_asset_queued_event: {
        readonly parameters: {
            readonly query?: {
                /** @description Only what came before this moment */
                readonly before?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description Number of the asset */
                readonly asset_id: number;
                /** @description Id of the DAG */
                readonly dag_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done; there is nothing to tell */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly get_dag_asset_queued_events: {
        readonly parameters: {
            readonly query?: {
                /** @description Only what came before this moment */
                readonly before?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of a list */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["QueuedEventCollectionResponse"];
                };
            };
        };
    };
    readonly delete_dag_asset_queued_events: {
        readonly parameters: {
            readonly query?: {
                /** @description Only what came before this moment */
                readonly before?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done; there is nothing to tell */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly clear_dag_runs: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description `etag` of a preview: what must still be so */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
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
                /** @description Id of the DAG */
                readonly dag_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
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
            readonly header?: {
                /** @description `etag` of a preview: what must still be so */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
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
                /** @description Of this version of the bundle: the hash of the DAG's code */
                readonly bundle_version?: string;
                /** @description With this text in `conf` */
                readonly conf_contains?: string;
                /** @description Which took up an event of an asset like this */
                readonly consuming_asset_pattern?: string;
                /** @description `next_cursor` or `previous_cursor` of another answer; empty: the first page by place. Instead of `offset` */
                readonly cursor?: string;
                /** @description With a DAG id like this: `%` any text, `_` any sign, ` | ` between alternatives; letters of any case */
                readonly dag_id_pattern?: string;
                /** @description With a DAG id that begins so; quicker than a pattern */
                readonly dag_id_prefix_pattern?: string;
                /** @description Of one of these versions of their DAG */
                readonly dag_version?: readonly number[];
                /** @description With the duration in seconds after (above) this */
                readonly duration_gt?: number;
                /** @description With the duration in seconds not before (not below) this */
                readonly duration_gte?: number;
                /** @description With the duration in seconds before (below) this */
                readonly duration_lt?: number;
                /** @description With the duration in seconds not after (not above) this */
                readonly duration_lte?: number;
                /** @description With the end after (above) this */
                readonly end_date_gt?: string;
                /** @description With the end not before (not below) this */
                readonly end_date_gte?: string;
                /** @description With the end before (below) this */
                readonly end_date_lt?: string;
                /** @description With the end not after (not above) this */
                readonly end_date_lte?: string;
                /** @description Rows of a page; more than 100 is taken for 100 */
                readonly limit?: number;
                /** @description With the logical date of the run after (above) this */
                readonly logical_date_gt?: string;
                /** @description With the logical date of the run not before (not below) this */
                readonly logical_date_gte?: string;
                /** @description With the logical date of the run before (below) this */
                readonly logical_date_lt?: string;
                /** @description With the logical date of the run not after (not above) this */
                readonly logical_date_lte?: string;
                /** @description Rows to pass over */
                readonly offset?: number;
                /** @description What to order by, `-` before what goes down; several: the first first */
                readonly order_by?: readonly string[];
                /** @description With the date of the partition not before (not below) this */
                readonly partition_date_gte?: string;
                /** @description With the date of the partition not after (not above) this */
                readonly partition_date_lte?: string;
                /** @description With a partition key like this: `%` any text, `_` any sign, ` | ` between alternatives; letters of any case */
                readonly partition_key_pattern?: string;
                /** @description With a partition key that begins so; quicker than a pattern */
                readonly partition_key_prefix_pattern?: string;
                /** @description With the moment from which a run may begin after (above) this */
                readonly run_after_gt?: string;
                /** @description With the moment from which a run may begin not before (not below) this */
                readonly run_after_gte?: string;
                /** @description With the moment from which a run may begin before (below) this */
                readonly run_after_lt?: string;
                /** @description With the moment from which a run may begin not after (not above) this */
                readonly run_after_lte?: string;
                /** @description With a run id like this: `%` any text, `_` any sign, ` | ` between alternatives; letters of any case */
                readonly run_id_pattern?: string;
                /** @description With a run id that begins so; quicker than a pattern */
                readonly run_id_prefix_pattern?: string;
                /** @description Of one of these types */
                readonly run_type?: readonly string[];
                /** @description With the start after (above) this */
                readonly start_date_gt?: string;
                /** @description With the start not before (not below) this */
                readonly start_date_gte?: string;
                /** @description With the start before (below) this */
                readonly start_date_lt?: string;
                /** @description With the start not after (not above) this */
                readonly start_date_lte?: string;
                /** @description In one of these states */
                readonly state?: readonly string[];
                /** @description With a triggering user name like this: `%` any text, `_` any sign, ` | ` between alternatives; letters of any case */
                readonly triggering_user_name_pattern?: string;
                /** @description With a triggering user name that begins so; quicker than a pattern */
                readonly triggering_user_name_prefix_pattern?: string;
                /** @description With the last change after (above) this */
                readonly updated_at_gt?: string;
                /** @description With the last change not before (not below) this */
                readonly updated_at_gte?: string;
                /** @description With the last change before (below) this */
                readonly updated_at_lt?: string;
                /** @description With the last change not after (not above) this */
                readonly updated_at_lte?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
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
                /** @description Id of the DAG */
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
                /** @description Id of the DAG */
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
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
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
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done; there is nothing to tell */
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
            readonly query?: {
                /** @description The fields of the body that count; absent: all */
                readonly update_mask?: readonly string[];
            };
            readonly header?: {
                /** @description `etag` of a preview: what must still be so */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
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
            readonly header?: {
                /** @description `etag` of a preview: what must still be so */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
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
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
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
            readonly query?: {
                /** @description With this text in its body, letters of any case */
                readonly body_search?: string;
                /** @description With the moment of the question after (above) this */
                readonly created_at_gt?: string;
                /** @description With the moment of the question not before (not below) this */
                readonly created_at_gte?: string;
                /** @description With the moment of the question before (below) this */
                readonly created_at_lt?: string;
                /** @description With the moment of the question not after (not above) this */
                readonly created_at_lte?: string;
                /** @description With a DAG id like this: `%` any text, `_` any sign, ` | ` between alternatives; letters of any case */
                readonly dag_id_pattern?: string;
                /** @description With a DAG id that begins so; quicker than a pattern */
                readonly dag_id_prefix_pattern?: string;
                /** @description Rows of a page; more than 100 is taken for 100 */
                readonly limit?: number;
                /** @description Which instance of a mapped task, from 0; -1: the task is not mapped */
                readonly map_index?: number;
                /** @description Rows to pass over */
                readonly offset?: number;
                /** @description What to order by, `-` before what goes down; several: the first first */
                readonly order_by?: readonly string[];
                /** @description Answered by one of these users */
                readonly responded_by_user_id?: readonly string[];
                /** @description Answered by one of these users */
                readonly responded_by_user_name?: readonly string[];
                /** @description Answered, or not */
                readonly response_received?: boolean;
                /** @description In one of these states */
                readonly state?: readonly string[];
                /** @description With this text in its subject, letters of any case */
                readonly subject_search?: string;
                /** @description Id of the task */
                readonly task_id?: string;
                /** @description With a task id like this: `%` any text, `_` any sign, ` | ` between alternatives; letters of any case */
                readonly task_id_pattern?: string;
                /** @description With a task id that begins so; quicker than a pattern */
                readonly task_id_prefix_pattern?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of a list */
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
            readonly query?: {
                /** @description The fields of the body that count; absent: all */
                readonly update_mask?: readonly string[];
            };
            readonly header?: {
                /** @description `etag` of a preview: what must still be so */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
                /** @description Id of the task group */
                readonly group_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
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
            readonly query?: {
                /** @description The fields of the body that count; absent: all */
                readonly update_mask?: readonly string[];
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
                /** @description Id of the task group */
                readonly group_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
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
                /** @description `next_cursor` or `previous_cursor` of another answer; empty: the first page by place. Instead of `offset` */
                readonly cursor?: string;
                /** @description With a DAG id like this: `%` any text, `_` any sign, ` | ` between alternatives; letters of any case */
                readonly dag_id_pattern?: string;
                /** @description With a DAG id that begins so; quicker than a pattern */
                readonly dag_id_prefix_pattern?: string;
                /** @description With the duration in seconds after (above) this */
                readonly duration_gt?: number;
                /** @description With the duration in seconds not before (not below) this */
                readonly duration_gte?: number;
                /** @description With the duration in seconds before (below) this */
                readonly duration_lt?: number;
                /** @description With the duration in seconds not after (not above) this */
                readonly duration_lte?: number;
                /** @description With the end after (above) this */
                readonly end_date_gt?: string;
                /** @description With the end not before (not below) this */
                readonly end_date_gte?: string;
                /** @description With the end before (below) this */
                readonly end_date_lt?: string;
                /** @description With the end not after (not above) this */
                readonly end_date_lte?: string;
                /** @description Of one of these executors */
                readonly executor?: readonly string[];
                /** @description Rows of a page; more than 100 is taken for 100 */
                readonly limit?: number;
                /** @description With the logical date of the run after (above) this */
                readonly logical_date_gt?: string;
                /** @description With the logical date of the run not before (not below) this */
                readonly logical_date_gte?: string;
                /** @description With the logical date of the run before (below) this */
                readonly logical_date_lt?: string;
                /** @description With the logical date of the run not after (not above) this */
                readonly logical_date_lte?: string;
                /** @description Which instance of a mapped task, from 0; -1: the task is not mapped */
                readonly map_index?: readonly number[];
                /** @description Rows to pass over */
                readonly offset?: number;
                /** @description Of one of these operators */
                readonly operator?: readonly string[];
                /** @description With an operator name like this: `%` any text, `_` any sign, ` | ` between alternatives; letters of any case */
                readonly operator_name_pattern?: string;
                /** @description With an operator name that begins so; quicker than a pattern */
                readonly operator_name_prefix_pattern?: string;
                /** @description What to order by, `-` before what goes down; several: the first first */
                readonly order_by?: readonly string[];
                /** @description In one of these pools */
                readonly pool?: readonly string[];
                /** @description With a pool name like this: `%` any text, `_` any sign, ` | ` between alternatives; letters of any case */
                readonly pool_name_pattern?: string;
                /** @description With a pool name that begins so; quicker than a pattern */
                readonly pool_name_prefix_pattern?: string;
                /** @description Of one of these queues */
                readonly queue?: readonly string[];
                /** @description With a queue name like this: `%` any text, `_` any sign, ` | ` between alternatives; letters of any case */
                readonly queue_name_pattern?: string;
                /** @description With a queue name that begins so; quicker than a pattern */
                readonly queue_name_prefix_pattern?: string;
                /** @description With a rendered map index like this: `%` any text, `_` any sign, ` | ` between alternatives; letters of any case */
                readonly rendered_map_index_pattern?: string;
                /** @description With a rendered map index that begins so; quicker than a pattern */
                readonly rendered_map_index_prefix_pattern?: string;
                /** @description With the moment from which a run may begin after (above) this */
                readonly run_after_gt?: string;
                /** @description With the moment from which a run may begin not before (not below) this */
                readonly run_after_gte?: string;
                /** @description With the moment from which a run may begin before (below) this */
                readonly run_after_lt?: string;
                /** @description With the moment from which a run may begin not after (not above) this */
                readonly run_after_lte?: string;
                /** @description With a run id like this: `%` any text, `_` any sign, ` | ` between alternatives; letters of any case */
                readonly run_id_pattern?: string;
                /** @description With a run id that begins so; quicker than a pattern */
                readonly run_id_prefix_pattern?: string;
                /** @description With the start after (above) this */
                readonly start_date_gt?: string;
                /** @description With the start not before (not below) this */
                readonly start_date_gte?: string;
                /** @description With the start before (below) this */
                readonly start_date_lt?: string;
                /** @description With the start not after (not above) this */
                readonly start_date_lte?: string;
                /** @description In one of these states */
                readonly state?: readonly string[];
                /** @description With a task display name like this: `%` any text, `_` any sign, ` | ` between alternatives; letters of any case */
                readonly task_display_name_pattern?: string;
                /** @description With a task display name that begins so; quicker than a pattern */
                readonly task_display_name_prefix_pattern?: string;
                /** @description Of the tasks of this group */
                readonly task_group_id?: string;
                /** @description Id of the task */
                readonly task_id?: string;
                /** @description Number of the attempt, from 1 */
                readonly try_number?: readonly number[];
                /** @description With the last change after (above) this */
                readonly updated_at_gt?: string;
                /** @description With the last change not before (not below) this */
                readonly updated_at_gte?: string;
                /** @description With the last change before (below) this */
                readonly updated_at_lt?: string;
                /** @description With the last change not after (not above) this */
                readonly updated_at_lte?: string;
                /** @description Number of the DAG's version, from 1 */
                readonly version_number?: readonly number[];
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
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
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
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
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
                /** @description Id of the task */
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
                /** @description Which instance of a mapped task, from 0; -1: the task is not mapped */
                readonly map_index?: number;
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
                /** @description Id of the task */
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
            readonly query?: {
                /** @description Of a mapped task this instance alone; absent: all */
                readonly map_index?: number;
                /** @description The fields of the body that count; absent: all */
                readonly update_mask?: readonly string[];
            };
            readonly header?: {
                /** @description `etag` of a preview: what must still be so */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
                /** @description Id of the task */
                readonly task_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
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
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
                /** @description Which instance of a mapped task, from 0; -1: the task is not mapped */
                readonly map_index: number;
                /** @description Id of the task */
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
            readonly query?: {
                /** @description The fields of the body that count; absent: all */
                readonly update_mask?: readonly string[];
            };
            readonly header?: {
                /** @description `etag` of a preview: what must still be so */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
                /** @description Which instance of a mapped task, from 0; -1: the task is not mapped */
                readonly map_index: number;
                /** @description Id of the task */
                readonly task_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
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
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
                /** @description Which instance of a mapped task, from 0; -1: the task is not mapped */
                readonly map_index: number;
                /** @description Id of the task */
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
            readonly query?: {
                /** @description The fields of the body that count; absent: all */
                readonly update_mask?: readonly string[];
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
                /** @description Which instance of a mapped task, from 0; -1: the task is not mapped */
                readonly map_index: number;
                /** @description Id of the task */
                readonly task_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
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
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
                /** @description Which instance of a mapped task, from 0; -1: the task is not mapped */
                readonly map_index: number;
                /** @description Id of the task */
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
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
                /** @description Which instance of a mapped task, from 0; -1: the task is not mapped */
                readonly map_index: number;
                /** @description Id of the task */
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
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
                /** @description Which instance of a mapped task, from 0; -1: the task is not mapped */
                readonly map_index: number;
                /** @description Id of the task */
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
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
                /** @description Which instance of a mapped task, from 0; -1: the task is not mapped */
                readonly map_index: number;
                /** @description Id of the task */
                readonly task_id: string | number;
                /** @description Number of the attempt, from 1 */
                readonly try_number: number;
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
                /** @description Which instance of a mapped task, from 0; -1: the task is not mapped */
                readonly map_index?: number;
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
                /** @description Which instance of a mapped task, from 0; -1: the task is not mapped */
                readonly map_index: number;
                /** @description Id of the task */
                readonly task_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of a list */
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
                /** @description Which instance of a mapped task, from 0; -1: the task is not mapped */
                readonly map_index?: number;
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
                /** @description Which instance of a mapped task, from 0; -1: the task is not mapped */
                readonly map_index: number;
                /** @description Id of the task */
                readonly task_id: string | number;
                /** @description Number of the attempt, from 1 */
                readonly task_try_number: number;
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
            readonly query?: {
                /** @description Which instance of a mapped task, from 0; -1: the task is not mapped */
                readonly map_index?: number;
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
                /** @description Id of the task */
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
            readonly query?: {
                /** @description Of a mapped task this instance alone; absent: all */
                readonly map_index?: number;
                /** @description The fields of the body that count; absent: all */
                readonly update_mask?: readonly string[];
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
                /** @description Id of the task */
                readonly task_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
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
            readonly query?: {
                /** @description Which instance of a mapped task, from 0; -1: the task is not mapped */
                readonly map_index?: number;
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
                /** @description Id of the task */
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
                /** @description Which instance of a mapped task, from 0; -1: the task is not mapped */
                readonly map_index?: number;
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
                /** @description Id of the task */
                readonly task_id: string | number;
                /** @description Number of the attempt, from 1 */
                readonly try_number: number;
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
                /** @description Which instance of a mapped task, from 0; -1: the task is not mapped */
                readonly map_index?: number;
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
                /** @description Id of the task */
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
                /** @description With the duration in seconds after (above) this */
                readonly duration_gt?: number;
                /** @description With the duration in seconds not before (not below) this */
                readonly duration_gte?: number;
                /** @description With the duration in seconds before (below) this */
                readonly duration_lt?: number;
                /** @description With the duration in seconds not after (not above) this */
                readonly duration_lte?: number;
                /** @description With the end after (above) this */
                readonly end_date_gt?: string;
                /** @description With the end not before (not below) this */
                readonly end_date_gte?: string;
                /** @description With the end before (below) this */
                readonly end_date_lt?: string;
                /** @description With the end not after (not above) this */
                readonly end_date_lte?: string;
                /** @description Of one of these executors */
                readonly executor?: readonly string[];
                /** @description Rows of a page; more than 100 is taken for 100 */
                readonly limit?: number;
                /** @description With the logical date of the run after (above) this */
                readonly logical_date_gt?: string;
                /** @description With the logical date of the run not before (not below) this */
                readonly logical_date_gte?: string;
                /** @description With the logical date of the run before (below) this */
                readonly logical_date_lt?: string;
                /** @description With the logical date of the run not after (not above) this */
                readonly logical_date_lte?: string;
                /** @description Which instance of a mapped task, from 0; -1: the task is not mapped */
                readonly map_index?: readonly number[];
                /** @description Rows to pass over */
                readonly offset?: number;
                /** @description Of one of these operators */
                readonly operator?: readonly string[];
                /** @description With an operator name like this: `%` any text, `_` any sign, ` | ` between alternatives; letters of any case */
                readonly operator_name_pattern?: string;
                /** @description With an operator name that begins so; quicker than a pattern */
                readonly operator_name_prefix_pattern?: string;
                /** @description What to order by, `-` before what goes down; several: the first first */
                readonly order_by?: readonly string[];
                /** @description In one of these pools */
                readonly pool?: readonly string[];
                /** @description With a pool name like this: `%` any text, `_` any sign, ` | ` between alternatives; letters of any case */
                readonly pool_name_pattern?: string;
                /** @description With a pool name that begins so; quicker than a pattern */
                readonly pool_name_prefix_pattern?: string;
                /** @description Of one of these queues */
                readonly queue?: readonly string[];
                /** @description With a queue name like this: `%` any text, `_` any sign, ` | ` between alternatives; letters of any case */
                readonly queue_name_pattern?: string;
                /** @description With a queue name that begins so; quicker than a pattern */
                readonly queue_name_prefix_pattern?: string;
                /** @description With a rendered map index like this: `%` any text, `_` any sign, ` | ` between alternatives; letters of any case */
                readonly rendered_map_index_pattern?: string;
                /** @description With a rendered map index that begins so; quicker than a pattern */
                readonly rendered_map_index_prefix_pattern?: string;
                /** @description With the moment from which a run may begin after (above) this */
                readonly run_after_gt?: string;
                /** @description With the moment from which a run may begin not before (not below) this */
                readonly run_after_gte?: string;
                /** @description With the moment from which a run may begin before (below) this */
                readonly run_after_lt?: string;
                /** @description With the moment from which a run may begin not after (not above) this */
                readonly run_after_lte?: string;
                /** @description With the start after (above) this */
                readonly start_date_gt?: string;
                /** @description With the start not before (not below) this */
                readonly start_date_gte?: string;
                /** @description With the start before (below) this */
                readonly start_date_lt?: string;
                /** @description With the start not after (not above) this */
                readonly start_date_lte?: string;
                /** @description In one of these states */
                readonly state?: readonly string[];
                /** @description Number of the attempt, from 1 */
                readonly try_number?: readonly number[];
                /** @description With the last change after (above) this */
                readonly updated_at_gt?: string;
                /** @description With the last change not before (not below) this */
                readonly updated_at_gte?: string;
                /** @description With the last change before (below) this */
                readonly updated_at_lt?: string;
                /** @description With the last change not after (not above) this */
                readonly updated_at_lte?: string;
                /** @description Number of the DAG's version, from 1 */
                readonly version_number?: readonly number[];
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
                /** @description Id of the task */
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
                /** @description All lines in one answer */
                readonly full_content?: boolean;
                /** @description Which instance of a mapped task, from 0; -1: the task is not mapped */
                readonly map_index?: number;
                /** @description `continuation_token` of the page before */
                readonly token?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
                /** @description Id of the task */
                readonly task_id: string | number;
                /** @description Number of the attempt, from 1 */
                readonly try_number: number;
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
                /** @description Rows of a page; more than 100 is taken for 100 */
                readonly limit?: number;
                /** @description Which instance of a mapped task, from 0; -1: the task is not mapped */
                readonly map_index?: number;
                /** @description Rows to pass over */
                readonly offset?: number;
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
                /** @description Id of the task */
                readonly task_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of a list */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TaskStateStoreCollectionResponse"];
                };
            };
        };
    };
    readonly clear_task_state_store: {
        readonly parameters: {
            readonly query?: {
                /** @description Of all instances of a mapped task */
                readonly all_map_indices?: boolean;
                /** @description Which instance of a mapped task, from 0; -1: the task is not mapped */
                readonly map_index?: number;
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
                /** @description Id of the task */
                readonly task_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done; there is nothing to tell */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly get_task_state_store: {
        readonly parameters: {
            readonly query?: {
                /** @description Which instance of a mapped task, from 0; -1: the task is not mapped */
                readonly map_index?: number;
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
                /** @description Under which it is kept */
                readonly key: string | number;
                /** @description Id of the task */
                readonly task_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What a task instance keeps from one attempt to the next. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TaskStateStoreResponse"];
                };
            };
        };
    };
    readonly set_task_state_store: {
        readonly parameters: {
            readonly query?: {
                /** @description Which instance of a mapped task, from 0; -1: the task is not mapped */
                readonly map_index?: number;
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
                /** @description Under which it is kept */
                readonly key: string | number;
                /** @description Id of the task */
                readonly task_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TaskStateStoreBody"];
            };
        };
        readonly responses: {
            /** @description Done; there is nothing to tell */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly delete_task_state_store: {
        readonly parameters: {
            readonly query?: {
                /** @description Which instance of a mapped task, from 0; -1: the task is not mapped */
                readonly map_index?: number;
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
                /** @description Under which it is kept */
                readonly key: string | number;
                /** @description Id of the task */
                readonly task_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done; there is nothing to tell */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly patch_task_state_store: {
        readonly parameters: {
            readonly query?: {
                /** @description Which instance of a mapped task, from 0; -1: the task is not mapped */
                readonly map_index?: number;
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
                /** @description Under which it is kept */
                readonly key: string | number;
                /** @description Id of the task */
                readonly task_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TaskStateStorePatchBody"];
            };
        };
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
    readonly get_task_instance_tries: {
        readonly parameters: {
            readonly query?: {
                /** @description Which instance of a mapped task, from 0; -1: the task is not mapped */
                readonly map_index?: number;
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
                /** @description Id of the task */
                readonly task_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of a list */
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
                /** @description Which instance of a mapped task, from 0; -1: the task is not mapped */
                readonly map_index?: number;
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
                /** @description Id of the task */
                readonly task_id: string | number;
                /** @description Number of the attempt, from 1 */
                readonly task_try_number: number;
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
                /** @description With a DAG display name like this: `%` any text, `_` any sign, ` | ` between alternatives; letters of any case */
                readonly dag_display_name_pattern?: string;
                /** @description With a DAG display name that begins so; quicker than a pattern */
                readonly dag_display_name_prefix_pattern?: string;
                /** @description Rows of a page; more than 100 is taken for 100 */
                readonly limit?: number;
                /** @description With the logical date of the run after (above) this */
                readonly logical_date_gt?: string;
                /** @description With the logical date of the run not before (not below) this */
                readonly logical_date_gte?: string;
                /** @description With the logical date of the run before (below) this */
                readonly logical_date_lt?: string;
                /** @description With the logical date of the run not after (not above) this */
                readonly logical_date_lte?: string;
                /** @description Which instance of a mapped task, from 0; -1: the task is not mapped */
                readonly map_index?: number;
                /** @description Of this instance of a mapped task */
                readonly map_index_filter?: number;
                /** @description Rows to pass over */
                readonly offset?: number;
                /** @description What to order by, `-` before what goes down; several: the first first */
                readonly order_by?: readonly string[];
                /** @description With the moment from which a run may begin after (above) this */
                readonly run_after_gt?: string;
                /** @description With the moment from which a run may begin not before (not below) this */
                readonly run_after_gte?: string;
                /** @description With the moment from which a run may begin before (below) this */
                readonly run_after_lt?: string;
                /** @description With the moment from which a run may begin not after (not above) this */
                readonly run_after_lte?: string;
                /** @description With a run id like this: `%` any text, `_` any sign, ` | ` between alternatives; letters of any case */
                readonly run_id_pattern?: string;
                /** @description With a run id that begins so; quicker than a pattern */
                readonly run_id_prefix_pattern?: string;
                /** @description With a task id like this: `%` any text, `_` any sign, ` | ` between alternatives; letters of any case */
                readonly task_id_pattern?: string;
                /** @description With a task id that begins so; quicker than a pattern */
                readonly task_id_prefix_pattern?: string;
                /** @description Key of the XCom */
                readonly xcom_key?: string;
                /** @description With a XCom key like this: `%` any text, `_` any sign, ` | ` between alternatives; letters of any case */
                readonly xcom_key_pattern?: string;
                /** @description With a XCom key that begins so; quicker than a pattern */
                readonly xcom_key_prefix_pattern?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
                /** @description Id of the task */
                readonly task_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of a list */
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
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
                /** @description Id of the task */
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
                /** @description Airflow's; it changes nothing here: values are JSON */
                readonly deserialize?: boolean;
                /** @description Which instance of a mapped task, from 0; -1: the task is not mapped */
                readonly map_index?: number;
                /** @description The value as the text of its JSON */
                readonly stringify?: boolean;
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
                /** @description Id of the task */
                readonly task_id: string | number;
                /** @description Key of the XCom */
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
                /** @description Which instance of a mapped task, from 0; -1: the task is not mapped */
                readonly map_index?: number;
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
                /** @description Id of the task */
                readonly task_id: string | number;
                /** @description Key of the XCom */
                readonly xcom_key: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done; there is nothing to tell */
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
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
                /** @description Id of the task */
                readonly task_id: string | number;
                /** @description Key of the XCom */
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
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
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
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
                readonly dag_run_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of a list */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AssetEventCollectionResponse"];
                };
            };
        };
    };
    readonly wait_dag_run_until_finished: {
        readonly parameters: {
            readonly query: {
                /** @description Seconds between two looks */
                readonly interval: number;
                /** @description Tasks whose return values are told at the end */
                readonly result?: readonly string[];
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the run */
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
                /** @description Id of the DAG */
                readonly dag_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
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
                /** @description Of this bundle; there is one, `dags-folder` */
                readonly bundle_name?: string;
                /** @description Of this version of the bundle: the hash of the DAG's code */
                readonly bundle_version?: string;
                /** @description Rows of a page; more than 100 is taken for 100 */
                readonly limit?: number;
                /** @description Rows to pass over */
                readonly offset?: number;
                /** @description What to order by, `-` before what goes down; several: the first first */
                readonly order_by?: readonly string[];
                /** @description Number of the DAG's version, from 1 */
                readonly version_number?: number;
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of a list */
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
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Number of the DAG's version, from 1 */
                readonly version_number: number;
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
                /** @description Id of the DAG */
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
                /** @description Id of the DAG */
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
                /** @description Id of the DAG */
                readonly dag_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done; there is nothing to tell */
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
                /** @description What to order by, `-` before what goes down; several: the first first */
                readonly order_by?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
                readonly dag_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of a list */
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
                /** @description Id of the DAG */
                readonly dag_id: string | number;
                /** @description Id of the task */
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
                /** @description Id of the DAG */
                readonly dag_id: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done; there is nothing to tell */
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
                /** @description Number of the DAG's version, from 1 */
                readonly version_number?: number;
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the DAG */
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
                /** @description Of these DAGs */
                readonly dag_ids?: readonly string[];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of a list */
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
                /** @description Rows of a page; more than 100 is taken for 100 */
                readonly limit?: number;
                /** @description Rows to pass over */
                readonly offset?: number;
                /** @description What to order by, `-` before what goes down; several: the first first */
                readonly order_by?: readonly string[];
                /** @description With a tag name like this: `%` any text, `_` any sign, ` | ` between alternatives; letters of any case */
                readonly tag_name_pattern?: string;
                /** @description With a tag name that begins so; quicker than a pattern */
                readonly tag_name_prefix_pattern?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of a list */
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
                /** @description Id of the DAG */
                readonly dag_id?: string;
                /** @description Rows of a page; more than 100 is taken for 100 */
                readonly limit?: number;
                /** @description Rows to pass over */
                readonly offset?: number;
                /** @description What to order by, `-` before what goes down; several: the first first */
                readonly order_by?: readonly string[];
                /** @description Of this kind */
                readonly warning_type?: "asset conflict" | "non-existent pool" | "runtime varying value";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of a list */
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
                /** @description After this moment */
                readonly after?: string;
                /** @description Before this moment */
                readonly before?: string;
                /** @description Id of the DAG */
                readonly dag_id?: string;
                /** @description With a DAG id like this: `%` any text, `_` any sign, ` | ` between alternatives; letters of any case */
                readonly dag_id_pattern?: string;
                /** @description With a DAG id that begins so; quicker than a pattern */
                readonly dag_id_prefix_pattern?: string;
                /** @description Of this kind: the id of the operation */
                readonly event?: string;
                /** @description With an event like this: `%` any text, `_` any sign, ` | ` between alternatives; letters of any case */
                readonly event_pattern?: string;
                /** @description With an event that begins so; quicker than a pattern */
                readonly event_prefix_pattern?: string;
                /** @description Not of these kinds */
                readonly excluded_events?: readonly string[];
                /** @description Of these kinds only */
                readonly included_events?: readonly string[];
                /** @description Rows of a page; more than 100 is taken for 100 */
                readonly limit?: number;
                /** @description Which instance of a mapped task, from 0; -1: the task is not mapped */
                readonly map_index?: number;
                /** @description Rows to pass over */
                readonly offset?: number;
                /** @description What to order by, `-` before what goes down; several: the first first */
                readonly order_by?: readonly string[];
                /** @description Done by this user */
                readonly owner?: string;
                /** @description With an owner like this: `%` any text, `_` any sign, ` | ` between alternatives; letters of any case */
                readonly owner_pattern?: string;
                /** @description With an owner that begins so; quicker than a pattern */
                readonly owner_prefix_pattern?: string;
                /** @description Id of the run */
                readonly run_id?: string;
                /** @description With a run id like this: `%` any text, `_` any sign, ` | ` between alternatives; letters of any case */
                readonly run_id_pattern?: string;
                /** @description With a run id that begins so; quicker than a pattern */
                readonly run_id_prefix_pattern?: string;
                /** @description Id of the task */
                readonly task_id?: string;
                /** @description With a task id like this: `%` any text, `_` any sign, ` | ` between alternatives; letters of any case */
                readonly task_id_pattern?: string;
                /** @description With a task id that begins so; quicker than a pattern */
                readonly task_id_prefix_pattern?: string;
                /** @description Number of the attempt, from 1 */
                readonly try_number?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of a list */
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
                /** @description Number of the entry */
                readonly event_log_id: number;
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
                /** @description Of this bundle; there is one, `dags-folder` */
                readonly bundle_name?: string;
                /** @description Of this file */
                readonly filename?: string;
                /** @description With a filename like this: `%` any text, `_` any sign, ` | ` between alternatives; letters of any case */
                readonly filename_pattern?: string;
                /** @description With a filename that begins so; quicker than a pattern */
                readonly filename_prefix_pattern?: string;
                /** @description Rows of a page; more than 100 is taken for 100 */
                readonly limit?: number;
                /** @description Rows to pass over */
                readonly offset?: number;
                /** @description What to order by, `-` before what goes down; several: the first first */
                readonly order_by?: readonly string[];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of a list */
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
                /** @description Number of the import error */
                readonly import_error_id: number;
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
                /** @description With the end after (above) this */
                readonly end_date_gt?: string;
                /** @description With the end not before (not below) this */
                readonly end_date_gte?: string;
                /** @description With the end before (below) this */
                readonly end_date_lt?: string;
                /** @description With the end not after (not above) this */
                readonly end_date_lte?: string;
                /** @description Of this executor */
                readonly executor_class?: string;
                /** @description On this machine */
                readonly hostname?: string;
                /** @description Whether it runs and was heard of in the last 30 seconds */
                readonly is_alive?: boolean;
                /** @description In this state */
                readonly job_state?: string;
                /** @description Of this type */
                readonly job_type?: string;
                /** @description Rows of a page; more than 100 is taken for 100 */
                readonly limit?: number;
                /** @description Rows to pass over */
                readonly offset?: number;
                /** @description What to order by, `-` before what goes down; several: the first first */
                readonly order_by?: readonly ("id" | "-id" | "dag_id" | "-dag_id" | "job_type" | "-job_type" | "state" | "-state" | "start_date" | "-start_date" | "end_date" | "-end_date" | "latest_heartbeat" | "-latest_heartbeat" | "executor_class" | "-executor_class" | "hostname" | "-hostname" | "unixname" | "-unixname")[];
                /** @description With the start after (above) this */
                readonly start_date_gt?: string;
                /** @description With the start not before (not below) this */
                readonly start_date_gte?: string;
                /** @description With the start before (below) this */
                readonly start_date_lt?: string;
                /** @description With the start not after (not above) this */
                readonly start_date_lte?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of a list */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["JobCollectionResponse"];
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
                /** @description `file_token` of a DAG of the file */
                readonly file_token: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Made */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": null;
                };
            };
        };
    };
    readonly get_plugins: {
        readonly parameters: {
            readonly query?: {
                /** @description Rows of a page; more than 100 is taken for 100 */
                readonly limit?: number;
                /** @description Rows to pass over */
                readonly offset?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of a list */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PluginCollectionResponse"];
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
            /** @description A page of a list */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PluginImportErrorCollectionResponse"];
                };
            };
        };
    };
    readonly get_pools: {
        readonly parameters: {
            readonly query?: {
                /** @description Rows of a page; more than 100 is taken for 100 */
                readonly limit?: number;
                /** @description Rows to pass over */
                readonly offset?: number;
                /** @description What to order by, `-` before what goes down; several: the first first */
                readonly order_by?: readonly ("name" | "-name" | "pool" | "-pool" | "id" | "-id" | "slots" | "-slots")[];
                /** @description With a pool name like this: `%` any text, `_` any sign, ` | ` between alternatives; letters of any case */
                readonly pool_name_pattern?: string;
                /** @description With a pool name that begins so; quicker than a pattern */
                readonly pool_name_prefix_pattern?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of a list */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PoolCollectionResponse"];
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
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PoolBody"];
            };
        };
        readonly responses: {
            /** @description A limit of how many task instances run at once, with who holds its slots. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PoolResponse"];
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
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["BulkBody_PoolBody_"];
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
    readonly get_pool: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Name of the pool */
                readonly pool_name: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A limit of how many task instances run at once, with who holds its slots. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PoolResponse"];
                };
            };
        };
    };
    readonly delete_pool: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Name of the pool */
                readonly pool_name: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done; there is nothing to tell */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly patch_pool: {
        readonly parameters: {
            readonly query?: {
                /** @description The fields to change; absent: all that the body has */
                readonly update_mask?: readonly string[];
            };
            readonly header?: never;
            readonly path: {
                /** @description Name of the pool */
                readonly pool_name: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["PoolPatchBody"];
            };
        };
        readonly responses: {
            /** @description A limit of how many task instances run at once, with who holds its slots. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PoolResponse"];
                };
            };
        };
    };
    readonly get_providers: {
        readonly parameters: {
            readonly query?: {
                /** @description Rows of a page; more than 100 is taken for 100 */
                readonly limit?: number;
                /** @description Rows to pass over */
                readonly offset?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of a list */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ProviderCollectionResponse"];
                };
            };
        };
    };
    readonly get_variables: {
        readonly parameters: {
            readonly query?: {
                /** @description Rows of a page; more than 100 is taken for 100 */
                readonly limit?: number;
                /** @description Rows to pass over */
                readonly offset?: number;
                /** @description What to order by, `-` before what goes down; several: the first first */
                readonly order_by?: readonly ("key" | "-key" | "id" | "-id" | "description" | "-description" | "is_encrypted" | "-is_encrypted")[];
                /** @description With a variable key like this: `%` any text, `_` any sign, ` | ` between alternatives; letters of any case */
                readonly variable_key_pattern?: string;
                /** @description With a variable key that begins so; quicker than a pattern */
                readonly variable_key_prefix_pattern?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of a list */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["VariableCollectionResponse"];
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
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["VariableBody"];
            };
        };
        readonly responses: {
            /** @description A value that tasks read by its key. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["VariableResponse"];
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
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["BulkBody_VariableBody_"];
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
    readonly get_variable: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Key of the variable */
                readonly variable_key: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A value that tasks read by its key. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["VariableResponse"];
                };
            };
        };
    };
    readonly delete_variable: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Key of the variable */
                readonly variable_key: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done; there is nothing to tell */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly patch_variable: {
        readonly parameters: {
            readonly query?: {
                /** @description The fields to change; absent: all that the body has */
                readonly update_mask?: readonly string[];
            };
            readonly header?: never;
            readonly path: {
                /** @description Key of the variable */
                readonly variable_key: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["VariableBody"];
            };
        };
        readonly responses: {
            /** @description A value that tasks read by its key. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["VariableResponse"];
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
            /** @description A page of a list */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PermissionCollectionResponse"];
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
            /** @description A page of a list */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RoleCollectionResponse"];
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
                readonly "application/json": components["schemas"]["RoleBody"];
            };
        };
        readonly responses: {
            /** @description What those who have it may do. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RoleResponse"];
                };
            };
        };
    };
    readonly get_role: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Name of the role */
                readonly role_name: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What those who have it may do. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RoleResponse"];
                };
            };
        };
    };
    readonly delete_role: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Name of the role */
                readonly role_name: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done; there is nothing to tell */
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
                /** @description Name of the role */
                readonly role_name: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RolePatchBody"];
            };
        };
        readonly responses: {
            /** @description What those who have it may do. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RoleResponse"];
                };
            };
        };
    };
    readonly get_users: {
        readonly parameters: {
            readonly query?: {
                /** @description Rows of a page; more than 100 is taken for 100 */
                readonly limit?: number;
                /** @description Rows to pass over */
                readonly offset?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of a list */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UserCollectionResponse"];
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
                readonly "application/json": components["schemas"]["UserBody"];
            };
        };
        readonly responses: {
            /** @description A user */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UserResponse"];
                };
            };
        };
    };
    readonly get_user: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Name of the user */
                readonly username: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A user */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UserResponse"];
                };
            };
        };
    };
    readonly delete_user: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Name of the user */
                readonly username: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done; there is nothing to tell */
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
                /** @description Name of the user */
                readonly username: string | number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["UserPatchBody"];
            };
        };
        readonly responses: {
            /** @description A user */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UserResponse"];
                };
            };
        };
    };
    readonly login_page: {
        readonly parameters: {
            readonly query?: {
                /** @description What to show as an error */
                readonly error?: string;
                /** @description Where to go after it: a path of this server */
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
                /** @description What the provider gives */
                readonly code?: string;
                /** @description What the provider was given */
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
                /** @description Where to go after it: a path of this server */
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
                readonly "application/json": components["schemas"]["LoginBody"];
            };
        };
        readonly responses: {
            /** @description A token */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LoginResponse"];
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
                readonly "application/json": components["schemas"]["LoginBody"];
            };
        };
        readonly responses: {
            /** @description A token */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LoginResponse"];
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
                /** @description Name of the file */
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
