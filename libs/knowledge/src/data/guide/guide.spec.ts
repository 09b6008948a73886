import { passageLimits, topics } from '../../port.js';
import { prepareDocuments } from '../../documents.js';
import { loadGuideDocuments } from '../load-data.js';
import { guideDocuments } from './index.js';

describe('the guide', () => {
  it('has at least sixty passages over at least thirty cities and nearly every topic', () => {
    expect(guideDocuments.length).toBeGreaterThanOrEqual(60);
    expect(new Set(guideDocuments.flatMap(({ city }) => city ?? [])).size).toBeGreaterThanOrEqual(30);
    const told = new Set(guideDocuments.map(({ topic }) => topic));
    expect(topics.filter((topic) => !told.has(topic))).toEqual([]);
  });

  it('gives each an id of its own, a date, and a source in words', () => {
    expect(new Set(guideDocuments.map(({ id }) => id)).size).toBe(guideDocuments.length);
    for (const { id, checkedOn, source } of guideDocuments) {
      expect({ id, dated: /^20\d\d-\d\d-\d\d$/u.test(checkedOn ?? '') }).toEqual({ id, dated: true });
      expect({ id, source: source.length > 'TravelLite guide, after '.length + 5 }).toEqual({
        id,
        source: true,
      });
    }
  });

  it('keeps each to one passage of full sentences', () => {
    for (const { document, chunks } of prepareDocuments(guideDocuments)) {
      expect({ id: document.id, chunks: chunks.length }).toEqual({ id: document.id, chunks: 1 });
      const text = chunks[0]?.text ?? '';
      expect(text.length).toBeGreaterThan(150);
      expect(text.length).toBeLessThanOrEqual(passageLimits.maxChars);
      expect({ id: document.id, end: /[.!?]$/u.test(text) }).toEqual({ id: document.id, end: true });
    }
  });

  it('is what the room hands out', async () => {
    expect(await loadGuideDocuments()).toBe(guideDocuments);
  });
});
