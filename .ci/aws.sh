#!/usr/bin/env bash
# Emulators of AWS on loopback for tests, from PyPI. No real account is ever asked.
#
#   .ci/aws.sh install DIR              installs them once into $MOMIJI_CI_CACHE (else ~/.cache/momiji-ci); `start` does it too
#   eval "$(.ci/aws.sh start DIR)"      starts them, prints `export` lines; again: the same
#   .ci/aws.sh stop DIR                 removes the containers of their tasks, ends what it started
#
# MiniStack runs tasks of ECS as containers of the engine at DOCKER_HOST, streams their logs, and judges each call by the policies
# of IAM. Its root is the access key `test` with the secret `test`; an access key of 12 digits is the root of that account, so that
# a test has an account for itself. moto answers what MiniStack does not know (routes, endpoints of a VPC, conditional writes of S3).
# microburst is no server here: a test starts one before either, for its own faults. MODELS holds AWS's published service models.
set -euo pipefail

action=${1:-} dir=${2:-}
[[ $action =~ ^(install|start|stop)$ && -n $dir ]] || { echo "usage: $0 install|start|stop DIR" >&2; exit 2; }
mkdir -p "$dir"
dir=$(cd "$dir" && pwd)
# moto without its extra `server`, which would bring another 180 MB for other services.
readonly WHEELS=('moto[s3,ssm]==5.2.5' flask==3.1.3 flask-cors==6.0.5 ministack==1.5.33 docker==7.2.0 microburst==0.10.0 botocore==1.43.106)
key=$(sha256sum <<< "${WHEELS[*]}" | cut -c1-12)
venv=${MOMIJI_CI_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/momiji-ci}/aws-$key
# shellcheck source=processes.sh
. "$(dirname "$0")/processes.sh"

install_wheels() {
  [[ -e $venv/complete ]] && return
  mkdir -p "$(dirname "$venv")"
  exec 8> "$venv.lock"
  flock 8
  [[ -e $venv/complete ]] && return
  command -v python3 > /dev/null && python3 -c 'import venv, ensurepip' 2> /dev/null || install_packages python3-venv
  rm -rf "$venv"
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check "${WHEELS[@]}" > "$dir/pip.log" 2>&1 || { tail -n 20 "$dir/pip.log" >&2; exit 1; }
  touch "$venv/complete"
}

answers() { # PORT PATH
  node -e 'fetch(process.argv[1]).then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))' "http://127.0.0.1:$1$2"
}

case $action in
  install) install_wheels ;;
  start)
    [[ -n ${DOCKER_HOST:-} ]] || { echo "DOCKER_HOST must name the engine that runs the tasks (.ci/docker-engine.sh)" >&2; exit 1; }
    install_wheels
    moto=$(port moto) ministack=$(port ministack)
    # What they would ask for themselves must not reach AWS either.
    export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_DEFAULT_REGION=us-east-1 AWS_REGION=us-east-1 AWS_EC2_METADATA_DISABLED=true
    unset AWS_SESSION_TOKEN AWS_PROFILE
    cd "$dir"
    launch moto env MOTO_IAM_LOAD_MANAGED_POLICIES=false "$venv/bin/moto_server" -H 127.0.0.1 -p "$moto"
    # It gives a busy Docker engine 10 s, else the task has failed.
    launch ministack env MINISTACK_DOCKER_TIMEOUT=60 AUTH=true IOT_MTLS_ENABLED=false SFTP_ENABLED=false BIND_HOST=127.0.0.1 GATEWAY_PORT="$ministack" "$venv/bin/ministack"
    wait_for moto answers "$moto" /moto-api/
    wait_for ministack answers "$ministack" /_ministack/health
    echo "export MOMIJI_TEST_AWS_MINISTACK=http://127.0.0.1:$ministack MOMIJI_TEST_AWS_MOTO=http://127.0.0.1:$moto"
    echo "export MOMIJI_TEST_AWS_MICROBURST=$venv/bin/microburst MOMIJI_TEST_AWS_MODELS=$(echo "$venv"/lib/python3*/site-packages/botocore/data)"
    ;;
  stop)
    if pid_of ministack > /dev/null; then
      node -e 'fetch(process.argv[1], { method: "POST" }).catch(() => {})' "http://127.0.0.1:$(port ministack)/_ministack/reset" || true
    fi
    end TERM ministack
    end TERM moto
    ;;
esac
