import { z } from 'zod';
import { type Form } from '../port.js';
import { type ModelFixture, never } from './fixture.js';
import { skipped } from './tools.js';

const form: Form<{ city: string; days?: number }> = {
  name: 'trip',
  about: 'The trip the person talks about.',
  schema: z.object({ city: z.string(), days: z.int().optional() }),
};

/** Guarantee 3. */
export function structureSuite(fixture: () => ModelFixture): void {
  it('fills a form with what the schema accepts, and rejects anything else', async () => {
    const situations = await fixture().fills();
    if (typeof situations === 'string') return skipped(situations);
    const { well, badly } = situations;
    const { value } = await well.model.fill(form, well.messages, { signal: never() });
    expect(value).toEqual({ city: 'Paris', days: 3 });
    await expect(badly.model.fill(form, badly.messages, { signal: never() })).rejects.toMatchObject({
      name: 'TravelError',
      code: 'invalid',
    });
  });

  it('rejects a form it cannot fill when it declares no structured output', async () => {
    const { model, messages } = await fixture().answers();
    if (model.capabilities.structured) return;
    const filling = model.fill(form, messages, { signal: never() });
    await expect(filling).rejects.toMatchObject({ name: 'TravelError', code: 'invalid' });
  });
}
