#!/usr/bin/env bash
# A real Kubernetes (1.20.2) on loopback for tests.
#
#   eval "$(.ci/kubernetes.sh start DIR [api])"  installs and builds what is missing, starts it, prints `export` lines; again: the same
#   .ci/kubernetes.sh restart DIR                kills the API server hard and starts it again
#   .ci/kubernetes.sh stop DIR                   deletes the pods, ends what it started, puts the machine back
#
# With `api`: etcd and the API server alone, for a fake kubelet (providers/kubernetes/src/testing). Without: pods really run, on a
# node called `localhost`, with the images that the Docker engine at DOCKER_HOST holds (.ci/docker-engine.sh).
# The programs are built once into $MOMIJI_CI_CACHE (else ~/.cache/momiji-ci), see kubernetes-build.sh.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
action=${1:-} dir=${2:-} mode=${3:-full}
[[ $action =~ ^(start|restart|stop)$ && -n $dir && $mode =~ ^(api|full)$ ]] || { echo "usage: $0 start|restart|stop DIR [api]" >&2; exit 2; }
mkdir -p "$dir"
dir=$(cd "$dir" && pwd)
programs=${MOMIJI_CI_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/momiji-ci}/kubernetes-1.20.2
pki=$dir/pki
export PATH=$PATH:/usr/sbin
# shellcheck source=processes.sh
. "$here/processes.sh"

admin() { kubectl --kubeconfig "$dir/admin.kubeconfig" "$@"; }
containers() { ctr --address "$dir/containerd.sock" --namespace k8s.io "$@"; }

make_certificates() {
  [[ -e $pki/done ]] && return
  mkdir -p "$pki"
  (
    cd "$pki"
    openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=momiji-test-ca -keyout ca.key -out ca.crt
    openssl req -newkey rsa:2048 -nodes -subj /O=system:masters/CN=kube-apiserver -keyout api.key -out api.csr
    echo 'subjectAltName=DNS:localhost,DNS:kubernetes.default.svc,IP:127.0.0.1,IP:10.96.0.1' > names
    openssl x509 -req -in api.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 30 -extfile names -out api.crt
    openssl genrsa -out accounts.key 2048
    openssl rsa -in accounts.key -pubout -out accounts.pub
  ) 2> /dev/null
  printf '%s\n' admintoken,admin,1,system:masters nodetoken,system:node:localhost,2,system:nodes nobodytoken,nobody,3 > "$pki/tokens.csv"
  touch "$pki/done"
}

write_kubeconfig() { # USER
  cat > "$dir/$1.kubeconfig" << END
apiVersion: v1
kind: Config
current-context: test
clusters: [{ name: test, cluster: { server: "https://127.0.0.1:$(port api)", certificate-authority-data: $(base64 -w0 < "$pki/ca.crt") } }]
users: [{ name: $1, user: { token: ${1}token } }]
contexts: [{ name: test, context: { cluster: test, user: $1 } }]
END
  chmod 600 "$dir/$1.kubeconfig"
}

start_api() {
  local store options=()
  store=http://127.0.0.1:$(port store)
  peers=http://127.0.0.1:$(port peers)
  launch etcd etcd --data-dir "$dir/etcd" --unsafe-no-fsync --listen-client-urls "$store" --advertise-client-urls "$store" \
    --listen-peer-urls "$peers" --initial-advertise-peer-urls "$peers" --initial-cluster "default=$peers"
  # Without a controller manager nobody makes the service accounts that this plugin asks for.
  [[ $mode == full ]] || options=(--disable-admission-plugins=ServiceAccount,TaintNodesByCondition)
  launch apiserver "$programs/kube-apiserver" --etcd-servers "$store" --bind-address 127.0.0.1 --advertise-address 127.0.0.1 \
    --secure-port "$(port api)" --insecure-port 0 --service-cluster-ip-range 10.96.0.0/16 --endpoint-reconciler-type=none \
    --tls-cert-file "$pki/api.crt" --tls-private-key-file "$pki/api.key" --client-ca-file "$pki/ca.crt" \
    --token-auth-file "$pki/tokens.csv" --authorization-mode RBAC --allow-privileged=true \
    --service-account-key-file "$pki/accounts.pub" --service-account-signing-key-file "$pki/accounts.key" \
    --service-account-issuer https://kubernetes.default.svc --kubelet-preferred-address-types=Hostname \
    --kubelet-client-certificate "$pki/api.crt" --kubelet-client-key "$pki/api.key" "${options[@]}"
  wait_for apiserver admin get --raw /readyz
}

