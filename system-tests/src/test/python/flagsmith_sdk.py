"""Flagsmith's SDK for Python, which asks for flags or evaluates by itself, polling or told of changes."""

from flagsmith import Flagsmith

from conversation import converse

LONG_SECONDS = 3600
clients = {}


def start(name, url, key, local, told):
    """Makes a client of this name; one that evaluates by itself needs a key that begins as Flagsmith's do. One that is told of
    changes would find none by polling: it is too rare."""
    clients[name] = Flagsmith(
        environment_key=f"ser.{key}" if local else key,
        api_url=f"{url}/api/v1/",
        realtime_api_url=url,
        enable_local_evaluation=local,
        enable_realtime_updates=told,
        environment_refresh_interval_seconds=LONG_SECONDS if told else 0.25,
        enable_analytics=True,
    )


def evaluate(name, traits, identifier=None):
    """What the client has of each flag, for somebody with these traits, or for nobody in particular."""
    client = clients[name]
    flags = client.get_environment_flags() if identifier is None else client.get_identity_flags(identifier, traits)
    return {flag.feature_name: {"enabled": flag.enabled, "value": flag.value} for flag in flags.all_flags()}


def is_enabled(name, feature):
    return clients[name].get_identity_flags("somebody", {}).is_feature_enabled(feature)


def report(name):
    """Reports what was asked so far, without waiting for the next time."""
    clients[name]._analytics_processor.flush()


converse({"start": start, "evaluate": evaluate, "isEnabled": is_enabled, "report": report})
