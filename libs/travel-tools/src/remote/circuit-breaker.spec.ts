import fc from 'fast-check';
import { CircuitBreaker } from './circuit-breaker.js';

function breaker(threshold = 3, coolMs = 1_000) {
  let time = 0;
  return {
    circuit: new CircuitBreaker({ threshold, coolMs }, () => time),
    pass: (ms: number) => (time += ms),
  };
}

test('closed it admits everybody', () => {
  const { circuit } = breaker();
  expect([circuit.admit(), circuit.admit(), circuit.state]).toEqual([true, true, 'closed']);
});

test('outages in a row open it, one success in between starts the count again', () => {
  const { circuit } = breaker();
  circuit.failed();
  circuit.failed();
  circuit.succeeded();
  circuit.failed();
  circuit.failed();
  expect(circuit.state).toBe('closed');
  circuit.failed();
  expect([circuit.state, circuit.admit()]).toEqual(['open', false]);
});

test('cooled it admits exactly one probe', () => {
  const { circuit, pass } = breaker(1);
  circuit.failed();
  pass(1_000);
  expect(circuit.state).toBe('half_open');
  expect([circuit.admit(), circuit.admit()]).toEqual([true, false]);
});

test.each<['succeeded' | 'failed' | 'abandoned', string]>([
  ['succeeded', 'closed'],
  ['failed', 'open'],
  ['abandoned', 'half_open'],
])('a probe that %s leaves it %s', (outcome, state) => {
  const { circuit, pass } = breaker(1);
  circuit.failed();
  pass(1_000);
  circuit.admit();
  circuit[outcome]();
  expect(circuit.state).toBe(state);
  if (outcome !== 'failed') expect(circuit.admit()).toBe(true);
});

test('a pause keeps calls back for its time, also over a shorter cooling', () => {
  const { circuit, pass } = breaker(1, 100);
  circuit.pause(5_000);
  circuit.failed();
  pass(4_999);
  expect(circuit.admit()).toBe(false);
  pass(1);
  expect(circuit.admit()).toBe(true);
});

test('whatever happens, after the cooling somebody gets through', () => {
  const steps = fc.array(fc.constantFrom('admit', 'succeeded', 'failed', 'abandoned', 'wait'), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(steps, (given) => {
      const { circuit, pass } = breaker(2, 100);
      let underWay = 0;
      for (const step of given) {
        if (step === 'wait') pass(60);
        else if (step === 'admit') underWay += circuit.admit() ? 1 : 0;
        else if (underWay > 0) {
          circuit[step as 'succeeded' | 'failed' | 'abandoned']();
          underWay -= 1;
        }
      }
      for (; underWay > 0; underWay -= 1) circuit.abandoned();
      pass(100);
      expect(circuit.admit()).toBe(true);
    }),
  );
});
