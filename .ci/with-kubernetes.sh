#!/usr/bin/env bash
# Runs a command beside a Kubernetes of its own, as .ci/run does with the tests of providers/kubernetes: with-kubernetes.sh COMMAND...
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
dir=$(mktemp -d /tmp/kube-XXXXXX)
trap '"$here/kubernetes.sh" stop "$dir"; rm -rf "$dir"' EXIT
exports=$("$here/kubernetes.sh" start "$dir")
eval "$exports"
"$@"
