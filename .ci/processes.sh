# Sourced by scripts that start servers for tests. A process is ours if its id and its start time are those that were written down
# in DIR, so nothing else is ever signalled. Wants `dir` to be set.

start_time() { cut -d ' ' -f 22 "/proc/$1/stat" 2> /dev/null; }

pid_of() { # NAME
  local pid born
  read -r pid born 2> /dev/null < "$dir/$1.pid" && [[ $(start_time "$pid") == "$born" ]] && echo "$pid"
}

launch() { # NAME COMMAND...: once, in a session of its own
  local name=$1
  shift
  pid_of "$name" > /dev/null && return
  setsid "$@" >> "$dir/$name.log" 2>&1 < /dev/null &
  echo "$! $(start_time $!)" > "$dir/$name.pid"
}

end() { # SIGNAL NAME: and KILL after 10 s
  local pid
  pid=$(pid_of "$2") || return 0
  kill "-$1" "$pid"
  for _ in {1..100}; do
    pid_of "$2" > /dev/null || return 0
    sleep 0.1
  done
  kill -KILL "$pid"
}

wait_for() { # NAME COMMAND...: until the command succeeds, 90 s at most
  local name=$1
  shift
  for _ in {1..900}; do
    "$@" > /dev/null 2>&1 && return
    pid_of "$name" > /dev/null || break
    sleep 0.1
  done
  tail -n 20 "$dir/$name.log" >&2
  echo "$name did not start: $dir/$name.log" >&2
  exit 1
}

# PACKAGE...: what is missing of them, one script at a time: the lists of packages have a lock that apt-get does not wait for.
install_packages() {
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2> /dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [[ ${#missing[@]} == 0 ]] && return
  # With this run level no package starts its service.
  local apt=(flock "${TMPDIR:-/tmp}/momiji-apt.lock" env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get -qq -o DPkg::Lock::Timeout=600)
  "${apt[@]}" install -y --no-install-recommends "${missing[@]}" > "$dir/apt.log" 2>&1 && return
  "${apt[@]}" update > "$dir/apt.log" 2>&1
  "${apt[@]}" install -y --no-install-recommends "${missing[@]}" >> "$dir/apt.log" 2>&1 || { tail -n 20 "$dir/apt.log" >&2; exit 1; }
}

port() { # NAME: a free one, chosen once
  [[ -s $dir/$1.port ]] ||
    node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })' > "$dir/$1.port"
  cat "$dir/$1.port"
}
