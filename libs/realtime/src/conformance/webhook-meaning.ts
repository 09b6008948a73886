import { turnIdSchema } from '@travellite/protocol';
import { WebhookRefusal } from '../webhook/webhook-refusal.js';
import { type Guarantee } from './fixture.js';
import { answer, messagesOf, room } from './kit.js';

export const webhookMeaning: Guarantee = {
  name: '1 webhook meaning',
  cases: [
    {
      name: 'tells what members say, in their order, with who and where',
      run: async (under) => {
        const ann = await under.member(room, 'ann');
        const bob = await under.member(room, 'bob');
        await ann.say('a group trip to Tokyo?');
        await bob.say('when?');
        await ann.say('March');
        await under.until(() => expect(messagesOf(under)).toHaveLength(3));
        expect(messagesOf(under)).toMatchObject([
          { type: 'message', room, author: { userId: 'ann' }, text: 'a group trip to Tokyo?' },
          { type: 'message', room, author: { userId: 'bob' }, text: 'when?' },
          { type: 'message', room, author: { userId: 'ann' }, text: 'March' },
        ]);
        await Promise.all([ann.close(), bob.close()]);
      },
    },
    {
      name: 'gives a message the same id each time, another than any other, and fit for a turn',
      run: async ({ provider, said }) => {
        const [one, two] = [
          said({ room, userId: 'ann', text: 'one' }),
          said({ room, userId: 'ann', text: 'two' }),
        ];
        const idOf = ({ raw, headers }: typeof one) => provider.parseWebhook(raw, headers).events[0]?.id;
        expect(idOf(one)).toBe(idOf(one));
        expect(idOf(one)).not.toBe(idOf(two));
        expect(turnIdSchema.safeParse(idOf(one)).success).toBe(true);
      },
    },
    {
      name: 'tells nothing of what we published ourselves',
      run: async (under) => {
        const ann = await under.member(room, 'ann');
        const connection = await under.provider.connect();
        await connection.publish(room, [answer('by connection')], 'own-1');
        await under.provider.http.publish(room, [answer('by http')], 'own-2');
        await ann.say('thanks');
        await under.until(() => expect(messagesOf(under).map(({ text }) => text)).toEqual(['thanks']));
        await ann.close();
      },
    },
    {
      name: 'refuses what cannot be read with a sentence, and never as a fault of ours',
      run: async ({ provider, signed }) => {
        for (const text of [
          '',
          '{',
          '[]',
          'null',
          '7',
          '"text"',
          '\ufeff{}',
          `{"a":"${'x'.repeat(300_000)}"}`,
        ]) {
          const { raw, headers } = signed(text);
          const thrown = refusalOf(() => provider.parseWebhook(raw, headers));
          expect([text.slice(0, 9), thrown.reply.status < 500, thrown.message.length > 0]).toEqual([
            text.slice(0, 9),
            true,
            true,
          ]);
        }
      },
    },
    {
      name: 'answers that it is taken with 200, and that it should come again with a fault',
      run: async ({ provider, said }) => {
        const { raw, headers } = said({ room, userId: 'ann', text: 'hello' });
        const webhook = provider.parseWebhook(raw, headers);
        expect(webhook.reply('accepted').status).toBe(200);
        expect(webhook.reply('unavailable').status).toBe(503);
        expect(provider.refuse({ code: 'invalid', message: 'no' }).status).toBeLessThan(500);
      },
    },
  ],
};

function refusalOf(work: () => unknown): WebhookRefusal {
  try {
    work();
  } catch (thrown) {
    if (thrown instanceof WebhookRefusal) return thrown;
    throw thrown;
  }
  throw new Error('It was taken.');
}
