#!/usr/bin/env bash
# An ssh server on loopback for tests, with keys of its own, whose logins find the Docker engine at DOCKER_HOST.
#
#   .ci/ssh-server.sh start DIR                  prints its port; DIR/bin/ssh is the client that knows it and has a key
#   .ci/ssh-server.sh cut DIR                    ends its sessions, as a network would that fails
#   .ci/ssh-server.sh stop DIR
set -euo pipefail

action=${1:-} dir=${2:-}
[[ $action =~ ^(start|cut|stop)$ && -n $dir ]] || { echo "usage: $0 start|cut|stop DIR" >&2; exit 2; }
mkdir -p "$dir/bin"
dir=$(cd "$dir" && pwd)
# shellcheck source=processes.sh
. "$(dirname "$0")/processes.sh"

make_keys() {
  [[ -e $dir/client ]] && return
  ssh-keygen -q -t ed25519 -N '' -f "$dir/host"
  ssh-keygen -q -t ed25519 -N '' -f "$dir/client"
  cp "$dir/client.pub" "$dir/authorized_keys"
  echo "[127.0.0.1]:$1 $(cut -d ' ' -f 1,2 "$dir/host.pub")" > "$dir/known_hosts"
}

write_server() { # PORT
  cat > "$dir/sshd_config" << END
ListenAddress 127.0.0.1
Port $1
HostKey $dir/host
AuthorizedKeysFile $dir/authorized_keys
AuthenticationMethods publickey
PermitRootLogin prohibit-password
StrictModes no
UsePAM no
PidFile none
SetEnv DOCKER_HOST=$DOCKER_HOST
END
}

write_client() {
  cat > "$dir/ssh_config" << END
Host *
  IdentityFile $dir/client
  IdentitiesOnly yes
  UserKnownHostsFile $dir/known_hosts
  StrictHostKeyChecking yes
END
  printf '#!/bin/sh\nexec %s -F %s "$@"\n' "$(command -v ssh)" "$dir/ssh_config" > "$dir/bin/ssh"
  chmod +x "$dir/bin/ssh"
}

case $action in
  start)
    install_packages openssh-client openssh-server
    # Where the server locks up the part of it that speaks with strangers.
    mkdir -p /run/sshd
    number=$(port sshd)
    make_keys "$number"
    write_server "$number"
    write_client
    launch sshd /usr/sbin/sshd -D -e -f "$dir/sshd_config"
    wait_for sshd "$dir/bin/ssh" -p "$number" 127.0.0.1 true
    echo "$number"
    ;;
  cut)
    server=$(pid_of sshd)
    for session in $(cat "/proc/$server/task/$server/children"); do kill -KILL "$session" 2> /dev/null || true; done
    ;;
  stop)
    end TERM sshd
    ;;
esac
