#!/usr/bin/env bash
# Compares Chancery's earliest arrivals on icews14 with those of an independent library; README.md tells more.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
project="$(cd "$here/../.." && pwd)"
folder="$(cd "${1:?Name the folder that holds facts.tsv and entities.tsv.}" && pwd)"
environment="$project/.chancery/temporal-comparison"

"${PYTHON:-python3}" -c 'import sys; sys.exit(sys.version_info < (3, 12) and "Python 3.12 or newer is needed.")'
"${PYTHON:-python3}" -m venv "$environment"
"$environment/bin/pip" install --quiet --disable-pip-version-check -r "$here/requirements.txt"
node "$project/bin/run.mjs" packages
node "$project/bin/run.mjs" tests/temporal-comparison/arrivals.ts "$folder" |
  "$environment/bin/python" "$here/compare.py" "$folder"
