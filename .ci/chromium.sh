#!/usr/bin/env bash
# The browser that the web interface is tested in: Debian's Chromium, with fonts for Japanese.
#
#   eval "$(.ci/chromium.sh)"     installs it once, prints `export` lines
set -euo pipefail

dir=${MOMIJI_CI_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/momiji-ci}
mkdir -p "$dir"
# shellcheck source=processes.sh
. "$(dirname "$0")/processes.sh"

command -v chromium > /dev/null && fc-list :lang=ja 2> /dev/null | grep -q . || install_packages chromium fonts-noto-cjk
echo "export MOMIJI_TEST_CHROMIUM=$(command -v chromium)"
