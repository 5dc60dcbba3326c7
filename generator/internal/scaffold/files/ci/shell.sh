#!/bin/sh
# 检查、生成并发布报告网站 · checks, builds and publishes the report's site. For cron, Jenkins, or by hand:
#
#   ./publish.sh live        发布到 config.toml 里 [deploy] 的 live · to the target live of config.toml
#
# 说明 · explained in docs/hosting.md. 出错时什么都不发布 · after a fault nothing is published.
# 程序 · the program: reportsite of the PATH, or go run ./generator where the folder has it.
set -eu
cd "$(dirname "$0")"
target=${1:?which target? a name of [deploy] in config.toml, or an address}

report() {
  if [ -f generator/main.go ]; then go run ./generator "$@"; else reportsite "$@"; fi
}

# 两次运行不同时进行 · two runs at once are kept apart.
mkdir .publish.lock || { echo "publish: another run is going on; if not, remove the folder .publish.lock" >&2; exit 1; }
trap 'rmdir .publish.lock' EXIT
trap 'exit 1' HUP INT TERM

report check
before=$(mktemp -d)
if [ -f public/data/indicators.json ]; then cp public/data/indicators.json "$before/"; fi
report build -strict -compress
if [ -f "$before/indicators.json" ]; then report diff "$before/indicators.json" public; fi
rm -r "$before"
report verify
report deploy "$target"
