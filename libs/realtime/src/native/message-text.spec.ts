import fc from 'fast-check';
import { publishFrame, withId } from './message-text.js';

const message = fc.dictionary(
  fc.string().filter((key) => key !== '__proto__'),
  fc.jsonValue(),
);

describe('a message that is JSON already', () => {
  it('gets the id of its publication, whatever it holds', () => {
    fc.assert(
      fc.property(message, fc.string(), (fields, id) => {
        const plain = JSON.parse(JSON.stringify(fields)) as object;
        expect(JSON.parse(withId(JSON.stringify(fields), id))).toEqual({ ...plain, id });
      }),
    );
  });

  it('goes into its frame as it is', () => {
    fc.assert(
      fc.property(message, fc.string(), fc.option(fc.string(), { nil: undefined }), (fields, room, id) => {
        const plain = JSON.parse(JSON.stringify(fields)) as object;
        const frame: unknown = JSON.parse(publishFrame(room, JSON.stringify(fields), id));
        expect(frame).toEqual({ type: 'publish', room, message: plain, ...(id === undefined ? {} : { id }) });
      }),
    );
  });
});
