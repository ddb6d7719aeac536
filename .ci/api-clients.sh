#!/usr/bin/env bash
# Programs of others that speak to the API in tests, from PyPI: Airflow's Python client and airflowctl, and schemathesis.
#
#   eval "$(.ci/api-clients.sh)"     installs them once into $MOMIJI_CI_CACHE (else ~/.cache/momiji-ci), prints `export` lines
set -euo pipefail

readonly WHEELS=(apache-airflow-client==3.3.2 apache-airflow-ctl==0.1.5 schemathesis==4.32.5)
key=$(sha256sum <<< "${WHEELS[*]}" | cut -c1-12)
venv=${MOMIJI_CI_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/momiji-ci}/api-clients-$key
# shellcheck source=processes.sh
dir=$(dirname "$venv")
. "$(dirname "$0")/processes.sh"

mkdir -p "$(dirname "$venv")"
exec 8> "$venv.lock"
flock 8
if [[ ! -e $venv/complete ]]; then
  command -v python3 > /dev/null && python3 -c 'import venv, ensurepip' 2> /dev/null || install_packages python3-venv
  rm -rf "$venv"
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check "${WHEELS[@]}" > "$venv/pip.log" 2>&1 || { tail -n 20 "$venv/pip.log" >&2; exit 1; }
  touch "$venv/complete"
fi
echo "export MOMIJI_TEST_API_CLIENTS=$venv/bin"
