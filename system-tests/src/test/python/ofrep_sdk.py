"""OpenFeature's SDK for Python with the provider for OFREP, which asks for one flag at a time."""

from openfeature import api
from openfeature.contrib.provider.ofrep import OFREPProvider
from openfeature.evaluation_context import EvaluationContext

from conversation import converse

DEFAULTS = {"boolean": False, "string": "the default", "integer": -1, "float": -1.0, "object": {}}


def start(url, key):
    headers = {"Authorization": f"Bearer {key}"}
    api.set_provider(OFREPProvider(url, headers_factory=lambda: headers))


def evaluate(types, context):
    """What the client says of some flags, given their types."""
    client = api.get_client()
    asked = EvaluationContext(
        context.get("targetingKey"), {name: value for name, value in context.items() if name != "targetingKey"}
    )
    said = {}
    for flag, kind in types.items():
        details = getattr(client, f"get_{kind}_details")(flag, DEFAULTS[kind], asked)
        said[flag] = {"value": details.value, "variant": details.variant, "reason": details.reason}
    return said


converse({"start": start, "evaluate": evaluate})
api.shutdown()
