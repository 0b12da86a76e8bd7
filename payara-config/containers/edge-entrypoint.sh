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

# A server that finds the application of its last run would start it, and then deploy it again: until then the edge would answer 404.
rm -rf root/config root/applications root/generated
cp -R config root/config

exec 3<"$launch"
rm -f "$launch"
exec java @/dev/fd/3
