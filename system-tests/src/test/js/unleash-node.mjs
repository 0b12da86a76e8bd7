// Unleash's SDK for Node, which evaluates by itself: polling, polling for changes, or streaming.
import { Unleash } from 'unleash-client';
import { converse } from './conversation.mjs';

const clients = new Map();

function unleash({ targetingKey, sessionId, remoteAddress, currentTime, ...properties }) {
  const context = { properties };
  if (targetingKey !== undefined) context.userId = targetingKey;
  if (sessionId !== undefined) context.sessionId = sessionId;
  if (remoteAddress !== undefined) context.remoteAddress = remoteAddress;
  if (currentTime !== undefined) context.currentTime = new Date(currentTime);
  return context;
}

await converse(
  {
    /** Makes a client of this name and waits until it has the features. */
    async start({ name, url, key, mode }) {
      const client = new Unleash({
        url,
        appName: name,
        instanceId: 'system-test',
        customHeaders: { Authorization: key },
        refreshInterval: 250,
        metricsInterval: 250,
        metricsJitter: 0,
        disableMetrics: false,
        experimentalMode: mode,
      });
      client.on('error', (failure) => console.error(name, failure));
      client.on('warn', (failure) => console.error(name, failure));
      clients.set(name, client);
      await new Promise((resolve) => client.once('synchronized', resolve));
    },

    /** What the client says of each of its features. */
    evaluate({ name, context }) {
      const client = clients.get(name);
      const asked = unleash(context);
      return Object.fromEntries(
        client.getFeatureToggleDefinitions().map(({ name: feature }) => [
          feature,
          { enabled: client.isEnabled(feature, asked), variant: client.getVariant(feature, asked) },
        ]),
      );
    },

    isEnabled({ name, feature }) {
      return clients.get(name).isEnabled(feature, {});
    },
  },
  () => clients.forEach((client) => client.destroy()),
);
