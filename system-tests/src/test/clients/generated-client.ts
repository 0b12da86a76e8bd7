// Makes a project and a flag with a rule and a split, changes it, and evaluates it, with the client that is generated from the
// hub's OpenAPI document. Arguments: the hub's address, email, password and the key of the new project.
import {
  AccessApi,
  ApiKeyRequestKindEnum,
  ChangesApi,
  Configuration,
  FlagsApi,
  InstructionBodyTypeEnum,
  NewFlagRequestTypeEnum,
  OFREPApi,
  OfrepEvaluation,
  Operator,
  ProjectsApi,
  ResponseError,
  Rule,
} from './client';

declare const process: { argv: string[]; exit(status: number): never };

function configured(basePath: string, credential?: string): Configuration {
  return new Configuration({ basePath, accessToken: credential });
}

function ensure(met: boolean, what: string): void {
  if (!met) {
    throw new Error(what);
  }
}

/** The answer for a subject, once the hub has taken the key and the flag into service. */
async function evaluate(ofrep: OFREPApi, country: string): Promise<OfrepEvaluation> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ofrep.ofrepEvaluateFlag({
        key: 'checkout',
        ofrepRequest: { context: { targetingKey: 'ada', country } },
      });
    } catch (notYet) {
      if (attempt === 100) {
        throw notYet;
      }
      await new Promise((wake) => setTimeout(wake, 100));
    }
  }
}

async function run(hub: string, email: string, password: string, project: string): Promise<void> {
  const { token } = await new AccessApi(configured(hub)).authLogin({ loginRequest: { email, password } });
  const client = configured(hub, token);
  await new ProjectsApi(client).projectsCreate({ newProjectRequest: { key: project } });

  const flags = new FlagsApi(client);
  await flags.flagsCreate({
    project,
    newFlagRequest: {
      key: 'checkout',
      type: NewFlagRequestTypeEnum.String,
      variants: [
        { key: 'old', value: 'one page' },
        { key: 'new', value: 'three pages' },
      ],
    },
  });
  const rule: Rule = {
    id: 'swedes',
    name: 'Swedes',
    condition: { attribute: 'country', operator: Operator.In, values: ['SE'] },
    outcome: { split: [{ variant: 'new', weight: 25 }, { variant: 'old', weight: 75 }] },
  };
  const state = await flags.flagStatesUpdate({
    project,
    flag: 'checkout',
    environment: 'production',
    flagStateRequest: { enabled: true, offVariant: 'old', fallthrough: { serve: 'old' }, rules: [rule] },
  });
  ensure(state.rules[0]?.outcome.split?.length === 2, `the rule is kept: ${JSON.stringify(state)}`);

  const change = await new ChangesApi(client).changesChange({
    project,
    changeRequestBody: {
      environment: 'production',
      base: state.revision,
      changes: [
        {
          type: InstructionBodyTypeEnum.SetRollout,
          flag: 'checkout',
          rule: 'swedes',
          rollout: { basisPoints: 10000 },
        },
      ],
    },
  });
  ensure(change.sentences.length === 1, `the change has a sentence: ${JSON.stringify(change)}`);

  const key = await new AccessApi(client).apiKeysCreate({
    apiKeyRequest: { name: 'generated client', kind: ApiKeyRequestKindEnum.Server, project, environment: 'production' },
  });
  const ofrep = new OFREPApi(configured(hub, key.secret));
  ensure((await evaluate(ofrep, 'NO')).variant === 'old', 'no Norwegian is a Swede');
  ensure(['old', 'new'].includes((await evaluate(ofrep, 'SE')).variant ?? ''), 'a Swede gets one of the split');

  try {
    await flags.flagsGet({ project, flag: 'no-such-flag' });
    throw new Error('a flag that is not there was found');
  } catch (refused) {
    ensure(refused instanceof ResponseError && refused.response.status === 404, String(refused));
  }
}

const [hub, email, password, project] = process.argv.slice(2);
run(hub!, email!, password!, project!).then(
  () => console.log('done'),
  (failure) => {
    console.error(failure);
    process.exit(1);
  },
);
