"""Unleash's SDK for Python, which evaluates by itself: polling or streaming."""

import tempfile
import threading

from UnleashClient import UnleashClient
from UnleashClient.events import UnleashEventType

from conversation import converse

WAIT_SECONDS = 30
clients = {}


def in_unleash(context):
    asked = dict(context)
    if "targetingKey" in asked:
        asked["userId"] = asked.pop("targetingKey")
    return asked


def start(name, url, key, mode):
    """Makes a client of this name and waits until it has the features."""
    ready = threading.Event()

    def tell(event):
        if event.event_type == UnleashEventType.READY:
            ready.set()

    client = UnleashClient(
        url=url,
        app_name=name,
        instance_id="system-test",
        custom_headers={"Authorization": key},
        refresh_interval=1,
        metrics_interval=1,
        cache_directory=tempfile.mkdtemp(prefix="cache-", dir="."),
        event_callback=tell,
        experimental_mode={"type": mode},
    )
    client.initialize_client()
    clients[name] = client
    if not ready.wait(WAIT_SECONDS):
        raise TimeoutError("the client is not ready")


def evaluate(name, context):
    """What the client says of each of its features."""
    client = clients[name]
    asked = in_unleash(context)
    return {
        feature: {"enabled": client.is_enabled(feature, asked), "variant": client.get_variant(feature, asked)}
        for feature in client.feature_definitions()
    }


def is_enabled(name, feature):
    return clients[name].is_enabled(feature, {})


converse({"start": start, "evaluate": evaluate, "isEnabled": is_enabled})
for made in clients.values():
    made.destroy()
