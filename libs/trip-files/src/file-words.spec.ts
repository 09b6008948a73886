import { toCalendar } from './calendar/to-calendar.js';
import { fileLanguages, fileWords } from './file-words.js';
import { toItinerary } from './itinerary/itinerary.js';
import { toPage } from './page/to-page.js';
import { trip } from './testing/sample-trip.js';
import { toMarkdown } from './text/to-markdown.js';

const of = (language?: string) => toItinerary(trip(language === undefined ? {} : { language }), 1)!;

describe('the headings of trip files', () => {
  it('exist in all eight languages, no word left empty or in English', () => {
    expect([...fileLanguages].sort()).toEqual(['de', 'en', 'es', 'fr', 'it', 'ja', 'nl', 'pt']);
    for (const language of fileLanguages.filter((one) => one !== 'en')) {
      const [own, english] = [fileWords(language), fileWords('en')];
      expect(Object.values(own).flat()).not.toContain('');
      for (const key of ['day', 'night', 'stay', 'everyone', 'sample', 'notBooked', 'calendar'] as const)
        expect(own[key]).not.toBe(english[key]);
    }
  });

  it.each([
    ['de', '## Tag 1, Freitag, 23. Oktober 2026', 'Übernachtung: ', 'Ein Plan, keine Buchung'],
    ['fr', '## Jour 1, vendredi 23 octobre 2026', 'Nuit : ', 'Un programme, pas une réservation'],
    ['ja', '## 1日目, 2026年10月23日金曜日', '宿泊：', '予約ではありません'],
    [undefined, '## Day 1, Friday, 23 October 2026', 'Night: ', 'A plan, not a booking'],
    ['xx', '## Day 1, Friday, 23 October 2026', 'Night: ', 'A plan, not a booking'],
  ])('of %s in Markdown', (language, day, night, end) => {
    const text = toMarkdown(of(language));
    for (const words of [day, night, end]) expect(text).toContain(words);
  });

  it('tell times and ways in the language as well', () => {
    const text = toMarkdown(of('de'));
    expect(text).toContain('- **18:30–23:59** ');
    expect(text).toMatch(/\(zu Fuß, 12\sMin\\?\.\)/u);
    expect(text).not.toMatch(/\bwalk\b|\d [AP]M/);
  });

  it('are on the page, which names its language', () => {
    const page = toPage(of('es'), { id: 't1.abc' });
    for (const words of [
      '<html lang="es">',
      'Añadir al calendario',
      'para todos',
      'Día 1, viernes, 23 de octubre',
    ])
      expect(page).toContain(words);
    expect(page).not.toMatch(/Add to calendar|for everyone|Day 1/);
  });

  it('are in the calendar', () => {
    const calendar = toCalendar(of('it'), { tripId: 'x' }) ?? '';
    expect(calendar).toContain('SUMMARY:Alloggio: ');
    expect(calendar).toContain('PRODID:-//TravelLite//Trip//IT');
    expect(calendar).not.toMatch(/Stay: |for everyone|Sample data/);
  });
});
