#!/usr/bin/env bash
# The Kubernetes server programs, compiled from Debian's source package: kubernetes-build.sh [OUT]
# No registry that a CI machine reaches holds a server for download. Debian's source is of 1.20.2, and its Go 1.19 compiles it in
# three to five minutes on two cores. OUT (by default a folder of the user's cache) gets kube-apiserver, kube-controller-manager, kube-scheduler and kubelet (about 200 MB); with
# all four there, nothing is done.
set -euo pipefail

readonly VERSION=1.20.2
readonly PROGRAMS=(kube-apiserver kube-controller-manager kube-scheduler kubelet)
readonly OUT=${1:-${MOMIJI_CI_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/momiji-ci}/kubernetes-$VERSION}
# shellcheck source=processes.sh
. "$(dirname "$0")/processes.sh"

main() {
  mkdir -p "$OUT"
  exec 8> "$OUT/.lock"
  flock 8 # two builds at once would only take turns on the cores
  all_built && return
  work=$(mktemp -d)
  dir=$work
  trap 'rm -rf "$work"' EXIT
  install_packages golang-1.19-go dpkg-dev
  fetch_source "$work/source"
  generate_openapi
  compile
  mv "$work"/bin/kube* "$OUT/"
}

all_built() {
  for program in "${PROGRAMS[@]}"; do [ -x "$OUT/$program" ] || return 1; done
}

# Sources are asked for beside the machine's own lists, so that these stay as they are.
fetch_source() {
  local lists=$work/apt options
  mkdir -p "$lists"/{parts,state/partial,cache/archives/partial} "$work/dl" "$1"
  for file in /etc/apt/sources.list.d/*.sources; do
    if grep -qs 'debian.org/debian' "$file"; then sed 's/^Types:.*/Types: deb-src/' "$file" > "$lists/parts/$(basename "$file")"; fi
  done
  for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
    if grep -qs 'debian' "$file"; then sed -n '/debian/s/^deb /deb-src /p' "$file" > "$lists/parts/$(basename "$file" .list).list"; fi
  done
  options=(-qq -o Dir::Etc::sourcelist=/dev/null -o "Dir::Etc::sourceparts=$lists/parts" -o "Dir::State::lists=$lists/state"
    -o "Dir::Cache=$lists/cache" -o APT::Sandbox::User=root)
  apt-get "${options[@]}" update
  (cd "$work/dl" && apt-get "${options[@]}" source --download-only kubernetes)
  tree=$work/gopath/src/k8s.io/kubernetes
  mkdir -p "$tree" "$work/bin"
  tar xf "$work"/dl/kubernetes_*.orig.tar.* -C "$tree" --strip-components=1
}

go_env() {
  env PATH="/usr/lib/go-1.19/bin:$PATH" GOROOT=/usr/lib/go-1.19 GOPATH="$work/gopath" GOCACHE="$work/go-cache" \
    CGO_ENABLED=0 GO111MODULE=off GOFLAGS= "$@"
}

# The one generated file that Debian's source leaves out.
generate_openapi() {
  local packages
  cd "$tree"
  packages=$(grep -rl '+k8s:openapi-gen=' --include='*.go' staging/src/k8s.io pkg cmd |
    grep -vE '_test.go|zz_generated|code-generator|sample-apiserver|apiserver/pkg/apis/example' | xargs -n1 dirname | sort -u |
    sed 's#^staging/src/#k8s.io/kubernetes/vendor/#; s#^pkg/#k8s.io/kubernetes/pkg/#; s#^cmd/#k8s.io/kubernetes/cmd/#' | paste -sd,)
  go_env go build -o "$work/openapi-gen" ./vendor/k8s.io/kube-openapi/cmd/openapi-gen
  go_env "$work/openapi-gen" --logtostderr -i "$packages" -p k8s.io/kubernetes/pkg/generated/openapi -O zz_generated.openapi \
    -h hack/boilerplate/boilerplate.generatego.txt -r /dev/null
}

compile() {
  local flags="-s -w" package
  for package in component-base/version client-go/pkg/version; do
    package=k8s.io/kubernetes/vendor/k8s.io/$package
    flags+=" -X $package.gitVersion=v$VERSION -X $package.gitMajor=1 -X $package.gitMinor=20"
  done
  cd "$tree"
  go_env go build -tags providerless -ldflags "$flags" -o "$work/bin/" "${PROGRAMS[@]/#/./cmd/}"
}

main
