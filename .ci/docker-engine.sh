#!/usr/bin/env bash
# A Docker engine for tests, from Debian's packages and without any registry of the internet.
#
#   eval "$(.ci/docker-engine.sh start DIR)"     installs what is missing, starts it, prints `export` lines; again: the same
#   .ci/docker-engine.sh restart DIR             kills the engine hard and starts it again; containers run on (live restore)
#   .ci/docker-engine.sh stop DIR                removes its containers, ends what it started, unmounts what is left
#
# DIR must be short (a socket's path has at most 107 characters). Images: `busybox:1` (and `:latest`), made from Debian's static
# busybox. A private registry that wants a login holds `private/busybox:1`. ENGINE_APART: a second engine beside the
# first, in a network of its own (two would share one bridge) and without a registry. ENGINE_OPTIONS stands instead of `--live-restore`.
set -euo pipefail

action=${1:-} dir=${2:-}
[[ $action =~ ^(start|restart|stop)$ && -n $dir ]] || { echo "usage: $0 start|restart|stop DIR" >&2; exit 2; }
mkdir -p "$dir"
dir=$(cd "$dir" && pwd)
socket=$dir/docker.sock
export DOCKER_HOST=unix://$socket DOCKER_CONFIG=$dir/config

# shellcheck source=processes.sh
. "$(dirname "$0")/processes.sh"

start_engine() {
  rm -f "$dir/docker.pid"
  # The process that is started becomes the engine: its id is the one written down.
  launch engine ${ENGINE_APART:+unshare --net} dockerd --host "$DOCKER_HOST" --data-root "$dir/root" --exec-root "$dir/exec" --pidfile "$dir/docker.pid" ${ENGINE_OPTIONS---live-restore}
  wait_for engine docker version
}

make_busybox() {
  docker image inspect busybox:1 > /dev/null 2>&1 && return
  local root applet
  root=$(mktemp -d)
  mkdir -p "$root"/{bin,etc,root,tmp}
  chmod 755 "$root"
  chmod 1777 "$root/tmp"
  cp /bin/busybox "$root/bin/busybox"
  # The list of applets names busybox itself: a link over the program would break it.
  for applet in $(/bin/busybox --list); do
    [[ $applet == busybox ]] || ln -s busybox "$root/bin/$applet"
  done
  echo 'root:x:0:0:root:/root:/bin/sh' > "$root/etc/passwd"
  echo 'nobody:x:65534:65534:nobody:/:/bin/sh' >> "$root/etc/passwd"
  printf 'root:x:0:\nnogroup:x:65534:\n' > "$root/etc/group"
  tar -C "$root" -c . | docker import -c 'ENV PATH=/bin' -c 'CMD ["sh"]' - busybox:1 > /dev/null
  docker tag busybox:1 busybox:latest
  rm -rf "$root"
}

start_registry() {
  registry=127.0.0.1:$(port registry)
  htpasswd -Bbn momiji secret-of-registry > "$dir/htpasswd" 2> /dev/null
  cat > "$dir/registry.yml" <<END
version: 0.1
storage: { filesystem: { rootdirectory: $dir/registry } }
http: { addr: "$registry" }
auth: { htpasswd: { realm: momiji, path: $dir/htpasswd } }
END
  launch registry docker-registry serve "$dir/registry.yml"
  wait_for registry bash -c "exec 3<>/dev/tcp/${registry/:/\/}"
  [[ -e $dir/pushed ]] && return
  docker login -u momiji --password-stdin "$registry" > /dev/null 2>&1 <<< secret-of-registry
  docker tag busybox:1 "$registry/private/busybox:1"
  docker push "$registry/private/busybox:1" > "$dir/push.log" 2>&1 || { cat "$dir/push.log" >&2; exit 1; }
  docker rmi "$registry/private/busybox:1" > /dev/null
  touch "$dir/pushed"
}

case $action in
  start)
    [[ ${#socket} -lt 100 ]] || { echo "$dir is too long for a socket" >&2; exit 1; }
    install_packages docker.io iptables busybox-static docker-registry apache2-utils openssl
    start_engine
    make_busybox
    [[ -n ${ENGINE_APART:-} ]] || start_registry
    echo "export DOCKER_HOST=$DOCKER_HOST MOMIJI_TEST_DOCKER_HOST=$DOCKER_HOST MOMIJI_TEST_DOCKER_REGISTRY=${registry:-}"
    ;;
  restart)
    end KILL engine
    start_engine
    ;;
  stop)
    if pid_of engine > /dev/null; then
      docker ps --all --quiet | xargs --no-run-if-empty docker rm --force --volumes > /dev/null 2>&1 || true
    fi
    end TERM engine
    end TERM registry
    # An engine that was killed leaves its containers' folders mounted.
    grep -o " $dir/[^ ]*" /proc/mounts | sort -r | xargs --no-run-if-empty umount --lazy || true
    ;;
esac
