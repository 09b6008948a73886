import { HumanMessage } from '@langchain/core/messages';
import { modelConformance } from '../conformance/model-conformance.js';
import { sampleFacts } from '../conformance/sample-facts.js';
import { factsMessage } from '../facts.js';
import { createOfflineModel } from './offline-model.js';

const messages = () => [factsMessage(sampleFacts()), new HumanMessage('From New York, we love museums')];
const inProcess = 'the offline model has no provider that could do this';

modelConformance('the offline model', async () => {
  const situation = async () => Promise.resolve({ model: createOfflineModel(), messages: messages() });
  return Promise.resolve({
    name: 'offline',
    answers: situation,
    callsTool: situation,
    callsWrongly: () => inProcess,
    fills: () => 'the offline model declares no structured output',
    stalls: () => inProcess,
    fails: () => inProcess,
    close: async () => Promise.resolve(),
  });
});