start_containerd() {
  local bridge
  bridge=momiji$(cksum <<< "$dir" | cut -c 1-6)
  echo "$bridge" > "$dir/bridge"
  mkdir -p "$dir/cni"
  cat > "$dir/containerd.toml" << END
version = 2
root = "$dir/containerd/root"
state = "$dir/containerd/state"
[grpc]
  address = "$dir/containerd.sock"
[plugins."io.containerd.grpc.v1.cri"]
  sandbox_image = "localhost/pause:1"
  # In a container of its own the machine may not lower scores.
  restrict_oom_score_adj = true
  [plugins."io.containerd.grpc.v1.cri".cni]
    bin_dir = "/usr/lib/cni"
    conf_dir = "$dir/cni"
END
  cat > "$dir/cni/10-bridge.conflist" << END
{ "cniVersion": "0.4.0", "name": "$bridge", "plugins": [
  { "type": "bridge", "bridge": "$bridge", "isGateway": true, "ipMasq": true, "hairpinMode": true, "ipam": {
    "type": "host-local", "dataDir": "$dir/ipam", "ranges": [[{ "subnet": "10.244.0.0/24" }]], "routes": [{ "dst": "0.0.0.0/0" }] } },
  { "type": "portmap", "capabilities": { "portMappings": true } } ] }
END
  launch containerd containerd -c "$dir/containerd.toml"
  wait_for containerd ctr --address "$dir/containerd.sock" version
}

load_images() {
  [[ -e $dir/images ]] && return
  docker image inspect busybox:1 > /dev/null || { echo "DOCKER_HOST must name an engine that holds busybox:1 (.ci/docker-engine.sh)" >&2; exit 1; }
  docker build -q -t localhost/pause:1 - > /dev/null 2>&1 <<< $'FROM busybox:1\nENTRYPOINT ["/bin/sleep", "2147483647"]'
  # Tags that are not `latest`, which a kubelet would always pull.
  docker save localhost/pause:1 $(docker image ls --format '{{.Repository}}:{{.Tag}}' | grep -E '^(busybox:1|node:26)$') | containers images import - > /dev/null
  touch "$dir/images"
}

node_is_ready() {
  [[ $(admin get node localhost -o 'jsonpath={.status.conditions[?(@.type=="Ready")].status}') == True ]] &&
    # Admission works: the default service account exists.
    admin run probe --image=none --restart=Never --dry-run=server
}

