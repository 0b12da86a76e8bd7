// OpenFeature's SDK for servers with the provider for OFREP, which asks for one flag at a time.
import { OpenFeature } from '@openfeature/server-sdk';
import { OFREPProvider } from '@openfeature/ofrep-provider';
import { converse } from './conversation.mjs';

const details = {
  boolean: (client, flag, context) => client.getBooleanDetails(flag, false, context),
  string: (client, flag, context) => client.getStringDetails(flag, 'the default', context),
  integer: (client, flag, context) => client.getNumberDetails(flag, -1, context),
  float: (client, flag, context) => client.getNumberDetails(flag, -1, context),
  object: (client, flag, context) => client.getObjectDetails(flag, {}, context),
};

await converse({
  async start({ url, key }) {
    await OpenFeature.setProviderAndWait(
      new OFREPProvider({ baseUrl: url, headers: [['Authorization', `Bearer ${key}`]] }),
    );
  },

  /** What the client says of some flags, given their types. */
  async evaluate({ types, context }) {
    const client = OpenFeature.getClient();
    const said = {};
    for (const [flag, type] of Object.entries(types)) {
      const { value, variant, reason, errorCode } = await details[type](client, flag, context);
      said[flag] = { value, variant, reason, errorCode };
    }
    return said;
  },
});
