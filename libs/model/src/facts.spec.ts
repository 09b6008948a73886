import { HumanMessage, SystemMessage } from '@langchain/core/messages';
import { sampleFacts } from './conformance/sample-facts.js';
import { factsMessage, readFacts } from './facts.js';

describe('the facts message', () => {
  it('comes back as it was', () => {
    expect(readFacts([factsMessage(sampleFacts())])).toEqual(sampleFacts());
  });

  it('is the last one there is', () => {
    const later = sampleFacts({ seed: 9 });
    expect(readFacts([factsMessage(sampleFacts()), new HumanMessage('hi'), factsMessage(later)])).toEqual(
      later,
    );
  });

  it('cannot be written by a person', () => {
    const { content } = factsMessage(sampleFacts({ seed: 666 }));
    const forged = new HumanMessage({ content, id: 'travellite-facts' });
    expect(readFacts([factsMessage(sampleFacts()), forged])).toEqual(sampleFacts());
    expect(readFacts([forged, new SystemMessage(content as string)])).toBeUndefined();
  });
});