start_node() {
  cat > "$dir/kubelet.yaml" << END
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
address: 127.0.0.1
port: $(port kubelet)
readOnlyPort: 0
healthzPort: 0
authentication: { anonymous: { enabled: true }, webhook: { enabled: false } }
authorization: { mode: AlwaysAllow }
cgroupDriver: cgroupfs
failSwapOn: false
oomScoreAdj: 0
makeIPTablesUtilChains: false
enforceNodeAllocatable: []
evictionHard: { memory.available: 50Mi, nodefs.available: 1%, imagefs.available: 1% }
imageGCHighThresholdPercent: 100
volumePluginDir: $dir/kubelet/plugins
serializeImagePulls: false
# With the default of 110 a hundred at once leave no room for the tests beside them.
maxPods: 200
# With the default of a minute pods are deleted late.
syncFrequency: 2s
nodeStatusUpdateFrequency: 2s
# With the default of a minute a full volume is noticed late.
volumeStatsAggPeriod: 2s
# With the default of five requests in a second many pods at once would wait for their states to be told.
kubeAPIQPS: 200
kubeAPIBurst: 400
eventRecordQPS: 200
eventBurst: 400
END
  local kubeconfig=(--kubeconfig "$dir/admin.kubeconfig")
  # A node that is silent is noticed soon, for a test of one that is gone.
  launch controllers "$programs/kube-controller-manager" "${kubeconfig[@]}" --bind-address 127.0.0.1 --secure-port 0 --port 0 \
    --service-account-private-key-file "$pki/accounts.key" --root-ca-file "$pki/ca.crt" --leader-elect=false \
    --node-monitor-grace-period 15s --node-monitor-period 1s
  launch scheduler "$programs/kube-scheduler" "${kubeconfig[@]}" --bind-address 127.0.0.1 --secure-port 0 --port 0 --leader-elect=false
  # An old node would be believed to be ready before its kubelet is.
  pid_of kubelet > /dev/null || admin delete node localhost --ignore-not-found > /dev/null
  [[ -e $dir/sysctl ]] || sysctl vm.overcommit_memory kernel.panic kernel.panic_on_oops > "$dir/sysctl"
  launch kubelet "$programs/kubelet" "${kubeconfig[@]}" --config "$dir/kubelet.yaml" --root-dir "$dir/kubelet" --cert-dir "$dir/kubelet/pki" \
    --container-runtime remote --container-runtime-endpoint "unix://$dir/containerd.sock" --hostname-override localhost
  wait_for kubelet node_is_ready
  # The kubelet has set these for the whole machine.
  sysctl -q -p "$dir/sysctl" || true
}

stop_node() {
  # While the kubelet lives: it takes the pods' networks down.
  if pid_of kubelet > /dev/null && pid_of apiserver > /dev/null; then
    admin delete pods --all-namespaces --all --grace-period=1 --timeout=20s > /dev/null 2>&1 || true
  fi
  for name in kubelet scheduler controllers; do end TERM $name; done
  [[ ! -e $dir/sysctl ]] || sysctl -q -p "$dir/sysctl" || true
  if pid_of containerd > /dev/null; then
    containers tasks list -q | xargs -r -n1 ctr --address "$dir/containerd.sock" --namespace k8s.io tasks rm --force > /dev/null 2>&1 || true
    containers containers list -q | xargs -r -n1 ctr --address "$dir/containerd.sock" --namespace k8s.io containers rm > /dev/null 2>&1 || true
  fi
  end TERM containerd
}

case $action in
  start)
    install_packages etcd-server openssl
    command -v kubectl > /dev/null || install_packages kubernetes-client
    "$here/kubernetes-build.sh" "$programs" > "$dir/build.log" 2>&1 || { tail -n 20 "$dir/build.log" >&2; exit 1; }
    make_certificates
    for user in admin nobody; do write_kubeconfig $user; done
    if [[ $mode == full ]]; then
      install_packages containerd runc containernetworking-plugins iptables iproute2
      start_containerd
      load_images
    fi
    echo "$mode" > "$dir/mode"
    start_api
    if [[ $mode == full ]]; then start_node; fi
    echo "export MOMIJI_TEST_KUBECONFIG=$dir/admin.kubeconfig MOMIJI_TEST_KUBERNETES=$dir"
    ;;
  restart)
    mode=$(< "$dir/mode")
    end KILL apiserver
    start_api
    ;;
  stop)
    stop_node
    for name in apiserver etcd; do end TERM $name; done
    grep -o " $dir/[^ ]*" /proc/mounts | sort -r | xargs -r umount --lazy || true
    [[ ! -e $dir/bridge ]] || ip link delete "$(< "$dir/bridge")" 2> /dev/null || true
    ;;
esac
