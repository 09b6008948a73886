/** What was started for a measurement and must not outlive it. */
export interface Started {
  stop(): Promise<unknown>;
}

/** Ends everything, what was started last first, each whether or not the others could be ended. @throws the first fault */
export async function stopAll(started: readonly Started[]): Promise<void> {
  const faults: unknown[] = [];
  for (const one of started.toReversed()) {
    try {
      await one.stop();
    } catch (fault) {
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw faults[0];
}

/** Uses what is started and ends it, however that goes. */
export async function whileRunning<Running extends Started, Result>(
  starting: Promise<Running>,
  use: (running: Running) => Promise<Result>,
): Promise<Result> {
  const running = await starting;
  try {
    return await use(running);
  } finally {
    await running.stop();
  }
}

/** Starts what belongs together, telling each part as soon as it runs; a start that fails ends what runs already. */
export async function startedTogether<Result>(
  start: (runs: <Part extends Started>(part: Part) => Part) => Promise<Result>,
): Promise<Result> {
  const parts: Started[] = [];
  try {
    return await start((part) => {
      parts.push(part);
      return part;
    });
  } catch (fault) {
    await stopAll(parts).catch(() => undefined);
    throw fault;
  }
}
