"""Reads measurements with Prometheus' own parser, and holds them to what it lets pass: each family described once and before
its samples, no series twice, names and labels as they may be."""

import re

from conversation import converse
from prometheus_client.parser import text_string_to_metric_families

_NAME = re.compile("[a-zA-Z_:][a-zA-Z0-9_:]*")
_LABEL = re.compile("[a-zA-Z_][a-zA-Z0-9_]*")


def read(text):
    if not text.endswith("\n"):
        raise ValueError("the last line has no end")
    for kind in ("HELP", "TYPE"):
        described = re.findall(f"^# {kind} (\\S+)", text, re.MULTILINE)
        if len(described) != len(set(described)):
            raise ValueError(f"a second {kind} of {sorted(name for name in described if described.count(name) > 1)}")
    families, series = [], set()
    for family in text_string_to_metric_families(text):
        if not family.documentation or family.type == "unknown" or not family.samples:
            raise ValueError(f"{family.name} has no help, type or samples")
        for sample in family.samples:
            one = (sample.name, tuple(sorted(sample.labels.items())))
            if one in series or not _NAME.fullmatch(sample.name) or not all(map(_LABEL.fullmatch, sample.labels)):
                raise ValueError(f"{one} is there twice, or has a name that cannot be")
            series.add(one)
        families.append(
            {
                "name": family.name,
                "type": family.type,
                "samples": [{"name": s.name, "labels": s.labels, "value": str(s.value)} for s in family.samples],
            }
        )
    return families


converse({"read": read})
