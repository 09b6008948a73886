import { readOptions, sectionNames, usage } from './options.js';

describe('the command line', () => {
  it('measures everything when nothing is named', () => {
    expect(readOptions([])).toEqual({ sections: sectionNames, misses: false, write: false, help: false });
  });

  it('keeps the order of the table whatever the order of the names', () => {
    expect(readOptions(['planning', 'dialogues', '--misses'])).toMatchObject({
      sections: ['dialogues', 'planning'],
      misses: true,
    });
  });

  it.each([
    ['a misspelt section', ['plannning'], /plannning/],
    ['an unknown option', ['--wirte'], /--wirte/],
    ['a page of half the measures', ['planning', '--write'], /every section/],
  ])('refuses %s in words', (_what, args, sentence) => {
    expect(readOptions(args)).toMatch(sentence);
  });

  it('has a help that names every section', () => {
    for (const name of sectionNames) expect(usage).toContain(name);
  });
});
