import { z } from 'zod';

const channel = z.string().min(1).max(1024);
const position = { epoch: z.string().optional(), offset: z.number().int().min(0).optional() };

/** A command of Centrifugo's client protocol in JSON: what official clients send of it here. */
export const commandSchema = z.object({
  id: z.number().int().min(0).optional(),
  connect: z
    .object({ token: z.string().optional(), data: z.unknown().optional(), name: z.string().optional() })
    .optional(),
  subscribe: z
    .object({ channel, recover: z.boolean().optional(), join_leave: z.boolean().optional(), ...position })
    .optional(),
  unsubscribe: z.object({ channel }).optional(),
  publish: z.object({ channel, data: z.unknown() }).optional(),
  presence: z.object({ channel }).optional(),
  presence_stats: z.object({ channel }).optional(),
  history: z
    .object({
      channel,
      limit: z.number().int().optional(),
      reverse: z.boolean().optional(),
      since: z.object({ epoch: z.string(), offset: z.number().int().min(0).default(0) }).optional(),
    })
    .optional(),
});
export type Command = z.infer<typeof commandSchema>;

/** Commands of one frame, a line each; `{}` is a pong. Undefined when a line is none. */
export function parseCommands(text: string): Command[] | undefined {
  try {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    return lines.map((line) => commandSchema.parse(JSON.parse(line)));
  } catch {
    return undefined;
  }
}
