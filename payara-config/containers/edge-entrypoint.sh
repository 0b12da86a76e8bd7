#!/bin/sh
# The start of the edge's image: checks the settings and the options, and becomes the Java that runs the edge. Without a command it is
# `edge`; `health` and `ready` ask an edge.
set -eu

cd /opt/jackstaff
[ $# -gt 0 ] || set -- edge
launch=$(mktemp)
trap 'rm -f "$launch"' EXIT
JACKSTAFF_LAUNCH_FILE=$launch JACKSTAFF_EDGE_SERVER=/opt/jackstaff \
    java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx64m -jar cli/jackstaff-cli.jar "$@"
[ -s "$launch" ] || exit 0
exec 3<"$launch"
rm -f "$launch"
exec java @/dev/fd/3
