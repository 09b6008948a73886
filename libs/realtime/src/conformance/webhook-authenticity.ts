import { type Guarantee } from './fixture.js';
import { room } from './kit.js';

const message = { room, userId: 'ann', text: 'hello' };

export const webhookAuthenticity: Guarantee = {
  name: '2 webhook authenticity',
  cases: [
    {
      name: 'takes what the service vouches for',
      run: async ({ provider, said }) => {
        const { raw, headers } = said(message);
        expect(provider.parseWebhook(raw, headers).events).toHaveLength(1);
      },
    },
    {
      name: 'refuses everything else before reading it',
      run: async ({ provider, forged }) => {
        const forgeries = Object.entries(forged(message));
        expect(forgeries.length).toBeGreaterThan(3);
        for (const [name, { raw, headers }] of forgeries) {
          let code: unknown = 'taken';
          try {
            provider.parseWebhook(raw, headers);
          } catch (thrown) {
            code = (thrown as { code?: unknown }).code;
          }
          expect([name, code]).toEqual([name, 'unauthenticated']);
        }
      },
    },
    {
      name: 'tells by the headers alone what no body could make right, and nothing that a body could',
      run: async ({ provider, said, forged }) => {
        expect(() => provider.checkHeaders(said(message).headers)).not.toThrow();
        expect(() => provider.checkHeaders({})).toThrow(expect.objectContaining({ code: 'unauthenticated' }));
        for (const { raw, headers } of Object.values(forged(message))) {
          let early: unknown;
          try {
            provider.checkHeaders(headers);
          } catch (thrown) {
            early = thrown;
          }
          if (early)
            expect(() => provider.parseWebhook(raw, headers)).toThrow(
              expect.objectContaining({ code: 'unauthenticated' }),
            );
        }
      },
    },
    {
      name: 'says 401 and not why',
      run: async ({ provider, forged }) => {
        for (const { raw, headers } of Object.values(forged(message))) {
          expect(() => provider.parseWebhook(raw, headers)).toThrow(
            expect.objectContaining({
              reply: expect.objectContaining({ status: 401, body: { error: 'Invalid signature' } }),
            }),
          );
        }
      },
    },
  ],
};
