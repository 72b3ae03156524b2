#!/usr/bin/env bash
# Prints the path of the current LTS's node, installed from its npm package into a temporary folder.
set -euo pipefail
folder=${1:?usage: scripts/lts.sh FOLDER}
echo '{ "private": true, "allowScripts": { "node": true } }' > "$folder/package.json"
npm install --prefix "$folder" --no-save --silent node@24 >&2
echo "$folder/node_modules/node/bin/node"
