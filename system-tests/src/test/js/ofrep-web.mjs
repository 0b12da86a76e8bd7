// OpenFeature's SDK for browsers with the provider for OFREP, which asks for all flags at once and listens for changes.
import { OpenFeature } from '@openfeature/web-sdk';
import { OFREPWebProvider } from '@openfeature/ofrep-web-provider';
import { EventSource } from 'eventsource';
import { converse } from './conversation.mjs';

globalThis.EventSource = EventSource;

const details = {
  boolean: (client, flag) => client.getBooleanDetails(flag, false),
  string: (client, flag) => client.getStringDetails(flag, 'the default'),
  integer: (client, flag) => client.getNumberDetails(flag, -1),
  float: (client, flag) => client.getNumberDetails(flag, -1),
  object: (client, flag) => client.getObjectDetails(flag, {}),
};

await converse(
  {
    async start({ url, key }) {
      await OpenFeature.setProviderAndWait(
        new OFREPWebProvider({ baseUrl: url, headers: [['X-API-Key', key]], cacheMode: 'disabled' }),
      );
    },

    /** What the client says of some flags, given their types. */
    async evaluate({ types, context }) {
      await OpenFeature.setContext(context);
      const client = OpenFeature.getClient();
      const said = {};
      for (const [flag, type] of Object.entries(types)) {
        const { value, variant, reason, errorCode } = details[type](client, flag);
        said[flag] = { value, variant, reason, errorCode };
      }
      return said;
    },

    /** What the client has now, without asking anybody. */
    isEnabled({ flag }) {
      return OpenFeature.getClient().getBooleanValue(flag, false);
    },
  },
  () => OpenFeature.close(),
);
