import { type NativeCommand, nativeCommandSchema, textFault, turnIdSchema } from '@travellite/protocol';
import { binaryFault, type Fault, type InboundFrame, isRecord, parseJson } from '../dialect.js';

/** A command; or a fault, with the command's `id` when it could be read. */
export type DecodedNative =
  | { command: NativeCommand; fault?: undefined }
  /** `refused`: the command is known and says something that is not allowed; it gets an `ack`, not an `error`. */
  | { command?: undefined; fault: Fault; id?: string; refused?: true };

/** Reads a frame of `travellite.v1`. Unknown fields are ignored; an unknown command is a fault. */
export function decodeNativeFrame(frame: InboundFrame): DecodedNative {
  if (typeof frame !== 'string') return { fault: binaryFault };
  const json = parseJson(frame);
  if (json.error !== undefined) {
    return {
      fault: { code: 'bad_frame', message: 'The frame is not JSON.', details: json.error.slice(0, 200) },
    };
  }
  const parsed = nativeCommandSchema.safeParse(json.value);
  if (!parsed.success) return unreadable(json.value, parsed.error.issues[0]);
  const command = parsed.data;
  const fault = command.type === 'user_message' ? textFault(command.text) : undefined;
  return fault ? { fault, id: command.id, refused: true } : { command };
}

const known = ['user_message', 'resume', 'ping'];

function unreadable(
  value: unknown,
  issue: { path: PropertyKey[]; message: string } | undefined,
): DecodedNative {
  if (!isRecord(value)) return { fault: { code: 'bad_frame', message: 'The frame is not a JSON object.' } };
  const id = turnIdSchema.safeParse(value['id']);
  const type = value['type'];
  const fault: Fault =
    typeof type === 'string' && known.includes(type)
      ? { code: 'invalid', message: `${issue?.path.map(String).join('.') || 'frame'}: ${issue?.message}` }
      : { code: 'bad_frame', message: `Unknown command; expected one of ${known.join(', ')}.` };
  if (!id.success) return { fault };
  return { fault, id: id.data, ...(fault.code === 'invalid' ? { refused: true as const } : {}) };
}
