import fc from 'fast-check';
import { emptyRoom, type RoomState, withAuthor, withMember } from './room-state.js';
import { readVote, tallyOf, withoutVotes, withVote } from './votes.js';

const options = ['Balanced', 'Cheapest', 'Relaxed'];
const roomOf = (...ids: string[]): RoomState =>
  ids.reduce((room, userId) => withAuthor(room, { userId }), emptyRoom());

describe('a vote in words', () => {
  it.each<[string, number | undefined]>([
    ['I vote for the second one', 1],
    ['my vote: option 3', 2],
    ['Cheapest gets my vote', 1],
    ['+1 for the first', 0],
    ['I vote for the last one', 2],
    ['I vote 2', 1],
    ['Ich stimme für den zweiten Vorschlag', 1],
    ['Ich nehme Option 3', 2],
    ['Je vote pour la deuxième', 1],
    ['Je choisis l’option 1', 0],
    ['Voto por la tercera', 2],
    ['Voto per la seconda', 1],
    ['Eu voto na segunda', 1],
    ['Ik stem op de derde', 2],
    ['プラン2に投票します', 1],
    ['3番目がいいです', 2],
    ['I vote for the fifth one', undefined],
    ['I vote for the first or the second', undefined],
    ['I vote for going in March', undefined],
    ['Prendo la seconda', 1],
    ['Fico com a terceira', 2],
    ['Ich nehme den ersten, bitte', 0],
    ['Je prends la dernière', 2],
    ['Tomo la segunda opción', 1],
    ['Ik neem de tweede', 1],
    ['Ich nehme den zweiten Vorschlag', 1],
    ['Fico até segunda', undefined],
    ['Voto depois, fico até terça', undefined],
    ['Fico 3 noites em Lisboa', undefined],
    ['Ich nehme 2 Kinder mit', undefined],
    ['Ich nehme den ersten Zug', undefined],
    ['Prendo il treno prima', undefined],
    ['Je prends le premier train', undefined],
    ['Tomo el primer vuelo del día', undefined],
    ['Ik neem 2 koffers mee', undefined],
    ['I voted for 2 nights in Rome', undefined],
    ['I vote for the first week of May', undefined],
    ['Voto por 3 días en Sevilla', undefined],
    ['Je vote pour 2 jours à Lyon', undefined],
    ['Voto na segunda-feira', undefined],
    ['Voto até segunda', undefined],
    ['Voto per la prima', 0],
    ['Voto prima di cena', undefined],
    ['the second gets my vote', 1],
    ['Die zweite ist schön, ich stimme dafür', 1],
    ['プラン3人に投票', undefined],
    ['2泊がいいです', undefined],
    ['3人がいい', undefined],
    ['the second day is too long', undefined],
    ['March 2 to 9', undefined],
    [`I vote for option 2 ${'and so on '.repeat(40)}`, undefined],
  ])('%j', (text, option) => {
    expect(readVote(text, options)).toBe(option);
  });

  it('means nothing when no options are on the table', () => {
    expect(readVote('I vote for the second one', [])).toBeUndefined();
  });
});

describe('the count', () => {
  it('settles an option that more than half want', () => {
    const room = withVote(roomOf('ana', 'ben', 'cleo'), 'ana', 1);
    expect(tallyOf(room)).toEqual({ votes: [{ option: 1, members: ['ana'] }] });
    expect(tallyOf(withVote(room, 'ben', 1))).toEqual({
      votes: [{ option: 1, members: ['ana', 'ben'] }],
      settled: 1,
    });
  });

  it('leaves viewers out, on both sides of the count', () => {
    const room = withVote(roomOf('ana', 'ben'), 'ben', 0);
    const viewer = withMember(room, { ...room.members[1]!, role: 'viewer' });
    expect(tallyOf(viewer)).toEqual({ votes: [] });
    expect(tallyOf(withVote(viewer, 'ana', 2)).settled).toBe(2);
  });

  it('begins anew with new options', () => {
    expect(tallyOf(withoutVotes(withVote(roomOf('ana'), 'ana', 0)))).toEqual({ votes: [] });
  });

  const ids = ['ana', 'ben', 'cleo', 'dan'];
  const ballots = fc.array(fc.tuple(fc.constantFrom(...ids), fc.nat(2)), { maxLength: 12 });
  const cast = (list: readonly (readonly [string, number])[], room = roomOf(...ids)) =>
    list.reduce((after, [userId, option]) => withVote(after, userId, option), room);

  it('is the same when a vote comes twice', () => {
    fc.assert(
      fc.property(ballots, (list) => {
        expect(cast(list.flatMap((ballot) => [ballot, ballot]))).toEqual(cast(list));
      }),
    );
  });

  it('depends on everybody’s last vote alone, not on who voted or joined first', () => {
    fc.assert(
      fc.property(ballots, fc.shuffledSubarray(ids, { minLength: ids.length }), (list, order) => {
        const last = [...new Map(list)];
        const others = cast([...last].reverse(), roomOf(...order));
        expect(tallyOf(others)).toEqual(tallyOf(cast(list)));
      }),
    );
  });
});
