// Flagsmith's SDK for Node, which asks for flags or evaluates by itself.
import { Flagsmith } from 'flagsmith-nodejs';
import { converse } from './conversation.mjs';

const log = (...what) => console.error(...what);
const logger = { trace: log, debug: log, info: log, warn: log, error: log, fatal: log };
const clients = new Map();

function shown(flags) {
  return Object.fromEntries(
    flags.allFlags().map(({ featureName, enabled, value }) => [featureName, { enabled, value: value ?? null }]),
  );
}

await converse(
  {
    /** Makes a client of this name; one that evaluates by itself needs a key that begins as Flagsmith's do. */
    start({ name, url, key, local }) {
      clients.set(
        name,
        new Flagsmith({
          apiUrl: url,
          environmentKey: local ? `ser.${key}` : key,
          enableLocalEvaluation: local,
          environmentRefreshIntervalSeconds: 0.25,
          enableAnalytics: true,
          logger,
        }),
      );
    },

    /** What the client has of each flag, for somebody with these traits, or for nobody in particular. */
    async evaluate({ name, identifier, traits }) {
      const client = clients.get(name);
      return shown(
        identifier === undefined
          ? await client.getEnvironmentFlags()
          : await client.getIdentityFlags(identifier, traits),
      );
    },

    async isEnabled({ name, feature }) {
      const flags = await clients.get(name).getIdentityFlags('somebody', {});
      return flags.isFeatureEnabled(feature);
    },

    /** Reports what was asked so far, without waiting for the next time. */
    async report({ name }) {
      await clients.get(name).analyticsProcessor.flush();
    },
  },
  () => Promise.all([...clients.values()].map((client) => client.close())),
);
