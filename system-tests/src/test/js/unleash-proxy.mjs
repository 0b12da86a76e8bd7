// Unleash's SDK for browsers, which has its flags evaluated.
import { UnleashClient, InMemoryStorageProvider } from 'unleash-proxy-client';
import { converse } from './conversation.mjs';

function unleash({ targetingKey, sessionId, remoteAddress, currentTime, ...properties }) {
  return { userId: targetingKey, sessionId, remoteAddress, currentTime, properties };
}

function client({ url, key, context, post }) {
  return new UnleashClient({
    url,
    clientKey: key,
    appName: 'browser',
    refreshInterval: 0.25,
    metricsInterval: 0.25,
    metricsIntervalInitial: 0.25,
    storageProvider: new InMemoryStorageProvider(),
    fetch,
    usePOSTrequests: post,
    context: unleash(context),
  });
}

let watching;

await converse(
  {
    /** What a fresh client with this context has of the features that are on. */
    async evaluate(question) {
      const asking = client(question);
      const failures = [];
      asking.on('error', (failure) => failures.push(failure));
      await asking.start();
      asking.stop();
      if (failures.length > 0) throw new Error(JSON.stringify(failures));
      return Object.fromEntries(
        asking.getAllToggles().map(({ name }) => [
          name,
          { enabled: asking.isEnabled(name), variant: asking.getVariant(name) },
        ]),
      );
    },

    /** Starts a client that goes on polling and reporting. */
    async watch(question) {
      watching = client(question);
      await watching.start();
    },

    isEnabled({ feature }) {
      return watching.isEnabled(feature);
    },
  },
  () => watching?.stop(),
);
